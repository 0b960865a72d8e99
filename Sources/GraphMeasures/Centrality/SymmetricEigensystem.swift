/// All eigenvalues and eigenvectors of a small dense symmetric matrix, by Jacobi's rotations.
struct SymmetricEigensystem {
  /// Descending.
  let values: [Double]
  /// `vectors[k]` belongs to `values[k]` and has length 1.
  let vectors: [ContiguousArray<Double>]

  /// - Parameters:
  ///   - matrix: Rows of `stride` numbers, of which the leading `size` × `size` count.
  init(_ matrix: ContiguousArray<Double>, size: Int, stride: Int) {
    var a = ContiguousArray(repeating: 0.0, count: size * size)
    var v = ContiguousArray(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0..<size { a[row * size + column] = matrix[row * stride + column] }
      v[row * size + row] = 1
    }
    // Convergence is quadratic: six to ten sweeps do; the limit only guards against not-a-number.
    for _ in 0..<60 where Self.sweep(a.mutableSpan, v.mutableSpan, size: size) == false { break }
    let order = (0..<size).sorted { left, right in
      let (x, y) = (a[left * size + left], a[right * size + right])
      return x != y ? x > y : left < right
    }
    values = order.map { a[$0 * size + $0] }
    vectors = order.map { row in ContiguousArray(v[row * size..<(row + 1) * size]) }
  }

  /// Rotates every pair of axes once; returns false where nothing was left to rotate.
  ///
  /// Rows of `v` become the eigenvectors.
  private static func sweep(
    _ a: consuming MutableSpan<Double>, _ v: consuming MutableSpan<Double>, size: Int
  ) -> Bool {
    var rotated = false
    for p in 0..<size {
      for q in (p + 1)..<max(p + 1, size) {
        let apq = a[p * size + q]
        let app = a[p * size + p]
        let aqq = a[q * size + q]
        if abs(apq) <= 1e-17 * (abs(app) + abs(aqq)) || abs(apq) < 1e-300 { continue }
        rotated = true
        // The smaller of the two angles that make the entry vanish.
        let theta = (aqq - app) / (2 * apq)
        let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let c = 1 / (t * t + 1).squareRoot()
        let s = t * c
        for k in 0..<size {
          let x = a[p * size + k]
          let y = a[q * size + k]
          a[p * size + k] = c * x - s * y
          a[q * size + k] = s * x + c * y
        }
        for k in 0..<size {
          let x = a[k * size + p]
          let y = a[k * size + q]
          a[k * size + p] = c * x - s * y
          a[k * size + q] = s * x + c * y
        }
        a[p * size + p] = app - t * apq
        a[q * size + q] = aqq + t * apq
        a[p * size + q] = 0
        a[q * size + p] = 0
        for k in 0..<size {
          let x = v[p * size + k]
          let y = v[q * size + k]
          v[p * size + k] = c * x - s * y
          v[q * size + k] = s * x + c * y
        }
      }
    }
    return rotated
  }
}
