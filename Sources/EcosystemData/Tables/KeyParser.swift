import Ecosystem

/// The column whose values name the rows of a table.
final class KeyParser: ColumnParser {
  let place: ColumnPlace
  private(set) var interner = ByteInterner()
  /// Code of each row that is kept.
  private(set) var codes: ContiguousArray<UInt32> = []
  /// Line on which each code was met first.
  private var firstLines: ContiguousArray<UInt32> = []

  init(_ place: ColumnPlace) { self.place = place }

  var phase: ParsingPhase { .checking }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      guard !cell.isBlank else {
        // A blank key is reported where the column is required; elsewhere rows may go without.
        codes.append(ByteInterner.none)
        continue
      }
      let code = interner.intern(bytes, start: Int(cell.start), length: cell.count)
      if Int(code) == firstLines.count {
        firstLines.append(UInt32(clamping: batch.line(of: row)))
      } else {
        let first = firstLines[Int(code)]
        judge.report(.duplicateID, batch, row: row, place) {
          Finding(
            message: "`\(visible($0))` is the id of line \(first) already",
            remedy: "give each row an id of its own")
        }
      }
      codes.append(code)
    }
  }

  func drop(_ judge: RowJudge) { codes.dropRejected(judge) }

  /// The ids of the rows that are kept.
  func ids() -> [String] { codes.map { $0 == ByteInterner.none ? "" : interner.text($0) } }

  /// The column, for tables in which the key may be blank.
  func column() -> TextColumn {
    var rank = ContiguousArray(repeating: TextColumn.none, count: interner.count)
    var values: [String] = []
    for code in codes where code != ByteInterner.none {
      rank[Int(code)] = UInt32(truncatingIfNeeded: values.count)
      values.append(interner.text(code))
    }
    return TextColumn(
      codes: ContiguousArray(codes.map { $0 == ByteInterner.none ? TextColumn.none : rank[Int($0)] }),
      values: values)
  }

  /// How other tables look up the rows.
  func index() -> KeyIndex {
    var rows = ContiguousArray(repeating: ByteInterner.none, count: interner.count)
    for (row, code) in codes.enumerated() where code != ByteInterner.none {
      rows[Int(code)] = UInt32(truncatingIfNeeded: row)
    }
    return KeyIndex(interner: interner, rows: rows, firstLines: firstLines)
  }
}

/// Finds the rows of a table by their ids.
struct KeyIndex {
  enum Answer: Equatable {
    case row(UInt32)
    /// The table has such a row, but it was left out because of an error.
    case leftOut(line: Int)
    case unknown
  }

  private let interner: ByteInterner
  /// Row of each code.
  private let rows: ContiguousArray<UInt32>
  private let firstLines: ContiguousArray<UInt32>

  fileprivate init(
    interner: ByteInterner, rows: ContiguousArray<UInt32>, firstLines: ContiguousArray<UInt32>
  ) {
    self.interner = interner
    self.rows = rows
    self.firstLines = firstLines
  }

  func find(_ bytes: Span<UInt8>, _ cell: Cell) -> Answer {
    answer(interner.find(bytes, start: Int(cell.start), length: cell.count))
  }

  func find(_ id: String) -> Answer { answer(interner.find(id)) }

  private func answer(_ code: UInt32?) -> Answer {
    guard let code else { return .unknown }
    let row = rows[Int(code)]
    return row == ByteInterner.none ? .leftOut(line: Int(firstLines[Int(code)])) : .row(row)
  }
}
