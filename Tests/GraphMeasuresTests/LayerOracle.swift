import EcographTestSupport
import GraphCore
import GraphMeasures

/// A multiplex network in a line, for messages.
func line(_ network: Multiplex) -> String {
  "\(network.vertexCount) vertices on layers " + network.layers.map { "[\($0.line)]" }.joined(separator: " ")
}

/// All networks of two layers without directions: 4^(n(n-1)/2) of them.
func allLayerPairs(vertices: Int) -> [Multiplex] { pairs(allGraphs(vertices: vertices)) }

/// The same but for other names of vertices.
func layerPairsUpToNames(vertices: Int) -> [Multiplex] {
  let graphs = allGraphs(vertices: vertices)
  return pairs(upToNames(graphs), graphs)
}

/// All networks of two layers, each with or without directions, but for other names of vertices.
func mixedLayerPairsUpToNames(vertices: Int) -> [Multiplex] {
  let (graphs, digraphs) = (allGraphs(vertices: vertices), allDigraphs(vertices: vertices))
  return pairs(upToNames(graphs) + upToNames(digraphs), graphs + digraphs)
}

private func pairs(_ graphs: [Graph]) -> [Multiplex] { pairs(graphs, graphs) }

private func pairs(_ firsts: [Graph], _ seconds: [Graph]) -> [Multiplex] {
  firsts.flatMap { first in seconds.map { Multiplex(layers: [first, $0]) } }
}

/// Random networks of any number of small layers, without directions, with, and mixed.
func forEachSmallMultiplex(
  _ count: Int, seed: UInt64, vertices: ClosedRange<Int> = 0...9, layers: ClosedRange<Int> = 0...3,
  weights: [Double] = [0, 0.5, 1, 3],
  body: (_ network: Multiplex, _ generator: inout SeededGenerator) throws -> Void
) throws {
  var generator = SeededGenerator(seed: seed)
  for number in 0..<count {
    let size = Int.random(in: vertices, using: &generator)
    let choices: [Direction] = [[.undirected], [.directed], [.undirected, .directed]][number % 3]
    let graphs = try (0..<Int.random(in: layers, using: &generator)).map { _ in
      try smallGraph(
        vertices: size, direction: generator.pick(choices), weights: weights,
        using: &generator)
    }
    try body(Multiplex(vertexCount: size, layers: graphs), &generator)
  }
}

/// Measures on layers straight from their definitions; those that arcs run to are bits.
struct LayerOracle {
  /// By layer and vertex.
  private let masks: [[Int]]
  private let vertices: Range<Int>
  private let isDirected: Bool

  init(_ network: Multiplex) {
    vertices = 0..<network.vertexCount
    masks = network.layers.map { layer in
      (0..<network.vertexCount).map { layer.neighbors(of: $0).reduce(0) { $0 | 1 << Int($1) } }
    }
    isDirected = network.layers.contains { $0.direction == .directed }
  }

  private func degrees(of vertex: Int) -> [Int] { masks.map { $0[vertex].nonzeroBitCount } }

  private func neighbors(of vertex: Int, on layers: [Int]) -> Int {
    layers.reduce(0) { $0 | masks[$1][vertex] }
  }

  var overlap: [Int] { vertices.map { degrees(of: $0).reduce(0, +) } }

  var activeLayerCounts: [Int] { vertices.map { degrees(of: $0).count { $0 > 0 } } }

  var participation: [Double?] {
    vertices.map { vertex in
      let degrees = degrees(of: vertex).map { Double($0) }
      let overlap = degrees.reduce(0, +)
      if overlap == 0 || degrees.count < 2 { return nil }
      let count = Double(degrees.count)
      return count / (count - 1) * (1 - degrees.reduce(0) { $0 + ($1 / overlap) * ($1 / overlap) })
    }
  }

  func relevance(_ chosen: [Int]) -> [Double?] {
    shares { vertex, _ in neighbors(of: vertex, on: chosen) }
  }

  func exclusiveRelevance(_ chosen: [Int]) -> [Double?] {
    let others = masks.indices.filter { !chosen.contains($0) }
    return shares { vertex, all in all & ~neighbors(of: vertex, on: others) }
  }

  private func shares(_ part: (_ vertex: Int, _ all: Int) -> Int) -> [Double?] {
    vertices.map { vertex in
      let all = neighbors(of: vertex, on: Array(masks.indices))
      return all == 0 ? nil : Double(part(vertex, all).nonzeroBitCount) / Double(all.nonzeroBitCount)
    }
  }

  func connectiveRedundancy(_ chosen: [Int]) -> [Double?] {
    vertices.map { vertex in
      let ties = Set(chosen).reduce(0) { $0 + masks[$1][vertex].nonzeroBitCount }
      let reached = neighbors(of: vertex, on: chosen).nonzeroBitCount
      return ties == 0 ? nil : 1 - Double(reached) / Double(ties)
    }
  }

  var jaccard: [[Double?]] {
    masks.map { one in
      masks.map { other in
        let all = zip(one, other).reduce(0) { $0 + ($1.0 | $1.1).nonzeroBitCount }
        let both = zip(one, other).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
        return all == 0 ? nil : Double(both) / Double(all)
      }
    }
  }

  func degreeCorrelations(
    _ correlation: Multiplex.RankCorrelation, _ compared: Multiplex.ComparedVertices
  ) -> [[Double?]] {
    masks.map { one in
      masks.map { other in
        let chosen = vertices.filter { compared == .all || (one[$0] != 0 && other[$0] != 0) }
        let (x, y) = (chosen.map { one[$0].nonzeroBitCount }, chosen.map { other[$0].nonzeroBitCount })
        return correlation == .spearman ? Self.spearman(x, y) : Self.kendall(x, y)
      }
    }
  }

  /// Mean ranks by counting, and Pearson's correlation.
  private static func spearman(_ x: [Int], _ y: [Int]) -> Double? {
    /// Less the mean rank.
    func ranks(_ values: [Int]) -> [Double] {
      values.map { value in
        Double(values.count { $0 < value }) + Double(values.count { $0 == value } - values.count) / 2
      }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (r, s) = (ranks(x), ranks(y))
    let spread = product(r, r) * product(s, s)
    return spread > 0 ? product(r, s) / spread.squareRoot() : nil
  }

  /// Pair by pair.
  private static func kendall(_ x: [Int], _ y: [Int]) -> Double? {
    var (difference, left, right) = (0, 0, 0)
    for i in x.indices {
      for j in 0..<i {
        difference += (x[i] - x[j]).signum() * (y[i] - y[j]).signum()
        if x[i] != x[j] { left += 1 }
        if y[i] != y[j] { right += 1 }
      }
    }
    return left > 0 && right > 0 ? Double(difference) / (Double(left) * Double(right)).squareRoot() : nil
  }

  /// For each pair tied on some layer the layers that have it; pairs both ways count once where nothing is directed.
  private var layersOfTies: [[Int]] {
    vertices.flatMap { u in
      vertices.filter { isDirected || u < $0 }.compactMap { v in
        let layers = masks.indices.filter { masks[$0][u] & 1 << v != 0 }
        return layers.isEmpty ? nil : layers
      }
    }
  }

  /// Whether what is lost by adding layers up is what counting pair by pair gives.
  func agrees(with loss: AggregationLoss) -> Bool {
    let ties = layersOfTies
    let tieCounts = masks.indices.map { place in ties.count { $0.count == place + 1 } }
    let layerCounts = masks.indices.map { layer in ties.count { $0.contains(layer) } }
    let exclusive = masks.indices.map { layer in ties.count { $0 == [layer] } }
    let single = Double(ties.count { $0.count == 1 })
    let all = Double(ties.count)
    return loss.tieCount == ties.count && loss.tieCounts == tieCounts && loss.layerTieCounts == layerCounts
      && loss.exclusiveTieCounts == exclusive
      && agree([loss.exclusiveShare], [ties.isEmpty ? nil : single / all])
      && agree([loss.meanLayerCount], [ties.isEmpty ? nil : Double(ties.reduce(0) { $0 + $1.count }) / all])
      && agree(
        loss.exclusiveShares,
        zip(exclusive, layerCounts).map { $1 == 0 ? nil : Double($0) / Double($1) })
  }
}
