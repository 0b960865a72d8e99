import EcographTestSupport
import GraphCore
import GraphMeasures

/// Measures on groups of vertices, straight from their definitions.
struct GroupOracle {
  let groups: [Int?]
  let neighbors: [[Int]]
  private let has: [[Bool]]
  /// Ties as arcs, an undirected one both ways.
  private let arcs: [(source: Int, target: Int)]
  /// An undirected tie once.
  private let ties: [(source: Int, target: Int)]

  init(_ graph: Graph, _ groups: [Int?]) {
    self.groups = groups
    neighbors = (0..<graph.vertexCount).map { graph.neighbors(of: $0).map { Int($0) } }
    has = neighbors.map { row in
      var isTied = [Bool](repeating: false, count: graph.vertexCount)
      for neighbor in row { isTied[neighbor] = true }
      return isTied
    }
    arcs = neighbors.enumerated().flatMap { source, row in row.map { (source, $0) } }
    ties = graph.direction == .directed ? arcs : arcs.filter { $0.source < $0.target }
  }

  var participation: [Double?] {
    neighbors.map { row in
      let known = row.compactMap { groups[$0] }
      if known.isEmpty { return nil }
      return Set(known).reduce(1.0) { rest, group in
        let share = Double(known.count { $0 == group }) / Double(known.count)
        return rest - share * share
      }
    }
  }

  var eiIndex: [Double?] {
    neighbors.enumerated().map { vertex, row in
      guard let own = groups[vertex] else { return nil }
      let known = row.compactMap { groups[$0] }
      return Self.index(external: known.count { $0 != own }, of: known.count)
    }
  }

  var globalEIIndex: Double? {
    let known = Self.known(ties, groups)
    return Self.index(external: known.count { groups[$0.source] != groups[$0.target] }, of: known.count)
  }

  private static func index(external: Int, of count: Int) -> Double? {
    count == 0 ? nil : Double(external - (count - external)) / Double(count)
  }

  private static func known<Value>(
    _ pairs: [(source: Int, target: Int)], _ values: [Value?]
  ) -> [(source: Int, target: Int)] {
    pairs.filter { values[$0.source] != nil && values[$0.target] != nil }
  }

  var withinModuleZ: [Double?] {
    let inside = neighbors.enumerated().map { vertex, row in
      Double(row.count { groups[$0] == groups[vertex] })
    }
    return groups.enumerated().map { vertex, own in
      if own == nil { return nil }
      let members = inside.indices.filter { groups[$0] == own }.map { inside[$0] }
      let mean = members.reduce(0, +) / Double(members.count)
      let variance = members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(members.count)
      return Set(members).count == 1 ? 0 : (inside[vertex] - mean) / variance.squareRoot()
    }
  }

  var assortativity: Double? {
    let known = Self.known(arcs, groups)
    let m = Double(known.count)
    let inside = Double(known.count { groups[$0.source] == groups[$0.target] }) / m
    let products = Set(groups).reduce(0.0) { sum, group in
      sum + Double(known.count { groups[$0.source] == group }) / m
        * (Double(known.count { groups[$0.target] == group }) / m)
    }
    return known.isEmpty || products == 1 ? nil : (inside - products) / (1 - products)
  }

  func assortativity(values: [Double?]) -> Double? {
    let known = Self.known(arcs, values)
    return Self.correlation(known.compactMap { values[$0.source] }, known.compactMap { values[$0.target] })
  }

  var degreeAssortativity: Double? {
    let incoming = has.indices.map { vertex in has.count { $0[vertex] } }
    return Self.correlation(
      arcs.map { Double(neighbors[$0.source].count) }, arcs.map { Double(incoming[$0.target]) })
  }

  /// Pearson's; nil where one side does not vary.
  private static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
    if Set(left).count < 2 || Set(right).count < 2 { return nil }
    func centered(_ values: [Double]) -> [Double] {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (x, y) = (centered(left), centered(right))
    return product(x, y) / (product(x, x) * product(y, y)).squareRoot()
  }

  /// The role of a broker between two others, by the groups of all three.
  static func role(_ first: Int, _ broker: Int, _ last: Int) -> BrokerageRole {
    switch (first == broker, broker == last, first == last) {
    case (true, true, _): .coordinator
    case (true, false, _): .representative
    case (false, true, _): .gatekeeper
    case (false, false, true): .itinerant
    case (false, false, false): .liaison
    }
  }

  /// For each vertex the number of open two-paths in each role, and of those with an unknown group.
  var roles: (counts: [[Int]], unknown: [Int]) {
    var counts = has.indices.map { _ in BrokerageRole.allCases.map { _ in 0 } }
    var unknown = has.indices.map { _ in 0 }
    for first in has.indices {
      for broker in neighbors[first] {
        for last in neighbors[broker] where last != first && !has[first][last] {
          if let a = groups[first], let b = groups[broker], let c = groups[last] {
            counts[broker][Self.role(a, b, c).rawValue] += 1
          } else {
            unknown[broker] += 1
          }
        }
      }
    }
    return (counts, unknown)
  }

  /// The chance of each role among all ordered threes of vertices whose group is known.
  var roleChances: [Double] {
    let known = groups.compactMap(\.self)
    var counts = BrokerageRole.allCases.map { _ in 0.0 }
    for a in known.indices {
      for b in known.indices where b != a {
        for c in known.indices where c != a && c != b {
          counts[Self.role(known[a], known[b], known[c]).rawValue] += 1
        }
      }
    }
    let total = max(1, counts.reduce(0, +))
    return counts.map { $0 / total }
  }

  /// Mean and variance of the global E-I index over all permutations of the known groups.
  ///
  /// Over pairs of ties: the chance that both are internal is that of the places of their two, three or four ends,
  /// which all permutations fill with all ordered choices of groups.
  var globalEIMoments: (mean: Double, variance: Double) {
    let labels = groups.compactMap(\.self)
    let known = Self.known(ties, groups)
    let pair = Self.share(of: labels, 2) { $0[0] == $0[1] }
    let threeAlike = Self.share(of: labels, 3) { $0[0] == $0[1] && $0[1] == $0[2] }
    let twoPairs = Self.share(of: labels, 4) { $0[0] == $0[1] && $0[2] == $0[3] }
    var square = 0.0
    for one in known {
      for other in known {
        let ends = Set([one.source, one.target, other.source, other.target])
        square += ends.count == 2 ? pair : ends.count == 3 ? threeAlike : twoPairs
      }
    }
    let count = Double(known.count)
    // EI = 1 − 2 I / M for I internal ties of M.
    return (1 - 2 * pair, 4 * (square / (count * count) - pair * pair))
  }

  /// The share of ordered choices of some of the labels for which a condition holds; 0 where there are too few.
  private static func share(of labels: [Int], _ size: Int, where holds: ([Int]) -> Bool) -> Double {
    var (count, total) = (0, 0)
    func choose(_ places: [Int]) {
      if places.count == size {
        total += 1
        if holds(places.map { labels[$0] }) { count += 1 }
        return
      }
      for place in labels.indices where !places.contains(place) { choose(places + [place]) }
    }
    choose([])
    return total == 0 ? 0 : Double(count) / Double(total)
  }
}
