import Ecosystem

/// Finds rows that state the same tie: equal in all columns but `id`.
///
/// The ends of an undirected tie may stand either way round.
struct DuplicateTies {
  private let ties: TieTable
  private let file: String
  private let log: ProblemLog
  private let texts: [TextColumn]

  init(_ ties: TieTable, file: String, log: ProblemLog) {
    self.ties = ties
    self.file = file
    self.log = log
    texts =
      [ties.relations, ties.stages, ties.evidence, ties.locators, ties.quotes].filter { !$0.isAbsent }
      + ties.attributes.map(\.values)
  }

  /// Reports each row that repeats an earlier one.
  ///
  /// - Complexity: O(*m* · columns) expected time; at most 16 bytes a tie.
  func report() {
    var size = 64
    while size < 2 * ties.count { size *= 2 }
    let mask = size - 1
    var slots = ContiguousArray(repeating: UInt32.max, count: size)
    for tie in 0..<ties.count {
      var place = hash(tie) & mask
      while slots[place] != UInt32.max {
        let earlier = Int(slots[place])
        if areEqual(earlier, tie) {
          report(tie, repeating: earlier)
          break
        }
        place = (place + 1) & mask
      }
      if slots[place] == UInt32.max { slots[place] = UInt32(truncatingIfNeeded: tie) }
    }
  }

  private func report(_ tie: Int, repeating earlier: Int) {
    log.add(.duplicateTie) {
      let line = ties.line(of: earlier).map { "line \($0)" } ?? "an earlier row"
      return Problem(
        .duplicateTie, file: file, line: ties.line(of: tie),
        message: "the row states the same tie as \(line)",
        remedy: "delete one, or say in what they differ")
    }
  }

  private func ends(_ tie: Int) -> (UInt32, UInt32) {
    let a = ties.sources[tie]
    let b = ties.targets[tie]
    return ties.isDirected(tie) ? (a, b) : (min(a, b), max(a, b))
  }

  private func hash(_ tie: Int) -> Int {
    var state: UInt64 = 0
    func mix(_ value: UInt64) {
      let product = (state ^ value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      state = product.high ^ product.low
    }
    let (a, b) = ends(tie)
    mix(UInt64(a) << 32 | UInt64(b))
    for column in texts { mix(UInt64(column.codes[tie])) }
    if !ties.missions.isEmpty { mix(UInt64(ties.missions[tie])) }
    if !ties.methods.isEmpty { mix(UInt64(ties.methods[tie])) }
    return Int(truncatingIfNeeded: state >> 1)
  }

  private func areEqual(_ x: Int, _ y: Int) -> Bool {
    func same<Value: Equatable>(_ column: some RandomAccessCollection<Value>) -> Bool {
      guard !column.isEmpty else { return true }
      let start = column.startIndex
      return column[column.index(start, offsetBy: x)] == column[column.index(start, offsetBy: y)]
    }
    // Unknown confidence is equal to unknown confidence.
    let isConfidenceEqual =
      ties.confidences.isEmpty || ties.confidences[x] == ties.confidences[y]
      || (ties.confidences[x].isNaN && ties.confidences[y].isNaN)
    return ends(x) == ends(y) && ties.isDirected(x) == ties.isDirected(y)
      && texts.allSatisfy { $0.codes[x] == $0.codes[y] } && same(ties.missions) && same(ties.methods)
      && same(ties.weights) && same(ties.starts) && same(ties.ends) && isConfidenceEqual
  }
}
