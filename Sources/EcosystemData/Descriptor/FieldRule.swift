import Ecosystem

/// What a descriptor demands of the single values of a field.
struct FieldRule {
  private let field: TableSchema.Field
  private let checksType: Bool
  private let allowed: Set<String>?

  /// The rule of a field; nil where it allows everything.
  ///
  /// - Parameter role: What the format calls the column. Columns of the format have types of their own; a
  ///   date, for instance, may be a year.
  init?(_ field: TableSchema.Field, role: String) {
    let ownType: Set<String> = ["start", "end", "directed"]
    let limits = field.constraints
    let isFree: Set<FieldType> = [
      .string, .any, .list, .array, .object, .time, .datetime, .duration, .geopoint, .geojson,
    ]
    checksType = !ownType.contains(role) && !isFree.contains(field.type)
    allowed = limits.allowed.map { Set($0) }
    self.field = field
    let hasBounds =
      limits.minimum != nil || limits.maximum != nil || limits.exclusiveMinimum != nil
      || limits.exclusiveMaximum != nil || limits.minimumLength != nil || limits.maximumLength != nil
    guard checksType || allowed != nil || limits.pattern != nil || hasBounds else { return nil }
  }

  func judge(_ value: String) -> (code: ProblemCode, finding: Finding)? {
    if checksType, let finding = typeFinding(value) { return finding }
    if let allowed {
      let items = field.type == .list ? value.split(separator: ";").map { trimmedName(String($0)) } : [value]
      if let item = items.first(where: { !allowed.contains($0) }) {
        let listed = field.constraints.allowed ?? []
        return (
          .unlistedValue,
          Finding(
            message: "`\(visible(item))` is not among the values listed in the descriptor",
            remedy: listed.count <= 8
              ? "expected " + listed.map { "`\(visible($0))`" }.joined(separator: ", ") : nil,
            suggestions: suggestions(for: item, among: listed))
        )
      }
    }
    if let pattern = field.constraints.pattern, !pattern.matches(value) {
      return (
        .patternMismatch,
        Finding(message: "`\(visible(value))` does not match the pattern `\(visible(pattern.text))`")
      )
    }
    return lengthFinding(value) ?? boundsFinding(value)
  }

  private func typeFinding(_ value: String) -> (code: ProblemCode, finding: Finding)? {
    func bad(_ code: ProblemCode, _ kind: String, _ remedy: String?) -> (code: ProblemCode, finding: Finding)
    {
      (code, Finding(message: "`\(visible(value))` is not \(kind)", remedy: remedy))
    }
    switch field.type {
    case .integer:
      let digits = value.hasPrefix("-") || value.hasPrefix("+") ? value.dropFirst() : value[...]
      let isInteger = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isInteger ? nil : bad(.badNumber, "an integer", "such as 12")
    case .number:
      return number(value) == nil ? bad(.badNumber, "a number", numberHint(value) ?? "such as 0.5") : nil
    case .boolean:
      let isKnown =
        field.trueValues == nil && field.falseValues == nil
        ? parsedBoolean(value) != nil
        : (field.trueValues ?? ["true"]).union(field.falseValues ?? ["false"]).contains(value)
      return isKnown ? nil : bad(.badBoolean, "true or false", nil)
    case .date:
      // Any other format than the default is the dataset's own; it is not checked.
      guard field.format == nil || field.format == "default" else { return nil }
      return PartialDate(value)?.day == nil ? bad(.badDate, "a day", "such as 2021-06-30") : nil
    case .year:
      return PartialDate(value).map { $0.month == nil } == true
        ? nil : bad(.badDate, "a year", "such as 2021")
    case .yearmonth:
      let isMonth = PartialDate(value).map { $0.month != nil && $0.day == nil } ?? false
      return isMonth ? nil : bad(.badDate, "a month", "such as 2021-06")
    default: return nil
    }
  }

  private func lengthFinding(_ value: String) -> (code: ProblemCode, finding: Finding)? {
    let length = value.unicodeScalars.count
    if let least = field.constraints.minimumLength, length < least {
      return (
        .outOfBounds,
        Finding(message: "`\(visible(value))` has \(length) characters, fewer than `minLength` \(least)")
      )
    }
    if let most = field.constraints.maximumLength, length > most {
      return (
        .outOfBounds,
        Finding(message: "`\(visible(value))` has \(length) characters, more than `maxLength` \(most)")
      )
    }
    return nil
  }

  private func boundsFinding(_ value: String) -> (code: ProblemCode, finding: Finding)? {
    let limits = field.constraints
    let bounds: [(bound: String?, name: String, isBroken: (Int) -> Bool)] = [
      (limits.minimum, "minimum", { $0 < 0 }), (limits.maximum, "maximum", { $0 > 0 }),
      (limits.exclusiveMinimum, "exclusiveMinimum", { $0 <= 0 }),
      (limits.exclusiveMaximum, "exclusiveMaximum", { $0 >= 0 }),
    ]
    for (bound, name, isBroken) in bounds {
      guard let bound, let order = order(value, bound), isBroken(order) else { continue }
      return (
        .outOfBounds, Finding(message: "`\(visible(value))` is beyond the `\(name)` \(visible(bound))")
      )
    }
    return nil
  }

  /// Below, at or above 0 as a value is below, at or above a bound; nil where the two do not compare.
  private func order(_ value: String, _ bound: String) -> Int? {
    if let a = number(value), let b = number(bound) { return a < b ? -1 : a > b ? 1 : 0 }
    if let a = PartialDate(value), let b = PartialDate(bound) {
      return a.lastDay < b.firstDay ? -1 : a.firstDay > b.lastDay ? 1 : 0
    }
    return nil
  }

  private func number(_ text: String) -> Double? {
    let bytes = ContiguousArray(text.utf8)
    return parsedNumber(bytes.span, 0..<bytes.count)
  }
}
