import Ecosystem

/// Makes sense of the header of a table.
struct Header {
  let file: String
  let kind: TableKind
  /// Whether the table is a bare edge list, in which the ends may be called `source` and `target` and no
  /// relation is needed.
  let isEdgeList: Bool
  /// Line on which it stands.
  let line: Int
  let log: ProblemLog

  /// The columns by the names that the format gives them.
  ///
  /// - Throws: Where columns are missing or named twice.
  func columns(of header: [String]) throws(TableFailure) -> [ColumnPlace] {
    var places: [ColumnPlace] = []
    var seen: [String: Int] = [:]
    var hasFailed = false
    for (index, cell) in header.enumerated() {
      let name = trimmedName(cell)
      if name.isEmpty {
        log.add(.unnamedColumn) {
          Problem(
            .unnamedColumn, file: file, line: line, message: "column \(index + 1) has no name and is left out"
          )
        }
        continue
      }
      if let first = seen.updateValue(index, forKey: name.lowercased()) {
        hasFailed = true
        log.add(.duplicateColumn) {
          Problem(
            .duplicateColumn, file: file, line: line, column: name,
            message: "columns \(first + 1) and \(index + 1) have the same name",
            remedy: "rename or delete one of them")
        }
      }
      places.append(ColumnPlace(index: index, name: name))
    }
    if isEdgeList {
      places = try withNamedEnds(places, header)
    } else {
      for name in kind.requiredColumns where seen[name] == nil {
        hasFailed = true
        reportMissing(name, places)
      }
    }
    if hasFailed { throw .reported }
    return places
  }

  private func reportMissing(_ name: String, _ places: [ColumnPlace]) {
    let spare = places.map(\.name).filter { !kind.knownColumns.contains($0.lowercased()) }
    log.add(.missingColumn) {
      Problem(
        .missingColumn, file: file, line: line, column: name,
        message: "the column is missing; the header has \(listed(places.map(\.name)))",
        remedy: "add or rename it", suggestions: suggestions(for: name, among: spare))
    }
  }

  /// Gives the ends of an edge list the names `from` and `to`.
  private func withNamedEnds(_ places: [ColumnPlace], _ header: [String]) throws(TableFailure)
    -> [ColumnPlace]
  {
    let names = Set(places.map { $0.name.lowercased() })
    let ends = [("from", "to"), ("source", "target")].first { names.contains($0.0) && names.contains($0.1) }
    guard let ends else {
      let wanted = ["from", "to", "source", "target"]
      let near = places.flatMap { suggestions(for: $0.name, among: wanted, limit: 1) }
      log.add(.unrecognizedHeader) {
        Problem(
          .unrecognizedHeader, file: file, line: line, value: header.joined(separator: ","),
          message: "the header is \(listed(header))",
          remedy: "expected the columns `from` and `to`, or `source` and `target`",
          suggestions: wanted.filter { near.contains($0) && !names.contains($0) })
      }
      throw .reported
    }
    return places.map { place in
      switch place.name.lowercased() {
      case ends.0: ColumnPlace(index: place.index, name: place.name, role: "from")
      case ends.1: ColumnPlace(index: place.index, name: place.name, role: "to")
      default: place
      }
    }
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\(visible($0))`" }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }
}
