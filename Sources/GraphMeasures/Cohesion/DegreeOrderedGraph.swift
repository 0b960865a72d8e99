import GraphCore

/// An undirected graph renumbered by descending degree, each edge kept once: in the row of the end of lower
/// degree, the one with the higher number.
///
/// Then no row has more than √(2m) targets, each triangle is found once, from its highest number, and what is
/// looked up most often, the numbers of the vertices of highest degree, lies close together.
///
/// Reference: M. Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs",
/// Theoretical Computer Science 407 (2008) 458–473; an earlier version is arXiv:cs/0609116.
struct DegreeOrderedGraph: Sendable {
  /// The rows by number, weights included; targets ascend and are below the number of their row.
  let rows: Graph
  /// The vertex that each number stands for.
  let vertices: ContiguousArray<UInt32>

  /// Renumbers a graph.
  ///
  /// - Complexity: O(*n* + *m*) time; O(*n*) memory a thread beside the result.
  init(_ graph: Graph, execution: Execution) throws(GraphError) {
    let n = graph.vertexCount
    let numbering = DegreeNumbering(graph)
    let (vertices, numbers) = (numbering.vertices, numbering.numbers)
    var offsets = ContiguousArray(repeating: 0, count: n + 1)
    for number in 0..<n { offsets[number + 1] = offsets[number] + graph.degree(of: Int(vertices[number])) }
    let parts = Partitions(balancing: offsets, parts: 256)
    try unsafe offsets.withUnsafeMutableBufferPointer { buffer throws(GraphError) in
      nonisolated(unsafe) let places = unsafe buffer
      try execution.share(from: 0, to: 0.4).forEachPart(of: parts, scratch: {}) { range, _ in
        var counts = unsafe places.mutableSpan
        countLower(graph, range, vertices: vertices.span, numbers: numbers.span, counts: &counts)
      }
    }
    for number in 0..<n { offsets[number + 1] += offsets[number] }

    let starts = offsets
    var targets = ContiguousArray<UInt32>(repeating: 0, count: starts[n])
    var weights = ContiguousArray(repeating: 0.0, count: graph.isWeighted ? starts[n] : 0)
    try unsafe targets.withUnsafeMutableBufferPointer { targetBuffer throws(GraphError) in
      nonisolated(unsafe) let targetPlaces = unsafe targetBuffer
      try unsafe weights.withUnsafeMutableBufferPointer { weightBuffer throws(GraphError) in
        nonisolated(unsafe) let weightPlaces = unsafe weightBuffer
        try execution.share(from: 0.4, to: 1).forEachPart(
          of: parts, scratch: { RowScratch(vertexCount: n, isWeighted: graph.isWeighted) }
        ) { range, scratch in
          var targets = unsafe targetPlaces.mutableSpan
          var weights = unsafe weightPlaces.mutableSpan
          fillRows(
            graph, range, vertices: vertices.span, numbers: numbers.span, starts: starts.span, &scratch,
            targets: &targets, weights: &weights)
        }
      }
    }
    self.vertices = vertices
    rows = Graph(
      direction: .directed, offsets: starts, targets: targets, weights: graph.isWeighted ? weights : nil)
  }
}

/// Counts the neighbors of lower number of each number `r` in a range, at `r + 1`.
private func countLower(
  _ graph: Graph, _ range: Range<Int>, vertices: Span<UInt32>, numbers: Span<UInt32>,
  counts: inout MutableSpan<Int>
) {
  let offsets = graph.offsets.span
  let targets = graph.targets.span
  for number in range {
    let vertex = Int(vertices[number])
    var lower = 0
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      // Slots of a row are below the number of arcs, targets below the number of vertices.
      let other = unsafe numbers[unchecked: Int(targets[unchecked: slot])]
      if other < number { lower += 1 }
    }
    counts[number + 1] = lower
  }
}

/// What one thread sorts rows in.
private struct RowScratch {
  var sorter: RowSorter
  /// The weight of each target of the row at hand.
  var weights: ContiguousArray<Double>

  init(vertexCount: Int, isWeighted: Bool) {
    sorter = RowSorter(bound: vertexCount)
    weights = ContiguousArray(repeating: 0, count: isWeighted ? vertexCount : 0)
  }
}

/// Writes the rows of a range of numbers.
private func fillRows(
  _ graph: Graph, _ range: Range<Int>, vertices: Span<UInt32>, numbers: Span<UInt32>, starts: Span<Int>,
  _ scratch: inout RowScratch, targets: inout MutableSpan<UInt32>, weights: inout MutableSpan<Double>
) {
  let offsets = graph.offsets.span
  let oldTargets = graph.targets.span
  for number in range {
    let vertex = Int(vertices[number])
    let start = starts[number]
    var place = start
    for slot in offsets[vertex]..<offsets[vertex + 1] {
      // As above.
      let other = unsafe numbers[unchecked: Int(oldTargets[unchecked: slot])]
      if other < number {
        targets[place] = other
        if graph.isWeighted { scratch.weights[Int(other)] = graph.weight(atSlot: slot) }
        place += 1
      }
    }
    scratch.sorter.sort(start..<place, of: &targets)
    if graph.isWeighted {
      for place in start..<place { weights[place] = scratch.weights[Int(targets[place])] }
    }
  }
}
