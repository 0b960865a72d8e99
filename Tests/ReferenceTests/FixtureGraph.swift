import EcographTestSupport
import Ecosystem

/// A small network, and the values that others give for it.
struct FixtureGraph: Decodable {
  let name: String
  let recipe: String
  let vertexCount: Int
  let edges: [Edge]
  /// Country of each actor, nil where it is blank.
  let groups: [String?]
  /// `actor` or `venue`; empty where the network has one mode.
  let modes: [String]
  /// Topics of ties; empty where none has one.
  let missions: [String?]
  let methods: [String?]
  let columns: [FixtureColumn]

  /// A tie: from, to, weight, whether it runs one way.
  struct Edge: Decodable {
    let source: Int, target: Int, weight: Double, isDirected: Bool

    init(from decoder: any Decoder) throws {
      var cells = try decoder.unkeyedContainer()
      source = try cells.decode(Int.self)
      target = try cells.decode(Int.self)
      weight = try cells.decode(Double.self)
      isDirected = try cells.decode(Bool.self)
    }
  }

  /// The network as a dataset; actor `v` is vertex `v`.
  var dataset: Dataset {
    let actors = (0..<vertexCount).map { vertex in
      let kind = modes.isEmpty || modes[vertex] == "actor" ? "city" : "network"
      return "v\(vertex):\(kind)" + (groups[vertex].map { ":" + $0 } ?? "")
    }
    let ties = edges.enumerated().map { place, edge in
      DatasetBuilder.TieRow.tie(
        "v\(edge.source)", "v\(edge.target)", mission: missions.isEmpty ? nil : missions[place],
        method: methods.isEmpty ? nil : methods[place], weight: edge.weight, isDirected: edge.isDirected)
    }
    return DatasetBuilder.dataset(actors: actors, ties: ties)
  }

  /// The undirected ties in rows: 1, or the sum of weights; self-ties are left out.
  func matrix(isWeighted: Bool) -> [[Double]] {
    var matrix = [[Double]](repeating: Array(repeating: 0, count: vertexCount), count: vertexCount)
    for edge in edges where edge.source != edge.target {
      let weight = isWeighted ? matrix[edge.source][edge.target] + edge.weight : 1
      matrix[edge.source][edge.target] = weight
      matrix[edge.target][edge.source] = weight
    }
    return matrix
  }
}
