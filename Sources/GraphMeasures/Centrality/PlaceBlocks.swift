/// Places cut into blocks of equal length, but for the last.
struct PlaceBlocks: Sendable {
  /// The values of a block take half a megabyte, which a core's cache holds beside those of a band.
  static let usualBits = 16

  let placeCount: Int
  /// A block has 2 to this power places.
  let bits: Int

  init(of placeCount: Int, bits: Int = usualBits) {
    precondition(bits <= 16, "a place in a block is kept in two bytes")
    self.placeCount = placeCount
    self.bits = bits
  }

  var length: Int { 1 << bits }
  var count: Int { (placeCount + length - 1) >> bits }

  subscript(block: Int) -> Range<Int> { (block << bits)..<min((block + 1) << bits, placeCount) }
}
