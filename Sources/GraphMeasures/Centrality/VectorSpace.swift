import GraphCore

/// Arithmetic on vectors with one number per vertex, each part of the vertices by one worker.
///
/// Sums are added up within each part in a fixed order, then over the parts in theirs.
struct VectorSpace {
  let partitions: Partitions
  let execution: Execution

  func dot(
    _ left: ContiguousArray<Double>, _ right: ContiguousArray<Double>
  ) throws(GraphError) -> Double {
    try execution.map(partitions) { product(left, right, over: $0) }.reduce(0, +)
  }

  func norm(_ vector: ContiguousArray<Double>) throws(GraphError) -> Double {
    try dot(vector, vector).squareRoot()
  }

  func scale(_ vector: inout ContiguousArray<Double>, by factor: Double) throws(GraphError) {
    _ = try execution.update(&vector, partitions) { _, part in
      for place in 0..<part.count { part[place] *= factor }
    }
  }

  /// Makes the vector's length 1; it must not be 0.
  func normalize(_ vector: inout ContiguousArray<Double>) throws(GraphError) {
    try scale(&vector, by: 1 / norm(vector))
  }

  /// Adds `factor · vector` to `sum`.
  func add(
    _ factor: Double, _ vector: ContiguousArray<Double>, to sum: inout ContiguousArray<Double>
  ) throws(GraphError) {
    try add([factor], [vector], to: &sum)
  }

  /// Adds the vectors, each times its factor, to `sum`, in their order.
  func add(
    _ factors: ContiguousArray<Double>, _ vectors: [ContiguousArray<Double>],
    to sum: inout ContiguousArray<Double>
  ) throws(GraphError) {
    _ = try execution.update(&sum, partitions) { range, part in
      for (factor, vector) in zip(factors, vectors) { addProduct(factor, vector, over: range, to: &part) }
    }
  }

  /// The products of some vectors with another.
  func dots(
    _ vectors: ArraySlice<ContiguousArray<Double>>, _ other: ContiguousArray<Double>
  ) throws(GraphError) -> ContiguousArray<Double> {
    var sums = ContiguousArray(repeating: 0.0, count: vectors.count)
    let parts = try execution.map(partitions) { range in vectors.map { product($0, other, over: range) } }
    for part in parts { for place in sums.indices { sums[place] += part[place] } }
    return sums
  }
}

/// The sum over a range; four running sums hide the latency of addition.
private func product(
  _ left: ContiguousArray<Double>, _ right: ContiguousArray<Double>, over range: Range<Int>
) -> Double {
  let left = left.span
  let right = right.span
  precondition(range.upperBound <= left.count && range.upperBound <= right.count)
  var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
  var i = range.lowerBound
  while i + 4 <= range.upperBound {
    // i + 3 is below the end of the range, which is within both.
    unsafe a += left[unchecked: i] * right[unchecked: i]
    unsafe b += left[unchecked: i + 1] * right[unchecked: i + 1]
    unsafe c += left[unchecked: i + 2] * right[unchecked: i + 2]
    unsafe d += left[unchecked: i + 3] * right[unchecked: i + 3]
    i += 4
  }
  while i < range.upperBound {
    a += left[i] * right[i]
    i += 1
  }
  return (a + b) + (c + d)
}

private func addProduct(
  _ factor: Double, _ vector: ContiguousArray<Double>, over range: Range<Int>,
  to part: inout MutableSpan<Double>
) {
  let vector = vector.span
  precondition(range.upperBound <= vector.count && part.count == range.count)
  for place in 0..<part.count {
    // The range is within the vector and as long as the part.
    unsafe part[unchecked: place] += factor * vector[unchecked: range.lowerBound + place]
  }
}
