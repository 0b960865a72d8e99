/// A positive number with a range far beyond that of `Double`: `fraction · 2^exponent`.
///
/// Numbers of shortest paths grow like binomial coefficients: between opposite corners of a grid of
/// 600 × 600 there are about 10^359, more than a `Double` holds.
struct ScaledCount {
  /// 0, or in 1 ..< 2.
  private(set) var fraction: Double
  private(set) var exponent: Int

  static let zero = ScaledCount(fraction: 0, exponent: 0)
  static let one = ScaledCount(fraction: 1, exponent: 0)

  static func += (left: inout ScaledCount, right: ScaledCount) {
    if right.fraction == 0 { return }
    if left.fraction == 0 {
      left = right
      return
    }
    let exponent = max(left.exponent, right.exponent)
    let sum = left.fraction(at: exponent) + right.fraction(at: exponent)
    left = ScaledCount(fraction: sum.significand, exponent: exponent + Int(sum.exponent))
  }

  static func *= (left: inout ScaledCount, factor: Double) {
    let product = left.fraction * factor
    if product == 0 { return }
    left = ScaledCount(fraction: product.significand, exponent: left.exponent + Int(product.exponent))
  }

  /// This number divided by one that is not smaller; underflows to 0.
  func share(of whole: ScaledCount) -> Double {
    Double(sign: .plus, exponent: exponent - whole.exponent, significand: fraction / whole.fraction)
  }

  /// The fraction that stands for this number beside a larger exponent; what is lost is below rounding.
  private func fraction(at larger: Int) -> Double {
    Double(sign: .plus, exponent: exponent - larger, significand: fraction)
  }
}

/// The shortest paths from one source as a graph without cycles.
///
/// Vertices are named by their place in an order in which every one comes after those that paths reach it
/// from; the source is at place 0.
struct ShortestPathDAG {
  /// Successors of place `p` are `successors[offsets[p] ..< offsets[p + 1]]`.
  var offsets: ContiguousArray<Int> = [0]
  var successors: ContiguousArray<UInt32> = []
  /// How many vertices each place stands for, and how many ends of paths.
  private var multiplicities: ContiguousArray<Double> = []
  private var weights: ContiguousArray<Double> = []

  /// Goes on to the next place.
  mutating func endPlace(multiplicity: Double = 1, weight: Double = 1) {
    offsets.append(successors.count)
    multiplicities.append(multiplicity)
    weights.append(weight)
  }

  /// The dependency of the source on each place, summed over the vertices it stands for: the sum over all
  /// targets of the share of shortest paths that pass through it.
  ///
  /// Slower than the plain kernels and free of overflow: only shares are ever divided, and they are at most 1.
  ///
  /// - Parameter visitArc: Told each place in `successors` and the dependency of the source on the arc there.
  func dependencies(visitArc: (Int, Double) -> Void = { _, _ in }) -> ContiguousArray<Double> {
    let counts = counts()
    return dependencies(counts, endShare: { weights[$0] }, visitArc: visitArc)
  }

  /// The numbers of paths to each place, from the first few together.
  func counts(sources: Int = 1) -> ContiguousArray<ScaledCount> {
    let places = offsets.count - 1
    var counts = ContiguousArray(repeating: ScaledCount.zero, count: places)
    for place in 0..<places {
      if place < sources { counts[place] += .one } else { counts[place] *= multiplicities[place] }
      for slot in offsets[place]..<offsets[place + 1] {
        counts[Int(successors[slot])] += counts[place]
      }
    }
    return counts
  }

  /// Dependencies where a path to a place counts for what `endShare` says.
  func dependencies(
    _ counts: ContiguousArray<ScaledCount>, endShare: (Int) -> Double, visitArc: (Int, Double) -> Void
  ) -> ContiguousArray<Double> {
    let places = offsets.count - 1
    var dependencies = ContiguousArray(repeating: 0.0, count: places)
    for place in (0..<places).reversed() {
      var dependency = 0.0
      for slot in offsets[place]..<offsets[place + 1] {
        let successor = Int(successors[slot])
        let onArc =
          counts[place].share(of: counts[successor]) * multiplicities[successor]
          * (endShare(successor) + dependencies[successor])
        dependency += onArc
        visitArc(slot, onArc)
      }
      dependencies[place] = dependency
    }
    return dependencies
  }

  /// The part of these that comes from targets other than a place's own successors.
  func dependenciesBeyondSuccessors() -> ContiguousArray<Double> {
    let counts = counts()
    let dependencies = dependencies()
    return ContiguousArray(
      (0..<offsets.count - 1).map { place in
        var sum = 0.0
        for slot in offsets[place]..<offsets[place + 1] {
          let successor = Int(successors[slot])
          sum +=
            counts[place].share(of: counts[successor]) * multiplicities[successor] * dependencies[successor]
        }
        return sum
      })
  }
}
