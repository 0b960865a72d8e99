/// The sum of the values at the vertices in a range of slots; four running sums hide the latency of addition.
///
/// The caller gives a value for every vertex that the slots hold.
@inline(__always)
func sumOfValues<Vertex: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
  _ values: Span<Double>, at vertices: Span<Vertex>, _ slots: Range<Int>
) -> Double {
  precondition(slots.lowerBound >= 0 && slots.upperBound <= vertices.count)
  var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
  var slot = slots.lowerBound
  // Slots are in bounds by the precondition, vertices because there is a value for each.
  while slot + 4 <= slots.upperBound {
    unsafe a += values[unchecked: Int(vertices[unchecked: slot])]
    unsafe b += values[unchecked: Int(vertices[unchecked: slot + 1])]
    unsafe c += values[unchecked: Int(vertices[unchecked: slot + 2])]
    unsafe d += values[unchecked: Int(vertices[unchecked: slot + 3])]
    slot += 4
  }
  while slot < slots.upperBound {
    unsafe a += values[unchecked: Int(vertices[unchecked: slot])]
    slot += 1
  }
  return (a + b) + (c + d)
}

/// The sum of the values at the vertices in a range of slots, each times the weight of its slot; as above.
@inline(__always)
func sumOfValues<Vertex: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
  _ values: Span<Double>, at vertices: Span<Vertex>, times weights: Span<Double>, _ slots: Range<Int>
) -> Double {
  precondition(slots.lowerBound >= 0 && slots.upperBound <= min(vertices.count, weights.count))
  var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
  var slot = slots.lowerBound
  while slot + 4 <= slots.upperBound {
    unsafe a += values[unchecked: Int(vertices[unchecked: slot])] * weights[unchecked: slot]
    unsafe b += values[unchecked: Int(vertices[unchecked: slot + 1])] * weights[unchecked: slot + 1]
    unsafe c += values[unchecked: Int(vertices[unchecked: slot + 2])] * weights[unchecked: slot + 2]
    unsafe d += values[unchecked: Int(vertices[unchecked: slot + 3])] * weights[unchecked: slot + 3]
    slot += 4
  }
  while slot < slots.upperBound {
    unsafe a += values[unchecked: Int(vertices[unchecked: slot])] * weights[unchecked: slot]
    slot += 1
  }
  return (a + b) + (c + d)
}
