import ArgumentParser
import Ecosystem
import EcosystemData
import GraphCore
import GraphMeasures

struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Plausible partnerships: pairs not tied yet that have much in common.",
    discussion: """
      A high score says that a partnership would be plausible by whom both know, not
      that there will be one.

      Scores: common-neighbors, jaccard, adamic-adar (those shared count less the more
      others they know: 1 / ln degree), resource-allocation (1 / degree), and
      preferential-attachment (product of degrees).

      Examples:
        ecograph links datasets/innovation-networks --top 10
        ecograph links datasets/innovation-networks --by jaccard --format csv
      """)

  enum Score: String, CaseIterable, ExpressibleByArgument {
    case commonNeighbors = "common-neighbors"
    case jaccard
    case adamicAdar = "adamic-adar"
    case resourceAllocation = "resource-allocation"
    case preferentialAttachment = "preferential-attachment"

    var score: LinkScore {
      switch self {
      case .commonNeighbors: .commonNeighbors
      case .jaccard: .jaccard
      case .adamicAdar: .adamicAdar
      case .resourceAllocation: .resourceAllocation
      case .preferentialAttachment: .preferentialAttachment
      }
    }
  }

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: ArgumentHelp("What pairs are ordered by.", valueName: "score"))
  var by: Score = .adamicAdar
  @Option(help: ArgumentHelp("How many pairs.", valueName: "n"))
  var top = 20
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if top < 0 { throw ValidationError("--top must be 0 or more") }
  }

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let links = try session.compute("links") { execution in
      try view.structure(.undirected, execution: Execution(threads: execution.threads)).linkCandidates(
        by: by.score, limit: top, execution: execution)
    }
    let isForPeople = output.format == .table || output.format == .markdown
    func name(_ vertex: Int) -> Table.Cell {
      .text(isForPeople ? view.name(of: vertex) : view.id(of: vertex))
    }
    let table = Table(
      columns: ["first", "second"] + Score.allCases.map(\.rawValue) + ["shared"],
      rows: links.map { link in
        [name(link.first), name(link.second)]
          + Score.allCases.map { score in
            score == .commonNeighbors
              ? .count(link.commonNeighbors) : Table.Cell(link.score(score.score))
          }
          + [
            .text(
              link.sharedNeighbors.map { isForPeople ? view.name(of: $0) : view.id(of: $0) }.joined(
                separator: "; "))
          ]
      })
    try output.print(
      [table],
      context: resultContext(
        command: "links", loaded: loaded, selection: selection,
        options: [("by", .string(by.rawValue)), ("top", .int(top))], notes: view.notes), session: session)
  }
}
