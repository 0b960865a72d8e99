// stream-triad [MILLIONS]: the memory bandwidth of this machine, as J. D. McCalpin's STREAM counts it.
//
// Three arrays of MILLIONS · 10^6 doubles (64 by default: far beyond the caches) are read, read and written ten
// times; the best time counts. Bytes are 24 an element: what the program moves, without the line that a
// processor may read before it writes to it. Prints one line of JSON for each number of threads.

import CTriad
import Dispatch
import Foundation

let count = (CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 64) * 1_000_000
let arrays = (0..<3).map { _ in UnsafeMutableBufferPointer<Double>.allocate(capacity: count) }
let clock = ContinuousClock()

/// Runs the triad on some threads, each on a stretch of its own, and returns the seconds it took.
@MainActor func seconds(threads: Int) -> Double {
  nonisolated(unsafe) let (result, left, right) = (arrays[0], arrays[1], arrays[2])
  let count = count
  let start = clock.now
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    let stretch = count * thread / threads..<count * (thread + 1) / threads
    guard let result = result.baseAddress, let left = left.baseAddress, let right = right.baseAddress else {
      return
    }
    ecograph_triad(
      result + stretch.lowerBound, left + stretch.lowerBound, right + stretch.lowerBound, 3, stretch.count)
  }
  return (clock.now - start) / .seconds(1)
}

for (value, array) in arrays.enumerated() { array.initialize(repeating: Double(value)) }
let cores = ProcessInfo.processInfo.activeProcessorCount
for threads in Set([1, cores]).sorted() {
  let best = (0..<10).map { _ in seconds(threads: threads) }.min() ?? .infinity
  let bandwidth = Double(24 * count) / best
  print(#"{"threads":\#(threads),"elements":\#(count),"seconds":\#(best),"bytesPerSecond":\#(bandwidth)}"#)
}
