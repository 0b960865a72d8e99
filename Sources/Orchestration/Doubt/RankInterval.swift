import Ecosystem
public import GraphCore

/// How far the rank of an actor moves when some ties are missing from the data.
public struct RankInterval: Hashable, Sendable {
  /// The rank that one replicate in twenty beats or reaches.
  public let best: Int
  /// The middle rank; of two, the better.
  public let median: Int
  /// The rank that all but one replicate in twenty beat or reach.
  public let worst: Int

  /// Of ranks in any order, at least one: the 5th, 50th and 95th percentile by nearest rank.
  init(of ranks: [Int]) {
    let sorted = ranks.sorted()
    func percentile(_ percent: Int) -> Int { sorted[(percent * sorted.count + 99) / 100 - 1] }
    best = percentile(5)
    median = percentile(50)
    worst = percentile(95)
  }
}

extension CriteriaTable {
  /// Returns how far the ranks of some rankings of this table move when ties are lost at random.
  ///
  /// In each replicate all criteria are computed anew from the ties that are left; the same candidates are
  /// ranked by the same criteria and weights. An actor that lost all its ties is ranked last in what is then
  /// undefined. The interval holds nine in ten replicates. It tells how far a rank hangs on single ties; it
  /// says nothing of ties that are in the data and should not be.
  ///
  /// - Parameters:
  ///   - rankings: Rankings made from this table.
  ///   - loss: What is left out, how often, and the seed.
  ///   - execution: Threads, progress and cancellation; replicates run side by side.
  /// - Returns: For each ranking the intervals of its rows, in their order.
  /// - Throws: ``RankingError`` with reason `badLoss`; `GraphError` with code `cancelled`.
  /// - Complexity: That of ``CriteriaTable`` for each replicate.
  public func rankIntervals(
    of rankings: [OrchestratorRanking], under loss: TieLoss, execution: Execution = .serial
  ) throws -> [[RankInterval]] {
    try loss.validate()
    let contests = rankings.map { Contest($0) }
    let threshold = UInt64((loss.share * 0x1p53).rounded())
    let replicates = try execution.replicates(loss.replicates, seed: loss.seed) {
      [Int]()
    } _: { _, random, kept throws(GraphError) in
      kept.removeAll(keepingCapacity: true)
      for tie in view.ties where random.next() >> 11 >= threshold { kept.append(tie) }
      let table = try CriteriaTable(view.keeping(ties: kept), execution: .serial)
      return contests.map { $0.ranks(in: table) }
    }
    return contests.indices.map { contest in
      rankings[contest].rows.indices.map { row in
        RankInterval(of: replicates.map { $0[contest][row] })
      }
    }
  }
}

/// Who competes by what, whatever the ties are.
private struct Contest {
  let vertices: [Int]
  let criteria: [Criterion]
  let weights: [Double]

  init(_ ranking: OrchestratorRanking) {
    vertices = ranking.rows.map(\.vertex)
    criteria = ranking.criteria
    weights = ranking.criteria.map { ranking.options.weight(of: $0) }
  }

  func ranks(in table: CriteriaTable) -> [Int] {
    let standings = criteria.map { criterion in
      Standing.standings(of: vertices.map { table[criterion, $0] })
    }
    return BordaCount(standings: standings, weights: weights).ranks
  }
}
