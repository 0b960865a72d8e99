import CVectorKernels

/// How the arcs of a graph are dealt out to buckets, and what the words look like that stand for them.
struct BucketLayout: Sendable {
  let vertexCount: Int
  /// Bits of a target, the lower part of a word.
  let targetBits: Int
  /// Bits of a row within its bucket, the upper part.
  let rowBits: Int
  let bucketCount: Int

  /// Buckets of some sixteen thousand arcs, so that even those of vertices with many are within a core's cache, or of
  /// less where a word is of 32 bits then; no more of them than that one can write to all of them at a time.
  init(vertexCount: Int, edgeCount: Int) {
    self.vertexCount = vertexCount
    targetBits = max(1, Int.bitWidth - (vertexCount - 1).leadingZeroBitCount)
    let wanted = min(12, max(Int.bitWidth - (edgeCount >> 13).leadingZeroBitCount, 2 * targetBits - 32))
    rowBits = max(1, targetBits - wanted)
    bucketCount = (vertexCount - 1) >> rowBits + 1
  }

  /// Whether an arc fits into 32 bits.
  var isNarrow: Bool { targetBits + rowBits <= 32 }

  func rows(of bucket: Int) -> Range<Int> {
    bucket << rowBits..<min(vertexCount, (bucket + 1) << rowBits)
  }
}

/// Where each part of the edges puts the arcs of each bucket.
struct BucketPlaces: Sendable {
  /// By part, then by bucket.
  let first: [ContiguousArray<Int>]
  /// Where the arcs of each bucket begin, and the last end.
  let starts: ContiguousArray<Int>

  var arcCount: Int { starts[starts.count - 1] }

  init(_ counts: [ContiguousArray<Int>], bucketCount: Int) {
    var starts = ContiguousArray(repeating: 0, count: bucketCount + 1)
    for part in counts {
      for bucket in part.indices { starts[bucket + 1] += part[bucket] }
    }
    for bucket in 0..<bucketCount { starts[bucket + 1] += starts[bucket] }
    var next = starts
    first = counts.map { part in
      var places = part
      for bucket in part.indices {
        places[bucket] = next[bucket]
        next[bucket] += part[bucket]
      }
      return places
    }
    self.starts = starts
  }
}

/// Counts the arcs of each bucket in a part of the edges; nothing where an end is out of range.
func countByBucket(
  _ sources: Span<UInt32>, _ targets: Span<UInt32>, _ part: Range<Int>, _ rule: TwoWayRule,
  _ layout: BucketLayout
) -> ContiguousArray<Int> {
  var result = ContiguousArray(repeating: 0, count: layout.bucketCount)
  var counts = result.mutableSpan
  let shift = UInt32(truncatingIfNeeded: layout.rowBits)
  let limit = UInt32(truncatingIfNeeded: layout.vertexCount)
  let uniform = rule.uniform
  precondition(sources.count == targets.count && part.upperBound <= sources.count)
  // Edges of one source often follow one another, and a count in memory takes longer to come back than an edge.
  var run = 0
  var bucketOfRun = 0
  for edge in part {
    let source = unsafe sources[unchecked: edge]
    let target = unsafe targets[unchecked: edge]
    if max(source, target) >= limit { return [] }
    if source == target { continue }
    // Both are below the number of vertices, so their buckets are among those counted.
    let bucket = Int(source &>> shift)
    if bucket != bucketOfRun {
      unsafe counts[unchecked: bucketOfRun] &+= run
      run = 0
      bucketOfRun = bucket
    }
    run &+= 1
    if uniform ?? rule.holds(for: edge) { unsafe counts[unchecked: Int(target &>> shift)] &+= 1 }
  }
  unsafe counts[unchecked: bucketOfRun] &+= run
  return result
}

/// Puts the arcs of a part of the edges into their buckets, as words.
func deal<Key: FixedWidthInteger & UnsignedInteger & Sendable>(
  _ sources: Span<UInt32>, _ targets: Span<UInt32>, _ part: Range<Int>, _ rule: TwoWayRule,
  _ layout: BucketLayout, _ first: ContiguousArray<Int>, to keys: SharedMemory<Key>
) {
  var first = first
  var next = first.mutableSpan
  let shift = UInt32(truncatingIfNeeded: layout.rowBits)
  let mask = (UInt32(1) &<< shift) &- 1
  let targetBits = Key(truncatingIfNeeded: layout.targetBits)
  let uniform = rule.uniform
  let keysInLine = 64 / MemoryLayout<Key>.size
  let keys = unsafe keys.buffer
  // The next place in the bucket of the source at hand, as for counting; what stands in `next` is old.
  var bucket = 0
  var place = next[0]
  for edge in part {
    // All ends were checked, and places counted, by the same rule.
    let source = unsafe sources[unchecked: edge]
    let target = unsafe targets[unchecked: edge]
    if source == target { continue }
    if bucket != Int(source &>> shift) {
      unsafe next[unchecked: bucket] = place
      bucket = Int(source &>> shift)
      place = unsafe next[unchecked: bucket]
    }
    unsafe keys[place] =
      Key(truncatingIfNeeded: source & mask) &<< targetBits | Key(truncatingIfNeeded: target)
    // The line behind will be written when some hundred arcs more have been dealt out.
    unsafe prefetch_line(keys.baseAddress?.advanced(by: place &+ keysInLine))
    place &+= 1
    guard uniform ?? rule.holds(for: edge) else { continue }
    let other = Int(target &>> shift)
    var otherPlace = place
    if other == bucket {
      place &+= 1
    } else {
      otherPlace = unsafe next[unchecked: other]
      unsafe next[unchecked: other] = otherPlace &+ 1
    }
    unsafe keys[otherPlace] =
      Key(truncatingIfNeeded: target & mask) &<< targetBits | Key(truncatingIfNeeded: source)
    unsafe prefetch_line(keys.baseAddress?.advanced(by: otherPlace &+ keysInLine))
  }
}

/// Sorts one bucket after the other, with memory of its own.
struct BucketSorter<Key: FixedWidthInteger & UnsignedInteger & Sendable> {
  private let layout: BucketLayout
  private let passes: Int
  private var counters: ContiguousArray<UInt32>
  private var scratch: ContiguousArray<Key> = []

  init(_ layout: BucketLayout) {
    self.layout = layout
    let bits = layout.targetBits + layout.rowBits
    passes = (bits + digitBits - 1) / digitBits
    counters = ContiguousArray(repeating: 0, count: passes << digitBits)
  }

  /// Sorts the words of a bucket, merges equal ones, and writes their targets and where each row ends.
  ///
  /// - Parameters:
  ///   - keys: The words; used up.
  ///   - targets: May be the same memory.
  ///   - start: Where the bucket begins.
  ///   - ends: By row.
  /// - Returns: The number of arcs left, and which of them stand for several.
  mutating func sort(
    _ keys: UnsafeMutableBufferPointer<Key>, into targets: UnsafeMutableBufferPointer<UInt32>,
    from start: Int,
    ends: UnsafeMutableBufferPointer<Int>
  ) -> (kept: Int, merged: [(slot: Int, count: Int)]) {
    let count = keys.count
    // Until a row is known to have arcs.
    unsafe ends.update(repeating: start)
    guard count > 0 else { return (0, []) }
    if scratch.count < count { scratch = ContiguousArray(onLargePages: 0, count: count + count / 4) }
    let (passes, targetBits) = (passes, layout.targetBits)
    return unsafe scratch.withUnsafeMutableBufferPointer { scratch in
      unsafe counters.withUnsafeMutableBufferPointer { counters in
        let other = unsafe UnsafeMutableBufferPointer(rebasing: scratch[..<count])
        var result = unsafe keys
        if unsafe vectorSort(keys, other) {
          if unsafe vectorSplit(keys, targetBits: targetBits, into: targets, from: start, ends: ends) {
            unsafe fill(ends, from: start)
            return (count, [])
          }
        } else {
          unsafe radixSort(keys, other, counters, passes: passes)
          if passes % 2 == 1 { unsafe result = other }
        }
        return unsafe merge(
          UnsafeBufferPointer(result), targetBits: targetBits, into: targets, from: start, ends: ends)
      }
    }
  }
}

/// Sorts words of 32 bits where the processor's vectors are good at it; else does nothing and returns false.
///
/// - Parameter scratch: As long as the words.
private func vectorSort<Key: FixedWidthInteger & UnsignedInteger>(
  _ keys: UnsafeMutableBufferPointer<Key>, _ scratch: UnsafeMutableBufferPointer<Key>
) -> Bool {
  guard Key.self == UInt32.self else { return false }
  return unsafe keys.withMemoryRebound(to: UInt32.self) { words in
    unsafe scratch.withMemoryRebound(to: UInt32.self) { scratch in
      unsafe sort_words(vector_unit(), words.baseAddress, words.count, scratch.baseAddress)
    }
  }
}

/// Writes the targets of sorted words of 32 bits and where each row with some ends, where no two words are equal and
/// the processor's vectors are good at it; else returns false.
private func vectorSplit<Key: FixedWidthInteger & UnsignedInteger>(
  _ keys: UnsafeMutableBufferPointer<Key>, targetBits: Int,
  into targets: UnsafeMutableBufferPointer<UInt32>, from start: Int, ends: UnsafeMutableBufferPointer<Int>
) -> Bool {
  guard Key.self == UInt32.self else { return false }
  return unsafe keys.withMemoryRebound(to: UInt32.self) { words in
    unsafe split_words(
      vector_unit(), words.baseAddress, words.count, UInt32(truncatingIfNeeded: targetBits),
      targets.baseAddress,
      start, ends.baseAddress)
  }
}

/// Bits that a pass sorts by.
///
/// It writes to as many places at a time as there are digits, and the processor's caches hold some thousand.
private var digitBits: Int { 10 }

/// Sorts words to and fro between two memories, by the least significant digit first; they end in `other` after
/// an odd number of passes.
private func radixSort<Key: FixedWidthInteger & UnsignedInteger>(
  _ keys: UnsafeMutableBufferPointer<Key>, _ other: UnsafeMutableBufferPointer<Key>,
  _ counters: UnsafeMutableBufferPointer<UInt32>, passes: Int
) {
  unsafe counters.update(repeating: 0)
  unsafe countDigits(keys, counters, passes: passes)
  var from = unsafe keys
  var to = unsafe other
  for pass in 0..<passes {
    let next = unsafe UnsafeMutableBufferPointer(
      rebasing: counters[pass << digitBits..<(pass + 1) << digitBits])
    var start: UInt32 = 0
    for digit in next.indices {
      let length = unsafe next[digit]
      unsafe next[digit] = start
      start += length
    }
    unsafe sortByDigit(pass, from, to, next)
    unsafe swap(&from, &to)
  }
}

/// Counts how often each digit occurs at each place.
@inline(__always)
private func countDigits<Key: FixedWidthInteger & UnsignedInteger>(
  _ keys: UnsafeMutableBufferPointer<Key>, _ counters: UnsafeMutableBufferPointer<UInt32>, passes: Int
) {
  let mask = (Key(1) &<< Key(digitBits)) &- 1
  for index in keys.indices {
    var key = unsafe keys[index]
    for pass in 0..<passes {
      unsafe counters[pass &<< digitBits | Int(truncatingIfNeeded: key & mask)] &+= 1
      key = key &>> Key(digitBits)
    }
  }
}

/// Moves words behind one another by one of their digits.
///
/// - Parameter next: By digit, where its next word belongs; moves on.
@inline(__always)
private func sortByDigit<Key: FixedWidthInteger & UnsignedInteger>(
  _ pass: Int, _ from: UnsafeMutableBufferPointer<Key>, _ to: UnsafeMutableBufferPointer<Key>,
  _ next: UnsafeMutableBufferPointer<UInt32>
) {
  let mask = (Key(1) &<< Key(digitBits)) &- 1
  let shift = Key(truncatingIfNeeded: pass &* digitBits)
  for index in from.indices {
    let key = unsafe from[index]
    let digit = Int(truncatingIfNeeded: key &>> shift & mask)
    let place = unsafe next[digit]
    unsafe next[digit] = place &+ 1
    unsafe to[Int(place)] = key
  }
}

/// Writes the targets of sorted words, equal ones once, and where each row ends.
///
/// A target may be written where a word was read already.
private func merge<Key: FixedWidthInteger & UnsignedInteger>(
  _ keys: UnsafeBufferPointer<Key>, targetBits: Int, into targets: UnsafeMutableBufferPointer<UInt32>,
  from start: Int, ends: UnsafeMutableBufferPointer<Int>
) -> (kept: Int, merged: [(slot: Int, count: Int)]) {
  let bits = Key(truncatingIfNeeded: targetBits)
  let mask = (Key(1) &<< bits) &- 1
  var merged: [(slot: Int, count: Int)] = []
  var kept = 0
  // Differs from the first.
  var previous = unsafe ~keys[0]
  for index in keys.indices {
    let key = unsafe keys[index]
    if key == previous {
      if let last = merged.last, last.slot == kept &- 1 {
        merged[merged.count - 1].count += 1
      } else {
        merged.append((kept &- 1, 2))
      }
      continue
    }
    previous = key
    unsafe targets[kept] = UInt32(truncatingIfNeeded: key & mask)
    kept &+= 1
    // As far as it is known: nobody asks whether the row does end here, which nobody could foretell.
    unsafe ends[Int(truncatingIfNeeded: key &>> bits)] = start &+ kept
  }
  unsafe fill(ends, from: start)
  return (kept, merged)
}

/// Lets rows without arcs end where those before them do.
private func fill(_ ends: UnsafeMutableBufferPointer<Int>, from start: Int) {
  var end = start
  for row in ends.indices {
    end = unsafe max(end, ends[row])
    unsafe ends[row] = end
  }
}
