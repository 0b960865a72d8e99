/// Which neighbors of a member its row has.
enum RowPart {
  case whole
  /// Those of larger numbers.
  case above
}

/// Rows of weights being added up, one after another.
///
/// A member is in the row where its place holds it: a sparse set, in which nothing is cleared from one row to the next.
///
/// Source: P. Briggs, L. Torczon, "An efficient representation for sparse sets", ACM Letters on Programming Languages
/// and Systems 2 (1993) 59–69, doi:10.1145/176454.176484.
struct RowSums: Sendable {
  /// Where each member is within the row, if it is in it.
  private(set) var placeOf: ContiguousArray<UInt32>
  /// Row after row, and room for more.
  private(set) var targets: ContiguousArray<UInt32> = []
  private(set) var weights: ContiguousArray<Double> = []
  /// Where the present row is.
  private(set) var row = 0..<0
  private var own: UInt32 = 0

  init(memberCount: Int) { placeOf = ContiguousArray(repeating: 0, count: memberCount) }

  /// Begins a row after the present one.
  mutating func beginRow(of member: UInt32) {
    own = member
    row = row.upperBound..<row.upperBound
  }

  mutating func removeRows() { row = 0..<0 }

  /// The rows added up so far, one after another.
  var allRows: (targets: ContiguousArray<UInt32>, weights: ContiguousArray<Double>) {
    (ContiguousArray(targets[..<row.upperBound]), ContiguousArray(weights[..<row.upperBound]))
  }

  /// Adds to the weight of the tie to one member.
  mutating func add(_ weight: Double, to other: UInt32) {
    let one = CollectionOfOne(other)
    add(weight, toEach: .whole, of: one.span)
  }

  /// Adds to the weights of the ties to members, which ascend.
  @inline(__always)
  mutating func add(_ weight: Double, toEach part: RowPart, of members: Span<UInt32>) {
    if row.upperBound + members.count > targets.count { makeRoom(for: members.count) }
    let end = meet(
      members, above: part == .above ? own : nil, except: own, weight, row, &placeOf, &targets, &weights)
    row = row.lowerBound..<end
  }

  private mutating func makeRoom(for count: Int) {
    let more = max(count, targets.count)
    targets.append(contentsOf: repeatElement(0, count: more))
    weights.append(contentsOf: repeatElement(0, count: more))
  }

  /// Changes the weights of the row.
  mutating func mapRow(_ change: (_ weight: Double, _ target: UInt32) -> Double) {
    for place in row { weights[place] = change(weights[place], targets[place]) }
  }
}

/// Adds to members' weights, or to the row the members, and returns where the row ends.
@inline(__always) private func meet(
  _ members: Span<UInt32>, above least: UInt32?, except own: UInt32, _ weight: Double, _ row: Range<Int>,
  _ placeArray: inout ContiguousArray<UInt32>, _ targetArray: inout ContiguousArray<UInt32>,
  _ weightArray: inout ContiguousArray<Double>
) -> Int {
  var places = placeArray.mutableSpan
  var targets = targetArray.mutableSpan
  var weights = weightArray.mutableSpan
  var end = row.upperBound
  // From the back, where those above are.
  var index = members.count
  while index > 0 {
    index -= 1
    let other = members[index]
    if let least, other <= least { break }
    if other == own { continue }
    let place = row.lowerBound + Int(places[Int(other)])
    if place < end, targets[place] == other {
      weights[place] += weight
    } else {
      places[Int(other)] = UInt32(truncatingIfNeeded: end - row.lowerBound)
      targets[end] = other
      weights[end] = weight
      end += 1
    }
  }
  return end
}

/// A row that is sorted when it has been added up.
struct SortedRow: Sendable {
  var sums: RowSums
  private(set) var targets: ContiguousArray<UInt32>
  private(set) var weights: ContiguousArray<Double>
  private var sorter: RowSorter

  init(memberCount: Int) {
    sums = RowSums(memberCount: memberCount)
    targets = ContiguousArray(repeating: 0, count: memberCount)
    weights = ContiguousArray(repeating: 0, count: memberCount)
    sorter = RowSorter(bound: memberCount)
  }

  var count: Int { sums.row.count }

  mutating func sort() {
    putInOrder(count, sums, &sorter, &targets, &weights)
  }
}

private func putInOrder(
  _ count: Int, _ sums: borrowing RowSums, _ sorter: inout RowSorter,
  _ targetArray: inout ContiguousArray<UInt32>,
  _ weightArray: inout ContiguousArray<Double>
) {
  var targets = targetArray.mutableSpan
  var weights = weightArray.mutableSpan
  for place in 0..<count { targets[place] = sums.targets[place] }
  sorter.sort(0..<count, of: &targets)
  for place in 0..<count { weights[place] = sums.weights[Int(sums.placeOf[Int(targets[place])])] }
}
