/// What the arcs of a level weigh, in as little memory as that takes.
enum ArcWeights: Sendable {
  /// All weigh 1.
  case ones
  /// Numbers of arcs, as in the levels above a graph without weights: below 2³².
  case counts(SharedColumn<UInt32>)
  case sums(SharedColumn<Double>)

  /// Room for the weights of the level above one with these, whose arcs are merged.
  func room(forMerged arcCount: Int) -> ArcWeights {
    switch self {
    case .ones where arcCount > Int(UInt32.max), .sums: .sums(SharedColumn(uninitialized: arcCount))
    case .ones, .counts: .counts(SharedColumn(uninitialized: arcCount))
    }
  }

  subscript(slot: Int) -> Double {
    @inline(__always) get {
      switch self {
      case .ones: 1
      case .counts(let weights): Double(weights[slot])
      case .sums(let weights): weights[slot]
      }
    }
    @inline(__always) nonmutating set {
      switch self {
      case .ones: break
      case .counts(let weights): weights[slot] = UInt32(newValue)
      case .sums(let weights): weights[slot] = newValue
      }
    }
  }

  /// Asks for the memory of weights that will be read soon.
  @inline(__always) func prefetch(_ slots: Range<Int>) {
    // So many to a cache line.
    switch self {
    case .ones: break
    case .counts(let weights):
      for slot in stride(from: slots.lowerBound, to: slots.upperBound, by: 16) { weights.prefetch(slot) }
    case .sums(let weights):
      for slot in stride(from: slots.lowerBound, to: slots.upperBound, by: 8) { weights.prefetch(slot) }
    }
  }

  /// Moves a run of weights to an earlier place.
  func shift(_ range: Range<Int>, to start: Int) {
    switch self {
    case .ones: break
    case .counts(let weights): weights.shift(range, to: start)
    case .sums(let weights): weights.shift(range, to: start)
    }
  }
}
