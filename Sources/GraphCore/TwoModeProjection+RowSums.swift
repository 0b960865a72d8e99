/// A row of weights being added up, then read off in the order of its members, and then the next.
///
/// Sums stand at the members' own places, and the members of the row in a ``BitTree``: a weight is added without a
/// question asked, and the row is read off in order however it was met. Reading off leaves all sums 0.
struct RowSums: Sendable {
  private var sums: ContiguousArray<Double>
  private var members: BitTree

  init(memberCount: Int) {
    sums = ContiguousArray(repeating: 0, count: memberCount)
    members = BitTree(bound: memberCount)
  }

  /// Adds to the weight of the tie to one member.
  mutating func add(_ weight: Double, to member: UInt32) {
    let one = CollectionOfOne(member)
    add(weight, toEach: one.span)
  }

  /// Adds to the weights of the ties to members.
  @inline(__always)
  mutating func add(_ weight: Double, toEach row: Span<UInt32>) {
    addUp(weight, row, &sums, &members)
  }

  /// Takes a member out of the row.
  mutating func remove(_ member: UInt32) {
    sums[Int(member)] = 0
    members.remove(member)
  }

  /// Reads the row off to some place on, and returns where it ends.
  mutating func readOff(
    _ targets: inout MutableSpan<UInt32>, _ weights: inout MutableSpan<Double>, from start: Int
  ) -> Int {
    if members.isFlat { return members.removeAll(into: &targets, &weights, from: start, of: &sums) }
    let end = members.removeAll(into: &targets, from: start)
    take(&sums, of: targets.span.extracting(start..<end), &weights, from: start)
    return end
  }
}

@inline(__always) private func addUp(
  _ weight: Double, _ row: Span<UInt32>, _ sumArray: inout ContiguousArray<Double>, _ members: inout BitTree
) {
  var sums = sumArray.mutableSpan
  members.insert(row) { sums[$0] += weight }
}

/// Writes the sums of members down.
private func take(
  _ sumArray: inout ContiguousArray<Double>, of members: Span<UInt32>, _ weights: inout MutableSpan<Double>,
  from start: Int
) {
  var sums = sumArray.mutableSpan
  for index in members.indices {
    let member = unsafe Int(members[unchecked: index])
    weights[start + index] = sums[member]
    sums[member] = 0
  }
}
