import EcographTestSupport
import GraphCore
import Testing

@testable import GraphMeasures

@Suite struct AdjacencyProductTests {
  /// Blocks of 1 to 256 places, bands cut off by their length and by their work.
  @Test(arguments: Direction.allCases, [0, 1, 3, 5, 8])
  func blocksChangeNoProduct(direction: Direction, bits: Int) throws {
    var generator = SeededGenerator(seed: 31)
    for weights in [[1], [0.25, 2, 3]] {
      let graph = try randomGraph(
        vertices: 150, edges: 700, direction: direction, weights: weights, using: &generator
      ).transposed()
      // Whole numbers and quarters, so that sums are exact in any order.
      let vector = ContiguousArray((0..<150).map { Double(($0 * 37) % 101 - 50) })
      let expected = definition(graph, vector)
      #expect(try AdjacencyProduct(inward: graph).times(vector, execution: .serial) == expected)
      for order in [ProductOrder.asNumbered, .byDescendingDegree(of: graph)] {
        for threads in [1, 2, 8] {
          let execution = Execution(threads: threads)
          let product = try AdjacencyProduct(
            inward: graph, order, PlaceBlocks(of: 150, bits: bits), execution: execution)
          #expect(product.arcCount == graph.arcCount && product.vertexCount == 150)
          for part in 0..<product.partitions.parts { #expect(product.partitions[part].count <= 1 << bits) }
          let found = try product.times(order.ordered(vector), execution: execution)
          #expect(order.restored(found) == expected)
        }
      }
    }
  }

  /// Sums that rounding makes depend on their order.
  @Test(arguments: [[1], [0.1, 0.7, 3.3]])
  func sameBitsForAnyNumberOfThreads(weights: [Double]) throws {
    var generator = SeededGenerator(seed: 32)
    let graph = try randomGraph(vertices: 400, edges: 6_000, weights: weights, using: &generator)
    let vector = ContiguousArray((0..<400).map { 1 / Double($0 + 3) })
    let order = ProductOrder.byDescendingDegree(of: graph)
    let products = try [1, 2, 3, 8].map { threads in
      let execution = Execution(threads: threads)
      return try AdjacencyProduct(
        inward: graph, order, PlaceBlocks(of: 400, bits: 5), execution: execution
      ).times(order.ordered(vector), execution: execution)
    }
    for product in products.dropFirst() { #expect(product == products[0]) }
  }

  /// As many arcs as two bytes tell apart: from every vertex of a block into one outside.
  @Test func theLongestSegment() throws {
    let n = 1 << 16 + 3
    var offsets = ContiguousArray(repeating: 0, count: n + 1)
    offsets[n] = 1 << 16
    let graph = Graph(
      direction: .directed, offsets: offsets, targets: ContiguousArray(0..<UInt32(1 << 16)), weights: nil)
    let product = try AdjacencyProduct(inward: graph, .asNumbered, PlaceBlocks(of: n), execution: .serial)
    let sums = try product.times(ContiguousArray((0..<n).map(Double.init)), execution: .serial)
    #expect(sums[n - 1] == Double((1 << 15) * (1 << 16 - 1)))
    #expect(sums.dropLast().allSatisfy { $0 == 0 })
  }

  @Test func nothingToMultiply() throws {
    for count in [0, 1, 40] {
      let graph = try Graph(vertexCount: count, edges: [])
      let product = try AdjacencyProduct(
        inward: graph, .asNumbered, PlaceBlocks(of: count, bits: 4), execution: Execution(threads: 3))
      let zeros = ContiguousArray(repeating: 0.0, count: count)
      #expect(try product.times(ContiguousArray(repeating: 1, count: count), execution: .serial) == zeros)
    }
  }

  /// A product replaces what was there.
  @Test func nothingIsLeftOfTheLastProduct() throws {
    let graph = try ClassicGraphs.kite()
    let n = graph.vertexCount
    let product = try AdjacencyProduct(
      inward: graph, .asNumbered, PlaceBlocks(of: n, bits: 1), execution: .serial)
    var sums = ContiguousArray(repeating: 99.0, count: n)
    try product.multiply(ContiguousArray(repeating: 1, count: n), into: &sums, execution: .serial)
    #expect(Array(sums) == graph.degrees().map(Double.init))
  }

  @Test func placesByDescendingDegree() throws {
    var generator = SeededGenerator(seed: 9)
    let graph = try randomGraph(vertices: 80, edges: 200, using: &generator)
    let order = ProductOrder.byDescendingDegree(of: graph)
    let degrees = order.ordered(ContiguousArray(graph.degrees()))
    #expect(degrees == ContiguousArray(degrees.sorted(by: >)))
    let numbers = ContiguousArray(0..<80)
    #expect(order.restored(order.ordered(numbers)) == numbers)
    for (place, vertex) in order.ordered(numbers).enumerated() { #expect(order.vertex(at: place) == vertex) }
    #expect(ProductOrder.asNumbered.ordered(numbers) == numbers)
    #expect(ProductOrder.asNumbered.restored(numbers) == numbers)
  }

  /// Where there are many arcs, scores go through blocks, and where there are nine for each vertex, through the order
  /// of degrees and back: every vertex is tied to the hubs, whose numbers are neither the first nor next to each other.
  @Test(arguments: Direction.allCases, [5, 9])
  func measuresOfAGraphLargeEnoughForBlocks(direction: Direction, hubCount: Int) throws {
    let n = 27_000
    let hubs = (1...hubCount).map { $0 * 2_801 }
    let graph = try hubsAndLeaves(vertexCount: n, hubs: hubs, direction: direction)
    #expect(BlockedAdjacency.pays(for: graph))
    let (k, m) = (Double(hubCount), Double(n - hubCount))
    let isHub = Set(hubs)
    func expected(hub: Double, leaf: Double) -> [Double] { (0..<n).map { isHub.contains($0) ? hub : leaf } }
    let execution = Execution(threads: 2)

    // x(hub) = jump + d·m·x(leaf)/k, x(leaf) = jump + d·k·x(hub)/m.
    let d = PageRankOptions().damping
    let jump = (1 - d) / Double(n)
    let hubRank = jump * (1 + d * m / k) / (1 - d * d)
    let pageRank = try graph.pageRank(execution: execution)
    #expect(agree(pageRank.values, expected(hub: hubRank, leaf: jump + d * k * hubRank / m)))

    let leading = try graph.eigenvectorCentrality(execution: execution)
    let half = expected(hub: 1 / (2 * k).squareRoot(), leaf: 1 / (2 * m).squareRoot())
    #expect(agree([leading.eigenvalue], [(k * m).squareRoot()]))
    #expect(agree(leading.values, half))

    // x(hub) = 1 + α·m·x(leaf), x(leaf) = 1 + α·k·x(hub), scaled to length 1.
    let katz = try graph.katzCentrality(execution: execution)
    let alpha = KatzOptions().share / (k * m).squareRoot()
    let hubWalks = (1 + alpha * m) / (1 - alpha * alpha * k * m)
    let leafWalks = 1 + alpha * k * hubWalks
    let length = (k * hubWalks * hubWalks + m * leafWalks * leafWalks).squareRoot()
    #expect(agree(katz.values, expected(hub: hubWalks / length, leaf: leafWalks / length)))
  }

  /// Restarts are put into the order of degrees, too; the power method of directed graphs knows no such order.
  @Test func restartsOfAGraphLargeEnoughForBlocks() throws {
    let hubs = (1...9).map { $0 * 2_801 }
    let options = PageRankOptions(restarts: .at([4, UInt32(hubs[2])]))
    let scores = try Direction.allCases.map { direction in
      try hubsAndLeaves(vertexCount: 27_000, hubs: hubs, direction: direction)
        .pageRank(options, execution: Execution(threads: 2)).values
    }
    #expect(agree(scores[0], scores[1]))
    #expect(scores[0][4] > 0.07 && scores[0][hubs[2]] > scores[0][hubs[1]])
  }

  /// Many vertices with arcs to next ones, to these and some three blocks away, or to one in each of some blocks.
  @Test func blocksPayWhereArcsComeTogether() throws {
    let n = 1 << 18 + 4_096
    let cases = [
      ([1, 2, 3], true), ([1, 2, 3, 196_608, 196_609, 196_610], true), ([1, 65_536, 131_072], false),
    ]
    for (steps, pays) in cases {
      var offsets: ContiguousArray<Int> = [0]
      var targets: ContiguousArray<UInt32> = []
      for vertex in 0..<n {
        targets.append(contentsOf: steps.map { UInt32((vertex + $0) % n) }.sorted())
        offsets.append(targets.count)
      }
      let graph = Graph(direction: .directed, offsets: offsets, targets: targets, weights: nil)
      #expect(BlockedAdjacency.pays(for: graph) == pays, "\(steps)")
    }
    #expect(try !BlockedAdjacency.pays(for: ClassicGraphs.cycle(1_000)))
  }

  private func hubsAndLeaves(vertexCount: Int, hubs: [Int], direction: Direction) throws -> Graph {
    let isHub = Set(hubs)
    var edges: [(UInt32, UInt32)] = []
    for vertex in 0..<vertexCount where !isHub.contains(vertex) {
      for hub in hubs {
        edges.append((UInt32(vertex), UInt32(hub)))
        if direction == .directed { edges.append((UInt32(hub), UInt32(vertex))) }
      }
    }
    return try Graph(vertexCount: vertexCount, edges: edges, direction: direction)
  }

  private func definition(_ inward: Graph, _ vector: ContiguousArray<Double>) -> ContiguousArray<Double> {
    ContiguousArray(
      (0..<inward.vertexCount).map { vertex in
        var sum = 0.0
        for slot in inward.offsets[vertex]..<inward.offsets[vertex + 1] {
          sum += vector[Int(inward.targets[slot])] * inward.weight(atSlot: slot)
        }
        return sum
      })
  }
}
