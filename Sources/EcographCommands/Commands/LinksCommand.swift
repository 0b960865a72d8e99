import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

struct LinksCommand: NetworkCommand {
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

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let links = try session.compute("links") { execution in
      try view.structure(.undirected, execution: Execution(threads: execution.threads)).linkCandidates(
        by: by.score, limit: top, execution: execution)
    }
    func label(_ vertex: Int) -> String { output.label(of: vertex, in: view) }
    let table = Table(
      columns: ["first", "second"] + Score.allCases.map(\.rawValue) + ["shared"],
      rows: links.map { link in
        [.text(label(link.first)), .text(label(link.second))]
          + Score.allCases.map { score in
            score == .commonNeighbors
              ? .count(link.commonNeighbors) : Table.Cell(link.score(score.score))
          }
          + [.text(link.sharedNeighbors.map(label).joined(separator: "; "))]
      })
    return NetworkResult(
      table: table, options: [("by", .string(by.rawValue)), ("top", .int(top))])
  }
}
