/// Collects problems: all are counted, the first of each kind are kept in full.
///
/// A file of ten million bad rows must not give ten million messages.
final class ProblemLog {
  private let limit: Int
  private var kept: [(rank: Int, problem: Problem)] = []
  private(set) var counts: [ProblemCode: Int] = [:]
  /// Orders the problems of one file after those of the files read before it.
  private var ranks: [String: Int] = [:]

  init(limit: Int) { self.limit = max(1, limit) }

  /// Counts a problem, and describes it where there is still room for its kind.
  func add(_ code: ProblemCode, count: Int = 1, _ describe: () -> Problem) {
    let seen = counts[code, default: 0]
    counts[code] = seen + count
    guard seen < limit else { return }
    let problem = describe()
    let rank = ranks[problem.file] ?? ranks.count
    ranks[problem.file] = rank
    kept.append((rank, problem))
  }

  var hasErrors: Bool { counts.keys.contains { $0.severity == .error } }

  /// The problems kept, by file, line, code and order of discovery.
  var problems: [Problem] {
    kept.enumerated().sorted { left, right in
      let a = left.element
      let b = right.element
      if a.rank != b.rank { return a.rank < b.rank }
      if a.problem.line != b.problem.line { return (a.problem.line ?? 0) < (b.problem.line ?? 0) }
      if a.problem.code != b.problem.code { return a.problem.code.rawValue < b.problem.code.rawValue }
      return left.offset < right.offset
    }.map(\.element.problem)
  }
}
