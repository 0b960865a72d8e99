/// Arithmetic on vectors, in a fixed order of additions.
enum VectorArithmetic {
  static func dot(_ left: ContiguousArray<Double>, _ right: ContiguousArray<Double>) -> Double {
    let left = left.span
    let right = right.span
    let n = left.count
    precondition(right.count == n)
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    var i = 0
    while i + 4 <= n {
      // Four running sums hide the latency of addition; i + 3 is below both counts.
      unsafe a += left[unchecked: i] * right[unchecked: i]
      unsafe b += left[unchecked: i + 1] * right[unchecked: i + 1]
      unsafe c += left[unchecked: i + 2] * right[unchecked: i + 2]
      unsafe d += left[unchecked: i + 3] * right[unchecked: i + 3]
      i += 4
    }
    while i < n {
      a += left[i] * right[i]
      i += 1
    }
    return (a + b) + (c + d)
  }

  /// Adds `factor · vector` to `sum`.
  static func add(
    _ factor: Double, _ vector: ContiguousArray<Double>, to sum: inout ContiguousArray<Double>
  ) {
    let vector = vector.span
    precondition(vector.count == sum.count)
    var sum = sum.mutableSpan
    // Both have the same count.
    for i in 0..<vector.count { unsafe sum[unchecked: i] += factor * vector[unchecked: i] }
  }

  static func norm(_ vector: ContiguousArray<Double>) -> Double {
    dot(vector, vector).squareRoot()
  }

  static func scale(_ vector: inout ContiguousArray<Double>, by factor: Double) {
    var vector = vector.mutableSpan
    for i in 0..<vector.count { vector[i] *= factor }
  }
}
