/// How a map arranges actors.
public enum MapStyle: String, Hashable, Sendable, CaseIterable {
  /// Venues in a column on the left, members in one on the right, ties between them in bundles.
  case columns
  /// Circles: venues as filled hubs, members as rings around them.
  case constellation
  /// Areas, one for each mission or whatever else the map is colored by, with the actors inside.
  case cards
  /// A force-directed picture of everything; only the most important actors are labeled.
  case network
}

/// What the colors of a map stand for.
public enum MapColoring: String, Hashable, Sendable, CaseIterable {
  /// The mission that most ties of an actor serve.
  case mission
  /// The method that most ties of an actor use.
  case method
  /// The kind of actor.
  case kind
  /// The country of the actor.
  case country
}

/// How a map is to look; everything has a default that depends on the data.
public struct MapOptions: Hashable, Sendable {
  /// The arrangement; nil to choose by data and size.
  public var style: MapStyle?
  /// What colors stand for; nil to choose what tells most.
  public var coloring: MapColoring?
  /// The heading; nil for the topic selected, or else the title of the dataset.
  public var title: String?
  /// What stands below the heading; nil for what was selected.
  public var subtitle: String?
  /// Labels at most, in the network style; nil for as many as there is room for, but no more than 60.
  public var maximumLabels: Int?

  /// Creates options.
  public init(
    style: MapStyle? = nil, coloring: MapColoring? = nil, title: String? = nil, subtitle: String? = nil,
    maximumLabels: Int? = nil
  ) {
    self.style = style
    self.coloring = coloring
    self.title = title
    self.subtitle = subtitle
    self.maximumLabels = maximumLabels
  }
}

/// A measure that a map shows by size.
public struct ActorSizes: Hashable, Sendable {
  /// What the legend calls the measure.
  public var name: String
  /// One value for each vertex of the view; nil or NaN where it is undefined.
  public var values: [Double?]

  /// Creates sizes.
  public init(name: String, values: [Double?]) {
    self.name = name
    self.values = values
  }
}
