import ArgumentParser
import Ecosystem

struct MeasuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "The measures there are, with definition and source.",
    discussion: """
      Examples:
        ecograph measures
        ecograph measures constraint
        ecograph measures --format json
      """)

  @Argument(
    help: "Print the whole passport of this measure.", completion: .list(MeasureID.allCases.map(\.rawValue)))
  var id: String?
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    if let id, output.format == .table {
      return try output.write(Self.page(MeasureID(named: id).passport), session: session)
    }
    let ids = try id.map { [try MeasureID(named: $0)] } ?? MeasureID.allCases
    let isBrief = output.format == .table && output.columns == nil
    let table = Table(
      columns: isBrief
        ? ["id", "family", "what it says"]
        : [
          "id", "family", "summary", "definition", "conventions", "direction", "weights", "normalization",
          "complexity", "source", "agrees_with", "approximation",
        ],
      rows: ids.map { id in
        let passport = id.passport
        let brief: [Table.Cell] = [
          .text(id.rawValue), .text(passport.family.rawValue), .text(passport.summary),
        ]
        guard !isBrief else { return brief }
        return brief
          + [
            passport.formula, passport.conventions, passport.direction.rawValue, passport.weights.rawValue,
            passport.normalization?.name ?? "", passport.complexity, passport.source, passport.agreesWith,
            passport.approximation ?? "",
          ].map { .text($0) }
      })
    let context: [(String, JSONText)] = [
      ("ecograph", .string(EcographTool.version)), ("command", .string("measures")),
    ]
    try output.print([table], context: context, session: session)
    if isBrief { session.note("`ecograph measures ID` prints definition, conventions and source of one") }
  }

  private static func page(_ passport: MeasurePassport) -> String {
    """
    \(passport.id.rawValue) (\(passport.family.rawValue))
      says        \(passport.summary)
      definition  \(passport.formula)
      conventions \(passport.conventions)
      direction   \(passport.direction.rawValue)
      weights     \(passport.weights.rawValue)
      normalized  \(passport.normalization?.name ?? "no published normalization by size")
      time        \(passport.complexity)
      source      \(passport.source)
      agrees with \(passport.agreesWith)

    """ + (passport.approximation.map { "  approximate \($0)\n" } ?? "")
  }
}
