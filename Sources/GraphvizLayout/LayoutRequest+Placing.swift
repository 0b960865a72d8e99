import CGraphvizShim

// In the worker only: the process may die here.

extension LayoutRequest {
  /// Lets Graphviz compute the layout, in this process.
  ///
  /// Springs and stress are tried the quick way first. Nodes nearly always lie apart after a few rounds of removing
  /// overlaps; the hundreds that Graphviz would go on for move them by a point or two and take longer than all the rest.
  /// Taking distant nodes as one body readily saves another third, but on a few small graphs gives no numbers.
  func place() throws(LayoutError) -> Layout {
    if engine == .stress || engine == .spring {
      let layout = try? place(.quick)
      if let layout, overlap.removal == .none || !hasOverlaps(layout) { return layout }
    }
    return try place(.thorough)
  }

  private enum Effort {
    case quick, thorough
  }

  private func overlapRounds(_ effort: Effort) -> Int32 {
    guard overlap.removal == .prism else { return 0 }
    return effort == .thorough ? 1_000 : engine == .spring ? 12 : 20
  }

  private func place(_ effort: Effort) throws(LayoutError) -> Layout {
    // Positions depend on the order in which Graphviz meets the edges, so that order is not left to the caller.
    let order = self.edges.indices.sorted {
      let (a, b) = (self.edges[$0], self.edges[$1])
      return (a.from, a.to, $0) < (b.from, b.to, $1)
    }
    let nodes = self.nodes.map {
      egv_node(
        width: $0.width, height: $0.height, shape: $0.shape == .circle ? 1 : 0, group: Int32($0.group ?? -1))
    }
    let edges = order.map { index in
      let edge = self.edges[index]
      return egv_edge(
        from: UInt32(edge.from), to: UInt32(edge.to), length: edge.length ?? 0, weight: edge.weight ?? 1,
        is_hidden: edge.visibility == .hidden ? 1 : 0)
    }
    let groups = self.groups.map { egv_group(header_width: $0.headerWidth, header_height: $0.headerHeight) }

    var result = unsafe egv_layout()
    let status = unsafe nodes.withUnsafeBufferPointer { nodes in
      unsafe edges.withUnsafeBufferPointer { edges in
        unsafe groups.withUnsafeBufferPointer { groups in
          var problem = unsafe egv_problem(
            options: options(effort), node_count: nodes.count, edge_count: edges.count,
            group_count: groups.count,
            nodes: nodes.baseAddress, edges: edges.baseAddress, groups: groups.baseAddress)
          return unsafe egv_compute(&problem, &result)
        }
      }
    }
    let message = unsafe String(cString: egv_layout_message(&result))
    switch status {
    case EGV_OK: break
    case EGV_UNAVAILABLE:
      throw LayoutError(
        .unavailable,
        "Graphviz is missing (\(message)). Install libgraphviz-dev (Debian, Ubuntu) or graphviz (Homebrew) and build again."
      )
    default: throw LayoutError(.failed, "\(summary) failed: \(message)")
    }
    return try Layout(placed: unsafe PlacedGraph(result, edgeOrder: order), for: self, diagnostics: message)
  }

  private func options(_ effort: Effort) -> egv_options {
    egv_options(
      engine: egv_engine(engine), is_top_down: layered.direction == .topToBottom ? 1 : 0,
      uses_facing_sides: layered.attachment == .facingSides ? 1 : 0,
      is_curved: layered.routing == .splines ? 1 : 0,
      overlap_rounds: overlapRounds(effort),
      is_quick: effort == .quick ? 1 : 0,
      overlap_scaling: overlapScaling, node_margin: overlap.margin, node_separation: layered.nodeSeparation,
      rank_separation: layered.rankSeparation, spring_length: spring.length, repulsion: spring.repulsion,
      spacing: packing.spacing, group_margin: groupMargin, group_array: packing.groups.cells,
      member_array: packing.members.cells, seed: UInt32(seed))
  }
}

extension egv_engine {
  fileprivate init(_ engine: LayoutRequest.Engine) {
    self =
      switch engine {
      case .layered: EGV_LAYERED
      case .stress: EGV_STRESS
      case .spring: EGV_SPRING
      case .packed: EGV_PACKED
      }
  }
}

extension LayoutRequest.Packing.Arrangement {
  fileprivate var cells: Int32 {
    switch self {
    case .square: 0
    case .rows(let columns): Int32(columns)
    case .columns(let rows): -Int32(rows)
    }
  }
}
