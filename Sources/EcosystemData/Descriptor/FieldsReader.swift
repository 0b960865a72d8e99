import Ecosystem

/// Reads the `schema` of a resource.
struct FieldsReader {
  let file: String
  let table: String
  let log: ProblemLog

  func schema(_ value: JSONValue) -> TableSchema? {
    guard value.object != nil else {
      report(value, "the `schema` of `\(table)` is \(value.kind), not an object")
      return nil
    }
    var schema = TableSchema()
    if let fields = value["fields"] {
      guard let list = fields.array else {
        report(fields, "`fields` of `\(table)` is \(fields.kind), not a list")
        return nil
      }
      schema.fields = list.compactMap { field($0) }
    }
    if let missing = value["missingValues"] {
      // Version 2 also allows objects with a value and a label.
      let texts = missing.array?.map { $0.string ?? $0["value"]?.string }
      if let texts, !texts.contains(nil) {
        schema.missingValues = Set(texts.compactMap { $0 })
      } else {
        report(missing, "`missingValues` of `\(table)` is not a list of texts")
      }
    }
    if let key = value["primaryKey"] {
      schema.primaryKey = names(key, "primaryKey")
      schema.primaryKeyLine = key.line
    }
    if let keys = value["uniqueKeys"] {
      schema.uniqueKeys = (keys.array ?? []).map { names($0, "uniqueKeys") }
    }
    if let keys = value["foreignKeys"] {
      if let list = keys.array {
        schema.foreignKeys = list.compactMap { foreignKey($0) }
      } else {
        report(keys, "`foreignKeys` of `\(table)` is \(keys.kind), not a list")
      }
    }
    return schema
  }

  private func field(_ value: JSONValue) -> TableSchema.Field? {
    guard value.object != nil, let name = value["name"]?.string, !name.isEmpty else {
      report(value, "a field of `\(table)` has no `name`")
      return nil
    }
    var field = TableSchema.Field(name: name, line: value.line)
    if let type = value["type"] {
      if let known = type.string.flatMap({ FieldType(rawValue: $0) }) {
        field.type = known
      } else {
        let word = type.string ?? type.kind
        log.add(.unknownFieldType) {
          Problem(
            .unknownFieldType, file: file, line: type.line, value: word,
            message: "the field `\(visible(name))` of `\(table)` has the unknown type `\(visible(word))`",
            suggestions: suggestions(for: word, among: FieldType.allCases.map(\.rawValue)))
        }
      }
    }
    field.format = value["format"]?.string
    field.trueValues = words(value["trueValues"])
    field.falseValues = words(value["falseValues"])
    if let constraints = value["constraints"] { field.constraints = self.constraints(constraints, name) }
    if let categories = value["categories"] {
      let words = categories.array?.map { $0.cellText ?? $0["value"]?.cellText }
      if let words, !words.contains(nil), !words.isEmpty {
        field.constraints.allowed = field.constraints.allowed ?? words.compactMap { $0 }
      } else {
        report(categories, "`categories` of the field `\(visible(name))` is not a list of values")
      }
    }
    return field
  }

  private func constraints(_ value: JSONValue, _ name: String) -> FieldConstraints {
    var constraints = FieldConstraints()
    guard let entries = value.object else {
      report(value, "`constraints` of the field `\(visible(name))` is \(value.kind), not an object")
      return constraints
    }
    for (key, entry) in entries {
      var isGood = true
      switch key {
      case "required":
        constraints.isRequired = entry.boolean ?? false
        isGood = entry.boolean != nil
      case "unique":
        constraints.isUnique = entry.boolean ?? false
        isGood = entry.boolean != nil
      case "enum":
        let words = entry.array?.map(\.cellText)
        isGood = words.map { !$0.contains(nil) && !$0.isEmpty } ?? false
        if isGood { constraints.allowed = words?.compactMap { $0 } }
      case "minimum":
        constraints.minimum = entry.cellText
        isGood = entry.cellText != nil
      case "maximum":
        constraints.maximum = entry.cellText
        isGood = entry.cellText != nil
      case "exclusiveMinimum":
        constraints.exclusiveMinimum = entry.cellText
        isGood = entry.cellText != nil
      case "exclusiveMaximum":
        constraints.exclusiveMaximum = entry.cellText
        isGood = entry.cellText != nil
      case "minLength":
        constraints.minimumLength = entry.number.flatMap { Int(exactly: $0) }
        isGood = constraints.minimumLength != nil
      case "maxLength":
        constraints.maximumLength = entry.number.flatMap { Int(exactly: $0) }
        isGood = constraints.maximumLength != nil
      case "pattern":
        constraints.pattern = entry.string.flatMap { ValuePattern($0) }
        isGood = constraints.pattern != nil
      default:
        let known = [
          "required", "unique", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
          "minLength",
          "maxLength", "pattern",
        ]
        report(
          entry, "the field `\(visible(name))` has the unknown constraint `\(visible(key))`",
          suggestions(for: key, among: known))
      }
      if !isGood {
        report(entry, "the constraint `\(key)` of the field `\(visible(name))` has no valid value")
      }
    }
    return constraints
  }

  private func foreignKey(_ value: JSONValue) -> TableSchema.ForeignKey? {
    guard let fields = value["fields"], let reference = value["reference"], let targets = reference["fields"]
    else {
      report(value, "a foreign key of `\(table)` lacks `fields` or `reference`")
      return nil
    }
    let resource = reference["resource"]?.string
    let key = TableSchema.ForeignKey(
      fields: names(fields, "foreignKeys"), resource: resource == "" || resource == table ? nil : resource,
      referenceFields: names(targets, "reference"), line: value.line)
    guard key.fields.count == key.referenceFields.count, !key.fields.isEmpty else {
      report(
        value, "a foreign key of `\(table)` has \(key.fields.count) fields for \(key.referenceFields.count)")
      return nil
    }
    return key
  }

  private func names(_ value: JSONValue, _ entry: String) -> [String] {
    if let name = value.string { return [name] }
    guard let names = value.array?.map(\.string), !names.contains(nil) else {
      report(value, "`\(entry)` of `\(table)` is not a list of field names")
      return []
    }
    return names.compactMap { $0 }
  }

  private func words(_ value: JSONValue?) -> Set<String>? {
    value?.array.map { Set($0.compactMap(\.string)) }
  }

  private func report(_ value: JSONValue, _ message: String, _ suggestions: [String] = []) {
    log.add(.badDescriptorEntry) {
      Problem(.badDescriptorEntry, file: file, line: value.line, message: message, suggestions: suggestions)
    }
  }
}
