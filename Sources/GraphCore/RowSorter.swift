/// Sorts rows of distinct numbers below a bound, one row after another, in memory that they share.
///
/// Few numbers are sorted by insertion, more by a ``BitTree``.
package struct RowSorter: Sendable {
  private var tree: BitTree

  package init(bound: Int) { tree = BitTree(bound: bound) }

  /// Sorts the numbers at some places.
  package mutating func sort(_ places: Range<Int>, of numbers: inout MutableSpan<UInt32>) {
    if places.count <= 24 {
      sortByInsertion(places, of: &numbers)
    } else {
      tree.insert(numbers.span.extracting(places))
      _ = tree.removeAll(into: &numbers, from: places.lowerBound)
    }
  }
}

private func sortByInsertion(_ places: Range<Int>, of numbers: inout MutableSpan<UInt32>) {
  for place in places.dropFirst() {
    let number = numbers[place]
    var hole = place
    while hole > places.lowerBound, numbers[hole - 1] > number {
      numbers[hole] = numbers[hole - 1]
      hole -= 1
    }
    numbers[hole] = number
  }
}
