import EcographTestSupport
import Ecosystem
import GraphCore
import Testing

@testable import Orchestration

@Suite struct RankIntervalTests {
  private func intervals(
    of dataset: Dataset, _ loss: TieLoss, threads: Int = 1, candidates: [CandidateSet] = CandidateSet.allCases
  ) throws -> (rankings: [OrchestratorRanking], intervals: [[RankInterval]]) {
    let table = try dataset.view().criteria()
    let rankings = try candidates.map { try table.ranking(RankingOptions(candidates: $0)) }
    return (
      rankings, try table.rankIntervals(of: rankings, under: loss, execution: Execution(threads: threads))
    )
  }

  @Test(arguments: UInt64(0)..<20) func nothingLostMovesNobody(seed: UInt64) throws {
    let (rankings, intervals) = try intervals(
      of: DraftDataset.random(seed: seed).dataset, TieLoss(share: 0, replicates: 3))
    for (ranking, intervals) in zip(rankings, intervals) {
      #expect(intervals.map(\.best) == ranking.rows.map(\.rank))
      #expect(intervals.map(\.worst) == ranking.rows.map(\.rank))
    }
  }

  @Test(arguments: UInt64(0)..<10) func everythingLostLeavesNoOrder(seed: UInt64) throws {
    let (_, intervals) = try intervals(
      of: DraftDataset.random(seed: seed).dataset, TieLoss(share: 1, replicates: 2), candidates: [.all])
    #expect(intervals[0].allSatisfy { $0.best == 1 && $0.worst == 1 })
  }

  @Test(arguments: [2, 3, 8]) func threadsChangeNothing(threads: Int) throws {
    let dataset = DraftDataset.random(seed: 7).dataset
    let loss = TieLoss(share: 0.3, replicates: 101, seed: 5)
    #expect(
      try intervals(of: dataset, loss).intervals == intervals(of: dataset, loss, threads: threads).intervals)
  }

  @Test func theSeedFixesTheResult() throws {
    let dataset = DraftDataset.random(seed: 3).dataset
    let one = try intervals(of: dataset, TieLoss(share: 0.4, replicates: 40, seed: 1)).intervals
    let again = try intervals(of: dataset, TieLoss(share: 0.4, replicates: 40, seed: 1)).intervals
    let other = try intervals(of: dataset, TieLoss(share: 0.4, replicates: 40, seed: 2)).intervals
    #expect(one == again)
    #expect(one != other)
  }

  /// Who has twelve partners stays ahead of those with two when one tie in ten is lost; the others change
  /// places.
  @Test func aHubStaysAhead() throws {
    var ties = (0..<12).map { DatasetBuilder.TieRow.tie("hub", "m\($0)", isDirected: false) }
    ties += (0..<11).map { .tie("m\($0)", "m\($0 + 1)", isDirected: false) }
    let dataset = DatasetBuilder.dataset(actors: ["hub"] + (0..<12).map { "m\($0)" }, ties: ties)
    let (rankings, all) = try intervals(of: dataset, TieLoss(replicates: 100), candidates: [.all])
    let hub = try #require(rankings[0].rows.firstIndex { dataset.actors.id(of: $0.actor) == "hub" })
    #expect(all[0][hub].best == 1 && all[0][hub].worst == 1)
    #expect(all[0].contains { $0.worst - $0.best >= 3 })
  }

  @Test func percentilesAreByNearestRank() {
    let interval = RankInterval(of: Array((1...20).reversed()))
    #expect((interval.best, interval.median, interval.worst) == (1, 10, 19))
    let one = RankInterval(of: [4])
    #expect((one.best, one.median, one.worst) == (4, 4, 4))
    let two = RankInterval(of: [9, 2])
    #expect((two.best, two.median, two.worst) == (2, 2, 9))
  }

  @Test func impossibleLossesAreRefused() throws {
    let table = try DraftDataset.random(seed: 1).dataset.view().criteria()
    for loss in [
      TieLoss(share: -0.1), TieLoss(share: 1.1), TieLoss(share: .nan), TieLoss(replicates: 0),
    ] {
      #expect(throws: RankingError.self) { try table.rankIntervals(of: [], under: loss) }
    }
  }

  @Test func aCancelledRunStops() throws {
    let table = try DraftDataset.random(seed: 1).dataset.view().criteria()
    #expect(throws: GraphError.self) {
      try table.rankIntervals(
        of: [], under: TieLoss(), execution: Execution(threads: 2, isCancelled: { true }))
    }
  }
}
