import Ecosystem
import GraphCore

/// The ties of a view, one entry for each pair of actors.
struct MergedTies {
  /// Everything that ties two actors.
  struct Pair {
    /// Vertices of the view, the smaller first.
    var first: Int
    var second: Int
    /// The dataset's ties between them; empty where they only share venues that were projected away.
    var ties: [Int]
  }

  /// Sorted by ends.
  var pairs: [Pair] = []
  /// Ties of an actor to itself, which are not drawn.
  var selfTieCount = 0

  /// Gathers the ties of a view and, where venues are projected away, the pairs made thereby.
  init(of view: NetworkView) throws {
    let table = view.dataset.ties
    var ends: [(first: Int, second: Int, tie: Int)] = []
    for tie in view.ties {
      guard let source = view.vertex(ofActor: table.source(of: tie)),
        let target = view.vertex(ofActor: table.target(of: tie))
      else { continue }
      if source == target {
        selfTieCount += 1
      } else {
        ends.append((min(source, target), max(source, target), tie))
      }
    }
    ends.sort { ($0.first, $0.second, $0.tie) < ($1.first, $1.second, $1.tie) }
    for end in ends {
      if let last = pairs.last, last.first == end.first, last.second == end.second {
        pairs[pairs.count - 1].ties.append(end.tie)
      } else {
        pairs.append(Pair(first: end.first, second: end.second, ties: [end.tie]))
      }
    }
    if view.selection.projection != nil { try addProjectedPairs(of: view) }
  }

  private mutating func addProjectedPairs(of view: NetworkView) throws {
    let graph = try view.graph()
    guard graph.arcCount / 2 <= MapLimits.ties else {
      throw MapLimits.tooManyTies(graph.arcCount / 2)
    }
    let direct = pairs
    var next = 0
    pairs.removeAll()
    for first in 0..<graph.vertexCount {
      for neighbor in graph.neighbors(of: first) where Int(neighbor) > first {
        let second = Int(neighbor)
        if next < direct.count, direct[next].first == first, direct[next].second == second {
          pairs.append(direct[next])
          next += 1
        } else {
          pairs.append(Pair(first: first, second: second, ties: []))
        }
      }
    }
  }
}
