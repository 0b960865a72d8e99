import Ecosystem

/// A column of dates known to the year, the month or the day.
final class DateParser: ColumnParser {
  let place: ColumnPlace?
  private var dates: ContiguousArray<PartialDate?> = []
  private var hasDates = false

  init(_ place: ColumnPlace?) { self.place = place }

  var phase: ParsingPhase { .checking }
  var isIdle: Bool { place == nil }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place else { return }
    let bytes = batch.bytes.span
    for row in 0..<batch.rowCount {
      let cell = batch.cell(row: row, column: place.index)
      guard !cell.isBlank else {
        dates.append(nil)
        continue
      }
      let date = parsedDate(bytes, cell.range)
      dates.append(date)
      if let date {
        hasDates = true
        if !date.meansNoEnd, !(1600...2100).contains(date.year) {
          judge.report(.implausibleDate, batch, row: row, place) {
            Finding(
              message: "`\(visible($0))` is outside 1600 to 2100",
              remedy: "leave the cell blank, or write 9999-12-31, where there is no end")
          }
        }
      } else {
        judge.report(.badDate, batch, row: row, place) {
          Finding(
            message: "`\(visible($0))` is not a date",
            remedy: dateHint($0) ?? "write 2021, 2021-06 or 2021-06-30")
        }
      }
    }
  }

  func drop(_ judge: RowJudge) {
    if place != nil { dates.dropRejected(judge) }
  }

  /// The date of a row of the current batch, counted from its end.
  func date(fromEnd distance: Int) -> PartialDate? { place == nil ? nil : dates[dates.count - distance] }

  /// The dates by row; empty where there are none.
  func column() -> [PartialDate?] { hasDates ? Array(dates) : [] }
}

/// Checks that nothing ends before it starts.
final class SpanCheck: ColumnParser {
  private let starts: DateParser
  private let ends: DateParser

  init(_ starts: DateParser, _ ends: DateParser) {
    self.starts = starts
    self.ends = ends
  }

  /// After both columns have been read, before rows are dropped.
  var phase: ParsingPhase { .storing }
  var isIdle: Bool { starts.place == nil || ends.place == nil }

  func read(_ batch: RecordBatch, _ judge: RowJudge) {
    guard let place = ends.place, starts.place != nil else { return }
    for row in 0..<batch.rowCount where !judge.isRejected(row) {
      let distance = batch.rowCount - row
      guard let start = starts.date(fromEnd: distance), let end = ends.date(fromEnd: distance),
        end.lastDay < start.firstDay
      else { continue }
      judge.report(.endBeforeStart, batch, row: row, place) {
        Finding(message: "`\(visible($0))` is before the start, \(start)")
      }
    }
  }
}

/// Reads `2021`, `2021-06` or `2021-06-30`.
func parsedDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> PartialDate? {
  func number(_ start: Int, _ count: Int) -> Int? {
    var value = 0
    for i in start..<start + count {
      let byte = bytes[range.lowerBound + i]
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
  func isDash(_ i: Int) -> Bool { bytes[range.lowerBound + i] == 0x2D }
  guard [4, 7, 10].contains(range.count), let year = number(0, 4) else { return nil }
  if range.count == 4 { return PartialDate(year: year) }
  guard isDash(4), let month = number(5, 2) else { return nil }
  if range.count == 7 { return PartialDate(year: year, month: month) }
  guard isDash(7), let day = number(8, 2) else { return nil }
  return PartialDate(year: year, month: month, day: day)
}

/// What to do about a text that is meant as a date.
private func dateHint(_ text: String) -> String? {
  let parts = text.split { "./-".contains($0) }.map { String($0) }
  guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }) else {
    return text.contains("T") && text.count > 10
      ? "leave out the time of day: `\(visible(String(text.prefix(10))))`" : nil
  }
  if parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) {
    return PartialDate(year: year, month: month, day: day).map { "write `\($0)`" } ?? "there is no such day"
  }
  if parts[2].count == 4 { return "write the year first: `\(parts[2])-MM-DD`" }
  return nil
}
