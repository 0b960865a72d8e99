/// Measures that the fixtures have values for and `MeasureID` does not name yet.
///
/// A measure is compared as soon as `MeasureID` knows it. Delete its line, and its absence is a failure.
let awaitedMeasures: Set<String> = [
  "bridgeness",
  "bridges",
  "bridging",
  "bridging-centrality",
  "brokerage",
  "brokerage-activity",
  "brokerage-exclusivity",
  "cliques",
  "connective-redundancy",
  "current-flow-betweenness",
  "exclusive-relevance",
  "flow-betweenness",
  "gf-coordinator",
  "gf-gatekeeper",
  "gf-itinerant",
  "gf-liaison",
  "gf-representative",
  "gf-total",
  "hierarchy",
  "information",
  "k-components",
  "largest-clique",
  "relevance",
  "two-mode-betweenness",
  "two-mode-closeness",
  "two-mode-degree",
  "versatility-eigenvector",
  "versatility-pagerank",
  "within-module-z",
]

/// Options of the fixtures that `MeasureOptions` lacks; columns with one of them are not compared.
///
/// `FixtureOptions.measureOptions` is where they are handed on.
let awaitedOptions: Set<String> = [
  "cutoff",
  "from",
  "layer",
]
