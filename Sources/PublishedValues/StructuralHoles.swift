import GraphCore
import GraphMeasures

private let borgatti =
  "S. P. Borgatti, Connections 20 (1997) 35-38; NetworkX tests, checked with UCINET and igraph"
private let networkx = "NetworkX, tests of structural holes"
private let igraph = "igraph, unit tests of constraint"

/// Values of G, A and C.
private func chosen(_ values: [Double?]) -> [Double?] { [values[6], values[0], values[2]] }

private func directed(_ weights: [Double]) throws -> Graph {
  var edges = EdgeList()
  for ((source, target), weight) in zip([(0, 1), (0, 2), (1, 0), (2, 1)] as [(UInt32, UInt32)], weights) {
    edges.append(from: source, to: target, weight: weight)
  }
  return try Graph(vertexCount: 3, edges: edges, direction: .directed, rule: .sum)
}

private func cliques(_ ties: [(UInt32, UInt32)], _ count: Int) throws -> Graph {
  try Graph(vertexCount: count, edges: ties)
}

private func pairs(_ vertices: ClosedRange<UInt32>) -> [(UInt32, UInt32)] {
  vertices.flatMap { first in vertices.filter { $0 > first }.map { (first, $0) } }
}

/// Borgatti's graph of structural holes, and small graphs of known constraint.
let structuralHolesTables: [PublishedTable] = [
  PublishedTable(
    "structural holes", "effective-size", places: 2, source: borgatti, ["G", "A", "C"], [4.67, 2.5, 1]
  ) { chosen(try PublishedGraphs.structuralHoles().unweighted().effectiveSize()) },
  PublishedTable(
    "structural holes", "constraint", places: 3, source: borgatti, ["G", "A", "C"], [0.4, 0.595, 1]
  ) { chosen(try PublishedGraphs.structuralHoles().unweighted().constraint()) },
  PublishedTable(
    "structural holes, weighted", "constraint", places: 3, source: borgatti, ["G", "A", "C"],
    [0.299, 0.795, 1]
  ) { chosen(try PublishedGraphs.structuralHoles().constraint()) },
  PublishedTable(
    "structural holes, weighted", "effective-size", places: 2, source: borgatti, ["G", "A", "C"],
    [5.47, 2.47, 1]
  ) { chosen(try PublishedGraphs.structuralHoles().effectiveSize()) },
  PublishedTable(
    "three vertices, directed", "constraint", places: 3, source: networkx, ["0", "1", "2"],
    [1.003, 1.003, 1.389]
  ) { try directed([1, 1, 1, 1]).constraint() },
  PublishedTable(
    "three vertices, directed", "effective-size", places: 3, source: networkx, ["0", "1", "2"],
    [1.167, 1.167, 1]
  ) { try directed([1, 1, 1, 1]).effectiveSize() },
  PublishedTable(
    "three vertices, directed and weighted", "constraint", places: 3, source: networkx, ["0", "1", "2"],
    [0.840, 1.143, 1.378]
  ) { try directed([2, 2, 1, 1]).constraint() },
  PublishedTable(
    "three vertices, directed and weighted", "effective-size", places: 3, source: networkx,
    ["0", "1", "2"], [1.567, 1.083, 1]
  ) { try directed([2, 2, 1, 1]).effectiveSize() },
  PublishedTable(
    "path of four", "constraint", places: 1, source: igraph, ["0", "1", "2", "3"], [1, 0.5, 0.5, 1]
  ) { try cliques([(0, 1), (1, 2), (2, 3)], 4).constraint() },
  PublishedTable(
    "four, all tied", "constraint", places: 6, source: igraph, ["0", "1", "2", "3"],
    [0.925926, 0.925926, 0.925926, 0.925926]
  ) { try cliques(pairs(0...3), 4).constraint() },
  PublishedTable(
    "two cliques of four and one between", "constraint", places: 6, source: igraph,
    ["0", "1", "2", "3", "4", "5", "6", "7", "8"],
    [0.865741, 0.865741, 0.865741, 0.583333, 0.5, 0.583333, 0.865741, 0.865741, 0.865741]
  ) { try cliques(pairs(0...3) + [(3, 4), (4, 5)] + pairs(5...8), 9).constraint() },
]
