public import GraphCore

/// Which part of a dataset to look at; all of it by default.
public struct Selection: Hashable, Sendable {
  /// Ties that have a topic on this axis; nil for both axes and none.
  public var axis: Axis?
  /// Ties of these missions or of missions below them; empty for all.
  public var missions: [String] = []
  /// Ties of these methods or of methods below them; empty for all.
  public var methods: [String] = []
  /// Ties of these relations; empty for all.
  public var relations: [String] = []
  /// Actors of these kinds; empty for all.
  public var kinds: [String] = []
  /// Actors of these countries; empty for all.
  public var countries: [String] = []
  /// Ties that were alive in this period; nil for any time.
  public var period: Period?
  /// Ties whose stated confidence is at least this; nil for any, stated or not.
  public var minimumConfidence: Double?
  /// Only actors within some steps of one actor; nil for all.
  public var ego: Ego?
  /// What actors are rolled up into, once they are chosen; nil to keep them as they are.
  public var rollup: Rollup?
  /// How venues are taken away; nil to keep them as vertices.
  public var projection: Projection?

  /// Creates a selection of everything.
  public init() {}

  /// A span of time, open at an end that is nil.
  public struct Period: Hashable, Sendable {
    /// Ties that ended before this are left out.
    public var since: PartialDate?
    /// Ties that began after this are left out.
    public var until: PartialDate?

    /// Creates a period.
    public init(since: PartialDate? = nil, until: PartialDate? = nil) {
      self.since = since
      self.until = until
    }

    /// The ties alive at one date.
    public static func at(_ date: PartialDate) -> Period { Period(since: date, until: date) }
  }

  /// An actor and its surroundings.
  public struct Ego: Hashable, Sendable {
    /// Key, name or alias of the actor.
    public var actor: String
    /// How far to go along ties, in either direction.
    public var steps: Int

    /// Creates an ego network's description.
    public init(actor: String, steps: Int = 1) {
      self.actor = actor
      self.steps = steps
    }
  }

  /// How two members of a venue become tied when the venue is taken away.
  public struct Projection: Hashable, Sendable {
    /// The weight that a shared venue adds between two of its members.
    public typealias Weighting = TwoModeProjection.Weighting

    /// The weight of a shared venue.
    public var weighting: Weighting
    /// Refuse to build more pairs than this.
    public var maximumPairs: Int
    /// Leave venues out that have more members than this; nil to keep all.
    public var maximumMembers: Int?

    /// Creates a projection.
    public init(weighting: Weighting = .newman, maximumPairs: Int = 5_000_000, maximumMembers: Int? = nil) {
      self.weighting = weighting
      self.maximumPairs = maximumPairs
      self.maximumMembers = maximumMembers
    }
  }

  /// Whether ties are chosen by anything but the actors they join.
  var choosesTies: Bool {
    axis != nil || !missions.isEmpty || !methods.isEmpty || !relations.isEmpty || period != nil
      || minimumConfidence != nil
  }
}
