import GraphCore

/// Conjugate gradients for (S − c·A) y = b, A being an undirected graph's adjacency matrix.
///
/// S ≥ 0 is a diagonal matrix, and S − c·A is positive definite on the vertices with S > 0. The others take no
/// part: y and b are 0 there.
///
/// S is the preconditioner. In *k* products the error falls by about
/// ((√κ − 1)/(√κ + 1))ᵏ, κ = (1 + c·μ)/(1 − c·μ), where ±μ bound the eigenvalues of S⁻¹A; eigenvalues that
/// stand apart from the rest cost one product each and then no longer count.
///
/// Reference: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems",
/// Journal of Research of the National Bureau of Standards 49 (1952) 409–436, doi:10.6028/jres.049.044.
struct ConjugateGradients {
  /// How the size of a residual is measured.
  enum Norm { case sumOfMagnitudes, length }

  let adjacency: AdjacencyProduct
  /// The diagonal of S.
  let diagonal: ContiguousArray<Double>
  /// c.
  let factor: Double

  /// Improves `solution` until the norm of the residual is at or below `tolerance`, at most `limit` products
  /// are spent, or rounding allows no step.
  ///
  /// - Parameters:
  ///   - solution: Where to start.
  ///   - residual: b − (S − c·A) · solution, on entry; what the recurrence makes of it, on return. The true
  ///     residual parts from it by rounding.
  ///   - onResidual: Told the norm of the residual after each product.
  /// - Returns: Products spent.
  func improve(
    _ solution: inout ContiguousArray<Double>, residual: inout ContiguousArray<Double>, norm: Norm,
    tolerance: Double, limit: Int, execution: Execution, onResidual: (Double) -> Void = { _ in }
  ) throws(GraphError) -> Int {
    let partitions = adjacency.partitions
    var directions = ContiguousArray(repeating: 0.0, count: solution.count)
    var images = directions
    var size = ResidualSize(
      parts: try execution.map(partitions) { [residual] in measure(residual, diagonal, $0) })
    var slope = 0.0
    var products = 0
    while products < limit, size.norm(norm) > tolerance {
      _ = try execution.update(&directions, partitions) { [residual, slope] vertices, directions in
        advance(&directions, residual, diagonal, vertices, slope: slope)
      }
      let curvature = try adjacency.multiply(directions, into: &images, execution: execution) {
        [directions] vertices, images in
        apply(&images, directions, diagonal, vertices, factor: factor)
      }.reduce(0, +)
      products += 1
      guard curvature > 0 else { break }
      let step = size.energy / curvature
      let energy = size.energy
      size = ResidualSize(
        parts: try execution.update(&solution, &residual, partitions) {
          [directions, images] vertices, solution, residual in
          move(&solution, &residual, directions, images, diagonal, vertices, step: step)
        })
      slope = size.energy / energy
      onResidual(size.norm(norm))
    }
    return products
  }
}

/// Sizes of a residual *r*, added up over vertices.
private struct ResidualSize: Sendable {
  /// Σ r²/s.
  var energy = 0.0
  /// Σ |r|.
  var magnitudes = 0.0
  /// Σ r².
  var squares = 0.0

  init() {}

  /// Adds up in the order of the parts.
  init(parts: [ResidualSize]) {
    for part in parts {
      energy += part.energy
      magnitudes += part.magnitudes
      squares += part.squares
    }
  }

  @inline(__always) mutating func count(_ residual: Double, diagonal: Double) {
    if diagonal > 0 { energy += residual * residual / diagonal }
    magnitudes += abs(residual)
    squares += residual * residual
  }

  func norm(_ norm: ConjugateGradients.Norm) -> Double {
    switch norm {
    case .sumOfMagnitudes: magnitudes
    case .length: squares.squareRoot()
    }
  }
}

private func measure(
  _ residual: ContiguousArray<Double>, _ diagonal: ContiguousArray<Double>, _ vertices: Range<Int>
) -> ResidualSize {
  let residual = residual.span
  let diagonal = diagonal.span
  var size = ResidualSize()
  for vertex in vertices { size.count(residual[vertex], diagonal: diagonal[vertex]) }
  return size
}

/// p ← r/s + slope · p.
private func advance(
  _ directions: inout MutableSpan<Double>, _ residual: ContiguousArray<Double>,
  _ diagonal: ContiguousArray<Double>, _ vertices: Range<Int>, slope: Double
) {
  let residual = residual.span
  let diagonal = diagonal.span
  for vertex in vertices where diagonal[vertex] > 0 {
    let place = vertex - vertices.lowerBound
    directions[place] = residual[vertex] / diagonal[vertex] + slope * directions[place]
  }
}

/// Turns A p into q = S p − c·A p; returns p·q.
private func apply(
  _ images: inout MutableSpan<Double>, _ directions: ContiguousArray<Double>,
  _ diagonal: ContiguousArray<Double>, _ vertices: Range<Int>, factor: Double
) -> Double {
  let directions = directions.span
  let diagonal = diagonal.span
  var curvature = 0.0
  for vertex in vertices {
    let place = vertex - vertices.lowerBound
    let image = diagonal[vertex] * directions[vertex] - factor * images[place]
    images[place] = image
    curvature += directions[vertex] * image
  }
  return curvature
}

/// y ← y + step · p, r ← r − step · q.
private func move(
  _ solution: inout MutableSpan<Double>, _ residual: inout MutableSpan<Double>,
  _ directions: ContiguousArray<Double>, _ images: ContiguousArray<Double>,
  _ diagonal: ContiguousArray<Double>, _ vertices: Range<Int>, step: Double
) -> ResidualSize {
  let directions = directions.span
  let images = images.span
  let diagonal = diagonal.span
  var size = ResidualSize()
  for vertex in vertices {
    let place = vertex - vertices.lowerBound
    solution[place] += step * directions[vertex]
    let left = residual[place] - step * images[vertex]
    residual[place] = left
    size.count(left, diagonal: diagonal[vertex])
  }
  return size
}
