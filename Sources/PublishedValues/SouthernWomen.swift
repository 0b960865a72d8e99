import GraphCore
import GraphMeasures

private let networkx =
  "NetworkX, tests of bipartite centrality; S. P. Borgatti, D. S. Halgin; A. Davis et al., Deep South (1941)"
private let netrics = "R netrics, tests of Davis et al., Deep South (1941)"
private let attendants = [
  "Evelyn", "Laura", "Theresa", "Brenda", "Charlotte", "Frances", "Eleanor", "Pearl", "Ruth", "Verne", "Myra",
  "Katherine", "Sylvia", "Nora", "Helen", "Dorothy", "Olivia", "Flora",
]
private let everybody = attendants + (1...14).map { "E\($0)" }
private let modes = ContiguousArray((0..<32).map { $0 >= 18 })

/// Davis's women and the events they went to.
let southernWomenTables: [PublishedTable] = [
  PublishedTable(
    "southern women", "two-mode-degree", places: 2, source: networkx, everybody,
    [
      0.57, 0.5, 0.57, 0.5, 0.29, 0.29, 0.29, 0.21, 0.29, 0.29, 0.29, 0.43, 0.5, 0.57, 0.36, 0.14, 0.14, 0.14,
      0.17, 0.17, 0.33, 0.22, 0.44, 0.44, 0.56, 0.78, 0.67, 0.28, 0.22, 0.33, 0.17, 0.17,
    ]
  ) { try PublishedGraphs.southernWomen().twoModeDegree(modes: modes) },
  PublishedTable(
    "southern women", "two-mode-closeness", places: 2, source: networkx, everybody,
    [
      0.8, 0.73, 0.8, 0.73, 0.6, 0.67, 0.67, 0.67, 0.71, 0.71, 0.69, 0.73, 0.77, 0.8, 0.73, 0.65, 0.59, 0.59,
      0.52, 0.52, 0.56, 0.54, 0.59, 0.69, 0.73, 0.85, 0.79, 0.55, 0.54, 0.56, 0.52, 0.52,
    ]
  ) { try PublishedGraphs.southernWomen().twoModeCloseness(modes: modes) },
  PublishedTable(
    "southern women", "two-mode-betweenness", places: 2, source: networkx, everybody,
    [
      0.1, 0.05, 0.09, 0.05, 0.01, 0.01, 0.01, 0.01, 0.02, 0.02, 0.02, 0.05, 0.07, 0.11, 0.04, 0, 0.01, 0.01,
      0,
      0, 0.02, 0.01, 0.04, 0.07, 0.13, 0.24, 0.23, 0.01, 0.02, 0.02, 0, 0,
    ]
  ) { try PublishedGraphs.southernWomen().twoModeBetweenness(modes: modes) },
  PublishedTable(
    "southern women", "betweenness", places: 2, source: netrics, Array(attendants.prefix(5)),
    [42.98, 22.85, 38.98, 22.02, 4.72]
  ) { Array(try PublishedGraphs.southernWomen().betweenness().prefix(5)) },
  PublishedTable(
    "southern women", "two-mode-constraint", places: 4, source: netrics, Array(attendants.prefix(3)),
    [0.2782, 0.3071, 0.2965]
  ) { Array(try PublishedGraphs.southernWomen().twoModeConstraint(memberCount: 18).prefix(3)) },
  PublishedTable(
    "southern women", "two-mode-effective-size", places: 2, source: netrics, Array(attendants.prefix(3)),
    [2.5, 1.38, 2.46]
  ) { Array(try PublishedGraphs.southernWomen().twoModeEffectiveSize(memberCount: 18).prefix(3)) },
  PublishedTable(
    "southern women, projected", "Newman weight", places: 4,
    source: "computed with NetworkX 3.6.1; M. E. J. Newman, Physical Review E 64 (2001) 016132",
    ["Evelyn-Laura", "Evelyn-Theresa"], [1.5626, 1.4869]
  ) {
    let graph = try TwoModeProjection(PublishedGraphs.southernWomen(), memberCount: 18).graph()
    // The places of neighbors are those of the arcs to them.
    return [1, 2].map { graph.neighbors(of: 0).firstIndex(of: $0).map { graph.weight(atSlot: $0) } }
  },
]
