import GraphCore
import Synchronization

/// Memory in lines of the processor's caches, handed out in pieces to any thread, and given back as a whole.
///
/// It comes from the system in chunks that grow with what is asked for, on large pages once they are large: a piece
/// by itself is too small for them, and would stay with the program after it was freed, or be asked for anew with a
/// fault for every page.
final class LineStore: Sendable {
  private struct Chunks {
    var all: [LineChunk] = []
    /// The chunk that pieces are cut from, and its lines that were handed out.
    var current = 0
    var used = 0
  }

  private let chunks = Mutex(Chunks())
  private static let mostLines = (8 << 20) / LinePiece.lineLength

  /// Lines that hold anything, for whoever holds the piece.
  func piece(_ count: Int) -> LinePiece {
    chunks.withLock { chunks in
      while chunks.current < chunks.all.count {
        let chunk = chunks.all[chunks.current]
        if chunks.used + count <= chunk.count {
          defer { chunks.used += count }
          return LinePiece(chunk, chunks.used..<chunks.used + count)
        }
        chunks.current += 1
        chunks.used = 0
      }
      let room = chunks.all.last?.count ?? 0
      let chunk = LineChunk(count: max(count, min(Self.mostLines, 2 * room)))
      chunks.all.append(chunk)
      chunks.used = count
      return LinePiece(chunk, 0..<count)
    }
  }

  /// Hands out once more what nobody holds.
  func reuse() {
    chunks.withLock { chunks in
      var free: [LineChunk] = []
      while var chunk = chunks.all.popLast() {
        if isKnownUniquelyReferenced(&chunk) { free.append(chunk) }
      }
      chunks = Chunks(all: free.reversed())
    }
  }
}

/// Lines of memory that live as long as somebody holds them.
@safe struct LinePiece: @unchecked Sendable {
  private let chunk: LineChunk
  let memory: UnsafeMutableRawBufferPointer

  fileprivate init(_ chunk: LineChunk, _ lines: Range<Int>) {
    self.chunk = chunk
    let bytes = lines.lowerBound * Self.lineLength..<lines.upperBound * Self.lineLength
    unsafe memory = UnsafeMutableRawBufferPointer(rebasing: chunk.memory[bytes])
  }

  /// Some elements that stand in it.
  func elements<Element>(
    of type: Element.Type, from start: Int, count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let bytes = start..<start + count * MemoryLayout<Element>.stride
    return unsafe UnsafeMutableRawBufferPointer(rebasing: memory[bytes]).bindMemory(to: type)
  }

  static let lineLength = 64

  /// Lines that hold so many bytes.
  static func lines(_ byteCount: Int) -> Int { (byteCount + lineLength - 1) / lineLength }
}

@safe private final class LineChunk: @unchecked Sendable {
  let memory: UnsafeMutableRawBufferPointer

  init(count: Int) {
    let (bytes, largePage) = (count * LinePiece.lineLength, 2 << 20)
    unsafe memory = .allocate(
      byteCount: bytes, alignment: bytes < largePage ? LinePiece.lineLength : largePage)
    unsafe preferLargePages(memory)
  }

  deinit { unsafe memory.deallocate() }

  var count: Int { unsafe memory.count / LinePiece.lineLength }
}
