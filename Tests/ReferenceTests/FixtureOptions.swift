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

  /// The names of those that are set.
  var names: Set<String> {
    var names: Set<String> = []
    if directed != nil { names.insert("directed") }
    if weights != nil { names.insert("weights") }
    if normalize != nil { names.insert("normalize") }
    if by != nil { names.insert("by") }
    if cutoff != nil { names.insert("cutoff") }
    if layer != nil { names.insert("layer") }
    if from != nil { names.insert("from") }
    return names
  }

  /// The same for the library.
  var measureOptions: MeasureOptions {
    get throws {
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
      return options
    }
  }
}

/// A fixture asks for what the library does not have.
struct UnknownOption: Error, CustomStringConvertible {
  let description: String
}
