import Ecosystem

/// What a map shows, before anything is placed: a pure value, the same for the same view and options.
struct MapSpecification: Hashable, Sendable {
  /// An actor.
  struct Node: Hashable, Sendable {
    /// The name as shown where there is room for it.
    var label: String
    /// Name, kind, country and ties, for a pointer or a screen reader.
    var title: String
    /// Whether others join it.
    var isVenue: Bool
    /// Index into ``MapSpecification/groups``.
    var group: Int
    /// Ties that end here, each counted.
    var tieCount = 0
    /// Actors tied to it.
    var neighborCount = 0
    /// Venues tied to it.
    var venueCount = 0
    /// What its size shows; never negative.
    var size: Double
  }

  /// All ties between two actors.
  struct Tie: Hashable, Sendable {
    /// Index of the one end: the venue where the other is a member.
    var source: Int
    /// Index of the other end.
    var target: Int
    /// How many ties it stands for.
    var count: Int
    /// Index into ``MapSpecification/groups``, nil where none fits.
    var group: Int?
    /// Which axes its ties belong to.
    var axes: TieAxes
    /// Both names, and what the ties are.
    var title: String
  }

  /// Actors of one color: those of a mission, a method, a kind or a country.
  struct Group: Hashable, Sendable {
    /// What they have in common; nil where the data do not say.
    var name: String?
    /// Actors in it.
    var actorCount: Int
    /// Index into the palette, nil for the many small groups that share the neutral color.
    var color: Int?
  }

  /// What is written around the picture.
  struct Texts: Hashable, Sendable {
    var title: String
    var subtitle: [String]
    var source: String
    var description: String
  }

  /// Sorted by key.
  var nodes: [Node]
  /// Sorted by ends.
  var ties: [Tie]
  /// Sorted by size; a group without a name comes last.
  var groups: [Group]
  /// What the groups are made by.
  var coloring: MapColoring
  /// Whether the map is about missions or about methods; nil where no tie states either.
  var subject: Axis?
  /// What a tie of neither axis is.
  var plainTieMeaning: String
  /// What sizes show, nil where they show nothing but ties.
  var sizeName: String?
  /// What is written around the picture.
  var texts: Texts
  /// What was chosen or left out, for the reader's eyes.
  var notes: [String]

  /// Index into the palette for a node.
  func color(ofNode index: Int) -> Int? { groups[nodes[index].group].color }

  /// Index into the palette for a tie.
  func color(of tie: Tie) -> Int? { tie.group.flatMap { groups[$0].color } }
}

/// Which axes the ties between two actors belong to.
enum TieAxes: Hashable, Sendable, CaseIterable {
  /// They serve a mission.
  case vertical
  /// They use a method, for no stated mission.
  case horizontal
  /// They serve a mission and use a method.
  case both
  /// Neither is stated.
  case none
}
