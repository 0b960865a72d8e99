import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

struct LayersCommand: NetworkCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers",
    abstract: "How alike missions and methods are: the ties they share, and who is active in both.",
    discussion: """
      jaccard: tied pairs that both topics have, among those that either has. spearman and
      kendall: rank correlation of the actors' degrees on the two topics.
      With --summary instead one row per topic: its tied pairs, and how many of them only
      it has, which would be lost in the network of all topics together without it.

      Examples:
        ecograph layers datasets/innovation-networks --axis vertical
        ecograph layers datasets/innovation-networks --summary
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Flag(help: "One row per topic instead of one per pair of topics.")
  var summary = false
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let (topics, network) = try session.phase("select") { _ in
      var topics: [Int] = []
      var graphs: [Graph] = []
      for axis in view.selection.axis.map({ [$0] }) ?? Axis.allCases {
        let layers = try view.layers(of: axis)
        topics += layers.topics
        graphs += layers.graphs.map { $0.unweighted() }
      }
      return (
        topics.map { view.dataset.topics[$0].id }, Multiplex(vertexCount: view.vertexCount, layers: graphs)
      )
    }
    return NetworkResult(
      table: summary
        ? Self.topics(topics, network)
        : try session.compute("compare") { try Self.pairs(topics, network, $0) })
  }

  private static func pairs(
    _ topics: [String], _ network: Multiplex, _ execution: Execution
  ) throws(GraphError) -> Table {
    let jaccard = try network.layerJaccard(execution: execution)
    let spearman = try network.degreeCorrelations(.spearman, execution: execution)
    let kendall = try network.degreeCorrelations(.kendall, execution: execution)
    var table = Table(columns: ["first", "second", "jaccard", "spearman", "kendall"])
    for first in topics.indices {
      for second in topics.indices where second > first {
        table.rows.append([
          .text(topics[first]), .text(topics[second]), .init(jaccard[first][second]),
          .init(spearman[first][second]), .init(kendall[first][second]),
        ])
      }
    }
    return table
  }

  private static func topics(_ topics: [String], _ network: Multiplex) -> Table {
    let loss = network.aggregationLoss()
    return Table(
      columns: ["topic", "pairs", "only here", "share only here"],
      rows: topics.indices.map { layer in
        let (all, own) = (loss.layerTieCounts[layer], loss.exclusiveTieCounts[layer])
        return [
          .text(topics[layer]), .count(all), .count(own), .init(all == 0 ? nil : Double(own) / Double(all)),
        ]
      })
  }
}
