import GraphCore
import GraphMeasures

private let networkx = "computed with NetworkX 3.6.1 by the definition"
private let networkxTests =
  "NetworkX, tests of the measure; J. F. Padgett, C. K. Ansell, AJS 98 (1993) 1259-1319"

/// The values of some families.
private func families(
  _ names: [String], _ values: @escaping @Sendable (Graph) throws -> [Double?]
) -> @Sendable () throws -> [Double?] {
  {
    let all = try values(try PublishedGraphs.florentineMarriages())
    return names.map { name in
      PublishedGraphs.florentineFamilies.firstIndex(of: name).flatMap { all[$0] }
    }
  }
}

private func table(
  _ measure: String, places: Int, source: String, _ rows: KeyValuePairs<String, Double>,
  _ values: @escaping @Sendable (Graph) throws -> [Double?]
) -> PublishedTable {
  PublishedTable(
    "florentine marriages", measure, places: places, source: source, rows.map(\.key), rows.map(\.value),
    families(rows.map(\.key), values))
}

/// Padgett's marriages among Florentine families.
let florentineTables: [PublishedTable] = [
  table(
    "betweenness, normalized", places: 3, source: networkxTests,
    [
      "Medici": 0.522, "Guadagni": 0.255, "Albizzi": 0.212, "Salviati": 0.143, "Ridolfi": 0.114,
      "Bischeri": 0.104, "Strozzi": 0.103, "Barbadori": 0.093, "Tornabuoni": 0.092, "Castellani": 0.055,
      "Peruzzi": 0.022, "Acciaiuoli": 0, "Pazzi": 0, "Ginori": 0, "Lamberteschi": 0,
    ]
  ) { try $0.betweenness().map { $0 / 91 } },
  table(
    "betweenness", places: 4, source: networkx, ["Medici": 47.5, "Guadagni": 23.1667, "Albizzi": 19.3333]
  ) { try $0.betweenness() },
  table(
    "closeness", places: 3, source: networkxTests,
    [
      "Medici": 0.560, "Ridolfi": 0.500, "Albizzi": 0.483, "Tornabuoni": 0.483, "Guadagni": 0.467,
      "Pazzi": 0.286,
    ]
  ) { try $0.closeness() },
  table(
    "constraint", places: 4, source: networkx,
    [
      "Medici": 0.2099, "Guadagni": 0.25, "Albizzi": 0.3333, "Strozzi": 0.4583, "Ridolfi": 0.4599,
      "Tornabuoni": 0.4599, "Castellani": 0.4823, "Bischeri": 0.4823, "Barbadori": 0.5, "Salviati": 0.5,
      "Peruzzi": 0.6559,
    ]
  ) { try $0.constraint() },
  table("effective-size", places: 4, source: networkx, ["Medici": 5.6667]) { try $0.effectiveSize() },
  table("hierarchy", places: 4, source: networkx, ["Medici": 0.0225, "Strozzi": 0.0431]) {
    try $0.hierarchy()
  },
  table(
    "flow-betweenness", places: 0, source: networkx,
    ["Medici": 68, "Guadagni": 38, "Castellani": 22, "Albizzi": 20, "Barbadori": 19]
  ) { try $0.flowBetweenness().values },
  table("flow-betweenness, normalized", places: 4, source: networkx, ["Medici": 0.4595]) {
    try $0.flowBetweenness().shares
  },
  table(
    "brokerage", places: 4, source: networkx, ["Salviati": 20, "Medici": 18.1667, "Albizzi": 17.5556]
  ) { try $0.brokerage() },
]
