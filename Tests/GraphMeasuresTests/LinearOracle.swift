/// The solution of linear equations by elimination, each row with its right-hand side last.
func solution(of equations: [[Double]]) -> [Double] {
  var rows = equations
  let n = rows.count
  for pivot in 0..<n {
    let best = (pivot..<n).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
    rows.swapAt(pivot, best)
    let divisor = rows[pivot]
    for row in 0..<n where row != pivot && rows[row][pivot] != 0 {
      let factor = rows[row][pivot] / divisor[pivot]
      rows[row].withUnsafeMutableBufferPointer { row in
        for column in pivot...n { row[column] -= factor * divisor[column] }
      }
    }
  }
  return (0..<n).map { rows[$0][n] / rows[$0][$0] }
}

/// PageRank from its equations: with P the shares of weights, p those of restarts, and rows p in P where nothing
/// leaves, (I − d·Pᵀ) x = (1 − d)·p.
func pageRankByEquations(_ matrix: [[Double]], damping: Double, restarts: [Double]) -> [Double] {
  let n = matrix.count
  let sum = restarts.reduce(0, +)
  let jumps = restarts.map { $0 / sum }
  var rows = (0..<n).map { row in
    (0...n).map { $0 == row ? 1.0 : ($0 == n ? (1 - damping) * jumps[row] : 0) }
  }
  for (source, weights) in matrix.enumerated() {
    let strength = weights.reduce(0, +)
    for target in 0..<n {
      rows[target][source] -= damping * (strength > 0 ? weights[target] / strength : jumps[target])
    }
  }
  return solution(of: rows)
}

/// The eigenvector that scores of an adjacency matrix are, found part by part, and its eigenvalue.
///
/// The strongly connected part with the largest eigenvalue has the leading vector of its own matrix, from powers of it;
/// those that it reaches follow from their equations, and all others have 0. Of parts with equal eigenvalues it is
/// one that reaches none of the others, and of these the one with the smallest vertex.
func eigenvectorByParts(_ matrix: [[Double]]) -> (values: [Double], eigenvalue: Double) {
  let n = matrix.count
  var reaches = matrix.map { $0.map { $0 > 0 } }
  for k in 0..<n {
    for u in 0..<n where reaches[u][k] { for v in 0..<n where reaches[k][v] { reaches[u][v] = true } }
  }
  let parts = (0..<n).compactMap { first -> [Int]? in
    let part = (0..<n).filter { reaches[first][$0] && reaches[$0][first] }
    return part.first == first ? part : nil
  }
  let leading = parts.map { leadingVector(matrix, of: $0) }
  let largest = leading.map(\.eigenvalue).max() ?? 0
  let best = parts.indices.filter { leading[$0].eigenvalue > largest * (1 - 1e-11) }
  let chosen = best.first { one in !best.contains { $0 != one && reaches[parts[one][0]][parts[$0][0]] } }
  guard let chosen else { return (Array(repeating: 0, count: n), 0) }
  let part = parts[chosen]
  var values = [Double](repeating: 0, count: n)
  for (place, vertex) in part.enumerated() { values[vertex] = leading[chosen].vector[place] }
  let behind = (0..<n).filter { reaches[part[0]][$0] && !part.contains($0) }
  // λ x(v) − Σ x(u) w(u,v) over those behind is what comes from the part.
  let rest = solution(
    of: behind.map { v in
      behind.map { u in (u == v ? largest : 0) - matrix[u][v] }
        + [part.reduce(0) { $0 + values[$1] * matrix[$1][v] }]
    })
  for (place, vertex) in behind.enumerated() { values[vertex] = rest[place] }
  let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return (values.map { $0 / norm }, leading[chosen].eigenvalue)
}

/// By squaring M = I + A of a strongly connected part, whose powers all come to have one row space.
private func leadingVector(_ matrix: [[Double]], of part: [Int]) -> (vector: [Double], eigenvalue: Double) {
  var power = part.map { u in part.map { v in matrix[u][v] + (u == v ? 1 : 0) } }
  for _ in 0..<11 {
    let scale = power.reduce(0) { max($0, $1.max() ?? 0) }
    let factor = power.map { row in row.map { $0 / scale } }
    power = factor.map { row in
      var product = [Double](repeating: 0, count: row.count)
      product.withUnsafeMutableBufferPointer { product in
        for (place, entry) in row.enumerated() where entry > 0 {
          factor[place].withUnsafeBufferPointer { other in
            for column in 0..<product.count { product[column] += entry * other[column] }
          }
        }
      }
      return product
    }
  }
  let norm = power[0].reduce(0) { $0 + $1 * $1 }.squareRoot()
  let vector = power[0].map { $0 / norm }
  let next = part.indices.map { v in
    part.indices.reduce(0) { $0 + vector[$1] * matrix[part[$1]][part[v]] }
  }
  return (vector, zip(vector, next).reduce(0) { $0 + $1.0 * $1.1 })
}
