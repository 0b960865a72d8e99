/// What can be wrong with the shape of a table.
extension ProblemLog {
  /// Reports a problem after which the table cannot be read on.
  func fail(
    _ code: ProblemCode, _ file: String, line: Int?, _ message: String, _ remedy: String
  ) throws(TableFailure) -> Never {
    add(code) { Problem(code, file: file, line: line, message: message, remedy: remedy) }
    throw .reported
  }

  /// Gives up because a source has no more bytes; where its content is at fault, that is reported.
  func fail(_ failure: DatasetReadingError, _ file: String, line: Int) throws(TableFailure) -> Never {
    guard failure.kind == .invalid else { throw .inputOutput(failure) }
    add(.damagedArchive) { Problem(.damagedArchive, file: file, line: line, message: failure.message) }
    throw .reported
  }

  /// Reports bytes that are no text.
  func fail(
    _ fault: TextCheck.Fault, _ file: String, line: Int, offset: Int, byte: UInt8
  ) throws(TableFailure) -> Never {
    switch fault {
    case .zeroByte:
      try fail(
        .binaryContent, file, line: line, "the file holds a zero byte at offset \(offset)",
        "it is no text; export the table as CSV (UTF-8)")
    case .notUTF8:
      let digits = String(byte, radix: 16, uppercase: true)
      try fail(
        .unreadableEncoding, file, line: line, "the byte \(digits) at offset \(offset) is not UTF-8",
        "save the file as UTF-8")
    }
  }

  /// Reports a record that ends the reading.
  func fail(
    _ stop: RecordScanner.Stop, _ file: String, _ limits: DelimitedLimits
  ) throws(TableFailure) -> Never {
    switch stop {
    case .unterminatedQuote(let line):
      try fail(
        .unterminatedQuote, file, line: line,
        "the quotation mark that opens a cell on this line is never closed",
        "close it, or double it where it belongs to the text")
    case .cellTooLong(let line):
      try fail(
        .tooLong, file, line: line,
        "a cell that begins on this line is longer than \(limits.cellLength >> 10) KiB",
        "look for a quotation mark that is not closed where it should be")
    case .recordTooLong(let line):
      try fail(
        .tooLong, file, line: line, "the row is longer than \(limits.recordLength >> 20) MiB",
        "look for a quotation mark that is never closed")
    case .needsMore, .full, .ragged, .malformedQuoting: throw .reported
    }
  }

  /// Reports a cell that holds quotation marks but does not begin with one.
  func addStrayQuote(_ file: String, line: Int, column: String?, _ text: String) {
    add(.strayQuote) {
      Problem(
        .strayQuote, file: file, line: line, column: column, value: text,
        message: "`\(visible(text))` holds quotation marks but does not begin with one",
        remedy: "they were taken as text; a quoted cell begins and ends with a mark")
    }
  }

  /// Reports a row that is skipped because of its number of cells.
  func addRagged(_ file: String, line: Int, found: Int, expected: Int, _ separator: Separator) {
    add(.raggedRow) {
      Problem(
        .raggedRow, file: file, line: line,
        message: "the row has \(found) \(found == 1 ? "cell" : "cells"), the header \(expected)",
        remedy: found > expected
          ? "put text that holds the separator `\(visible(String(separator.character)))` in quotation marks"
          : "write a separator for each blank cell")
    }
  }

  /// Reports a row that is skipped because text follows a closing quotation mark.
  func addMalformedQuoting(_ file: String, line: Int, column: String?) {
    add(.malformedQuoting) {
      Problem(
        .malformedQuoting, file: file, line: line, column: column,
        message: "text follows the closing quotation mark",
        remedy: "double the quotation marks inside the cell")
    }
  }
}

extension RecordScanner.Stop {
  /// The same, its line counted from another place.
  func moved(by lines: Int) -> RecordScanner.Stop {
    switch self {
    case .needsMore, .full: self
    case .ragged(let line, let found): .ragged(line: line + lines, found: found)
    case .malformedQuoting(let line, let column): .malformedQuoting(line: line + lines, column: column)
    case .unterminatedQuote(let line): .unterminatedQuote(line: line + lines)
    case .cellTooLong(let line): .cellTooLong(line: line + lines)
    case .recordTooLong(let line): .recordTooLong(line: line + lines)
    }
  }
}
