/// The forms in which a table is printed.
enum TableFormat: String, CaseIterable, Sendable {
  case table, csv, tsv, json, jsonl, markdown
}

/// Prints tables.
enum TableWriter {
  /// The tables in a form.
  ///
  /// `context` stands beside the rows of JSON: version, dataset, selection, options.
  /// Several tables share their columns; in the flat forms the first column tells them apart.
  static func text(_ tables: [Table], as format: TableFormat, context: [(String, JSONText)], width: Int?)
    -> String
  {
    switch format {
    case .table:
      return tables.map { aligned($0, width: width) }.joined(separator: "\n")
    case .markdown:
      return tables.map(markdown).joined(separator: "\n")
    case .csv, .tsv:
      guard let first = tables.first else { return "" }
      let separator = format == .csv ? "," : "\t"
      let lines = [first.columns] + tables.flatMap(\.rows).map { row in row.map(\.plain) }
      return lines.map { line in
        line.map { format == .csv ? quoted($0) : $0.withoutTabs }.joined(separator: separator) + "\n"
      }.joined()
    case .jsonl:
      return tables.flatMap { table in table.rows.map { object(table.columns, $0).compact + "\n" } }.joined()
    case .json:
      let rows = tables.flatMap { table in table.rows.map { object(table.columns, $0) } }
      return JSONText.object(context + [("rows", .array(rows))]).pretty
    }
  }

  private static func object(_ columns: [String], _ row: [Table.Cell]) -> JSONText {
    .object(zip(columns, row).map { ($0, $1.json) })
  }

  /// A field of CSV, quoted where RFC 4180 asks for it.
  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return field
    }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func markdown(_ table: Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    func escaped(_ text: String) -> String {
      var result = ""
      for character in text {
        switch character {
        case "|", "\\", "`", "*", "_", "[", "]", "<", ">": result += "\\\(character)"
        default: result.append(character)
        }
      }
      return result
    }
    var text = table.heading.map { "**\(escaped($0))**\n\n" } ?? ""
    text += line(table.columns.map(escaped))
    text += line(numericColumns(of: table).map { $0 ? "--:" : "---" })
    for row in table.rows { text += line(row.map { escaped($0.shown) }) }
    return text
  }

  /// Which columns hold numbers; looked up once for a table, since it may walk all rows.
  private static func numericColumns(of table: Table) -> [Bool] {
    table.columns.indices.map { column in table.rows.contains { $0[column].isNumeric } }
  }

  /// Columns side by side, numbers to the right, as narrow as the terminal asks.
  private static func aligned(_ table: Table, width: Int?) -> String {
    let shown = table.rows.map { $0.map(\.shown) }
    let isNumeric = numericColumns(of: table)
    let (widths, gap) = fittedWidths(table.columns, shown, isNumeric, to: width)
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let fitted = cell.fitted(to: widths[column])
        let padding = String(repeating: " ", count: max(0, widths[column] - fitted.displayWidth))
        if column > 0 { text += gap }
        if isNumeric[column] {
          text += padding + fitted
        } else {
          text += fitted + (column == cells.count - 1 ? "" : padding)
        }
      }
      return text + "\n"
    }
    var text = table.heading.map { $0.printable + "\n" } ?? ""
    text += line(table.columns)
    text += line(widths.map { String(repeating: "-", count: $0) })
    for row in shown { text += line(row) }
    return text
  }

  /// Widths of the columns, and the space between them.
  ///
  /// Where the table is too wide, the widest text gives way first, then the space between columns, then
  /// headings over narrower numbers. Numbers are never cut.
  private static func fittedWidths(
    _ names: [String], _ shown: [[String]], _ isNumeric: [Bool], to width: Int?
  ) -> (widths: [Int], gap: String) {
    let columns = names.indices
    let contents = columns.map { column in shown.map { $0[column].displayWidth }.max() ?? 0 }
    var widths = columns.map { max(contents[$0], names[$0].displayWidth) }
    var gap = 2
    guard let width else { return (widths, "  ") }
    let least = columns.map { isNumeric[$0] ? max(contents[$0], 4) : min(contents[$0], 12) }
    func isTooWide() -> Bool { widths.reduce(gap * max(0, columns.count - 1), +) > width }
    func shrink(_ candidates: [Int]) {
      while isTooWide(),
        let widest = candidates.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
    shrink(columns.filter { !isNumeric[$0] })
    if isTooWide() { gap = 1 }
    shrink(Array(columns))
    return (widths, String(repeating: " ", count: gap))
  }
}

extension String {
  /// Columns that the text takes on a terminal, wide East Asian characters counting two.
  var displayWidth: Int {
    unicodeScalars.reduce(0) { width, scalar in
      if scalar.properties.isGraphemeExtend || scalar.value == 0x200D { return width }
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || (0x1F300...0x1FAFF).contains(scalar.value)
      return width + (isWide ? 2 : 1)
    }
  }

  fileprivate func fitted(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var text = ""
    var used = 0
    for character in self {
      let next = String(character).displayWidth
      if used + next > width - 1 { break }
      text.append(character)
      used += next
    }
    return text + "…"
  }

  fileprivate var withoutTabs: String {
    String(map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
