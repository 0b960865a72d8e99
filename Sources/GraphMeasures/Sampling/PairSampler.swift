package import GraphCore

/// What one thread needs to take samples.
struct PairSampler: Sendable {
  private var bench: Workbench
  private var marks: ContiguousArray<UInt8>
  /// For paths too long for the others; made when first needed.
  private var deepMarks: ContiguousArray<UInt32> = []

  init(_ graph: Graph, inward: Graph) {
    let n = graph.vertexCount
    bench = Workbench(
      tally: SampleTally(vertexCount: n), search: PairSearch(graph, inward: inward),
      paths: PairPaths(vertexCount: n))
    marks = ContiguousArray(repeating: 0, count: n)
  }

  /// Adds the shares of all vertices in the shortest paths between two.
  mutating func add(_ pair: (source: Int, target: Int)) {
    if bench.add(pair, &marks) { return }
    if deepMarks.isEmpty { deepMarks = ContiguousArray(repeating: 0, count: marks.count) }
    _ = bench.add(pair, &deepMarks)
  }

  /// What was gathered so far.
  var tally: SampleTally { bench.tally }

  /// Moves what was gathered to a tally; returns about the number of arcs walked for it.
  mutating func harvest(_ whole: inout SampleTally) -> Int { bench.harvest(&whole) }
}

/// A sampler but for its marks.
private struct Workbench: Sendable {
  var tally: SampleTally
  var search: PairSearch
  var paths: PairPaths
  var countedEffort = 0

  /// Answers false where the marks are too small.
  mutating func add<Mark: VertexMark>(
    _ pair: (source: Int, target: Int), _ marks: inout ContiguousArray<Mark>
  ) -> Bool {
    let end = search.run(source: pair.source, target: pair.target, &marks)
    if end == .met {
      paths.trace(search, &marks)
      tally.add(paths)
    }
    search.clear(&marks)
    return end != .tooDeep
  }

  mutating func harvest(_ whole: inout SampleTally) -> Int {
    whole.take(&tally)
    defer { countedEffort = search.effort }
    return search.effort - countedEffort
  }
}

/// Samples taken by several threads and added up.
///
/// Which sampler takes which sample makes no difference to any sum.
struct SamplePool: Sendable {
  private let graph: Graph
  private let inward: Graph
  private let pairs: PairDrawing
  private let seed: UInt64
  private let samplers = ScratchPool<PairSampler>()

  init(_ graph: Graph, pairs: PairDrawing, seed: UInt64) {
    self.graph = graph
    inward = graph.transposed()
    self.pairs = pairs
    self.seed = seed
  }

  /// Adds the samples of some numbers to a tally; returns about the number of arcs walked.
  func draw(
    _ samples: Range<Int>, into tally: inout SampleTally, execution: Execution
  ) throws(GraphError) -> Int {
    let parts = Partitions(of: samples.count, parts: (samples.count + 15) / 16)
    try execution.reduce(parts) { part in
      samplers.lend(orMake: { PairSampler(graph, inward: inward) }) { sampler in
        for number in part {
          sampler.add(pairs.pair(ofSample: samples.lowerBound + number, seed: seed))
        }
      }
    } merge: { _ in
    }
    var effort = 0
    samplers.forEach { effort += $0.harvest(&tally) }
    return effort
  }
}

extension Graph {
  /// The share of the shortest paths between two vertices that pass through each; 0 where there is no path.
  ///
  /// - Parameter largestPlainCount: Beyond this many paths to a vertex scaled counts take over.
  package func pathShares(
    from source: Int, to target: Int, largestPlainCount: Double = largestPlainHalfCount
  ) -> [Double] {
    var search = PairSearch(self, inward: transposed())
    var paths = PairPaths(vertexCount: vertexCount, largestPlainCount: largestPlainCount)
    var marks = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
    var shares = [Double](repeating: 0, count: vertexCount)
    guard search.run(source: source, target: target, &marks) == .met else { return shares }
    paths.trace(search, &marks)
    for index in 0..<paths.vertices.count where index != paths.ends.0 && index != paths.ends.1 {
      shares[Int(paths.vertices[index])] = paths.shares[index]
    }
    return shares
  }
}
