import GraphCore
import GraphMeasures

private let people = [
  "Andre", "Beverley", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane",
]
private let networkx = "computed with NetworkX 3.6.1 by the definition"
private let networkxTests = "NetworkX, tests of the measure; D. Krackhardt, ASQ 35 (1990) 342-369"

/// Krackhardt's kite.
let kiteTables: [PublishedTable] = [
  PublishedTable(
    "kite", "betweenness", places: 3, source: networkxTests, people,
    [0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0]
  ) { try PublishedGraphs.kite().betweenness() },
  PublishedTable(
    "kite", "closeness", places: 3, source: networkxTests, people,
    [0.529, 0.529, 0.5, 0.6, 0.5, 0.643, 0.643, 0.6, 0.429, 0.310]
  ) { try PublishedGraphs.kite().closeness() },
  PublishedTable(
    "kite", "constraint", places: 4, source: networkx, people,
    [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1]
  ) { try PublishedGraphs.kite().constraint() },
  PublishedTable(
    "kite", "effective-size", places: 4, source: networkx, people, [2, 2, 1, 3.3333, 1, 3, 3, 2.3333, 2, 1]
  ) { try PublishedGraphs.kite().effectiveSize() },
  PublishedTable(
    "kite", "hierarchy", places: 4, source: networkx, people,
    [0.0336, 0.0336, 0.0011, 0.0095, 0.0011, 0.0196, 0.0196, 0.0122, 0, 1]
  ) { try PublishedGraphs.kite().hierarchy() },
  PublishedTable(
    "kite", "harmonic", places: 4, source: networkx, people,
    [6.0833, 6.0833, 5.5833, 7.0833, 5.5833, 6.8333, 6.8333, 6, 4.6667, 3.4167]
  ) { try PublishedGraphs.kite().harmonicCentrality() },
  PublishedTable(
    "kite", "eigenvector", places: 4, source: networkx, people,
    [0.3522, 0.3522, 0.2858, 0.4810, 0.2858, 0.3977, 0.3977, 0.1959, 0.0481, 0.0112]
  ) { try PublishedGraphs.kite().eigenvectorCentrality().values },
  PublishedTable(
    "kite", "current-flow-betweenness, normalized", places: 4, source: networkx, people,
    [0.1662, 0.1662, 0.1026, 0.2909, 0.1026, 0.3538, 0.3538, 0.4324, 0.2222, 0]
  ) { try PublishedGraphs.kite().currentFlowBetweenness().map { $0 / 36 } },
  PublishedTable(
    "kite", "flow-betweenness", places: 0, source: networkx, people, [10, 10, 6, 16, 6, 17, 17, 17, 8, 0]
  ) { try PublishedGraphs.kite().flowBetweenness().values },
  PublishedTable(
    "kite", "brokerage", places: 4, source: networkx, people,
    [2.6667, 2.6667, 0, 2.7222, 0, 5.1333, 5.1333, 12.3333, 12.5, 0]
  ) { try PublishedGraphs.kite().brokerage() },
]
