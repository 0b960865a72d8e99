import Testing

@testable import EcosystemData

@Suite struct LineStoreTests {
  /// What somebody holds is not handed out again; what nobody holds may be.
  @Test func piecesThatAreHeldStayAsTheyAre() {
    let store = LineStore()
    var held: [(piece: LinePiece, byte: UInt8)] = []
    for round in 0..<40 {
      var some: [LinePiece] = []
      for number in 0..<20 {
        let piece = store.piece(1 + (7 * round + 3 * number) % 50)
        let byte = UInt8(truncatingIfNeeded: 20 * round + number)
        unsafe piece.memory.initializeMemory(as: UInt8.self, repeating: byte)
        #expect(unsafe UInt(bitPattern: piece.memory.baseAddress) % UInt(LinePiece.lineLength) == 0)
        if number % 7 == round % 7 { held.append((piece, byte)) } else { some.append(piece) }
      }
      some.removeAll()
      store.reuse()
      if held.count > 30 { held.removeFirst(15) }
      for (piece, byte) in held {
        #expect(unsafe piece.memory.allSatisfy { $0 == byte })
      }
    }
  }

  @Test func linesHoldTheBytes() {
    #expect([0, 1, 63, 64, 65, 128].map { LinePiece.lines($0) } == [0, 1, 1, 1, 2, 2])
  }
}
