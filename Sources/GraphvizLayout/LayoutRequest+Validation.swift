extension LayoutRequest {
  /// The most nodes the engine is asked to place.
  package var nodeLimit: Int {
    switch engine {
    case .layered, .stress: 500
    case .spring: overlap.removal == .prism ? 5_000 : 20_000
    case .packed: 20_000
    }
  }

  /// The most edges the engine is asked to route.
  package var edgeLimit: Int {
    switch engine {
    case .layered, .stress: 2_000
    case .spring, .packed: 60_000
    }
  }

  /// "engine, nodes, edges", for messages.
  package var summary: String { "\(engine.rawValue) layout of \(nodes.count) nodes and \(edges.count) edges" }

  /// What helps where the layout takes too much, for messages.
  package var remedy: String {
    switch engine {
    case .layered, .stress: "Select fewer nodes, or use the spring layout."
    case .spring where overlap.removal == .prism: "Select fewer nodes, or turn overlap removal off."
    case .spring, .packed: "Select fewer nodes."
    }
  }

  /// Throws where Graphviz must not see the request.
  package func validate() throws(LayoutError) {
    try validateCounts()
    try validateSettings()
    for (index, node) in nodes.enumerated() {
      try check(node.width, in: 7.2...5_000, "width of node \(index)")
      try check(node.height, in: 7.2...5_000, "height of node \(index)")
      if node.shape == .circle, node.width != node.height {
        throw LayoutError(
          .badRequest, "node \(index) is a circle of unequal width \(node.width) and height \(node.height)")
      }
      if let group = node.group, !groups.indices.contains(group) {
        throw LayoutError(.badRequest, "node \(index) names group \(group); there are \(groups.count) groups")
      }
    }
    for (index, edge) in edges.enumerated() {
      for end in [edge.from, edge.to] where !nodes.indices.contains(end) {
        throw LayoutError(.badRequest, "edge \(index) names node \(end); there are \(nodes.count) nodes")
      }
      if let length = edge.length { try check(length, in: 7.2...1_440, "length of edge \(index)") }
      if let weight = edge.weight { try check(weight, in: 1...100, "weight of edge \(index)") }
    }
    for (index, group) in groups.enumerated() {
      try check(group.headerWidth, in: 0...5_000, "header width of group \(index)")
      try check(group.headerHeight, in: 0...500, "header height of group \(index)")
    }
  }

  private func validateCounts() throws(LayoutError) {
    guard nodes.count <= nodeLimit, edges.count <= edgeLimit, groups.count <= nodeLimit else {
      throw LayoutError(
        .tooLarge,
        "\(summary) is too large: at most \(nodeLimit) nodes and groups and \(edgeLimit) edges. \(remedy)")
    }
  }

  private func validateSettings() throws(LayoutError) {
    try check(layered.nodeSeparation, in: 1...1_000, "node separation")
    try check(layered.rankSeparation, in: 1...2_000, "rank separation")
    try check(overlap.margin, in: 0...500, "overlap margin")
    switch overlap.scaling {
    case .automatic, .none: break
    case .factor(let value): try check(value, in: 0.1...10, "overlap scaling factor")
    case .nodeSizes(let value): try check(value, in: 0.1...10, "overlap scaling in node sizes")
    }
    try check(spring.length, in: 7.2...1_440, "spring length")
    try check(spring.repulsion, in: 0.1...5, "repulsion")
    try check(packing.spacing, in: 0...500, "spacing")
    try check(groupMargin, in: 0...500, "group margin")
    for arrangement in [packing.groups, packing.members] {
      switch arrangement {
      case .square: break
      case .rows(let count), .columns(let count): try check(Double(count), in: 1...1_000, "rows or columns")
      }
    }
  }

  private func check(
    _ value: Double, in range: ClosedRange<Double>, _ what: @autoclosure () -> String
  ) throws(LayoutError) {
    // A comparison with NaN is false, so NaN is refused too.
    guard range.contains(value) else {
      throw LayoutError(
        .badRequest, "\(what()) must be in \(range.lowerBound)...\(range.upperBound), got \(value)")
    }
  }
}
