/// Rank correlations of two lists of whole numbers.
struct PairedRanks {
  private let count: Int
  /// Sorted by the first number, and by the second where those are equal.
  private let pairs: [(Int, Int)]

  init(_ left: [Int], _ right: [Int]) {
    count = left.count
    pairs = zip(left, right).sorted { $0 < $1 }
  }

  /// Spearman's ρ with mean ranks; nil where a list has one number only.
  var spearman: Double? {
    // Twice the ranks are whole numbers, and so are their distances from the mean, all sums below n³.
    let left = Self.centeredRanks(pairs.map(\.0))
    let right = Self.centeredRanks(pairs.map(\.1))
    var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for place in 0..<count {
      product += left[place] * right[place]
      leftSquares += left[place] * left[place]
      rightSquares += right[place] * right[place]
    }
    guard leftSquares > 0, rightSquares > 0 else { return nil }
    if leftSquares == rightSquares { return product / leftSquares }
    return Self.bounded(product / (leftSquares.squareRoot() * rightSquares.squareRoot()))
  }

  /// Kendall's τ-b; nil where a list has one number only.
  var kendall: Double? {
    var second = pairs.map(\.1)
    let all = Self.pairCount(count)
    let tiedLeft = Self.tiedPairs(pairs.map(\.0)) { $0 == $1 }
    let tiedBoth = Self.tiedPairs(pairs) { $0 == $1 }
    var scratch = second
    let discordant = Self.sort(&second, &scratch, 0..<count)
    let tiedRight = Self.tiedPairs(second) { $0 == $1 }
    let (left, right) = (all - tiedLeft, all - tiedRight)
    guard left > 0, right > 0 else { return nil }
    let concordant = all - tiedLeft - tiedRight + tiedBoth - discordant
    let difference = Double(concordant - discordant)
    if left == right { return difference / Double(left) }
    return Self.bounded(difference / (Double(left).squareRoot() * Double(right).squareRoot()))
  }

  private static func bounded(_ value: Double) -> Double { max(-1, min(1, value)) }

  private static func pairCount(_ count: Int) -> Int { count * (count - 1) / 2 }

  /// Twice the distance of each number's rank from the mean rank, equal numbers sharing theirs.
  private static func centeredRanks(_ numbers: [Int]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      // Places first ..< end have the mean (first + end − 1)/2; the mean of all is (n − 1)/2.
      for place in first..<end { ranks[order[place]] = Double(first + end - numbers.count) }
      first = end
    }
    return ranks
  }

  /// Number of pairs of equal elements in a sorted list.
  private static func tiedPairs<Element>(_ sorted: [Element], _ isEqual: (Element, Element) -> Bool) -> Int {
    var pairs = 0
    var first = 0
    for place in sorted.indices {
      if !isEqual(sorted[first], sorted[place]) { first = place }
      pairs += place - first
    }
    return pairs
  }

  /// Sorts a range by merging; returns how many pairs stood in the wrong order.
  private static func sort(_ numbers: inout [Int], _ scratch: inout [Int], _ range: Range<Int>) -> Int {
    guard range.count > 1 else { return 0 }
    let middle = range.lowerBound + range.count / 2
    var inversions =
      sort(&numbers, &scratch, range.lowerBound..<middle)
      + sort(&numbers, &scratch, middle..<range.upperBound)
    var (left, right) = (range.lowerBound, middle)
    for place in range {
      if left < middle, right == range.upperBound || numbers[left] <= numbers[right] {
        scratch[place] = numbers[left]
        left += 1
      } else {
        scratch[place] = numbers[right]
        right += 1
        inversions += middle - left
      }
    }
    for place in range { numbers[place] = scratch[place] }
    return inversions
  }
}
