import Synchronization

/// Cuts the bytes of a source into blocks that end with a line, in order, for whichever worker asks next.
///
/// Workers read for themselves, one at a time: while one reads or unpacks, the others scan. Where the cuts
/// fall depends on the source and the length of blocks alone.
final class BlockCutter: @unchecked Sendable {
  private let source: any ByteSource
  private let blockLength: Int
  private let lock = Mutex(())
  /// Bytes read already that belong to the next block, behind those that do not.
  private var carry: ContiguousArray<UInt8>
  private var carryStart = 0
  private var bytesRead: Int
  private var isAtEnd: Bool
  /// Whether each line so far was a record, there having been no quotation mark and no line longer than a block.
  private var isPlain = true
  /// Number of blocks that this round has filled.
  private(set) var filledCount = 0

  /// - Parameters:
  ///   - head: Bytes read from the source already.
  ///   - isAtEnd: Whether they are all it has.
  init(_ source: any ByteSource, head: ContiguousArray<UInt8>, isAtEnd: Bool, blockLength: Int) {
    self.source = source
    self.blockLength = max(1, blockLength)
    carry = head
    bytesRead = head.count
    self.isAtEnd = isAtEnd
  }

  private var carryCount: Int { carry.count - carryStart }

  /// Whether there is nothing left to cut.
  var isDone: Bool { isAtEnd && carryCount == 0 }

  /// About how many blocks are left; nil where the size of the source is unknown.
  var blocksLeft: Int? {
    source.expectedSize.map { (max(0, $0 - bytesRead) + carryCount) / blockLength + 1 }
  }

  /// Makes the next block the first of a round.
  func startRound() { filledCount = 0 }

  /// Fills the next block of a round, in a space that the block keeps unless it is done with.
  ///
  /// - Returns: Its number in the round; nil where the round or the source is at its end.
  func fillNext(of blocks: [TableBlock], in space: ScanSpace) -> Int? {
    lock.withLock { _ in
      guard !isDone, filledCount < blocks.count else { return nil }
      let block = blocks[filledCount]
      block.beginsAtRecord = isPlain
      block.swapSpace(space)
      fill(block)
      isPlain = isPlain && block.ending != .open && !block.holdsQuote()
      filledCount += 1
      return filledCount - 1
    }
  }

  private func fill(_ block: TableBlock) {
    let carried = min(carryCount, blockLength)
    var wanted = isAtEnd ? carried : blockLength
    // A small file needs a small buffer only.
    if let size = source.expectedSize { wanted = min(wanted, carried + max(0, size - bytesRead) + 1) }
    block.reserve(wanted)
    block.batch.bytes.replaceSubrange(0..<carried, with: carry[carryStart..<carryStart + carried])
    block.filled = carried
    carryStart += carried
    block.failure = nil
    if carried < wanted {
      do {
        block.filled += try source.read(into: &block.batch.bytes, range: carried..<wanted)
        bytesRead += block.filled - carried
        isAtEnd = block.filled < wanted
      } catch {
        block.failure = error
        isAtEnd = true
      }
    }
    guard !isDone else {
      block.ending = .input
      return
    }
    guard let cut = lastLineEnd(block.batch.bytes.span, count: block.filled) else {
      block.ending = .open
      return
    }
    block.ending = .line
    if carryCount > 0 {
      // Only what was read with the header is longer than a block.
      carryStart -= block.filled - cut
    } else {
      carry = ContiguousArray(block.batch.bytes[cut..<block.filled])
      carryStart = 0
    }
    block.filled = cut
  }
}

/// Where the last line that the bytes hold whole ends; nil where they hold none.
private func lastLineEnd(_ bytes: Span<UInt8>, count: Int) -> Int? {
  var i = count - 1
  while i >= 0 {
    if bytes[i] == lineFeed { return i + 1 }
    i -= 1
  }
  // After the last of the bytes a line feed may follow, and end the line with it.
  i = count - 2
  while i >= 0 {
    if bytes[i] == carriageReturn { return i + 1 }
    i -= 1
  }
  return nil
}
