import EcographTestSupport
import Ecosystem
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
