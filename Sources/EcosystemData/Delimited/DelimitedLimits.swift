import Foundation
/// How large the parts of a table may be.
package struct DelimitedLimits: Sendable {
  package var cellLength = 1 << 20
  package var recordLength = 64 << 20
  package var columns = 4_096
  /// Rows are numbered in 32 bits, and one number is kept for "none".
  package var rows = Int(UInt32.max) - 1
  /// Bytes that are scanned at a time: small enough to stay in the processor's cache.
  package var blockLength = Int(ProcessInfo.processInfo.environment["BLOCK"] ?? "512")! << 10
  package var blocksPerThread = Int(ProcessInfo.processInfo.environment["ROUND"] ?? "4")!

  package init() {}

  package static let standard = DelimitedLimits()
}
