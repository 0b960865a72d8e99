import ArgumentParser
import Ecosystem
import GraphCore

/// How ties become the edges that measures read.
struct GraphArguments: ParsableArguments {
  enum DirectionFlag: String, EnumerableFlag {
    case undirected, directed
  }

  @Flag(help: "Read ties both ways, or from their first actor to their second.")
  var direction: DirectionFlag = .undirected
  @Option(help: ArgumentHelp("What weights mean: none, strength, or length.", valueName: "rule"))
  var weights: WeightRule = .none
  @Option(
    help: ArgumentHelp(
      "What parallel ties become: sum, once, max or min. Default: sum, or min for lengths.", valueName: "rule"
    ))
  var parallelTies: ParallelEdgeRule?

  var options: GraphOptions {
    GraphOptions(
      direction: direction == .directed ? .directed : .undirected, parallelTies: parallelTies,
      weights: weights)
  }

  var json: [(String, JSONText)] {
    [
      ("direction", .string(direction.rawValue)), ("weights", .string(weights.rawValue)),
      ("parallel_ties", .string(options.rule.rawValue)),
    ]
  }
}
