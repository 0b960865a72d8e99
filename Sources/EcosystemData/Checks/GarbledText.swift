import Ecosystem

extension DatasetChecks {
  /// Reports texts with characters that a wrong conversion leaves behind.
  func reportGarbledText() {
    let actors = dataset.actors
    for (index, name) in actors.names.enumerated() where isGarbled(name) {
      reportGarbled(name, actorsFile, actors.line(of: index), "name")
    }
    if actors.names.isEmpty {
      for id in actors.ids where isGarbled(id) { reportGarbled(id, actorsFile, nil, nil) }
    }
    for (name, column) in [("aliases", actors.aliases)] + actors.attributes.map({ ($0.name, $0.values) }) {
      report(column, actorsFile, name, lines: actors.lines)
    }
    let ties = dataset.ties
    let texts = [("relation", ties.relations), ("locator", ties.locators), ("quote", ties.quotes)]
    for (name, column) in texts + ties.attributes.map({ ($0.name, $0.values) }) {
      report(column, tiesFile, name, lines: ties.lines)
    }
  }

  /// Each distinct value is looked at once; the rows only where one is garbled.
  private func report(_ column: TextColumn, _ file: String, _ name: String, lines: LineNumbers) {
    let garbled = Set(column.values.indices.filter { isGarbled(column.values[$0]) })
    guard !garbled.isEmpty else { return }
    for row in column.codes.indices {
      if let code = column.code(ofRow: row), garbled.contains(code) {
        reportGarbled(column.values[code], file, lines[row], name)
      }
    }
  }

  private func reportGarbled(_ text: String, _ file: String, _ line: Int?, _ column: String?) {
    log.add(.garbledText) {
      Problem(
        .garbledText, file: file, line: line, column: column, value: text,
        message: "`\(visible(text))` holds what a wrong conversion leaves behind")
    }
  }
}

/// Whether a text holds a replacement character, a control character other than line breaks and tabs, or a
/// written-out escape such as `<U+00A0>`.
func isGarbled(_ text: String) -> Bool {
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: continue
    case 0..<0x20, 0x7F..<0xA0, 0xFFFD: return true
    default: continue
    }
  }
  guard text.utf8.contains(0x3C), let start = text.range(ofASCII: "<U+") else { return false }
  let digits = text.utf8[start...].prefix { $0 != 0x3E }
  return (4...6).contains(digits.count) && text.utf8[start...].dropFirst(digits.count).first == 0x3E
    && digits.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
}

extension String {
  /// Where a text of ASCII characters ends within this one, the first time.
  fileprivate func range(ofASCII wanted: StaticString) -> String.Index? {
    let needle = Array("\(wanted)".utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: needle) { return utf8.index(index, offsetBy: needle.count) }
      index = utf8.index(after: index)
    }
    return nil
  }
}
