import ArgumentParser
import Ecosystem
import GraphCore

/// Which part of the dataset a command looks at.
struct SelectionOptions: ParsableArguments {
  enum AxisChoice: String, CaseIterable, ExpressibleByArgument {
    case vertical, horizontal, both

    var axis: Axis? {
      switch self {
      case .vertical: .vertical
      case .horizontal: .horizontal
      case .both: nil
      }
    }
  }

  @Option(
    help: ArgumentHelp("Ties that have a mission (vertical) or a method (horizontal).", valueName: "axis"))
  var axis: AxisChoice = .both
  @Option(help: "Ties of this mission or one below it; may be repeated, or separated by commas.")
  var mission: [String] = []
  @Option(help: "Ties of this method or one below it; may be repeated.")
  var method: [String] = []
  @Option(help: "Ties of this relation; may be repeated.")
  var relation: [String] = []
  @Option(help: "Actors of this kind; may be repeated.")
  var kind: [String] = []
  @Option(help: "Actors of this country (ISO 3166-1 alpha-2); may be repeated.")
  var country: [String] = []
  @Option(help: ArgumentHelp("Ties alive at a date: 2021, 2021-06 or 2021-06-30.", valueName: "date"))
  var at: String?
  @Option(help: ArgumentHelp("Ties that had not ended before a date.", valueName: "date"))
  var since: String?
  @Option(help: ArgumentHelp("Ties that had begun by a date.", valueName: "date"))
  var until: String?
  @Option(help: ArgumentHelp("Ties whose stated confidence is at least this, 0 to 1.", valueName: "share"))
  var minConfidence: Double?
  @Option(help: ArgumentHelp("Only actors near this one (its id, name or alias).", valueName: "actor"))
  var around: String?
  @Option(help: ArgumentHelp("How many steps count as near, with --around.", valueName: "n"))
  var steps: Int?
  @Option(help: ArgumentHelp("Turn actors into their groups: country, parent or kind.", valueName: "groups"))
  var rollup: Rollup?
  @Flag(help: "Take venues away and tie their members to each other.")
  var project = false
  @Option(
    help: ArgumentHelp(
      "Weight of shared venues: newman 1/(members-1) each, hyperbolic 1/members, count 1, jaccard, overlap.",
      valueName: "rule"))
  var projectWeights: Selection.Projection.Weighting?
  @Option(help: ArgumentHelp("With --project, leave venues out that have more members.", valueName: "n"))
  var maxMembers: Int?
  @Option(help: ArgumentHelp("With --project, the most pairs of members that may be made.", valueName: "n"))
  var maxPairs: Int?

  func validate() throws {
    if at != nil, since != nil || until != nil {
      throw ValidationError("--at names a date, --since and --until a period; use one or the other")
    }
    if steps != nil, around == nil { throw ValidationError("--steps goes with --around ACTOR") }
    if !project, projectWeights != nil || maxMembers != nil || maxPairs != nil {
      throw ValidationError("--project-weights, --max-members and --max-pairs go with --project")
    }
    if let maxMembers, maxMembers < 2 { throw ValidationError("--max-members must be 2 or more") }
    if let maxPairs, maxPairs < 0 { throw ValidationError("--max-pairs must be 0 or more") }
  }

  func selection() throws -> Selection {
    var selection = Selection()
    selection.axis = axis.axis
    selection.missions = Self.list(mission)
    selection.methods = Self.list(method)
    selection.relations = Self.list(relation)
    selection.kinds = Self.list(kind)
    selection.countries = Self.list(country)
    if let at { selection.period = .at(try Self.date(at, option: "--at")) }
    if since != nil || until != nil {
      selection.period = Selection.Period(
        since: try since.map { try Self.date($0, option: "--since") },
        until: try until.map { try Self.date($0, option: "--until") })
    }
    selection.minimumConfidence = minConfidence
    if let around { selection.ego = Selection.Ego(actor: around, steps: steps ?? 1) }
    selection.rollup = rollup
    if project {
      var projection = Selection.Projection()
      if let projectWeights { projection.weighting = projectWeights }
      if let maxPairs { projection.maximumPairs = maxPairs }
      projection.maximumMembers = maxMembers
      selection.projection = projection
    }
    return selection
  }

  /// What was selected, for the reader of JSON; what was not chosen is left out.
  var json: JSONText {
    func strings(_ values: [String]) -> JSONText { .array(Self.list(values).map { .string($0) }) }
    var members: [(String, JSONText)] = []
    if axis != .both { members.append(("axis", .string(axis.rawValue))) }
    for (name, values) in [
      ("missions", mission), ("methods", method), ("relations", relation), ("kinds", kind),
      ("countries", country),
    ] where !values.isEmpty { members.append((name, strings(values))) }
    for (name, value) in [("at", at), ("since", since), ("until", until), ("around", around)] {
      if let value { members.append((name, .string(value))) }
    }
    if around != nil { members.append(("steps", .int(steps ?? 1))) }
    if let minConfidence { members.append(("min_confidence", .double(minConfidence))) }
    if let rollup { members.append(("rollup", .string(rollup.rawValue))) }
    if project {
      members.append(("project", .string((projectWeights ?? .newman).rawValue)))
      if let maxMembers { members.append(("max_members", .int(maxMembers))) }
    }
    return .object(members)
  }

  private static func list(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map { $0.trimmed } }.filter { !$0.isEmpty }
  }

  private static func date(_ text: String, option: String) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw Failure(.usage, "\(option) wants a date such as 2021, 2021-06 or 2021-06-30, got `\(text)`")
    }
    return date
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
