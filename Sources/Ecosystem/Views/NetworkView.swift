/// The part of a dataset that a selection leaves: some actors, and the ties between them.
///
/// Vertex `v` of every graph made from a view is actor `actors[v]` of the dataset.
public struct NetworkView: Sendable {
  /// The dataset.
  public let dataset: Dataset
  /// What was asked for.
  public let selection: Selection
  /// The dataset's actor at each vertex, ascending.
  public let actors: RowSelection
  /// The dataset's ties whose both ends are in the view, ascending.
  ///
  /// Where venues are projected away it also holds their ties, from which those between members are made.
  public let ties: RowSelection
  /// What the selection left out or took for granted, in plain words, for the reader's eyes.
  public let notes: [String]

  /// The vertex of each of the dataset's actors, -1 where it is not in the view; nil where all are.
  private let vertices: ContiguousArray<Int32>?

  package init(
    dataset: Dataset, selection: Selection, actors: RowSelection, ties: RowSelection, notes: [String]
  ) {
    self.dataset = dataset
    self.selection = selection
    self.actors = actors
    self.ties = ties
    self.notes = notes
    if actors.count == dataset.actors.count {
      vertices = nil
    } else {
      var vertices = ContiguousArray<Int32>(repeating: -1, count: dataset.actors.count)
      for (vertex, actor) in actors.enumerated() { vertices[actor] = Int32(truncatingIfNeeded: vertex) }
      self.vertices = vertices
    }
  }

  private init(_ view: NetworkView, ties: RowSelection) {
    dataset = view.dataset
    selection = view.selection
    actors = view.actors
    notes = view.notes
    vertices = view.vertices
    self.ties = ties
  }

  /// The same actors with some of the ties, which are ascending.
  package func keeping(ties kept: [Int]) -> NetworkView { NetworkView(self, ties: RowSelection(kept)) }

  /// Number of actors in the view.
  public var vertexCount: Int { actors.count }

  /// The vertex of one of the dataset's actors.
  public func vertex(ofActor actor: Int) -> Int? {
    guard let vertices else {
      precondition(actor >= 0 && actor < vertexCount, "no such actor")
      return actor
    }
    return vertices[actor] < 0 ? nil : Int(vertices[actor])
  }

  /// Key of the actor at a vertex.
  public func id(of vertex: Int) -> String { dataset.actors.id(of: actors[vertex]) }

  /// Name of the actor at a vertex.
  public func name(of vertex: Int) -> String { dataset.actors.name(of: actors[vertex]) }
}
