import Ecosystem

/// Where a measure differs from the fixtures.
struct Difference: CustomStringConvertible {
  let id: String
  let options: FixtureOptions
  let graph: FixtureGraph
  let vertex: Int
  let expected: Double?
  let got: Double?
  let source: Fixture.Source

  var description: String {
    let ties = graph.edges.map { "\($0.source)\($0.isDirected ? ">" : "-")\($0.target) \($0.weight)" }
    let set = "\(options)".replacing("nil", with: "-")
    return """
      \(id) \(set) of vertex \(vertex) in \(graph.name): \(text(got)) and not \(text(expected)), \
      which is from \(source.tool) \(source.version), \(source.call) (\(source.note)). \
      \(graph.vertexCount) vertices, ties \(ties.prefix(12)), groups \(graph.groups.map { $0 ?? "" }.prefix(12))
      """
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "undefined" }
}

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
      let withValues = wanted.filter { $0.column.values != nil }
      let columns = try view.measure(withValues.map(\.id), options: options.measureOptions(dataset))
      for (entry, column) in zip(withValues, columns) {
        compared += 1
        let expected = entry.column.values ?? []
        let vertex = (0..<vertexCount).first { !areEqual(column.values[$0], expected[$0]) }
        guard let vertex else { continue }
        found.append(
          Difference(
            id: entry.column.id, options: options, graph: self, vertex: vertex, expected: expected[vertex],
            got: column.values[vertex], source: sources[entry.column.source]))
      }
    }
    return (compared, found)
  }
}
