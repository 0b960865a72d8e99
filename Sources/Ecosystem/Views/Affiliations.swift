import GraphCore

/// Who is tied to which venue, as a two-mode graph: members come first, venues after them.
struct Affiliations {
  /// Number of members, tied or not.
  let memberCount: Int
  /// The dataset's actor behind each venue, ascending.
  let venues: [Int]
  /// Each membership once.
  private let graph: Graph

  /// Gathers memberships from ties between an actor that is a venue and one that is not.
  ///
  /// - Parameters:
  ///   - ties: The ties to look at.
  ///   - member: The number of an actor that is no venue, below `memberCount`; nil where it is left out.
  /// - Complexity: O(actors + ties).
  init(
    of dataset: Dataset, ties: some Sequence<Int>, memberCount: Int, member: (_ actor: Int) -> Int?
  ) throws(GraphError) {
    var venues: [Int] = []
    var vertices = ContiguousArray(repeating: nobody, count: dataset.actors.count)
    for actor in vertices.indices {
      if dataset.isVenue(actor) {
        vertices[actor] = UInt32(clamping: memberCount + venues.count)
        venues.append(actor)
      } else if let number = member(actor) {
        vertices[actor] = UInt32(clamping: number)
      }
    }
    var edges = EdgeList()
    for tie in ties {
      let source = vertices[dataset.ties.source(of: tie)]
      let target = vertices[dataset.ties.target(of: tie)]
      let isMembership = (source < memberCount) != (target < memberCount)
      if isMembership, source != nobody, target != nobody { edges.append(from: source, to: target) }
    }
    self.memberCount = memberCount
    self.venues = venues
    graph = try Graph(
      vertexCount: memberCount + venues.count, edges: edges, direction: .undirected, rule: .once)
  }

  /// Number of distinct members of the venue at an index of ``venues``.
  func memberCount(ofVenue index: Int) -> Int { graph.degree(of: memberCount + index) }

  /// The members seen through their venues.
  func projection(_ choice: Selection.Projection, direct: Graph? = nil) -> TwoModeProjection {
    TwoModeProjection(
      graph, memberCount: memberCount, weighting: choice.weighting, maximumMembers: choice.maximumMembers,
      direct: direct)
  }
}

private let nobody = UInt32.max
