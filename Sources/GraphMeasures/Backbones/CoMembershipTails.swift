import GraphCore

extension Memberships {
  /// Tests by the distribution of the number of shared groups, which depends on the members' degrees alone.
  func testsByTails(
    _ pairs: MemberPairs, _ model: BackboneModel, _ tails: BackboneOptions.Tails, _ execution: Execution
  ) throws(GraphError) -> [CoMembershipTest] {
    let kinds = PairKinds(pairs, of: self, model)
    let distributions = SharedGroupDistributions(self, model, tails)
    var tables: [TailTable] = []
    tables.reserveCapacity(kinds.kinds.count)
    try execution.reduce(Partitions(of: kinds.kinds.count, parts: 256)) { part in
      part.map { distributions.table(for: kinds.kinds[$0]) }
    } merge: { part in
      tables += part
    }
    var tests: [CoMembershipTest] = []
    tests.reserveCapacity(pairs.count)
    for first in 0..<memberCount {
      for place in pairs.offsets[first]..<pairs.offsets[first + 1] {
        let table = tables[Int(kinds.kindOfPair[place])]
        let observed = Int(pairs.observed[place])
        tests.append(
          CoMembershipTest(
            first: first, second: Int(pairs.seconds[place]), observed: observed, expected: table.expected,
            upper: table.upper[observed], lower: table.lower[observed]))
      }
    }
    return tests
  }
}

/// Pairs for which the number of shared groups has one distribution.
private struct PairKind: Sendable {
  /// Degrees of the members, the smaller first; 0 where they do not matter.
  let small, large: Int
  /// The largest number observed.
  var most: Int
}

private struct PairKinds: Sendable {
  private(set) var kinds: [PairKind] = []
  private(set) var kindOfPair: ContiguousArray<UInt32> = []

  init(_ pairs: MemberPairs, of memberships: Memberships, _ model: BackboneModel) {
    var numbers: [UInt64: UInt32] = [:]
    let isByDegree = model == .fixedRow || model == .stochasticDegreeSequence
    kindOfPair.reserveCapacity(pairs.count)
    for first in 0..<memberships.memberCount {
      for place in pairs.offsets[first]..<pairs.offsets[first + 1] {
        let one = isByDegree ? memberships.degree(of: first) : 0
        let other = isByDegree ? memberships.degree(of: Int(pairs.seconds[place])) : 0
        let (small, large) = (min(one, other), max(one, other))
        let key = UInt64(small) << 32 | UInt64(large)
        let number = numbers[key] ?? UInt32(truncatingIfNeeded: kinds.count)
        if Int(number) == kinds.count {
          numbers[key] = number
          kinds.append(PairKind(small: small, large: large, most: 0))
        }
        kindOfPair.append(number)
        kinds[Int(number)].most = max(kinds[Int(number)].most, Int(pairs.observed[place]))
      }
    }
  }
}

/// The distributions of the number of shared groups under a model.
private struct SharedGroupDistributions: Sendable {
  private let model: BackboneModel
  private let tails: BackboneOptions.Tails
  private let memberCount, groupCount, membershipCount: Int
  /// Sizes of groups that occur, and how many groups have each.
  private let groupSizes: [(size: Int, count: Int)]
  private let configuration: ConfigurationModel?

  init(_ memberships: Memberships, _ model: BackboneModel, _ tails: BackboneOptions.Tails) {
    self.model = model
    self.tails = tails
    memberCount = memberships.memberCount
    groupCount = memberships.groupCount
    membershipCount = memberships.groups.count
    var counts: [Int: Int] = [:]
    for size in memberships.groupSizes { counts[size, default: 0] += 1 }
    groupSizes = counts.sorted { $0.key < $1.key }.map { (size: $0.key, count: $0.value) }
    configuration =
      model == .stochasticDegreeSequence
      ? ConfigurationModel(
        rows: (0..<memberships.memberCount).map { memberships.degree(of: $0) },
        columns: memberships.groupSizes) : nil
  }

  func table(for kind: PairKind) -> TailTable {
    switch model {
    case .fixedFill: return fixedFill(through: kind.most)
    case .fixedRow: return fixedRow(kind)
    case .fixedColumn:
      let pairs = Double(memberCount) * Double(memberCount - 1)
      return poissonBinomial(
        groupSizes.map { (Double($0.size) * Double($0.size - 1) / pairs, $0.count) }, through: kind.most)
    case .stochasticDegreeSequence, .fixedDegreeSequence:
      guard let configuration else { return poissonBinomial([], through: kind.most) }
      let small = configuration.rowProbabilities(ofDegree: kind.small)
      let large = configuration.rowProbabilities(ofDegree: kind.large)
      return poissonBinomial(
        configuration.columnCounts.indices.map { (small[$0] * large[$0], configuration.columnCounts[$0]) },
        through: kind.most)
    }
  }

  private func poissonBinomial(_ trials: [(Double, Int)], through most: Int) -> TailTable {
    let number = PoissonBinomial(trials.map { (probability: $0.0, count: $0.1) })
    return tails == .exact ? number.tails(through: most) : number.refinedNormalTails(through: most)
  }

  /// Hypergeometric: the groups of one member among those of the other.
  private func fixedRow(_ kind: PairKind) -> TailTable {
    let (small, large, all) = (kind.small, kind.large, groupCount)
    let expected = all > 0 ? Double(small) * Double(large) / Double(all) : 0
    return TailTable(
      expected: expected, values: max(0, small + large - all)...small, through: kind.most
    ) { value in
      Double(small - value) * Double(large - value) / Double(value + 1)
        / Double(all - small - large + value + 1)
    }
  }

  /// The memberships of two members together are hypergeometric; given them, so is in how many groups both are.
  private func fixedFill(through most: Int) -> TailTable {
    let (places, all) = (2 * groupCount, memberCount * groupCount)
    let filled = membershipCount
    let totals = max(0, places + filled - all)...min(places, filled)
    let likely = normalized(totals) { total in
      Double(places - total) * Double(filled - total) / Double(total + 1)
        / Double(all - places - filled + total + 1)
    }
    var probabilities = ContiguousArray(repeating: 0.0, count: most + 1)
    var beyond = 0.0
    // What is less likely than this adds nothing that anybody could tell from 0.
    for (total, weight) in zip(totals, likely) where weight > 1e-40 {
      let values = max(0, total - groupCount)...(total / 2)
      let shared = normalized(values) { value in
        let single = Double(total - 2 * value)
        return single * (single - 1) / Double(value + 1) / Double(4 * (groupCount - total + value + 1))
      }
      for (value, probability) in zip(values, shared) {
        if value <= most {
          probabilities[value] += weight * probability
        } else {
          beyond += weight * probability
        }
      }
    }
    let expected =
      all > 1
      ? Double(groupCount) * (Double(filled) / Double(all)) * (Double(filled - 1) / Double(all - 1)) : 0
    return TailTable(expected: expected, probabilities: probabilities, beyond: beyond)
  }
}

extension ConfigurationModel {
  /// The probabilities of a member of some degree for each class of groups.
  fileprivate func rowProbabilities(ofDegree degree: Int) -> [Double] {
    rowDegrees.firstIndex(of: degree).map { probabilities[$0] }
      ?? Array(repeating: 0, count: columnCounts.count)
  }
}
