import ArgumentParser
import Ecosystem

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "The measures there are, with definition, conventions and source.",
    discussion: """
      Measures of actors are asked for with `ecograph measure`; those of the network as
      a whole are printed by `ecograph describe`.

      Examples:
        ecograph measures
        ecograph measures constraint
        ecograph measures small-world
        ecograph measures --format json
      """)

  @Argument(
    help: "Print the whole passport of this measure.",
    completion: .list(MeasureID.allCases.map(\.rawValue) + NetworkMeasureID.allCases.map(\.rawValue)))
  var id: String?
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let networkID = id.flatMap { NetworkMeasureID(rawValue: $0.lowercased()) }
    if output.format == .table, output.columns == nil {
      if let networkID { return try output.write(networkID.passport.page, session: session) }
      if let id { return try output.write(MeasureID(named: id).passport.page, session: session) }
    }
    let context: [(String, JSONText)] = [
      ("ecograph", .string(EcographTool.version)), ("command", .string("measures")),
    ]
    if output.format == .table, output.columns == nil {
      try output.print([Self.list()], context: context, session: session)
      return session.note("`ecograph measures ID` prints definition, conventions and source of one")
    }
    let ids = networkID != nil ? [] : try id.map { [try MeasureID(named: $0)] } ?? MeasureID.allCases
    let networkIDs = networkID.map { [$0] } ?? (id == nil ? NetworkMeasureID.allCases : [])
    let table = Table(
      columns: [
        "id", "family", "summary", "definition", "conventions", "direction", "weights", "normalization",
        "complexity", "source", "agrees_with", "approximation", "other_tools", "tests",
      ],
      rows: ids.map { $0.passport.cells } + networkIDs.map { $0.passport.cells })
    try output.print([table], context: context, session: session)
  }

  private static func list() -> Table {
    Table(
      columns: ["id", "family", "what it says"],
      rows: MeasureID.allCases.map { id in
        [.text(id.rawValue), .text(id.family.rawValue), .text(id.passport.summary)]
      }
        + NetworkMeasureID.allCases.map { id in
          [.text(id.rawValue), .text("network"), .text(id.passport.summary)]
        })
  }
}

extension MeasurePassport {
  fileprivate var otherTools: String {
    id.toolConventions.map { "\($0.tool.rawValue) \($0.call): \($0.difference.text)" }.joined(separator: "; ")
  }

  fileprivate var cells: [Table.Cell] {
    [
      id.rawValue, family.rawValue, summary, formula, conventions, direction.rawValue, weights.rawValue,
      normalization?.name ?? "", complexity, source, agreesWith, approximation ?? "", otherTools, id.proof,
    ].map { .text($0) }
  }

  /// The passport for people.
  fileprivate var page: String {
    var text = """
      \(id.rawValue) (\(family.rawValue))
        says        \(summary)
        definition  \(formula)
        conventions \(conventions)
        direction   \(direction.rawValue)
        weights     \(weights.rawValue)
        normalized  \(normalization?.name ?? "no published normalization by size")
        time        \(complexity)
        source      \(source)
        agrees with \(agreesWith)

      """
    if let approximation { text += "  approximate \(approximation)\n" }
    for convention in id.toolConventions {
      let tool = convention.tool.rawValue
      text +=
        "  \(tool)\(String(repeating: " ", count: 12 - tool.count))\(convention.call): \(convention.difference.text)\n"
    }
    return text + "  tests       \(id.proof)\n"
  }
}

extension NetworkMeasurePassport {
  fileprivate var cells: [Table.Cell] {
    [
      id.rawValue, "network", summary, formula, conventions, "", "", "", complexity, source, agreesWith, "",
      "",
      id.proof,
    ].map { .text($0) }
  }

  fileprivate var page: String {
    """
    \(id.rawValue) (network)
      says        \(summary)
      definition  \(formula)
      conventions \(conventions)
      time        \(complexity)
      source      \(source)
      agrees with \(agreesWith)
      tests       \(id.proof)

    """
  }
}
