import EcographTestSupport
import GraphCore
import GraphMeasures
import Testing

@Suite struct LeidenTests {
  /// Edges within `groups` groups of `size` with one probability, between them with another.
  private func planted(groups: Int, size: Int, inside: Double, between: Double, seed: UInt64) throws -> Graph
  {
    var random = SeededGenerator(seed: seed)
    var edges: [(UInt32, UInt32)] = []
    for u in 0..<(groups * size) {
      for v in 0..<u {
        let probability = u / size == v / size ? inside : between
        if Double.random(in: 0..<1, using: &random) < probability { edges.append((UInt32(v), UInt32(u))) }
      }
    }
    return try Graph(vertexCount: groups * size, edges: edges)
  }

  private func check(_ communities: Communities, on graph: Graph) {
    #expect(communities.labels.count == graph.vertexCount)
    #expect(communitiesAreConnected(graph, communities.labels))
    var sizes = Array(repeating: 0, count: communities.count)
    for label in communities.labels { sizes[label] += 1 }
    #expect(sizes == communities.sizes && !sizes.contains(0))
    let firsts = (0..<communities.count).map { communities.labels.firstIndex(of: $0) ?? -1 }
    for (a, b) in zip(0..<communities.count, 1..<max(1, communities.count)) {
      #expect(sizes[a] > sizes[b] || (sizes[a] == sizes[b] && firsts[a] < firsts[b]))
    }
  }

  @Test(.tags(.knownAnswer), arguments: UInt64(1)...5)
  func optimumOfTheKarateClub(seed: UInt64) throws {
    // 0.4198 is proven optimal: U. Brandes et al., IEEE Transactions on Knowledge and Data Engineering 20 (2008).
    let graph = try ClassicGraphs.karateClub()
    let found = try graph.leiden(LeidenOptions(seed: seed))
    check(found, on: graph)
    let quality = try #require(found.quality)
    #expect(abs(quality - 0.4198) < 5e-5)
    #expect(found.count == 4 && found.hasSettled)
  }

  @Test(.tags(.knownAnswer)) func southernWomenAndFlorentines() throws {
    // The best of 20 seeds of igraph 1.0.0, `community_leiden`, until stable: 0.33601.
    let women = try #require(try ClassicGraphs.southernWomen().leiden().quality)
    #expect(women > 0.336)
    let families = try #require(try ClassicGraphs.florentineMarriages().leiden().quality)
    #expect(abs(families - 0.39875) < 1e-12)
  }

  @Test(.tags(.knownAnswer)) func plantedGroupsAreFound() throws {
    let graph = try planted(groups: 8, size: 25, inside: 0.5, between: 0.02, seed: 4)
    let found = try graph.leiden()
    check(found, on: graph)
    #expect(found.labels.enumerated().allSatisfy { $0.element == found.labels[$0.offset / 25 * 25] })
    #expect(found.count == 8)
  }

  @Test(.tags(.knownAnswer)) func ringOfCliquesShowsTheResolutionLimit() throws {
    // 30 cliques of 5, each tied to the next by one edge (Fortunato & Barthélemy 2007): modularity merges most
    // by twos, the constant Potts model does not.
    var edges: [(UInt32, UInt32)] = []
    for clique in 0..<30 {
      let first = clique * 5
      for u in 0..<5 { for v in 0..<u { edges.append((UInt32(first + v), UInt32(first + u))) } }
      edges.append((UInt32(first), UInt32((first + 6) % 150)))
    }
    let graph = try Graph(vertexCount: 150, edges: edges)
    let byModularity = try graph.leiden()
    #expect(byModularity.count < 20)
    // Better than clique by clique, which gives 30 · (10/330 − (22/660)²).
    let share = 22.0 / 660
    let cliqueByClique = 30 * (10.0 / 330 - share * share)
    #expect(try #require(byModularity.quality) > cliqueByClique)
    let byPotts = try graph.leiden(LeidenOptions(quality: .constantPotts(resolution: 0.3)))
    #expect(byPotts.sizes == Array(repeating: 5, count: 30))
    let fine = try graph.leiden(LeidenOptions(quality: .modularity(resolution: 4)))
    #expect(fine.sizes == Array(repeating: 5, count: 30))
  }

  /// Without weights arcs may stay single on the levels above; with weights they are merged.
  @Test(.tags(.property), arguments: [LeidenOptions.Effort.thorough, .brief])
  func weightsOfOneChangeNothing(effort: LeidenOptions.Effort) throws {
    var random = SeededGenerator(seed: 11)
    for edges in [5_000, 9_000, 60_000] {
      let graph = try randomGraph(vertices: 4000, edges: edges, using: &random)
      let options = LeidenOptions(effort: effort, maximumIterations: 3, trials: 1)
      let weighted = try graph.mapWeights { _ in 1 }.leiden(options)
      #expect(try graph.leiden(options).labels == weighted.labels)
    }
  }

  @Test(.tags(.property), arguments: [LeidenOptions.Effort.thorough, .brief])
  func sameBitsForAnyNumberOfThreads(effort: LeidenOptions.Effort) throws {
    var random = SeededGenerator(seed: 3)
    for weights in [[1.0], [0.1, 1, 2.7]] {
      // Long enough for rounds in batches, at the first levels.
      let graph = try randomGraph(vertices: 4000, edges: 9000, weights: weights, using: &random)
      let options = LeidenOptions(effort: effort, maximumIterations: 2, trials: 1)
      let alone = try graph.leiden(options)
      check(alone, on: graph)
      for threads in [1, 2, 3, 8] {
        let other = try graph.leiden(options, execution: Execution(threads: threads))
        #expect(other == alone)
        #expect(other.quality?.bitPattern == alone.quality?.bitPattern)
      }
    }
    let small = try randomGraph(vertices: 300, edges: 900, using: &random)
    let alone = try small.leiden(LeidenOptions(effort: effort))
    for threads in [2, 3, 8] {
      #expect(
        try small.leiden(LeidenOptions(effort: effort), execution: Execution(threads: threads)) == alone)
    }
  }

  @Test(.tags(.property)) func seedsFindDivisionsOfLikeQuality() throws {
    var random = SeededGenerator(seed: 8)
    let graph = try randomGraph(vertices: 400, edges: 1600, using: &random)
    let found = try (1...6).map { try graph.leiden(LeidenOptions(seed: $0, trials: 2)) }
    #expect(try graph.leiden(LeidenOptions(seed: 1, trials: 2)) == found[0])
    #expect(Set(found.map(\.labels)).count > 1)
    let qualities = found.compactMap(\.quality)
    // A random graph has many good divisions; 20 seeds of igraph differ by 3 in 100 on it.
    #expect(try #require(qualities.min()) > 0.98 * (try #require(qualities.max())))
  }

  @Test(.tags(.property), arguments: UInt64(0)..<6)
  func relabelingKeepsTheQuality(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = try planted(groups: 6, size: 20, inside: 0.4, between: 0.05, seed: seed)
    let renamed = try graph.relabeled(Array(0..<120).shuffled(using: &random))
    let before = try #require(try graph.leiden().quality)
    let after = try #require(try renamed.leiden().quality)
    #expect(abs(before - after) < 0.005 * before)
  }

  @Test(.tags(.property), arguments: UInt64(0)..<4)
  func communitiesAreConnectedOnGraphsOfAllKinds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for (vertices, edges) in [(30, 25), (60, 200), (300, 500), (1500, 2000)] {
      for direction in [Direction.undirected, .directed] {
        let graph = try randomGraph(
          vertices: vertices, edges: edges, direction: direction, weights: [0, 0.3, 1, 12], using: &random)
        for effort in [LeidenOptions.Effort.thorough, .brief] {
          for quality in [CommunityQuality.modularity(resolution: 0.7), .constantPotts(resolution: 0.05)] {
            let options = LeidenOptions(
              quality: quality, seed: seed, effort: effort, maximumIterations: 2, trials: 2)
            check(try graph.leiden(options), on: graph)
          }
        }
      }
    }
  }

  @Test(.tags(.property), arguments: UInt64(0)..<6)
  func noCommunityGainsByLosingAMemberOrJoiningAnother(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = try randomGraph(vertices: 40, edges: 120, weights: [1, 2], using: &random)
    let found = try graph.leiden()
    let quality = try #require(found.quality)
    for vertex in 0..<40 {
      for label in 0...found.count {
        var moved = found.labels
        moved[vertex] = label
        #expect(try #require(graph.modularity(of: moved)) <= quality + 1e-12)
      }
    }
    for a in 0..<found.count {
      for b in 0..<a {
        let merged = found.labels.map { $0 == a ? b : $0 }
        #expect(try #require(graph.modularity(of: merged)) <= quality + 1e-12)
      }
    }
  }

  @Test func directedArcsAddUp() throws {
    var random = SeededGenerator(seed: 2)
    let graph = try randomGraph(
      vertices: 50, edges: 200, direction: .directed, weights: [1, 3], using: &random)
    let directed = try graph.leiden()
    let undirected = try graph.symmetrized().leiden()
    #expect(directed == undirected)
  }

  @Test func smallestGraphs() throws {
    let empty = try Graph(vertexCount: 0, edges: []).leiden()
    #expect(empty.labels.isEmpty && empty.sizes.isEmpty && empty.quality == nil && empty.hasSettled)
    let isolates = try Graph(vertexCount: 3, edges: []).leiden()
    #expect(isolates.labels == [0, 1, 2] && isolates.quality == nil)
    let pair = try Graph(vertexCount: 3, edges: [(1, 2)]).leiden()
    #expect(pair.labels == [1, 0, 0] && pair.sizes == [2, 1] && pair.quality == 0)
    let cliques = try ClassicGraphs.complete(4).disjointUnion(try ClassicGraphs.complete(5)).leiden()
    #expect(cliques.labels == [1, 1, 1, 1, 0, 0, 0, 0, 0])
  }

  @Test func resolutionZeroGivesComponents() throws {
    var random = SeededGenerator(seed: 5)
    let graph = try randomGraph(vertices: 200, edges: 150, using: &random)
    for quality in [CommunityQuality.modularity(resolution: 0), .constantPotts(resolution: 0)] {
      let found = try graph.leiden(LeidenOptions(quality: quality))
      #expect(found.count == graph.connectedComponents().count)
    }
    let apart = try graph.leiden(LeidenOptions(quality: .constantPotts(resolution: 1.5)))
    #expect(apart.count == 200 && apart.quality == 0)
  }

  @Test(arguments: [[1e300], [1e-300], [.leastNonzeroMagnitude], [0, 1], [1e300, 1e-300, 0], [1.7e308]])
  func hostileWeights(weights: [Double]) throws {
    var random = SeededGenerator(seed: 6)
    for direction in [Direction.undirected, .directed] {
      let graph = try randomGraph(
        vertices: 60, edges: 150, direction: direction, weights: weights, using: &random)
      let found = try graph.leiden()
      check(found, on: graph)
      #expect(try #require(found.quality).isFinite)
      check(try graph.leiden(LeidenOptions(quality: .constantPotts(resolution: 0.1))), on: graph)
    }
    let weightless = try ClassicGraphs.complete(4).mapWeights { _ in 0 }
    #expect(try weightless.leiden().count == 4)
  }

  @Test func scaleOfWeightsDoesNotMatter() throws {
    let graph = try ClassicGraphs.karateClub()
    let plain = try graph.leiden()
    for scale in [0x1p-900, 3.0, 0x1p+900] {
      #expect(try graph.mapWeights { _ in scale }.leiden().labels == plain.labels)
    }
  }

  @Test func rejectsBadOptions() throws {
    let graph = try ClassicGraphs.path(3)
    for resolution in [-1, .nan, .infinity] {
      for quality in [
        CommunityQuality.modularity(resolution: resolution), .constantPotts(resolution: resolution),
      ] {
        let error = #expect(throws: GraphError.self) { try graph.leiden(LeidenOptions(quality: quality)) }
        #expect(error?.code == .badParameter)
      }
    }
    for options in [LeidenOptions(maximumIterations: 0), LeidenOptions(trials: 0)] {
      #expect(throws: GraphError.self) { try graph.leiden(options) }
    }
  }

  @Test(arguments: [1, 2]) func stopsWhenAsked(threads: Int) throws {
    var random = SeededGenerator(seed: 1)
    for edges in [300, 20_000] {
      let graph = try randomGraph(vertices: 5000, edges: edges, using: &random)
      let execution = Execution(threads: threads, isCancelled: { true })
      let error = #expect(throws: GraphError.self) { try graph.leiden(execution: execution) }
      #expect(error?.code == .cancelled)
    }
  }
}
