extension RandomAccessCollection where Index == Int {
  /// The first place whose element is past a bound, the end where none is; elements that are past it come
  /// after all that are not.
  package func partitioningIndex(where isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
