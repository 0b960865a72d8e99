/// How large the parts of a table may be.
package struct DelimitedLimits: Sendable {
  package var cellLength = 1 << 20
  package var recordLength = 64 << 20
  package var columns = 4_096
  /// Rows are numbered in 32 bits, and one number is kept for "none".
  package var rows = Int(UInt32.max) - 1
  /// Bytes that are scanned at a time: few enough for the processor's caches, and many enough that each of the
  /// shards to which their texts are dealt out gets some dozens of them.
  package var blockLength = 512 << 10
  /// Texts that are numbered at a time.
  ///
  /// With more of them the tables of all texts are gone through less often, with fewer of them less memory is
  /// needed: 24 bytes a text.
  package var textsInRound = 1 << 20

  package init() {}

  package static let standard = DelimitedLimits()
}
