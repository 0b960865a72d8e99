import GraphCore
import PublishedValues

/// Small networks: from the literature, and of simple shapes.
public enum ClassicGraphs {
  /// Krackhardt's kite.
  public static func kite() throws -> Graph { try PublishedGraphs.kite() }

  /// Marriages among fifteen Florentine families.
  public static func florentineMarriages() throws -> Graph { try PublishedGraphs.florentineMarriages() }

  /// Borgatti's graph of structural holes with tie strengths.
  public static func structuralHoles() throws -> Graph { try PublishedGraphs.structuralHoles() }

  /// Women and the events they went to, as one graph.
  public static func southernWomen() throws -> Graph { try PublishedGraphs.southernWomen() }

  /// The members of a karate club who met outside it.
  public static func karateClub() throws -> Graph { try PublishedGraphs.karateClub() }

  /// The families of ``florentineMarriages()``.
  public static let florentineFamilies = PublishedGraphs.florentineFamilies

  /// A path of `count` vertices.
  public static func path(_ count: Int) throws -> Graph {
    try Graph(vertexCount: count, edges: (1..<max(1, count)).map { (UInt32($0 - 1), UInt32($0)) })
  }

  /// A cycle of `count` vertices.
  public static func cycle(_ count: Int, direction: Direction = .undirected) throws -> Graph {
    try Graph(
      vertexCount: count, edges: (0..<count).map { (UInt32($0), UInt32(($0 + 1) % count)) },
      direction: direction)
  }

  /// A center, vertex 0, with `leaves` others.
  public static func star(leaves: Int) throws -> Graph {
    try Graph(vertexCount: leaves + 1, edges: (1..<(leaves + 1)).map { (0, UInt32($0)) })
  }

  /// All vertices tied to each other.
  public static func complete(_ count: Int) throws -> Graph {
    var edges: [(UInt32, UInt32)] = []
    for u in 0..<count { for v in 0..<u { edges.append((UInt32(v), UInt32(u))) } }
    return try Graph(vertexCount: count, edges: edges)
  }

  /// A grid of `side` × `side` vertices; row `i`, column `j` is vertex `i · side + j`.
  public static func grid(_ side: Int) throws -> Graph {
    var edges: [(UInt32, UInt32)] = []
    for row in 0..<side {
      for column in 0..<side {
        let vertex = UInt32(row * side + column)
        if column + 1 < side { edges.append((vertex, vertex + 1)) }
        if row + 1 < side { edges.append((vertex, vertex + UInt32(side))) }
      }
    }
    return try Graph(vertexCount: side * side, edges: edges)
  }
}
