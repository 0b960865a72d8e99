import Ecosystem

/// The options that a column of values was made with.
struct FixtureOptions: Decodable, Hashable {
  var directed: Bool?
  var weights: String?
  var normalize: Bool?
  var by: String?
  var cutoff: Int?
  var layer: String?
  var from: [Int]?

  /// The same for the library, whose topics are those of a dataset.
  func measureOptions(_ dataset: Dataset) throws -> MeasureOptions {
    var options = MeasureOptions()
    if directed == true { options.graph.direction = .directed }
    if normalize == true { options.scale = .normalized }
    if let weights {
      guard let rule = WeightRule(rawValue: weights) else { throw UnknownOption(description: weights) }
      options.graph.weights = rule
    }
    if let by {
      guard let grouping = Grouping(rawValue: by) else { throw UnknownOption(description: by) }
      options.grouping = grouping
    }
    options.longestPath = cutoff.map(Double.init)
    options.restarts = from ?? []
    if let layer {
      guard let topic = dataset.topics.firstIndex(where: { $0.id == layer }) else {
        throw UnknownOption(description: layer)
      }
      options.layers = [topic]
    }
    return options
  }
}

/// A fixture asks for what the library does not have.
struct UnknownOption: Error, CustomStringConvertible {
  let description: String
}
