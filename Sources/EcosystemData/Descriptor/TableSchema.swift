/// What a descriptor says about the columns of a table, after Table Schema.
struct TableSchema {
  struct Field {
    let name: String
    var type: FieldType = .any
    var format: String?
    var constraints = FieldConstraints()
    var trueValues: Set<String>?
    var falseValues: Set<String>?
    var line: Int?
  }

  struct ForeignKey {
    let fields: [String]
    /// Name of the resource referred to; nil for the same table.
    let resource: String?
    let referenceFields: [String]
    let line: Int
  }

  var fields: [Field] = []
  var missingValues: Set<String> = [""]
  var primaryKey: [String] = []
  var primaryKeyLine: Int?
  var uniqueKeys: [[String]] = []
  var foreignKeys: [ForeignKey] = []

  /// What the schema demands and nobody checks, for the reader to know.
  var unchecked: [String] {
    let free: Set<FieldType> = [.time, .datetime, .duration, .array, .object, .geopoint, .geojson]
    return fields.filter { free.contains($0.type) }.map {
      "the type \($0.type.rawValue) of `\(visible($0.name))`"
    }
      + foreignKeys.filter { $0.fields.count > 1 || $0.referenceFields != ["id"] }.map {
        "the foreign key of \($0.fields.map { "`\(visible($0))`" }.joined(separator: ", "))"
      }
  }
}

/// The types of Table Schema.
enum FieldType: String, CaseIterable {
  case string, number, integer, boolean, date, time, datetime, year, yearmonth, duration, list, array, object
  case geopoint, geojson, any
}

/// What Table Schema lets a descriptor demand of a field.
struct FieldConstraints {
  var isRequired = false
  var isUnique = false
  var allowed: [String]?
  var minimum: String?
  var maximum: String?
  var exclusiveMinimum: String?
  var exclusiveMaximum: String?
  var minimumLength: Int?
  var maximumLength: Int?
  var pattern: ValuePattern?
}
