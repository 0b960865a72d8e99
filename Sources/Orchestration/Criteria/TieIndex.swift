import Ecosystem

/// The ties of each actor of a view, and who convenes or joins whom by them.
///
/// Kept by the dataset's actors, not by vertices: a venue that the view projects away is no vertex any
/// more, but its ties still say what its members have in common. Self-ties are left out.
struct TieIndex: Sendable {
  /// What a tie says about bringing actors together.
  enum Role: UInt8 {
    /// Nothing.
    case other
    /// The actor it runs from convenes the one it runs to.
    case convening
    /// The actor it runs from joins the one it runs to.
    case joining
  }

  let dataset: Dataset
  /// Ties of actor `a` are `tieRows[offsets[a] ..< offsets[a + 1]]`, ascending.
  private let offsets: ContiguousArray<Int>
  private let tieRows: ContiguousArray<UInt32>
  /// The role of each relation, by its code in the column of relations.
  private let roles: ContiguousArray<Role>

  /// Indexes the ties of a view.
  ///
  /// - Complexity: O(actors + ties).
  init(_ view: NetworkView) {
    dataset = view.dataset
    let table = view.dataset.ties
    let vocabulary = view.dataset.vocabulary
    roles = ContiguousArray(
      table.relations.values.map { relation in
        if vocabulary.conveningRelations.contains(relation) { return .convening }
        return vocabulary.joiningRelations.contains(relation) ? .joining : .other
      })

    var counts = ContiguousArray(repeating: 0, count: view.dataset.actors.count + 1)
    for tie in view.ties where table.source(of: tie) != table.target(of: tie) {
      counts[table.source(of: tie) + 1] += 1
      counts[table.target(of: tie) + 1] += 1
    }
    for actor in 0..<view.dataset.actors.count { counts[actor + 1] += counts[actor] }
    var rows = ContiguousArray<UInt32>(repeating: 0, count: counts[view.dataset.actors.count])
    var next = counts
    for tie in view.ties where table.source(of: tie) != table.target(of: tie) {
      for end in [table.source(of: tie), table.target(of: tie)] {
        rows[next[end]] = UInt32(truncatingIfNeeded: tie)
        next[end] += 1
      }
    }
    offsets = counts
    tieRows = rows
  }

  /// Whether an actor has a tie to another.
  func isTied(_ actor: Int) -> Bool { offsets[actor] < offsets[actor + 1] }

  /// The dataset's ties that an actor has with others, ascending.
  func ties(of actor: Int) -> some Sequence<Int> {
    tieRows[offsets[actor]..<offsets[actor + 1]].lazy.map { Int($0) }
  }

  /// The actor at the other end of one of an actor's ties.
  func partner(of actor: Int, by tie: Int) -> Int {
    let source = dataset.ties.source(of: tie)
    return source == actor ? dataset.ties.target(of: tie) : source
  }

  /// What a tie says about bringing actors together.
  func role(of tie: Int) -> Role {
    dataset.ties.relations.code(ofRow: tie).map { roles[$0] } ?? .other
  }

  /// Whether an actor convenes its partner by a tie; an undirected tie says so of both.
  func convenes(_ actor: Int, by tie: Int) -> Bool {
    role(of: tie) == .convening && (dataset.ties.source(of: tie) == actor || !dataset.ties.isDirected(tie))
  }

  /// Whether an actor is joined by its partner by a tie; an undirected tie says so of both.
  func isJoined(_ actor: Int, by tie: Int) -> Bool {
    role(of: tie) == .joining && (dataset.ties.target(of: tie) == actor || !dataset.ties.isDirected(tie))
  }

  /// Whether an actor joins its partner by a tie; an undirected tie says so of both.
  func joins(_ actor: Int, by tie: Int) -> Bool {
    role(of: tie) == .joining && (dataset.ties.source(of: tie) == actor || !dataset.ties.isDirected(tie))
  }
}
