public import GraphCore

/// What puts actors into groups.
public enum Grouping: Hashable, Sendable {
  /// Country of the actor.
  case country
  /// Kind of the actor.
  case kind
  /// Level of government of the actor.
  case level
  /// The actor that it belongs to.
  case parent
  /// The community that its ties put it in.
  case community
  /// The value in a column of `actors.csv` that the format does not name.
  case attribute(String)
}

extension Grouping: RawRepresentable {
  /// The groupings that need no further column.
  public static let named: [Grouping] = [.country, .kind, .level, .parent, .community]

  /// A named grouping, or that by a column of this name.
  public init?(rawValue: String) {
    guard !rawValue.isEmpty else { return nil }
    self = Self.named.first { $0.rawValue == rawValue } ?? .attribute(rawValue)
  }

  /// The name of the grouping, or of the column.
  public var rawValue: String {
    switch self {
    case .country: "country"
    case .kind: "kind"
    case .level: "level"
    case .parent: "parent"
    case .community: "community"
    case .attribute(let name): name
    }
  }
}

extension NetworkView {
  /// A number for the group of each vertex, nil where it has none.
  ///
  /// - Throws: `GraphError` with code `badParameter` where there is no such column; communities are found by a
  ///   measure, not by a column.
  public func groups(by grouping: Grouping) throws(GraphError) -> [Int?] {
    let table = dataset.actors
    switch grouping {
    case .country: return codes(table.countries)
    case .kind: return codes(table.kinds)
    case .level: return codes(table.levels)
    case .parent: return actors.map { table.parent(of: $0) }
    case .community:
      throw GraphError(.badParameter, "communities are no column: they are found by the measure `community`")
    case .attribute(let name):
      guard let column = table.attributes.first(where: { $0.name == name }) else {
        let known = Grouping.named.map(\.rawValue) + table.attributes.map(\.name)
        let near = suggestions(for: name, among: known)
        throw GraphError(
          .badParameter,
          "actors have no column `\(name)` to group by; "
            + (near.isEmpty
              ? "there are " + known.joined(separator: ", ")
              : "did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"))
      }
      return codes(column.values)
    }
  }

  private func codes(_ column: TextColumn) -> [Int?] { actors.map { column.code(ofRow: $0) } }
}
