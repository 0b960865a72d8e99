import Ecosystem
import GraphCore
import GraphMeasures

/// The two criteria that are read off the graph as a whole.
///
/// Both ignore direction, and parallel ties count once, so that a repeated row changes nothing. Where the
/// view projects venues away, both are of the projected graph, openness with its weights.
struct GraphCriteria {
  /// *Brokerage*: Freeman's betweenness by vertex, unordered pairs, raw.
  ///
  /// It finds those through whom the parts of an ecosystem are connected, which degree does not. Size: raw
  /// values are compared within one view only, where dividing by the number of pairs would change no rank. A
  /// large venue lies between all its members, so that by default venues are compared with venues.
  ///
  /// Reference: L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40 (1977)
  /// 35–41, doi:10.2307/3033543.
  let brokerage: [Double]

  /// *Openness*: 1 − Burt's constraint by vertex, nil for a vertex without neighbors.
  ///
  /// High where partners are many and not tied to one another, so that an actor's opportunities to bring
  /// them together are its own. Always below 1, and slightly below 0 in some very small closed groups, where
  /// constraint exceeds 1. Size: constraint falls with the number of partners, as 1 / partners where none are
  /// tied to each other; that is intended, and saturates, so that the step from 2 to 4 partners counts more
  /// than that from 50 to 100.
  ///
  /// References: R. S. Burt, "Structural Holes", Harvard 1992; R. S. Burt, "Structural holes and good ideas",
  /// American Journal of Sociology 110 (2004) 349–399, doi:10.1086/421787.
  let openness: [Double?]

  /// - Complexity: that of betweenness, O(actors · ties).
  init(_ view: NetworkView, execution: Execution) throws(GraphError) {
    let graph = try view.graph(GraphOptions(direction: .undirected, parallelTies: .once))
    brokerage = try graph.betweenness(execution: execution)
    let isProjected = view.selection.projection != nil
    // Constraint is a small part of the work: betweenness alone tells of progress.
    let quiet = Execution(threads: execution.threads, isCancelled: execution.isCancelled)
    let constraint = try (isProjected ? graph : graph.unweighted()).constraint(execution: quiet)
    openness = constraint.map { value in value.map { 1 - $0 } }
  }
}
