package import CVectorKernels
package import GraphCore
import Synchronization

extension Graph {
  /// The betweenness of every vertex where every arc is one step.
  ///
  /// The graph is made smaller; sources that lie close to each other are searched from together.
  ///
  /// - Parameters:
  ///   - execution: Threads, progress and cancellation.
  ///   - largestPlainCount: Beyond this many paths scaled counts take over.
  ///   - unit: The vector unit that is used.
  package func stepBetweenness(
    execution: Execution, largestPlainCount: Double = largestPlainPathCount, unit: VectorUnit = vector_unit()
  ) throws(GraphError) -> [Double] {
    let reduction = BetweennessReduction(self)
    let groups = SourceGroups(of: reduction.paths, size: LaneLevels.width)
    let progress = SweepProgress(of: groups.sources.count, execution)
    let pool = ScratchPool<SweepScratch>()
    var totals = ContiguousArray(repeating: 0.0, count: reduction.paths.vertexCount)
    var quiet = execution
    quiet.onProgress = nil
    try quiet.reduce(Partitions(of: groups.groups.count, parts: 64)) { part in
      groupDependencies(
        part, groups, of: reduction.paths, largestPlainCount: largestPlainCount, unit: unit, pool, progress)
    } merge: { part in
      for vertex in 0..<part.count { totals[vertex] += part[vertex] }
    }
    if progress.isStopped { throw GraphError(.cancelled, "the computation was cancelled") }
    execution.onProgress?(1)
    return reduction.betweenness(from: totals)
  }
}

/// The sum of the dependencies of the sources of some groups, times their weights.
///
/// Sources that are better searched from one by one, or that have more paths than can be counted plainly, come
/// last, in the order in which they were put off.
private func groupDependencies(
  _ part: Range<Int>, _ groups: SourceGroups, of paths: PathGraph, largestPlainCount: Double,
  unit: VectorUnit, _ pool: ScratchPool<SweepScratch>, _ progress: SweepProgress
) -> ContiguousArray<Double> {
  var putOff: ContiguousArray<UInt32> = []
  var totals = pool.lend(orMake: { SweepScratch(vertexCount: paths.vertexCount, unit: unit) }) { scratch in
    putOff = scratch.add(part, groups, of: paths, largestPlainCount: largestPlainCount, progress)
    return scratch.sweep.takeTotals()
  }
  if putOff.isEmpty || progress.isStopped { return totals }
  var single = StepDependencies(paths, largestPlainCount: largestPlainCount)
  for source in putOff {
    if progress.isStopped { break }
    single.add(source: Int(source))
    progress.add(1)
  }
  for vertex in 0..<totals.count { totals[vertex] += single.totals[vertex] }
  return totals
}

/// What the searches and sums of a part work in.
private struct SweepScratch: ~Copyable {
  private var levels: LaneLevels
  var sweep: LaneSweep

  init(vertexCount: Int, unit: VectorUnit) {
    levels = LaneLevels(vertexCount: vertexCount)
    sweep = LaneSweep(vertexCount: vertexCount, unit: unit)
  }

  /// Adds what the sources of some groups give; returns those that were put off.
  mutating func add(
    _ part: Range<Int>, _ groups: SourceGroups, of paths: PathGraph, largestPlainCount: Double,
    _ progress: SweepProgress
  ) -> ContiguousArray<UInt32> {
    var putOff: ContiguousArray<UInt32> = []
    var attempts = Attempts()
    paths.withPinned { pinned in
      for number in part {
        let group = groups.groups[number]
        let range = groups.ranges[number]
        if progress.isStopped { return }
        let isFound =
          attempts.isDue(in: range)
          && levels.search(from: groups.sources[group], range: range, of: paths)
        attempts.note(isFound)
        if !isFound {
          putOff += groups.sources[group]
          continue
        }
        for octet in 0..<(group.count + LaneSweep.width - 1) / LaneSweep.width {
          let first = group.lowerBound + octet * LaneSweep.width
          let sources = groups.sources[first..<min(first + LaneSweep.width, group.upperBound)]
          if progress.isStopped { return }
          if sweep.add(octet: octet, sources, levels, range: range, of: pinned, limit: largestPlainCount) {
            progress.add(sources.count)
          } else {
            putOff += sources
          }
        }
      }
    }
    return putOff
  }
}

/// Keeps from trying again and again what fails: after each failure in a range it waits twice as long.
private struct Attempts {
  private var range = 0..<0
  private var pause = 1
  private var wait = 0

  mutating func isDue(in range: Range<Int>) -> Bool {
    if range != self.range {
      self = Attempts()
      self.range = range
    }
    return wait == 0
  }

  mutating func note(_ hasSucceeded: Bool) {
    if wait > 0 {
      wait -= 1
    } else if hasSucceeded {
      pause = 1
    } else {
      wait = pause
      pause *= 2
    }
  }
}

/// How many sources are done, told to the caller from any thread.
private final class SweepProgress: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let execution: Execution
  private let wasStopped = Atomic<Bool>(false)

  init(of total: Int, _ execution: Execution) {
    self.total = total
    self.execution = execution
  }

  /// Whether the caller has asked to stop, now or before.
  var isStopped: Bool {
    if wasStopped.load(ordering: .relaxed) { return true }
    guard execution.isCancelled?() == true else { return false }
    wasStopped.store(true, ordering: .relaxed)
    return true
  }

  /// Tells the caller about each hundredth.
  func add(_ count: Int) {
    let before = done.wrappingAdd(count, ordering: .relaxed).oldValue
    if before * 100 / total < (before + count) * 100 / total {
      execution.onProgress?(Double(before + count) / Double(total))
    }
  }
}
