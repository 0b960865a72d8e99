extension LayoutRequest {
  /// Returns the request in the DOT language, for use with Graphviz' own programs.
  ///
  /// Every value is quoted, so that a label can be any text: it is shown as it is, without control characters and cut
  /// at 400 bytes. Nodes without a label show none.
  ///
  /// - Parameter labels: The texts of the nodes, in their order.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public func dot(labels: [String]) -> String {
    var lines = ["digraph {"]
    lines += graphAttributes.map { "  \($0.name)=\"\($0.value)\";" }
    lines.append("  node [fixedsize=\"true\"];")
    lines.append("  edge [dir=\"none\"];")
    for (index, node) in nodes.enumerated() where node.group == nil {
      lines.append("  " + statement(index, labels))
    }
    for group in groups.indices {
      lines.append("  subgraph \"cluster_\(group)\" {")
      lines.append("    margin=\"\(groupMargin)\";")
      for (index, node) in nodes.enumerated() where node.group == group {
        lines.append("    " + statement(index, labels))
      }
      lines.append("  }")
    }
    lines += edges.map(statement)
    lines.append("}\n")
    return lines.joined(separator: "\n")
  }

  /// What ``Overlap/Scaling`` means to Graphviz: > 0 a factor, < 0 a multiple of the mean node size, 0 none.
  var overlapScaling: Double {
    switch overlap.scaling {
    case .automatic: engine == .spring ? -4 : 1
    case .none: 0
    case .factor(let value): value
    case .nodeSizes(let value): -value
    }
  }

  private var graphAttributes: [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    switch engine {
    case .layered:
      attributes = [
        ("layout", "dot"), ("rankdir", layered.direction == .topToBottom ? "TB" : "LR"),
        ("splines", layered.routing == .splines ? "true" : "line"),
        ("nodesep", inches(layered.nodeSeparation)),
        ("ranksep", inches(layered.rankSeparation)),
      ]
    case .stress: attributes = [("layout", "neato"), ("mode", "major"), ("maxiter", "200")]
    case .spring:
      attributes = [
        ("layout", "sfdp"), ("K", inches(spring.length)), ("repulsiveforce", "\(spring.repulsion)"),
      ]
    case .packed: attributes = [("layout", "osage"), ("pack", "\(packing.spacing)")]
    }
    if engine == .stress || engine == .spring {
      attributes += [("start", "\(seed)"), ("overlap", overlap.removal == .prism ? "prism" : "true")]
      if overlap.removal == .prism {
        attributes += [("overlap_scaling", "\(overlapScaling)"), ("sep", "+\(overlap.margin)")]
      }
    }
    return attributes
  }

  private func statement(_ index: Int, _ labels: [String]) -> String {
    let node = nodes[index]
    let label = labels.indices.contains(index) ? quoted(labels[index]) : "\"\""
    return "n\(index) [label=\(label), shape=\"\(node.shape.rawValue)\", width=\"\(inches(node.width))\", "
      + "height=\"\(inches(node.height))\"];"
  }

  private func statement(_ edge: Edge) -> String {
    var attributes: [String] = []
    if let length = edge.length { attributes.append("len=\"\(inches(length))\"") }
    if let weight = edge.weight {
      attributes.append("weight=\"\(engine == .layered ? weight.rounded() : weight)\"")
    }
    if edge.visibility == .hidden { attributes.append("style=\"invis\"") }
    if engine == .layered, layered.attachment == .facingSides, edge.from != edge.to {
      let (tail, head) = layered.direction == .topToBottom ? ("s", "n") : ("e", "w")
      attributes += ["tailport=\"\(tail)\"", "headport=\"\(head)\""]
    }
    return "  n\(edge.from) -> n\(edge.to)"
      + (attributes.isEmpty ? ";" : " [\(attributes.joined(separator: ", "))];")
  }
}

/// Points as inches, to four places.
private func inches(_ points: Double) -> String { "\((points / 72 * 10_000).rounded() / 10_000)" }

/// A label as a DOT string that shows exactly this text: neither escapes such as `\N` nor entities are resolved.
private func quoted(_ text: String) -> String {
  var result = "\""
  var size = 0
  for scalar in text.unicodeScalars {
    size += UTF8.width(scalar)
    if size > 400 { break }
    switch scalar {
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    case "&": result += "&amp;"
    case "\n": result += "\\n"
    // Neither DOT nor SVG has a way to write these.
    case "\u{0}"..<"\u{20}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
