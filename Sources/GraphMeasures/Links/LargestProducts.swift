import GraphCore

extension Graph {
  /// The pairs without a tie whose degrees have the largest products, equal products ordered by the vertices.
  ///
  /// Vertices of one degree form a class, and the products of all pairs of classes are few: degrees that differ add
  /// up to at most twice the edges, so that there are O(√m) of them. Pairs of classes are taken in descending order
  /// of their product; within one product, vertices ascend. A pair that is passed over is an edge.
  ///
  /// - Complexity: O(*n*·log *n* + *m*·log *m* + *k*·log *n*) for *k* pairs.
  func pairsOfLargestProduct(limit: Int) -> [(first: Int, second: Int)] {
    var classes: [Int: ContiguousArray<UInt32>] = [:]
    for vertex in 0..<vertexCount where degree(of: vertex) > 0 {
      classes[degree(of: vertex), default: []].append(UInt32(truncatingIfNeeded: vertex))
    }
    let degrees = classes.keys.sorted()
    var products: [(product: UInt64, small: Int, large: Int)] = []
    for (place, small) in degrees.enumerated() {
      for large in degrees[place...] { products.append((UInt64(small) * UInt64(large), small, large)) }
    }
    products.sort { ($0.product, $0.small) > ($1.product, $1.small) }

    var pairs: [(first: Int, second: Int)] = []
    var start = 0
    while start < products.count, pairs.count < limit {
      var end = start
      while end < products.count, products[end].product == products[start].product { end += 1 }
      // Each degree occurs once among the pairs of classes of one product, so partners are of one class.
      var partners: [(vertex: UInt32, degree: Int)] = []
      for (_, small, large) in products[start..<end] {
        for vertex in classes[small] ?? [] { partners.append((vertex, large)) }
        if large != small {
          for vertex in classes[large] ?? [] { partners.append((vertex, small)) }
        }
      }
      partners.sort { $0.vertex < $1.vertex }
      for (vertex, degree) in partners where pairs.count < limit {
        appendPairs(of: vertex, with: classes[degree] ?? [], to: &pairs, limit: limit)
      }
      start = end
    }
    return pairs
  }

  /// Appends a vertex's pairs with the larger vertices of a class that it is not tied to.
  private func appendPairs(
    of vertex: UInt32, with others: ContiguousArray<UInt32>, to pairs: inout [(first: Int, second: Int)],
    limit: Int
  ) {
    let row = neighbors(of: Int(vertex))
    let start = others.partitioningIndex { $0 > vertex }
    if start == others.count { return }
    var slot = row.startIndex
    for other in others[start...] {
      if pairs.count == limit { return }
      slot = row[slot...].partitioningIndex { $0 >= other }
      if slot < row.endIndex, row[slot] == other { continue }
      pairs.append((Int(vertex), Int(other)))
    }
  }
}
