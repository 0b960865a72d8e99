import GraphCore

/// Small networks from the literature, for which values have been published.
public enum ClassicGraphs {
  /// Krackhardt's kite.
  ///
  /// Andre 0, Beverley 1, Carol 2, Diane 3, Ed 4, Fernando 5, Garth 6, Heather 7, Ike 8,
  /// Jane 9. D. Krackhardt, Administrative Science Quarterly 35 (1990) 342–369.
  public static func kite() throws -> Graph {
    try Graph(
      vertexCount: 10,
      edges: [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6),
        (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
      ])
  }

  /// The families of ``florentineMarriages()``.
  public static let florentineFamilies = [
    "Acciaiuoli", "Medici", "Castellani", "Peruzzi", "Strozzi", "Barbadori", "Ridolfi", "Tornabuoni",
    "Albizzi", "Salviati", "Pazzi", "Bischeri", "Guadagni", "Ginori", "Lamberteschi",
  ]

  /// Marriages among fifteen Florentine families, without Pucci, who married none of them.
  ///
  /// J. F. Padgett, C. K. Ansell, American Journal of Sociology 98 (1993) 1259–1319.
  public static func florentineMarriages() throws -> Graph {
    try Graph(
      vertexCount: 15,
      edges: [
        (0, 1), (1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (2, 3), (2, 4), (2, 5), (3, 4), (3, 11), (4, 6),
        (4, 11), (6, 7), (7, 12), (8, 13), (8, 12), (9, 10), (11, 12), (12, 14),
      ])
  }

  /// Borgatti's graph of structural holes with tie strengths.
  ///
  /// A 0, B 1, C 2, D 3, E 4, F 5, G 6. S. P. Borgatti, Connections 20(1) (1997) 35–38.
  public static func structuralHoles() throws -> Graph {
    let ties: [(UInt32, UInt32, Double)] = [
      (0, 1, 2), (0, 5, 3), (0, 6, 5), (0, 4, 2), (4, 6, 8), (5, 6, 3), (6, 1, 4), (1, 3, 1), (3, 6, 3),
      (6, 2, 10),
    ]
    var list = EdgeList()
    for (source, target, weight) in ties { list.append(from: source, to: target, weight: weight) }
    return try Multigraph(vertexCount: 7, edges: list, direction: .undirected).reduced(.sum)
  }

  /// Women (0 ..< 18, Evelyn first) and the events (18 ..< 32) they went to, as one graph.
  ///
  /// A. Davis, B. B. Gardner, M. R. Gardner, "Deep South", University of Chicago Press 1941.
  public static func southernWomen() throws -> Graph {
    let attendance: [[UInt32]] = [
      [1, 2, 3, 4, 5, 6, 8, 9], [1, 2, 3, 5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 4, 5, 6, 7, 8],
      [3, 4, 5, 7], [3, 5, 6, 8], [5, 6, 7, 8], [6, 8, 9], [5, 7, 8, 9], [7, 8, 9, 12], [8, 9, 10, 12],
      [8, 9, 10, 12, 13, 14], [7, 8, 9, 10, 12, 13, 14], [6, 7, 9, 10, 11, 12, 13, 14], [7, 8, 10, 11, 12],
      [8, 9], [9, 11], [9, 11],
    ]
    let edges = attendance.enumerated().flatMap { woman, events in
      events.map { (UInt32(woman), 17 + $0) }
    }
    return try Graph(vertexCount: 32, edges: edges)
  }

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
