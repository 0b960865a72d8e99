import EcographTestSupport
import Ecosystem
import GraphCore
import Orchestration
import Testing

/// What any fair ranking must do, on random datasets with all the blemishes of real ones.
@Suite struct AxiomTests {
  @Test(arguments: UInt64(0)..<60) func relabellingChangesNoRank(seed: UInt64) throws {
    let draft = DraftDataset.random(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1_000)
    let (relabelled, newIndex) = draft.relabelled(using: &generator)
    for candidates in CandidateSet.allCases {
      let before = try draft.dataset.view().orchestrators(RankingOptions(candidates: candidates))
      let after = try relabelled.dataset.view().orchestrators(RankingOptions(candidates: candidates))
      #expect(before.rows.count == after.rows.count)
      for row in before.rows {
        let twin = try #require(after.row(ofActor: newIndex[row.actor]))
        #expect(RowContents(row) == RowContents(twin))
      }
    }
  }

  @Test(arguments: UInt64(0)..<30) func anIsolateChangesNothing(seed: UInt64) throws {
    var draft = DraftDataset.random(seed: seed)
    let before = try draft.dataset.view().orchestrators()
    draft.actors.append(.init(id: "0-alone", kind: "network", country: "FR"))
    draft.ties.append(.init(from: draft.actors.count - 1, to: draft.actors.count - 1, relation: "convenes"))
    let after = try draft.dataset.view().orchestrators()
    #expect(before.rows.map(\.actor) == after.rows.map(\.actor))
    #expect(before.rows.map(RowContents.init) == after.rows.map(RowContents.init))
    #expect(after.unranked == before.unranked + 1)
  }

  @Test(arguments: UInt64(0)..<30) func aRepeatedRowChangesNothing(seed: UInt64) throws {
    var draft = DraftDataset.random(seed: seed)
    let before = try draft.dataset.view().orchestrators()
    for _ in 0..<3 { draft.ties.append(draft.ties[Int(seed) % draft.ties.count]) }
    let after = try draft.dataset.view().orchestrators()
    #expect(before.rows.map(\.actor) == after.rows.map(\.actor))
    #expect(before.rows.map(RowContents.init) == after.rows.map(RowContents.init))
  }

  /// The clone comes before in the order of ids, so that only a shared rank keeps it from overtaking.
  @Test(arguments: UInt64(0)..<30) func aCloneSharesTheRank(seed: UInt64) throws {
    let draft = DraftDataset.random(seed: seed)
    for actor in [0, 5, 11] {
      let cloned = draft.cloning(actor)
      for candidates in CandidateSet.allCases {
        let ranking = try cloned.dataset.view().orchestrators(RankingOptions(candidates: candidates))
        let original = ranking.row(ofActor: actor).map(RowContents.init)
        let clone = ranking.row(ofActor: draft.actors.count).map(RowContents.init)
        #expect(original == clone)
      }
    }
  }

  @Test(arguments: UInt64(0)..<30) func raisingOneValueNeverLowersTheRank(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = try DraftDataset.random(seed: seed).dataset.view().criteria()
    let before = try table.ranking()
    for criterion in Criterion.allCases {
      for row in before.rows {
        var raised = table
        let column = Criterion.allCases.firstIndex(of: criterion) ?? 0
        let steps = [1e-13, 0.1, 1, 2, 100]
        let step = steps[Int.random(in: steps.indices, using: &generator)]
        raised.columns[column][row.vertex] = (row.value(of: criterion) ?? 0) + step
        let after = try #require(try raised.ranking().row(ofActor: row.actor))
        #expect(after.rank <= row.rank)
        #expect(after.score >= row.score - 1e-15 || row.value(of: criterion) == nil)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20) func aCriterionOfNoWeightHasNoInfluence(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = try DraftDataset.random(seed: seed).dataset.view().criteria()
    for criterion in Criterion.allCases {
      let options = RankingOptions(weights: [criterion: 0])
      var shaken = table
      let column = Criterion.allCases.firstIndex(of: criterion) ?? 0
      shaken.columns[column] = table.columns[column].map { _ in Double.random(in: 0..<9, using: &generator) }
      let before = try table.ranking(options)
      let after = try shaken.ranking(options)
      #expect(before.rows.map(\.actor) == after.rows.map(\.actor))
      #expect(before.rows.map(\.rank) == after.rows.map(\.rank))
      #expect(before.rows.map(\.score) == after.rows.map(\.score))
      #expect(before.rows.map(\.isUnbeaten) == after.rows.map(\.isUnbeaten))
      #expect(before.rows.map(\.carriers) == after.rows.map(\.carriers))
      #expect(!after.criteria.contains(criterion))
    }
  }

  @Test(arguments: UInt64(0)..<20) func onlyTheRatioOfWeightsCounts(seed: UInt64) throws {
    let table = try DraftDataset.random(seed: seed).dataset.view().criteria()
    let weights: [Criterion: Double] = [.reach: 3, .openness: 0.3, .methods: 0.1]
    let scaled = Dictionary(uniqueKeysWithValues: Criterion.allCases.map { ($0, 7 * (weights[$0] ?? 1)) })
    let first = try table.ranking(RankingOptions(weights: weights))
    let second = try table.ranking(RankingOptions(weights: scaled))
    #expect(first.rows.map(\.actor) == second.rows.map(\.actor))
    #expect(first.rows.map(\.rank) == second.rows.map(\.rank))
  }

  @Test(arguments: UInt64(0)..<40) func theUnbeatenAreThoseWhomNobodyBeats(seed: UInt64) throws {
    let ranking = try DraftDataset.random(seed: seed, actors: 20, ties: 45).dataset.view().orchestrators()
    for row in ranking.rows {
      let isBeaten = ranking.rows.contains { rival in
        let comparison = ranking.criteria.map { criterion in
          (rival.value(of: criterion) ?? -1, row.value(of: criterion) ?? -1)
        }
        return comparison.allSatisfy { $0 >= $1 - 1e-9 } && comparison.contains { $0 > $1 + 1e-9 }
      }
      #expect(row.isUnbeaten == !isBeaten)
      if row.rank == 1 { #expect(row.isUnbeaten) }
    }
  }

  @Test(arguments: UInt64(0)..<20) func scoresAndRanksAreOrdered(seed: UInt64) throws {
    let ranking = try DraftDataset.random(seed: seed).dataset.view().orchestrators()
    for (place, row) in ranking.rows.enumerated() {
      #expect((0...1).contains(row.score))
      #expect(row.rank <= place + 1)
      #expect(row.carriers.count <= 2)
      guard place > 0 else { continue }
      let above = ranking.rows[place - 1]
      #expect(above.score >= row.score - 1e-12)
      #expect(row.rank == above.rank || row.rank == place + 1)
    }
    // Every pair of candidates shares out one point in each criterion.
    let mean = ranking.rows.reduce(0) { $0 + $1.score } / Double(ranking.rows.count)
    #expect(abs(mean - 0.5) < 1e-12)
  }

  @Test func threadsGiveTheSameBits() throws {
    let view = DraftDataset.random(seed: 9, actors: 300, ties: 900).dataset.view()
    let one = try view.orchestrators()
    let four = try view.orchestrators(execution: Execution(threads: 4))
    #expect(one.rows.map(\.actor) == four.rows.map(\.actor))
    #expect(one.rows.map(RowContents.init) == four.rows.map(RowContents.init))
    #expect(one.rows.map { $0.value(of: .brokerage) } == four.rows.map { $0.value(of: .brokerage) })
    #expect(one.rows.map { $0.value(of: .openness) } == four.rows.map { $0.value(of: .openness) })
  }
}
