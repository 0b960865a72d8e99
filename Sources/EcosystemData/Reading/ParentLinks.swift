import Ecosystem

/// Finds the parents of a table's rows within the same table.
struct ParentLinks {
  let keys: ListedKeys
  let log: ProblemLog

  /// Row of each row's parent, `TextColumn.none` for none; empty where nobody has one.
  ///
  /// A parent that is unknown, or leads back to the row, is reported and left out; the row stays.
  func resolve(_ column: TextColumn, ids: [String], lines: LineNumbers) -> ContiguousArray<UInt32> {
    guard !column.isAbsent, !column.values.isEmpty else { return [] }
    let answers = column.values.map { keys.index.find($0) }
    var parents = ContiguousArray(repeating: TextColumn.none, count: ids.count)
    for row in ids.indices {
      guard let code = column.code(ofRow: row) else { continue }
      let name = column.values[code]
      switch answers[code] {
      case .row(let parent): parents[row] = parent
      case .leftOut(let line):
        report(.leftOutWithActor, lines[row], name) {
          Finding(
            message: "the parent is left out with `\(visible(name))` (\(keys.fileName):\(line))")
        }
      case .unknown: report(.unknownParent, lines[row], name) { keys.unknownFinding(name) }
      }
    }
    breakCycles(&parents, ids, lines)
    return parents
  }

  /// Follows the parents of each row once; a row met again on the same way closes a cycle.
  private func breakCycles(_ parents: inout ContiguousArray<UInt32>, _ ids: [String], _ lines: LineNumbers) {
    var visit = [Int](repeating: 0, count: ids.count)
    for start in ids.indices where visit[start] == 0 {
      let mark = start + 1
      var row = start
      while visit[row] == 0 {
        visit[row] = mark
        guard parents[row] != TextColumn.none else { break }
        row = Int(parents[row])
      }
      guard visit[row] == mark, parents[row] != TextColumn.none else { continue }
      var cycle = [row]
      var next = Int(parents[row])
      while next != row, visit[next] == mark {
        cycle.append(next)
        next = Int(parents[next])
      }
      guard next == row else { continue }
      let first = cycle.min() ?? row
      let way = cycle.prefix(6).map { "`\(visible(ids[$0]))`" } + (cycle.count > 6 ? ["…"] : [])
      report(.parentCycle, lines[first], ids[first]) {
        Finding(
          message: "going from parent to parent leads back: " + (way + [way[0]]).joined(separator: " → "),
          remedy: "remove one of the links")
      }
      for member in cycle { parents[member] = TextColumn.none }
    }
  }

  private func report(_ code: ProblemCode, _ line: Int?, _ value: String, _ describe: () -> Finding) {
    log.add(code) {
      let finding = describe()
      return Problem(
        code, file: keys.fileName, line: line, column: "parent", value: value, message: finding.message,
        remedy: finding.remedy, suggestions: finding.suggestions)
    }
  }
}
