public import Ecosystem
public import GraphCore

/// The criteria of every actor of a view: computed once, ranked as often as wanted.
public struct CriteriaTable: Sendable {
  /// What was measured.
  public let view: NetworkView
  /// Whether each vertex is a venue: see ``CandidateSet/venues``.
  public let isVenue: [Bool]
  /// Whether each vertex has a tie to another actor; those without are not ranked.
  public let isTied: [Bool]
  /// Number of distinct actors tied to each vertex.
  public let partners: [Int]
  /// Reach divided by ``partners``, nil for an actor without ties.
  public let reachPerTie: [Double?]
  /// Share of the actors brought together, of those of known country, that are in another country.
  public let shareAbroad: [Double?]
  /// What a reader should know of how the criteria came about.
  public let notes: [String]

  /// Values by criterion, then vertex.
  package var columns: [[Double?]]
  let index: TieIndex

  /// The value of a criterion at a vertex, nil where it is undefined.
  public subscript(criterion: Criterion, vertex: Int) -> Double? { columns[criterion.index][vertex] }

  /// Measures the actors of a view.
  init(_ view: NetworkView, execution: Execution) throws(GraphError) {
    let graphCriteria = try GraphCriteria(view, execution: execution)
    let index = TieIndex(view)
    let dataset = view.dataset
    let n = view.vertexCount

    let ties = dataset.ties
    let axesUsed = Axis.allCases.map { axis in view.ties.contains { ties.topic(of: $0, on: axis) != nil } }
    let hasCountries = view.actors.contains { dataset.actors.countries.code(ofRow: $0) != nil }
    let hasRoles = view.ties.contains { index.role(of: $0) != .other }

    var met = DistinctActors(actorCount: dataset.actors.count)
    var partners = [Int](repeating: 0, count: n)
    var reach = [Int](repeating: 0, count: n)
    var borders: [Double?] = Array(repeating: nil, count: n)
    var shareAbroad = borders
    var convening = borders
    var isVenue = [Bool](repeating: false, count: n)
    for (vertex, actor) in view.actors.enumerated() where index.isTied(actor) {
      met.removeAll()
      index.collectPartners(of: actor, into: &met)
      partners[vertex] = met.members.count
      index.collectReach(of: actor, into: &met)
      reach[vertex] = met.members.count
      if hasCountries {
        let crossed = Borders(
          of: actor, bringingTogether: met.members, countries: dataset.actors.countries)
        borders[vertex] = Double(crossed.countries)
        shareAbroad[vertex] = crossed.shareAbroad
      }
      if hasRoles {
        met.removeAll()
        index.collectConvened(by: actor, into: &met)
        convening[vertex] = Double(met.members.count)
      }
      isVenue[vertex] = dataset.isVenue(actor) || index.isJoinedMoreThanItJoins(actor, using: &met)
    }
    let isTied = view.actors.map { index.isTied($0) }
    func breadth(_ axis: Axis, isUsed: Bool) -> [Double?] {
      view.actors.map { isUsed && index.isTied($0) ? Double(index.breadth(of: $0, on: axis)) : nil }
    }

    self.view = view
    self.index = index
    self.isVenue = isVenue
    self.isTied = isTied
    self.partners = partners
    self.shareAbroad = shareAbroad
    reachPerTie = (0..<n).map { isTied[$0] ? Double(reach[$0]) / Double(partners[$0]) : nil }
    columns = Criterion.allCases.map { criterion in
      switch criterion {
      case .reach: (0..<n).map { isTied[$0] ? Double(reach[$0]) : nil }
      case .brokerage: graphCriteria.brokerage
      case .openness: graphCriteria.openness
      case .missions: breadth(.vertical, isUsed: axesUsed[0])
      case .methods: breadth(.horizontal, isUsed: axesUsed[1])
      case .borders: borders
      case .convening: convening
      }
    }
    notes = Self.notes(view: view, isVenue: isVenue)
  }

  private static func notes(view: NetworkView, isVenue: [Bool]) -> [String] {
    var notes: [String] = []
    func listed(_ vertices: [Int]) -> String {
      vertices.prefix(6).map { "`\(view.id(of: $0))`" }.joined(separator: ", ")
        + (vertices.count > 6 ? " and \(vertices.count - 6) more" : "")
    }
    let documents = (0..<view.vertexCount).filter { view.dataset.isDocument(view.actors[$0]) }
    if !documents.isEmpty { notes.append("documents are not ranked: " + listed(documents)) }
    let byRole = (0..<view.vertexCount).filter {
      let actor = view.actors[$0]
      return isVenue[$0] && !view.dataset.isVenue(actor) && !view.dataset.isDocument(actor)
    }
    if !byRole.isEmpty {
      notes.append("counted among venues, since more actors join them than they join: " + listed(byRole))
    }
    if view.selection.projection != nil {
      notes.append(
        "brokerage and openness are of the network without venues; the other criteria still read the ties to "
          + "venues")
    }
    return notes
  }
}

extension NetworkView {
  /// Returns the criteria by which actors are ranked as orchestrators.
  ///
  /// - Parameter execution: Threads, progress and cancellation of the betweenness in it.
  /// - Throws: `GraphError` with code `tooLarge`, or `cancelled` where the execution asked to stop.
  /// - Complexity: O(actors · ties), for betweenness.
  public func criteria(execution: Execution = .serial) throws(GraphError) -> CriteriaTable {
    try CriteriaTable(self, execution: execution)
  }
}
