import GraphCore
import GraphMeasures

private let source =
  "computed with NetworkX 3.6.1 by the definition; S. P. Borgatti, CMOT 12 (2006) 21-34, doi:10.1007/s10588-006-7084-x"
private let everett =
  "computed with NetworkX 3.6.1 by the definition; M. G. Everett, S. P. Borgatti, doi:10.1080/0022250X.1999.9990219"
private let links =
  "computed with NetworkX 3.6.1; L. A. Adamic, E. Adar, doi:10.1016/S0378-8733(03)00009-1; T. Zhou et al., doi:10.1140/epjb/e2009-00335-8"

private func set(_ names: [String]) -> [Int] {
  names.compactMap { PublishedGraphs.florentineFamilies.firstIndex(of: $0) }
}

/// Sets whose loss breaks a network, and sets that reach most of it.
let keyPlayerTables: [PublishedTable] = [
  PublishedTable(
    "kite", "fragmentation without Heather; without Fernando and Garth", places: 4, source: source,
    ["Heather", "Fernando, Garth"], [0.3889, 0.5357]
  ) {
    let graph = try PublishedGraphs.kite()
    return [try graph.fragmentation(without: [7]), try graph.fragmentation(without: [5, 6])]
  },
  PublishedTable(
    "kite", "distance-weighted fragmentation", places: 4, source: source,
    ["nobody", "Heather", "Fernando, Garth"], [0.3537, 0.4861, 0.6071]
  ) {
    let graph = try PublishedGraphs.kite()
    return try [[], [7], [5, 6]].map { try graph.distanceWeightedFragmentation(without: $0) }
  },
  PublishedTable(
    "kite", "best sets to take away: members", places: 0, source: source,
    ["one", "two: first", "two: second"],
    [7, 5, 6]
  ) {
    let graph = try PublishedGraphs.kite()
    let one = try graph.keyPlayers(1, by: .distanceWeightedFragmentation).members
    let two = try graph.keyPlayers(2, by: .distanceWeightedFragmentation).members
    return (one + two).map { Double($0) }
  },
  PublishedTable(
    "kite", "distance-weighted reach of the best set", places: 4, source: source, ["one", "two"], [0.8083, 1]
  ) {
    let graph = try PublishedGraphs.kite()
    return try [1, 2].map { try graph.keyPlayers($0, by: .distanceWeightedReach).value }
  },
  PublishedTable("kite", "group betweenness", places: 0, source: everett, ["Fernando, Garth"], [15]) {
    [try PublishedGraphs.kite().groupBetweenness(of: [5, 6])]
  },
  PublishedTable(
    "florentine marriages", "fragmentation", places: 4, source: source,
    ["without Medici", "without Medici and Guadagni"], [0.3846, 0.7051]
  ) {
    let graph = try PublishedGraphs.florentineMarriages()
    return try [["Medici"], ["Medici", "Guadagni"]].map { try graph.fragmentation(without: set($0)) }
  },
  PublishedTable(
    "florentine marriages", "distance-weighted fragmentation of the best set", places: 4, source: source,
    ["one", "two"], [0.6738, 0.8024]
  ) {
    let graph = try PublishedGraphs.florentineMarriages()
    return try [1, 2].map { try graph.keyPlayers($0, by: .distanceWeightedFragmentation).value }
  },
  PublishedTable(
    "florentine marriages", "distance-weighted reach of the best set", places: 4, source: source,
    ["one", "two"], [0.7, 0.8667]
  ) {
    let graph = try PublishedGraphs.florentineMarriages()
    return try [1, 2].map { try graph.keyPlayers($0, by: .distanceWeightedReach).value }
  },
  PublishedTable(
    "florentine marriages", "likeliest new tie, Medici and Guadagni", places: 4, source: links,
    ["Adamic-Adar", "resource allocation"], [1.8205, 0.6667]
  ) {
    let graph = try PublishedGraphs.florentineMarriages()
    let best = try graph.linkCandidates(by: .adamicAdar, limit: 1)
    return [best.first?.adamicAdar, best.first?.resourceAllocation]
  },
]
