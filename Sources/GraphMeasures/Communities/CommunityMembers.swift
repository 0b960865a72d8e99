/// The vertices of a level by the group they are in: a counting sort.
struct CommunityMembers: Sendable {
  /// Members of group `g` are `vertices[starts[g] ..< starts[g + 1]]`, in the order they were given in.
  let starts: ContiguousArray<Int>
  let vertices: ContiguousArray<UInt32>

  var count: Int { starts.count - 1 }

  /// - Parameters:
  ///   - labels: The group of each vertex, below `groupCount`.
  ///   - order: All vertices, in the order in which members are to stand.
  init(_ labels: SharedColumn<UInt32>, order: some Sequence<UInt32>, groupCount: Int) {
    let vertexCount = labels.count
    var starts = ContiguousArray(repeating: 0, count: groupCount + 1)
    for vertex in 0..<vertexCount { starts[Int(labels[vertex]) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var vertices = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
    for vertex in order {
      let group = Int(labels[vertex])
      vertices[next[group]] = vertex
      next[group] += 1
    }
    self.starts = starts
    self.vertices = vertices
  }

  /// Ranges of groups with about as many arcs each, those with most arcs first: big groups must not be the last
  /// to be taken.
  func portions(of level: CommunityLevel, parts: Int) -> [(groups: Range<Int>, arcs: Int)] {
    let enough = (level.arcCount + level.vertexCount) / parts + 1
    var portions: [(groups: Range<Int>, arcs: Int)] = []
    var first = 0
    var arcs = 0
    for group in 0..<count {
      for place in starts[group]..<starts[group + 1] { arcs += level.row(vertices[place]).count }
      let load = arcs + starts[group + 1] - starts[first]
      if load >= enough || group == count - 1 {
        portions.append((first..<(group + 1), arcs))
        first = group + 1
        arcs = 0
      }
    }
    return portions
  }
}

/// Numbers the labels in use from 0 in the order in which they first appear; returns how many there are.
func makeDense(_ labels: SharedColumn<UInt32>) -> Int {
  let count = labels.count
  var numbers = ContiguousArray(repeating: UInt32.max, count: count)
  var used: UInt32 = 0
  for vertex in 0..<count {
    let label = Int(labels[vertex])
    if numbers[label] == .max {
      numbers[label] = used
      used += 1
    }
    labels[vertex] = numbers[label]
  }
  return Int(used)
}
