import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

struct TiesCommand: NetworkCommand {
  static let configuration = CommandConfiguration(
    commandName: "ties",
    abstract: "One row per tied pair: how much runs along it, and whether anything else joins its ends.",
    discussion: """
      betweenness: the sum over pairs of actors of the share of shortest paths that run
      along the tie, unordered pairs where undirected (Girvan & Newman 2002,
      doi:10.1073/pnas.122653799; networkx edge_betweenness_centrality(normalized=False)).
      bridge: whether losing it parts its ends. shared: contacts that both ends have.

      Examples:
        ecograph ties datasets/innovation-networks --top 10
        ecograph ties edges.csv --weights length --format csv
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: ArgumentHelp("Only the first rows by betweenness, largest first.", valueName: "n"))
  var top: Int?
  @OptionGroup(title: "Graph") var graph: GraphArguments
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top must be 0 or more") }
  }

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let options = graph.options
    let (ties, bridges, undirected) = try session.compute("measure") { execution in
      let weighted = try view.graph(options, execution: Execution(threads: execution.threads))
      var paths = PathOptions()
      if options.weights != .none { paths.lengths = .weights }
      let lengths =
        switch options.weights {
        case .none: weighted.unweighted()
        case .strength: weighted.mapWeights { 1 / $0 }
        case .length: weighted
        }
      let undirected = weighted.symmetrized()
      return (
        try lengths.edgeBetweenness(paths, execution: execution).edges(), undirected.bridges().ties,
        undirected
      )
    }
    let isBridge = Set(bridges.map { [min($0.first, $0.second), max($0.first, $0.second)] })
    var order = Array(ties.indices)
    if let top {
      order.sort { ties[$0].value != ties[$1].value ? ties[$0].value > ties[$1].value : $0 < $1 }
      order = Array(order.prefix(top))
    }
    let table = Table(
      columns: ["from", "to", "betweenness", "bridge", "shared"],
      rows: order.map { place in
        let tie = ties[place]
        let (first, second) = (Int(tie.source), Int(tie.target))
        let shared = Set(undirected.neighbors(of: first)).intersection(undirected.neighbors(of: second)).count
        return [
          .text(output.label(of: first, in: view)), .text(output.label(of: second, in: view)),
          .number(tie.value),
          .flag(isBridge.contains([min(first, second), max(first, second)])), .count(shared),
        ]
      })
    return NetworkResult(table: table, options: graph.json)
  }
}
