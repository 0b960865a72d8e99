/// Core numbers that follow ties as they come and go.
///
/// One tie changes core numbers by at most 1, and only those equal to the smaller number k of its ends. A tie
/// added lifts the vertices of number k around it that keep more than k neighbors among the higher ones and
/// themselves; a tie removed drops those that are left with fewer than k, and so on from one to the next.
///
/// Reference: A. E. Sarıyüce, B. Gedik, G. Jacques-Silva, K.-L. Wu, Ü. V. Çatalyürek, "Streaming algorithms
/// for k-core decomposition", Proceedings of the VLDB Endowment 6 (2013) 433–444, doi:10.14778/2536336.2536344.
struct FollowedCoreNumbers: Sendable {
  private(set) var numbers: [Int]

  mutating func addVertex() { numbers.append(0) }

  mutating func added(_ u: Int, _ v: Int, in rows: ChangedRows) {
    let k = min(numbers[u], numbers[v])
    // Those that could rise: of number k, joined to the tie by such as could rise themselves.
    var support: [Int: Int] = [:]
    var candidates: [Int] = []
    var stack = numbers[u] <= numbers[v] ? [u] : [v]
    while let vertex = stack.popLast() {
      if support[vertex] != nil { continue }
      let able = rows.targets(of: vertex).count { numbers[Int($0)] >= k }
      support[vertex] = able
      guard able > k else { continue }
      candidates.append(vertex)
      for neighbor in rows.targets(of: vertex) where numbers[Int(neighbor)] == k {
        stack.append(Int(neighbor))
      }
    }
    // Neighbors of number k count only while they may rise themselves.
    var failed = support.filter { $0.value <= k }.keys.sorted()
    var isOut = Set(failed)
    while let vertex = failed.popLast() {
      for neighbor in rows.targets(of: vertex) {
        let other = Int(neighbor)
        guard numbers[other] == k, let able = support[other], !isOut.contains(other) else { continue }
        support[other] = able - 1
        if able - 1 <= k {
          isOut.insert(other)
          failed.append(other)
        }
      }
    }
    for vertex in candidates where !isOut.contains(vertex) { numbers[vertex] = k + 1 }
  }

  mutating func removed(_ u: Int, _ v: Int, in rows: ChangedRows) {
    let k = min(numbers[u], numbers[v])
    var support: [Int: Int] = [:]
    var stack = [u, v].filter { numbers[$0] == k }
    while let vertex = stack.popLast() {
      guard numbers[vertex] == k else { continue }
      let able = support[vertex] ?? rows.targets(of: vertex).count { numbers[Int($0)] >= k }
      support[vertex] = able
      guard able < k else { continue }
      numbers[vertex] = k - 1
      for neighbor in rows.targets(of: vertex) where numbers[Int(neighbor)] == k {
        let other = Int(neighbor)
        if let known = support[other] { support[other] = known - 1 }
        stack.append(other)
      }
    }
  }
}

extension Scenario {
  /// Core number of each vertex, as ``GraphCore/Graph/coreNumbers()``; nil where not followed.
  public var coreNumbers: [Int]? { cores?.numbers }
}
