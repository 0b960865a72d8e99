public import GraphCore

/// How long betweenness will probably take; from ``GraphCore/Graph/betweennessForecast(_:sampling:threads:)``.
public struct BetweennessForecast: Sendable {
  /// Seconds that exact values take, to within a factor of about three.
  public let exactSeconds: Double
  /// Seconds that approximate values take; nil where there are none by weights, or finding out would take long.
  public let approximateSeconds: Double?
}

extension Graph {
  /// Estimates how long exact and approximate betweenness take, from a few searches and samples.
  ///
  /// Takes about a third of a second, and depends on the machine and what else it does: for people to plan by,
  /// never for a program to decide what to compute.
  ///
  /// - Parameters:
  ///   - options: What the length of a path is.
  ///   - approximation: The approximation that is asked about.
  ///   - threads: The number of threads that will be used.
  public func betweennessForecast(
    _ options: PathOptions = PathOptions(), sampling approximation: Approximation, threads: Int
  ) -> BetweennessForecast {
    let clock = ContinuousClock()
    let perSource = (try? options.arcLengths(of: self)).flatMap { $0 }.map {
      secondsPerLengthSource(lengths: $0, clock)
    }
    // Those that have one neighbor at most are folded away.
    let sources = (0..<vertexCount).count { degree(of: $0) > (direction == .undirected ? 1 : 0) }
    let exact = Double(sources) * (perSource ?? secondsPerStepSource(clock)) / Double(threads)
    let isCheap = perSource == nil && vertexCount + arcCount <= largestTimedGraph
    return BetweennessForecast(
      exactSeconds: exact,
      approximateSeconds: isCheap ? sampledSeconds(approximation, threads: threads, clock) : nil)
  }

  /// The time of Brandes' accumulation by steps from one source, taken from breadth-first searches.
  private func secondsPerStepSource(_ clock: ContinuousClock) -> Double {
    // One search would take too long to wait for.
    guard vertexCount + arcCount <= largestTimedGraph else { return Double(vertexCount + arcCount) * 1e-9 }
    var search = BreadthFirstSearch(vertexCount: vertexCount)
    return shareOfSearch * meanSeconds(of: 0.1, clock) { search.run(self, from: $0) }
  }

  private func secondsPerLengthSource(lengths: ContiguousArray<Double>, _ clock: ContinuousClock) -> Double {
    guard vertexCount + arcCount <= largestTimedGraph / 4 else {
      return Double(vertexCount + arcCount) * 5e-8
    }
    var kernel = LengthDependencies(self, lengths: lengths, largestPlainCount: largestPlainPathCount)
    return meanSeconds(of: 0.1, clock) { kernel.add(source: $0) }
  }

  /// Mean time of some work for vertices at random.
  private func meanSeconds(of limit: Double, _ clock: ContinuousClock, _ work: (Int) -> Void) -> Double {
    var stream = SampleStream(seed: 1, sample: 0)
    var runs = 0.0
    let start = clock.now
    while vertexCount > 0 {
      let vertex = Int(stream.next(below: UInt64(vertexCount)))
      runs += 1
      if degree(of: vertex) > 0 { work(vertex) }
      let spent = (clock.now - start) / .seconds(1)
      if spent > limit || runs >= 1000 { return spent / runs }
    }
    return 0
  }

  /// The number of samples that the largest variance among a few of them asks for, times their mean duration.
  private func sampledSeconds(
    _ approximation: Approximation, threads: Int, _ clock: ContinuousClock
  ) -> Double? {
    guard vertexCount > 2 else { return nil }
    let start = clock.now
    var sampler = PairSampler(self, inward: transposed())
    var stream = SampleStream(seed: approximation.seed, sample: 0)
    let setUp = (clock.now - start) / .seconds(1)
    var samples = 0.0
    var spent = 0.0
    while spent < 0.15, samples < 20_000 {
      let source = Int(stream.next(below: UInt64(vertexCount)))
      let target = Int(stream.next(below: UInt64(vertexCount)))
      if source != target { sampler.add((source, target)) }
      samples += 1
      spent = (clock.now - start) / .seconds(1) - setUp
    }
    var variance = 0.0
    let tally = sampler.tally
    for vertex in 0..<vertexCount {
      let mean = tally.sum(at: vertex) / samples
      variance = max(variance, tally.squareSum(at: vertex) / samples - mean * mean)
    }
    let epsilon = approximation.epsilon
    // A fifth more than the variance asks for, as its bounds are wider.
    let needed =
      1.2 * 2 * variance * Portable.log(2 / (1 - approximation.confidence)) / (epsilon * epsilon) + 16
      / epsilon
    return needed * spent / samples / Double(threads) + 4 * setUp + Double(vertexCount + arcCount) * 3e-8
  }
}

/// Vertices and arcs of the largest graph in which searches are timed.
private let largestTimedGraph = 20_000_000

/// Accumulation from one source, in a reduced graph and from several sources at once, takes about this share of a
/// breadth-first search, as was measured: 0.11 to 0.22.
private let shareOfSearch = 0.2
