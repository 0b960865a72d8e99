import CVectorKernels

/// The texts that are new to a table in a round.
struct NewTextList {
  private var texts: ContiguousArray<NewText> = []
  private var count = 0

  /// Makes it a list of none, with room for so many.
  mutating func restart(atMost room: Int) {
    count = 0
    if texts.count >= room { return }
    // Whatever is in the memory is not looked at.
    unsafe texts = ContiguousArray(unsafeUninitializedCapacity: room) { _, initialized in initialized = room }
  }

  mutating func append(_ text: NewText) {
    texts[count] = text
    count += 1
  }

  /// Calls `body` with room for some, and it says how many it has added.
  mutating func append(
    atMost room: Int, _ body: (UnsafeMutablePointer<NewText>?) -> TextsCoded
  ) -> TextsCoded {
    precondition(count + room <= texts.count, "more new texts than there are texts")
    let coded = unsafe texts.withUnsafeMutableBufferPointer {
      unsafe body($0.baseAddress?.advanced(by: count))
    }
    count += coded.added
    return coded
  }

  func withTexts(_ body: (UnsafeBufferPointer<NewText>) -> Void) {
    unsafe texts.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Gives the texts the codes that come of the round.
  mutating func rank(_ ranks: FirstCellRanks) {
    unsafe texts.withUnsafeMutableBufferPointer { unsafe rank_texts(ranks, $0.baseAddress, count) }
  }
}
