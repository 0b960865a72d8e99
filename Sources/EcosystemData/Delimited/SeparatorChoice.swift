/// How the separator of a table is found.
enum SeparatorChoice {
  /// Stated by the descriptor.
  case stated(Separator)
  /// From the first line: the separator that makes of it a header with the names looked for, else the one
  /// that cuts it into most cells.
  case detected(names: Set<String>, preferred: Separator)

  func choose(_ block: [UInt8]) -> Separator {
    switch self {
    case .stated(let separator): return separator
    case .detected(let names, let preferred):
      let order = [preferred] + Separator.allCases.filter { $0 != preferred }
      var best = preferred
      var bestScore = (known: 0, cells: 1)
      for separator in order {
        let cells = Self.firstLine(of: block, cutAt: separator.byte)
        let score = (
          known: cells.filter { names.contains(normalizedColumnName($0)) }.count, cells: cells.count
        )
        if score > bestScore {
          best = separator
          bestScore = score
        }
      }
      return best
    }
  }

  /// The cells of the first line that is not blank, cut simply: quotation marks hide separators.
  private static func firstLine(of block: [UInt8], cutAt separator: UInt8) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in block.prefix(1 << 16) {
      if byte == quote {
        isQuoted.toggle()
      } else if isQuoted {
        cell.append(byte)
      } else if byte == separator {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == lineFeed || byte == carriageReturn {
        if !cell.isEmpty || !cells.isEmpty { break }
      } else {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}

/// The name of a column as it is compared: without spaces around it, in lower case.
func normalizedColumnName(_ name: String) -> String { trimmedName(name).lowercased() }

func trimmedName(_ name: String) -> String {
  let isSpace: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  guard let first = name.firstIndex(where: { !isSpace($0) }),
    let last = name.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(name[first...last])
}
