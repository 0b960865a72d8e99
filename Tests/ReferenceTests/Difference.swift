import Ecosystem

/// Where a measure differs from the fixtures.
struct Difference: CustomStringConvertible {
  let id: String
  let options: FixtureOptions
  let graph: FixtureGraph
  let vertex: Int
  let expected: String
  let got: String
  let source: Fixture.Source

  var description: String {
    let ties = graph.edges.map { "\($0.source)\($0.isDirected ? ">" : "-")\($0.target) \($0.weight)" }
    let set = "\(options)".replacing("nil", with: "-")
    return """
      \(id) \(set) of vertex \(vertex) in \(graph.name): \(got) and not \(expected), \
      which is from \(source.tool) \(source.version), \(source.call) (\(source.note)). \
      \(graph.vertexCount) vertices, ties \(ties.prefix(12)), groups \(graph.groups.map { $0 ?? "" }.prefix(12))
      """
  }

}

/// A value as messages show it.
private func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "undefined" }

/// Whether two values are the same to nine digits; undefined is the same as undefined only.
func areEqual(_ left: Double?, _ right: Double?) -> Bool {
  switch (left, right) {
  case (nil, nil): true
  case (let x?, let y?): abs(x - y) <= max(1e-12, 1e-9 * max(abs(x), abs(y)))
  default: false
  }
}

extension FixtureGraph {
  /// The columns that can be compared, by their options.
  private var comparable: [FixtureOptions: [(id: MeasureID, column: FixtureColumn)]] {
    var groups: [FixtureOptions: [(id: MeasureID, column: FixtureColumn)]] = [:]
    for column in columns {
      let options = column.options ?? FixtureOptions()
      guard let id = MeasureID(rawValue: column.id) else { continue }
      groups[options, default: []].append((id, column))
    }
    return groups
  }

  /// Takes all measures that can be compared; returns how many columns were, and the first vertex of each that differs.
  func differences(_ sources: [Fixture.Source]) throws -> (compared: Int, differences: [Difference]) {
    var compared = 0
    var found: [Difference] = []
    let view = dataset.view()
    for (options, wanted) in comparable {
      let withValues = wanted.filter { $0.column.facts == nil }
      let columns = try view.measure(withValues.map(\.id), options: options.measureOptions(dataset))
      for (entry, column) in zip(withValues, columns) {
        compared += 1
        guard let (vertex, expected, got) = try entry.column.firstDifference(from: column.values) else {
          continue
        }
        found.append(
          Difference(
            id: entry.column.id, options: options, graph: self, vertex: vertex, expected: expected, got: got,
            source: sources[entry.column.source]))
      }
    }
    return (compared, found)
  }
}

extension FixtureColumn {
  /// The first vertex whose value is another, what it should be, and what it is.
  fileprivate func firstDifference(
    from found: MeasureValues
  ) throws -> (vertex: Int, expected: String, got: String)? {
    if let labels {
      guard case .labels(let names) = found else { throw UnknownOption(description: "\(id) gives no names") }
      let vertex = labels.indices.first { labels[$0] != names[$0] }
      return vertex.map { ($0, labels[$0], text(names[$0])) }
    }
    guard let values else { throw UnknownOption(description: "\(id) has no values") }
    let vertex = values.indices.first { !areEqual(found[$0], values[$0]) }
    return vertex.map { ($0, text(values[$0]), text(found[$0])) }
  }
}
