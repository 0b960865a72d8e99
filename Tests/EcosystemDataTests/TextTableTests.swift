import EcographTestSupport
import Testing

@testable import EcosystemData

@Suite struct TextTableTests {
  /// Texts of all lengths, most of them over and over, through many doublings of the table.
  @Test func codesAreThoseOfADictionary() {
    var generator = SeededGenerator(seed: 31)
    var interner = ByteInterner()
    var codes: [String: UInt32] = [:]
    for _ in 0..<60_000 {
      let number = Int.random(in: 0..<12_000, using: &generator)
      // Up to sixteen bytes a text is in its key; texts of one length that differ in one place are the hardest.
      let text =
        String(repeating: "x", count: number % 37) + "\(number)" + String(repeating: "y", count: number % 11)
      let bytes = ContiguousArray(("?" + text + "?").utf8)
      let code = interner.intern(bytes.span, start: 1, length: bytes.count - 2)
      let expected = codes[text] ?? UInt32(codes.count)
      codes[text] = expected
      #expect(code == expected)
    }
    #expect(interner.count == codes.count)
    for (text, code) in codes {
      #expect(interner.find(text) == code)
      #expect(interner.text(code) == text)
      #expect(interner.find(text + "z") == nil)
    }
  }

  @Test func copiesGoTheirOwnWay() {
    var first = ByteInterner()
    let texts = (0..<500).map { "text \($0) of some length" }
    for text in texts { _ = first.intern(text) }
    var second = first
    #expect(second.intern("another") == 500)
    #expect(first.find("another") == nil)
    #expect(first.intern("a third one, and a long one") == 500)
    #expect(second.find("a third one, and a long one") == nil)
    for (code, text) in texts.enumerated() {
      #expect(first.find(text) == UInt32(code))
      #expect(second.find(text) == UInt32(code))
    }
  }
}

extension ByteInterner {
  fileprivate mutating func intern(_ text: String) -> UInt32 {
    let bytes = ContiguousArray(text.utf8)
    return intern(bytes.span, start: 0, length: bytes.count)
  }
}
