import EcographTestSupport
import Ecosystem
import GraphCore
import Testing

@Suite struct NetworkMeasureTests {
  private func value(_ id: NetworkMeasureID, of dataset: Dataset) throws -> Double? {
    try #require(try dataset.view().networkMeasures([id]).first).value
  }

  @Test func distancesAreOfPairsWithAPath() throws {
    let dataset = DatasetBuilder.dataset(
      actors: ["a", "b", "c", "d", "e", "f"], ties: [.tie("a", "b"), .tie("b", "c"), .tie("d", "e")])
    // Three pairs at one step, one at two.
    #expect(try value(.averagePathLength, of: dataset) == 1.25)
    #expect(try value(.diameter, of: dataset) == 2)
    // Of 15 pairs three are tied and four have a path.
    #expect(try value(.density, of: dataset) == 0.2)
    #expect(try value(.components, of: dataset) == 3)
    #expect(try value(.meanDegree, of: dataset) == 1)
    #expect(abs(try value(.fragmentation, of: dataset).map { $0 - 11.0 / 15 } ?? 1) < 1e-15)
    #expect(try value(.transitivity, of: dataset) == 0)
    #expect(try value(.reciprocity, of: dataset) == 0)
    #expect(try value(.cliqueNumber, of: dataset) == 2)
    #expect(try value(.cohesion, of: dataset) == 1)
  }

  /// Oracle: pairs that are tied, and pairs that a path joins, counted one by one.
  private func compareWithCounts(actors count: Int, _ pairs: [(Int, Int)], _ description: String) throws {
    let names = (0..<count).map { "a\($0)" }
    let dataset = DatasetBuilder.dataset(
      actors: names, ties: pairs.map { .tie(names[$0.0], names[$0.1], isDirected: ($0.0 + $0.1) % 2 == 0) })
    var reaches = (0..<count).map { row in (0..<count).map { $0 == row } }
    for (u, v) in pairs { (reaches[u][v], reaches[v][u]) = (true, true) }
    var tied = 0
    for u in 0..<count { for v in 0..<u where reaches[u][v] { tied += 1 } }
    for middle in 0..<count {
      for u in 0..<count where reaches[u][middle] {
        for v in 0..<count where reaches[middle][v] { reaches[u][v] = true }
      }
    }
    var joined = 0
    for u in 0..<count { for v in 0..<u where reaches[u][v] { joined += 1 } }
    let all = Double(count * (count - 1) / 2)
    let expected: [Double?] = [
      count < 2 ? nil : Double(tied) / all, count == 0 ? nil : 2 * Double(tied) / Double(count),
      Double(Set(reaches).count), count < 2 ? nil : 1 - Double(joined) / all,
    ]
    let found = try dataset.view().networkMeasures([.density, .meanDegree, .components, .fragmentation])
    if !agree(found.map(\.value), expected, relative: 1e-14, absolute: 1e-15) {
      Issue.record("\(found.map(\.value)) instead of \(expected) in \(description)")
    }
  }

  @Test(arguments: 0...5) func sizesOfEveryNetwork(actors: Int) throws {
    for graph in allGraphs(vertices: actors) {
      let pairs = graph.edges.map { ($0.source, $0.target) }
      try compareWithCounts(actors: actors, pairs, "\(pairs)")
    }
  }

  /// With parallel ties and self-ties.
  @Test func sizesOfRandomNetworks() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...9, using: &generator)
      let pairs = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      }
      try compareWithCounts(actors: count, pairs, "\(pairs)")
    }
  }

  @Test func bordersAreThoseOfCountries() throws {
    let dataset = DatasetBuilder.dataset(
      actors: ["a:city:FR", "b:city:FR", "c:city:GB", "d:city:GB"],
      ties: [.tie("a", "b"), .tie("c", "d"), .tie("b", "c"), .tie("a", "c")])
    #expect(try value(.globalEI, of: dataset) == 0)
  }

  /// Freeman's star: as centralized as can be by every measure.
  @Test func aStarIsCentralized() throws {
    let dataset = DatasetBuilder.dataset(
      actors: ["a", "b", "c", "d"], ties: [.tie("a", "b"), .tie("a", "c"), .tie("a", "d")])
    for id in [NetworkMeasureID.degreeCentralization, .betweennessCentralization, .closenessCentralization] {
      #expect(abs(try value(id, of: dataset).map { $0 - 1 } ?? 1) < 1e-12)
    }
  }

  @Test func whatIsUndefinedIsNil() throws {
    for dataset in [
      DatasetBuilder.dataset(actors: [], ties: []), DatasetBuilder.dataset(actors: ["a"], ties: []),
      DatasetBuilder.dataset(actors: ["a", "b"], ties: []),
    ] {
      for measure in try dataset.view().networkMeasures() {
        #expect(measure.value?.isFinite ?? true, "\(measure.id)")
      }
      #expect(try value(.averagePathLength, of: dataset) == nil)
      #expect(try value(.degreeAssortativity, of: dataset) == nil)
    }
  }

  @Test(arguments: NetworkMeasureID.allCases) func everyNumberHasAPassport(id: NetworkMeasureID) {
    let passport = id.passport
    #expect(passport.id == id)
    for text in [
      passport.summary, passport.formula, passport.conventions, passport.source, passport.agreesWith,
    ] {
      #expect(text.count > 3)
    }
  }

  /// A chain so long that searches from all of it would take minutes.
  @Test func whatTakesTooLongIsLeftOutAndSaid() throws {
    let names = (0..<40_000).map { "a\($0)" }
    let dataset = DatasetBuilder.dataset(
      actors: names, ties: zip(names, names.dropFirst()).map { .tie($0, $1) })
    let measures = try dataset.view().networkMeasures([.averagePathLength, .smallWorld])
    #expect(measures.allSatisfy { $0.value == nil && $0.note?.contains("left out") == true })
    #expect(try dataset.view().summary().largestComponent == 40_000)
  }
}
