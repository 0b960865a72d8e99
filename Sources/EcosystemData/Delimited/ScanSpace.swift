/// The memory in which a worker has a block: its bytes, and what is found in them.
///
/// It goes from block to block where nobody will ask for the bytes or the cells of a block again, and so stays in the
/// caches of the worker's core; otherwise the block keeps it.
final class ScanSpace: @unchecked Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  private var cells: ContiguousArray<Cell> = []
  private var lines: ContiguousArray<UInt32> = []
  private var marks = ByteMarks()

  /// Gives what it has for what a block has.
  func swap(_ batch: inout RecordBatch, _ blockMarks: inout ByteMarks) {
    Swift.swap(&bytes, &batch.bytes)
    Swift.swap(&cells, &batch.cells)
    Swift.swap(&lines, &batch.lines)
    Swift.swap(&marks, &blockMarks)
  }
}
