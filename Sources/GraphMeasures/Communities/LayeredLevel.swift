import GraphCore

/// The layers of a multiplex network at one level of the search for communities.
///
/// What pulls vertices together is one weight per arc, whatever layers it is from: λ w / S, added over
/// layers, for the layer's weight λ and the sum S of its strengths. What holds them apart is one mass per
/// vertex and layer, the share √(γλ) k / S of a strength k: the penalty for two vertices is the dot product
/// of their masses.
struct LayeredLevel: Sendable {
  let vertexCount: Int
  let layerCount: Int
  /// Arcs of vertex `v` are `offsets[v] ..< offsets[v + 1]`, ascending.
  let offsets: ContiguousArray<Int>
  let targets: ContiguousArray<UInt32>
  let weights: ContiguousArray<Double>
  /// The masses of vertex `v` are `masses[v * layerCount ..< (v + 1) * layerCount]`.
  let masses: ContiguousArray<Double>
  /// What a move must gain to count as one: far below the weight of an arc, far above rounding.
  let leastGain: Double

  private init(
    layerCount: Int, graph: Graph, masses: ContiguousArray<Double>, leastGain: Double
  ) {
    vertexCount = graph.vertexCount
    self.layerCount = layerCount
    offsets = graph.offsets
    targets = graph.targets
    weights = graph.weights ?? ContiguousArray(repeating: 1, count: graph.arcCount)
    self.masses = masses
    self.leastGain = leastGain
  }

  init(_ network: Multiplex, layerWeights: [Double], resolution: Double) throws(GraphError) {
    let n = network.vertexCount
    let count = network.layers.count
    // Only the proportions of layers matter to the search.
    let largest = max(layerWeights.max() ?? 0, .leastNormalMagnitude)
    var masses = ContiguousArray(repeating: 0.0, count: n * count)
    var list = EdgeList()
    for (layer, original) in network.layers.enumerated() {
      let (graph, _) = original.tiesBothWays()
      let strengths = graph.strengths()
      let total = strengths.reduce(0, +)
      let share = layerWeights[layer] / largest
      guard total > 0, share > 0 else { continue }
      let root = (resolution * share).squareRoot()
      for vertex in 0..<n { masses[vertex * count + layer] = root * (strengths[vertex] / total) }
      for vertex in 0..<n {
        for slot in graph.offsets[vertex]..<graph.offsets[vertex + 1] where graph.targets[slot] > vertex {
          let weight = share * (graph.weight(atSlot: slot) / total)
          if weight == 0 { continue }
          list.append(from: UInt32(truncatingIfNeeded: vertex), to: graph.targets[slot], weight: weight)
        }
      }
    }
    let graph = try Graph(vertexCount: n, edges: list, direction: .undirected, rule: .sum)
    var sum = 0.0
    for slot in 0..<graph.arcCount { sum += graph.weight(atSlot: slot) }
    self.init(
      layerCount: count, graph: graph, masses: masses,
      leastGain: 1e-10 * sum / Double(max(1, graph.arcCount)))
  }

  /// The penalty for two rows of masses, in lists with a row of `layerCount` for each number.
  @inline(__always)
  func penalty(_ vertex: Int, _ other: Int, in totals: ContiguousArray<Double>) -> Double {
    var sum = 0.0
    for layer in 0..<layerCount {
      sum += masses[vertex * layerCount + layer] * totals[other * layerCount + layer]
    }
    return sum
  }

  /// Adds the masses of a vertex, times a sign, to a row of totals.
  @inline(__always)
  func add(_ vertex: Int, to row: Int, of totals: inout ContiguousArray<Double>, sign: Double = 1) {
    for layer in 0..<layerCount {
      totals[row * layerCount + layer] += sign * masses[vertex * layerCount + layer]
    }
  }

  /// The masses of groups.
  func totals(of groups: ContiguousArray<UInt32>, count: Int) -> ContiguousArray<Double> {
    var totals = ContiguousArray(repeating: 0.0, count: count * layerCount)
    for vertex in 0..<vertexCount { add(vertex, to: Int(groups[vertex]), of: &totals) }
    return totals
  }

  /// The level above: a vertex for each group, arcs between two groups added up.
  func aggregated(by groups: ContiguousArray<UInt32>, count: Int) -> LayeredLevel {
    var starts = ContiguousArray(repeating: 0, count: count + 1)
    for group in groups { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = ContiguousArray<UInt32>(repeating: 0, count: vertexCount)
    for vertex in 0..<vertexCount {
      members[next[Int(groups[vertex])]] = UInt32(truncatingIfNeeded: vertex)
      next[Int(groups[vertex])] += 1
    }
    var newOffsets: ContiguousArray<Int> = [0]
    var newTargets: ContiguousArray<UInt32> = []
    var newWeights: ContiguousArray<Double> = []
    var tally = GroupWeights(count: count)
    for group in 0..<count {
      for member in members[starts[group]..<starts[group + 1]] {
        for slot in offsets[Int(member)]..<offsets[Int(member) + 1] {
          tally.add(weights[slot], to: groups[Int(targets[slot])])
        }
      }
      for other in tally.met where Int(other) != group {
        newTargets.append(other)
        newWeights.append(tally[other])
      }
      tally.clear()
      newOffsets.append(newTargets.count)
    }
    // Rows need not ascend here.
    return LayeredLevel(
      layerCount: layerCount,
      graph: Graph(direction: .undirected, offsets: newOffsets, targets: newTargets, weights: newWeights),
      masses: totals(of: groups, count: count), leastGain: leastGain)
  }

  /// Labels in which the connected parts of communities are communities of their own: nothing is lost by
  /// that.
  func separated(_ labels: ContiguousArray<UInt32>) -> ContiguousArray<Int> {
    var parts = ContiguousArray(repeating: -1, count: vertexCount)
    var stack: [Int] = []
    var part = 0
    for start in 0..<vertexCount where parts[start] < 0 {
      parts[start] = part
      stack.append(start)
      while let vertex = stack.popLast() {
        for slot in offsets[vertex]..<offsets[vertex + 1] {
          let target = Int(targets[slot])
          if parts[target] >= 0 || labels[target] != labels[vertex] { continue }
          parts[target] = part
          stack.append(target)
        }
      }
      part += 1
    }
    return parts
  }
}

/// Sums of weights by group, cleared in as many steps as it was filled.
struct GroupWeights {
  private var sums: ContiguousArray<Double>
  private var isMet: ContiguousArray<Bool>
  /// The groups that something was added to, in the order in which they were met.
  private(set) var met: ContiguousArray<UInt32> = []

  init(count: Int) {
    sums = ContiguousArray(repeating: 0, count: count)
    isMet = ContiguousArray(repeating: false, count: count)
  }

  subscript(group: UInt32) -> Double { sums[Int(group)] }

  @inline(__always) mutating func add(_ weight: Double, to group: UInt32) {
    if !isMet[Int(group)] {
      isMet[Int(group)] = true
      met.append(group)
    }
    sums[Int(group)] += weight
  }

  mutating func clear() {
    for group in met {
      sums[Int(group)] = 0
      isMet[Int(group)] = false
    }
    met.removeAll(keepingCapacity: true)
  }
}
