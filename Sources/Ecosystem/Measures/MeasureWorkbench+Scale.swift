import GraphCore
import GraphMeasures

extension MeasureWorkbench {
  /// Brings values to the scale that was asked for, and says which.
  mutating func rescale(_ id: MeasureID, _ result: inout MeasureResult) throws(GraphError) {
    switch options.scale {
    case .raw: break
    case .normalized:
      guard let normalization = id.passport.normalization else {
        result.notes.append("\(id.rawValue) has no published normalization by size and is given as it is")
        return
      }
      result.values = try normalized(result.values, normalization, id)
    case .tool(let tool):
      guard let convention = id.toolConventions.first(where: { $0.tool == tool }) else {
        result.notes.append(
          "\(id.rawValue): nothing is known of what \(tool.rawValue) gives; it is given as it is")
        return
      }
      result.notes.append(
        "\(id.rawValue) as \(tool.rawValue) \(convention.call): \(convention.difference.text)")
      result.values = try values(result.values, as: convention.difference, id)
    }
  }

  private mutating func values(
    _ values: MeasureValues, as difference: ToolConvention.Difference, _ id: MeasureID
  ) throws(GraphError) -> MeasureValues {
    switch difference {
    case .same: return values
    case .normalized(let normalization): return try normalized(values, normalization, id)
    case .percent(let normalization): return try normalized(values, normalization, id).map { 100 * $0 }
    case .orderedPairs: return direction(of: id) == .undirected ? values.map { 2 * $0 } : values
    case .largestIsOne:
      let largest = (0..<view.vertexCount).compactMap { values[$0] }.max() ?? 0
      return largest > 0 ? values.map { $0 / largest } : values
    case .componentSize:
      let sizes = try componentSizes()
      return .partial((0..<view.vertexCount).map { vertex in values[vertex].map { $0 * sizes[vertex] } })
    case .reachedAlone:
      let reached = try distances().reachedCounts
      let others = Double(view.vertexCount - 1)
      return .partial(
        (0..<view.vertexCount).map { vertex in
          reached[vertex] == 0 ? nil : values[vertex].map { $0 * others / Double(reached[vertex]) }
        })
    case .undefinedIsZero: return .reals((0..<view.vertexCount).map { values[$0] ?? 0 })
    }
  }

  private mutating func normalized(
    _ values: MeasureValues, _ normalization: MeasurePassport.Normalization, _ id: MeasureID
  ) throws(GraphError) -> MeasureValues {
    let others = Double(view.vertexCount - 1)
    let divisors: [Double]
    switch normalization {
    case .otherActors: divisors = [Double](repeating: others, count: view.vertexCount)
    case .otherPairs:
      let pairs = others * (others - 1) / (direction(of: id) == .undirected ? 2 : 1)
      divisors = [Double](repeating: pairs, count: view.vertexCount)
    case .componentPairs: divisors = try componentSizes().map { ($0 - 1) * ($0 - 2) / 2 }
    case .flowTotals: divisors = try strengthGraph().flowBetweenness(execution: execution).totals
    }
    return .partial(
      (0..<view.vertexCount).map { vertex in
        divisors[vertex] > 0 ? values[vertex].map { $0 / divisors[vertex] } : nil
      })
  }

  /// The direction in which a measure reads ties.
  private func direction(of id: MeasureID) -> Direction {
    switch id.passport.direction {
    case .always: .directed
    case .never: .undirected
    case .whenAsked: options.graph.direction
    }
  }

  /// For each actor the number of actors in its component.
  private mutating func componentSizes() throws(GraphError) -> [Double] {
    let components = try structure(.undirected).connectedComponents()
    var sizes = [Double](repeating: 0, count: components.count)
    for label in components.labels { sizes[Int(label)] += 1 }
    return components.labels.map { sizes[Int($0)] }
  }
}

extension MeasureValues {
  /// The values that a function gives, as real numbers; undefined ones and names stay.
  func map(_ transform: (Double) -> Double) -> MeasureValues {
    switch self {
    case .counts(let values): .reals(values.map { transform(Double($0)) })
    case .reals(let values): .reals(values.map(transform))
    case .partial(let values): .partial(values.map { $0.map(transform) })
    case .labels: self
    }
  }
}
