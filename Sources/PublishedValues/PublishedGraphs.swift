public import GraphCore

/// Small networks from the literature, for which values have been published.
public enum PublishedGraphs {
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

  /// The members of a karate club who met outside it; 0 is the instructor, 33 the club's president.
  ///
  /// W. W. Zachary, Journal of Anthropological Research 33 (1977) 452–473.
  public static func karateClub() throws -> Graph {
    try Graph(
      vertexCount: 34,
      edges: [
        (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13),
        (0, 17), (0, 19), (0, 21), (0, 31), (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21),
        (1, 30), (2, 3), (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32), (3, 7), (3, 12),
        (3, 13), (4, 6), (4, 10), (5, 6), (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33),
        (13, 33), (14, 32), (14, 33), (15, 32), (15, 33), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33),
        (22, 32), (22, 33), (23, 25), (23, 27), (23, 29), (23, 32), (23, 33), (24, 25), (24, 27), (24, 31),
        (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32), (29, 33), (30, 32), (30, 33),
        (31, 32), (31, 33), (32, 33),
      ])
  }
}
