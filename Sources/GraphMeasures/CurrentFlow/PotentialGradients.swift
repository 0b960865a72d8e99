import GraphCore

/// Potentials in a connected network of conductors by conjugate gradients, for eight currents at a time.
///
/// Solves L x = b, L being the Laplacian and b adding up to 0, preconditioned by the sums of conductances. It ends
/// where the residual is at most 10⁻¹³ of the currents in length; the potentials add up to 0.
///
/// Reference: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems",
/// Journal of Research of the National Bureau of Standards 49 (1952) 409–436, doi:10.6028/jres.049.044.
struct PotentialGradients: Sendable {
  static let tolerance = 1e-13
  private let network: Graph
  private let strengths: ContiguousArray<Double>

  /// Vectors of eight numbers per vertex.
  struct Scratch {
    fileprivate var residuals: ContiguousArray<SIMD8<Double>>
    fileprivate var directions: ContiguousArray<SIMD8<Double>>
    fileprivate var images: ContiguousArray<SIMD8<Double>>

    init(vertexCount: Int) {
      residuals = ContiguousArray(repeating: .zero, count: vertexCount)
      directions = residuals
      images = residuals
    }
  }

  init(_ network: Graph) {
    self.network = network
    strengths = ContiguousArray(network.strengths())
  }

  /// Turns currents into potentials.
  ///
  /// - Returns: Whether all eight came to the tolerance.
  func solve(_ lanes: inout ContiguousArray<SIMD8<Double>>, _ scratch: inout Scratch) -> Bool {
    let k = lanes.count
    var sizes = SIMD8<Double>.zero
    var energies = SIMD8<Double>.zero
    for vertex in 0..<k {
      let current = lanes[vertex]
      scratch.residuals[vertex] = current
      scratch.directions[vertex] = current / strengths[vertex]
      sizes += current * current
      energies += current * current / strengths[vertex]
      lanes[vertex] = .zero
    }
    let goals = sizes * (Self.tolerance * Self.tolerance)
    // In exact arithmetic k rounds are enough; rounding costs more.
    for _ in 0..<(10 * k + 1_000) {
      // Lanes that are done stand still.
      let open = sizes .> goals
      guard any(open) else {
        center(&lanes)
        return true
      }
      let curvatures = apply(network, strengths, scratch.directions, &scratch.images)
      let steps = (energies / curvatures).replacing(with: 0, where: .!(open .& (curvatures .> 0)))
      let old = energies
      (sizes, energies) = move(
        steps, strengths, scratch.directions, scratch.images, &lanes, &scratch.residuals)
      let slopes = (energies / old).replacing(with: 0, where: .!(old .> 0))
      advance(slopes, strengths, scratch.residuals, &scratch.directions)
    }
    return false
  }

  private func center(_ lanes: inout ContiguousArray<SIMD8<Double>>) {
    var sum = SIMD8<Double>.zero
    for lane in lanes { sum += lane }
    let mean = sum / Double(lanes.count)
    for vertex in 0..<lanes.count { lanes[vertex] -= mean }
  }
}

/// q ← L p; returns p·q.
private func apply(
  _ network: Graph, _ strengths: ContiguousArray<Double>, _ directions: ContiguousArray<SIMD8<Double>>,
  _ images: inout ContiguousArray<SIMD8<Double>>
) -> SIMD8<Double> {
  let offsets = network.offsets.span
  let targets = network.targets.span
  let weights = network.weights
  let directions = directions.span
  var images = images.mutableSpan
  precondition(directions.count == offsets.count - 1 && images.count == directions.count)
  var curvatures = SIMD8<Double>.zero
  for vertex in 0..<directions.count {
    var sum = SIMD8<Double>.zero
    // Targets are below the vertex count.
    if let weights {
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        unsafe sum += weights[slot] * directions[unchecked: Int(targets[slot])]
      }
    } else {
      for slot in offsets[vertex]..<offsets[vertex + 1] {
        unsafe sum += directions[unchecked: Int(targets[slot])]
      }
    }
    let image = strengths[vertex] * directions[vertex] - sum
    images[vertex] = image
    curvatures += directions[vertex] * image
  }
  return curvatures
}

/// x ← x + steps · p, r ← r − steps · q; returns Σ r² and Σ r²/s.
private func move(
  _ steps: SIMD8<Double>, _ strengths: ContiguousArray<Double>, _ directions: ContiguousArray<SIMD8<Double>>,
  _ images: ContiguousArray<SIMD8<Double>>, _ lanes: inout ContiguousArray<SIMD8<Double>>,
  _ residuals: inout ContiguousArray<SIMD8<Double>>
) -> (sizes: SIMD8<Double>, energies: SIMD8<Double>) {
  let directions = directions.span
  let images = images.span
  var lanes = lanes.mutableSpan
  var residuals = residuals.mutableSpan
  var sizes = SIMD8<Double>.zero
  var energies = SIMD8<Double>.zero
  for vertex in 0..<lanes.count {
    lanes[vertex] += steps * directions[vertex]
    let residual = residuals[vertex] - steps * images[vertex]
    residuals[vertex] = residual
    let square = residual * residual
    sizes += square
    energies += square / strengths[vertex]
  }
  return (sizes, energies)
}

/// p ← r/s + slopes · p.
private func advance(
  _ slopes: SIMD8<Double>, _ strengths: ContiguousArray<Double>, _ residuals: ContiguousArray<SIMD8<Double>>,
  _ directions: inout ContiguousArray<SIMD8<Double>>
) {
  let residuals = residuals.span
  var directions = directions.mutableSpan
  for vertex in 0..<directions.count {
    directions[vertex] = residuals[vertex] / strengths[vertex] + slopes * directions[vertex]
  }
}
