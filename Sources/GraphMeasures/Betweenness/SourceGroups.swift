import GraphCore

/// The sources of paths in an order in which neighbors of one vertex come together, cut into groups.
///
/// From two neighbors of one vertex, distances to any other vertex differ by two at most. So sources searched
/// from at the same time reach most vertices at the same level.
struct SourceGroups: Sendable {
  let sources: ContiguousArray<UInt32>
  /// The places of each group in `sources`.
  let groups: ContiguousArray<Range<Int>>
  /// The range of the graph that the sources of each group lie in.
  let ranges: ContiguousArray<Range<Int>>

  /// At most `size` sources a group, all in one range of the graph; sources that lead nowhere are left out, and
  /// so are ranges too small for a vertex to lie between others.
  init(of paths: PathGraph, size: Int) {
    var sources: ContiguousArray<UInt32> = []
    var groups: ContiguousArray<Range<Int>> = []
    var ranges: ContiguousArray<Range<Int>> = []
    var isSource = ContiguousArray(repeating: false, count: paths.vertexCount)
    for range in paths.ranges where range.count > 2 {
      var first = sources.count
      for hub in range {
        for source in paths.inward.neighbors(of: hub) where !isSource[Int(source)] {
          isSource[Int(source)] = true
          sources.append(source)
        }
      }
      while first < sources.count {
        let end = min(first + size, sources.count)
        groups.append(first..<end)
        ranges.append(range)
        first = end
      }
    }
    self.sources = sources
    self.groups = groups
    self.ranges = ranges
  }
}
