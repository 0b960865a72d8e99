import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

struct BackboneCommand: NetworkCommand {
  static let configuration = CommandConfiguration(
    commandName: "backbone",
    abstract: "The ties that are stronger than chance makes them.",
    discussion: """
      Members of large venues share many of them by chance alone, so that a projection
      ties nearly everybody. A backbone keeps the pairs that share more venues than a
      null model explains:
        sdsm          venues per member and members per venue, on average (the default)
        fdsm          the same exactly, by --trials random networks
        fixed-row     venues per member
        fixed-column  members per venue
        fixed-fill    the number of memberships
      These need ties between members and venues alone: choose them with --relation.
      The model `disparity` works on any network with weights: it keeps ties that take
      more of an end's strength than an even chance would give them.

      The last note is a sentence for the methods section.

      Examples:
        ecograph backbone datasets/innovation-networks --relation member-of
        ecograph backbone datasets/innovation-networks --relation member-of --model fdsm --correction holm
        ecograph backbone trade.csv --model disparity --alpha 0.01
      """)

  enum Model: String, CaseIterable, ExpressibleByArgument {
    case sdsm, fdsm, disparity
    case fixedRow = "fixed-row"
    case fixedColumn = "fixed-column"
    case fixedFill = "fixed-fill"

    /// The null model of memberships, nil where ties are compared by their weights.
    var model: BackboneModel? {
      switch self {
      case .sdsm: .stochasticDegreeSequence
      case .fdsm: .fixedDegreeSequence
      case .fixedRow: .fixedRow
      case .fixedColumn: .fixedColumn
      case .fixedFill: .fixedFill
      case .disparity: nil
      }
    }
  }

  enum Correction: String, CaseIterable, ExpressibleByArgument {
    case none, holm
    case benjaminiHochberg = "benjamini-hochberg"

    var rule: MultipleTesting {
      switch self {
      case .none: .none
      case .holm: .holm
      case .benjaminiHochberg: .benjaminiHochberg
      }
    }
  }

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: ArgumentHelp("What chance is.", valueName: "model"))
  var model: Model = .sdsm
  @Option(help: ArgumentHelp("The level of significance.", valueName: "level"))
  var alpha = 0.05
  @Option(help: ArgumentHelp("For many tests: none, holm or benjamini-hochberg.", valueName: "method"))
  var correction: Correction = .none
  @Option(help: ArgumentHelp("Random networks of fdsm.", valueName: "n"))
  var trials = 1000
  @Option(help: ArgumentHelp("Fixes the random networks of fdsm.", valueName: "n"))
  var seed: UInt64 = 1
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if !(0...1).contains(alpha) { throw ValidationError("--alpha must be in 0...1") }
    if !(1...10_000_000).contains(trials) { throw ValidationError("--trials must be in 1...10000000") }
  }

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let (backbone, vertices, leftOut) = try session.compute("test") { execution in
      guard let model = model.model else {
        let tests = try view.graph(execution: Execution(threads: execution.threads)).disparityTests()
        return (
          try tests.backbone(level: alpha, correction: correction.rule), Array(0..<view.vertexCount),
          String?.none
        )
      }
      let network = try view.twoMode(for: "the \(self.model.rawValue) backbone")
      let tests = try network.graph.coMembershipTests(
        memberCount: network.members.count, model: model, BackboneOptions(trials: trials, seed: seed),
        execution: execution)
      return (try tests.backbone(level: alpha, correction: correction.rule), network.members, network.note)
    }
    let sentence = backbone.facts.methodsSentence
    func name(_ vertex: Int) -> Table.Cell { .text(output.label(of: vertices[vertex], in: view)) }
    let table = Table(
      columns: ["from", "to", "p"],
      rows: backbone.ties.map { [name($0.first), name($0.second), .number($0.adjustedProbability)] })
    return NetworkResult(
      table: table,
      options: [
        ("model", .string(model.rawValue)), ("alpha", .double(alpha)),
        ("correction", .string(correction.rawValue)), ("trials", .int(trials)),
        ("seed", .string("\(seed)")),
      ], notes: [leftOut, sentence].compactMap(\.self))
  }
}
