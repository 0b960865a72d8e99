import GraphCore

/// A small graph, the same on every run.
struct SampleGraph {
  let name: String
  let vertexCount: Int
  let edges: EdgeList

  func graph() throws(GraphError) -> Graph {
    try Graph(vertexCount: vertexCount, edges: edges, direction: .undirected, rule: .once)
  }

  /// Both shapes: a skewed one-mode network, and organisations in projects.
  static let all = [rmat(scale: 10, edgesPerVertex: 16), affiliation(organisations: 1_500, projects: 800)]

  /// A recursive matrix graph with 2^scale vertices, after Chakrabarti, Zhan and Faloutsos (SDM 2004).
  static func rmat(scale: Int, edgesPerVertex: Int) -> SampleGraph {
    var random = SplitMix(state: 1)
    var edges = EdgeList()
    for _ in 0..<edgesPerVertex << scale {
      var (source, target) = (UInt32(0), UInt32(0))
      for _ in 0..<scale {
        let corner = Double.random(in: 0..<1, using: &random)
        source = source << 1 | (corner >= 0.76 ? 1 : 0)
        target = target << 1 | (corner >= 0.57 && corner < 0.76 || corner >= 0.95 ? 1 : 0)
      }
      edges.append(from: source, to: target)
    }
    return SampleGraph(name: "rmat\(scale)", vertexCount: 1 << scale, edges: edges)
  }

  /// Organisations in projects: few organisations are in many, most in one.
  static func affiliation(organisations: Int, projects: Int) -> SampleGraph {
    var random = SplitMix(state: 2)
    var edges = EdgeList()
    for project in organisations..<organisations + projects {
      var size = 3
      while Double.random(in: 0..<1, using: &random) > 0.2 { size += 1 }
      for _ in 0..<size {
        // The cube of an even number between 0 and 1 favours small numbers about as Zipf's law does.
        let place = Double.random(in: 0..<1, using: &random)
        edges.append(from: UInt32(place * place * place * Double(organisations)), to: UInt32(project))
      }
    }
    return SampleGraph(name: "affil1500", vertexCount: organisations + projects, edges: edges)
  }
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
