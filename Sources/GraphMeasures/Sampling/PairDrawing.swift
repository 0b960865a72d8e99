package import GraphCore

/// Ordered pairs of different vertices that a path may join, each with the same probability.
///
/// Pairs of different components, and those of components of fewer than three vertices, add nothing to
/// betweenness and are never drawn; what is left is a known share of all pairs.
package struct PairDrawing: Sendable {
  /// Vertices of components of at least three, by component.
  private let members: ContiguousArray<UInt32>
  /// Component `c` is `members[starts[c] ..< starts[c + 1]]`.
  private let starts: ContiguousArray<Int>
  /// Pairs in all components before each, and in all of them.
  private let pairsBefore: ContiguousArray<UInt64>

  package init(_ graph: Graph) {
    let components = graph.connectedComponents()
    var places: ContiguousArray<Int> = []
    var starts: ContiguousArray<Int> = [0]
    var pairsBefore: ContiguousArray<UInt64> = [0]
    var total = 0
    var pairs: UInt64 = 0
    for size in components.sizes {
      places.append(size > 2 ? total : -1)
      guard size > 2 else { continue }
      total += size
      pairs += UInt64(size) * UInt64(size - 1)
      starts.append(total)
      pairsBefore.append(pairs)
    }
    var members = ContiguousArray<UInt32>(repeating: 0, count: total)
    for vertex in 0..<graph.vertexCount {
      let component = Int(components.labels[vertex])
      guard places[component] >= 0 else { continue }
      members[places[component]] = UInt32(truncatingIfNeeded: vertex)
      places[component] += 1
    }
    self.members = members
    self.starts = starts
    self.pairsBefore = pairsBefore
  }

  /// Number of pairs that may be drawn.
  package var pairCount: UInt64 { pairsBefore[pairsBefore.count - 1] }
  /// Number of vertices that pairs are drawn from.
  var memberCount: Int { members.count }
  /// Number of components that pairs are drawn from.
  var componentCount: Int { starts.count - 1 }

  /// The vertices of a component.
  func members(of component: Int) -> ArraySlice<UInt32> {
    ArraySlice(members[starts[component]..<starts[component + 1]])
  }

  /// The pair of a number below `pairCount`.
  package func pair(_ number: UInt64) -> (source: Int, target: Int) {
    var low = 0
    var high = starts.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if pairsBefore[middle] <= number { low = middle } else { high = middle - 1 }
    }
    let others = UInt64(starts[low + 1] - starts[low] - 1)
    let (source, rest) = (number - pairsBefore[low]).quotientAndRemainder(dividingBy: others)
    let target = rest < source ? rest : rest + 1
    return (Int(members[starts[low] + Int(source)]), Int(members[starts[low] + Int(target)]))
  }

  /// The pair of one sample: a function of the seed and the sample's number alone.
  package func pair(ofSample sample: Int, seed: UInt64) -> (source: Int, target: Int) {
    var stream = SampleStream(seed: seed, sample: UInt64(sample))
    return pair(stream.next(below: pairCount))
  }
}

/// Random numbers of one sample, which depend on the seed and the sample's number alone.
///
/// SplitMix64 from a state that is itself a hash of both. G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SampleStream {
  private var state: UInt64

  init(seed: UInt64, sample: UInt64) {
    state = seed
    state = next() ^ sample
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in `0 ..< limit`, all of them equally likely.
  ///
  /// D. Lemire, "Fast random integer generation in an interval", ACM Transactions on Modeling and Computer
  /// Simulation 29 (2019) 3, doi:10.1145/3230636.
  mutating func next(below limit: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: limit)
    if product.low < limit {
      let threshold = (0 &- limit) % limit
      while product.low < threshold { product = next().multipliedFullWidth(by: limit) }
    }
    return product.high
  }
}
