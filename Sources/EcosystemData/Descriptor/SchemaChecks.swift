import Ecosystem

/// Checks a table against the schema that the descriptor gives it.
struct SchemaChecks {
  let plan: TablePlan
  let columns: TableColumns
  /// Columns that are checked for blanks already.
  let required: [String]
  /// The tables read before.
  let keys: [TableKind: ListedKeys]
  let log: ProblemLog

  private static let descriptor = DescriptorReader.fileName

  /// Adds a check for each demand of the schema, and reports fields that the table does not have.
  func add() {
    guard let schema = plan.schema else { return }
    var demanded = Set(required)
    for name in schema.primaryKey {
      if let place = known(name, schema.primaryKeyLine), demanded.insert(place.role).inserted {
        columns.add(RequiredCheck(place))
      }
    }
    for field in schema.fields {
      guard let place = known(field.name, field.line) else { continue }
      if field.constraints.isRequired, demanded.insert(place.role).inserted {
        columns.add(RequiredCheck(place))
      }
      // Keys of a table are unique anyway.
      if field.constraints.isUnique, place.role != "id" { columns.add(UniqueCheck([place])) }
      if let rule = FieldRule(field, role: place.role) { columns.add(ValueCheck(place) { rule.judge($0) }) }
    }
    for names in [schema.primaryKey] + schema.uniqueKeys {
      let places = names.compactMap { columns.find($0) }
      if !places.isEmpty, places.count == names.count, places.map(\.role) != ["id"] {
        columns.add(UniqueCheck(places))
      }
    }
    for key in schema.foreignKeys { add(key) }
    reportUndescribed(schema)
  }

  private func known(_ name: String, _ line: Int?) -> ColumnPlace? {
    if let place = columns.find(name) { return place }
    log.add(.unknownField) {
      Problem(
        .unknownField, file: Self.descriptor, line: line, value: name,
        message: "the field `\(visible(name))` is not in the header of \(plan.name)",
        suggestions: suggestions(for: name, among: columns.inOrder.map(\.name)))
    }
    return nil
  }

  private func reportUndescribed(_ schema: TableSchema) {
    guard !schema.fields.isEmpty else { return }
    let described = Set(schema.fields.map { normalizedColumnName($0.name) })
    for place in columns.inOrder where !described.contains(normalizedColumnName(place.name)) {
      log.add(.undescribedColumn) {
        Problem(
          .undescribedColumn, file: plan.name, line: 1, column: place.name,
          message: "the column is not described in \(Self.descriptor)")
      }
    }
  }

  /// Foreign keys that restate what the format says are checked by the format's own rules.
  private func add(_ key: TableSchema.ForeignKey) {
    for name in key.fields where known(name, key.line) == nil { return }
    guard key.fields.count == 1, let place = columns.find(key.fields[0]), key.referenceFields == ["id"],
      let resource = key.resource, let table = TableKind(rawValue: resource), let listed = keys[table],
      !["from", "to", "mission", "method", "source", "parent"].contains(place.role)
    else { return }
    columns.add(
      ValueCheck(place) { value in
        listed.index.find(value) == .unknown ? (.brokenReference, listed.unknownFinding(value)) : nil
      })
  }
}
