/// Where the text of a cell stands in a block of bytes.
struct Cell {
  var start: UInt32
  /// Length in the low 24 bits, marks above.
  private var marked: UInt32

  init(start: Int, count: Int, marks: UInt32 = 0) {
    self.start = UInt32(truncatingIfNeeded: start)
    marked = UInt32(truncatingIfNeeded: count) | marks
  }

  /// Quotation marks inside it are doubled and not yet undone.
  static let doubledQuotes: UInt32 = 1 << 31
  /// Quotation marks stand inside it though it does not begin with one.
  static let strayQuotes: UInt32 = 1 << 30

  var count: Int { Int(marked & 0x00FF_FFFF) }
  var isBlank: Bool { marked & 0x00FF_FFFF == 0 }
  var range: Range<Int> { Int(start)..<Int(start) + count }

  var hasMarks: Bool { marked & 0xFF00_0000 != 0 }
  func has(_ mark: UInt32) -> Bool { marked & mark != 0 }
}

/// Some thousand records of a table: bytes, and for each record its cells, all records having the same number.
struct RecordBatch {
  var bytes: ContiguousArray<UInt8> = []
  /// Row after row.
  var cells: ContiguousArray<Cell> = []
  /// Lines between the beginning of the batch and each record.
  var lines: ContiguousArray<UInt32> = []
  /// The physical line on which the batch begins.
  var firstLine = 1
  var columnCount = 0
  var rowCount = 0
  /// Whether it is known that no cell is blank.
  var isFilled = false
  /// About how many rows the table has, judged by its first batch; 0 where its size is unknown.
  var expectedRows = 0

  func cell(row: Int, column: Int) -> Cell { cells[row * columnCount + column] }

  /// The physical line on which a record begins.
  func line(of row: Int) -> Int { firstLine + Int(lines[row]) }

  /// The text of a cell; its bytes are known to be UTF-8.
  func text(row: Int, column: Int) -> String { text(of: cell(row: row, column: column)) }

  func text(of cell: Cell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }
}
