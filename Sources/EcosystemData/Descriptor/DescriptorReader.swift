import Ecosystem

/// Reads `datapackage.json` into a plan of which files to read and how.
struct DescriptorReader {
  static let fileName = "datapackage.json"

  private let file: String
  private let log: ProblemLog
  private let store: FileStore

  init(file: String, store: FileStore, log: ProblemLog) {
    self.file = file
    self.store = store
    self.log = log
  }

  /// Adds what the descriptor says to a plan.
  ///
  /// - Throws: Where the descriptor is no JSON, or names no table of ties.
  func read(_ bytes: [UInt8], into plan: inout DatasetPlan) throws(TableFailure) {
    let root = try parse(bytes)
    guard root.object != nil else {
      report(.badDescriptorEntry, root, "the descriptor is \(root.kind), not an object")
      throw .reported
    }
    describe(root, &plan)
    extendVocabulary(root["ecograph"], &plan)
    guard let resources = root["resources"] else {
      report(
        .badDescriptorEntry, root, "`resources` is missing", "list the tables, each with `name` and `path`")
      throw .reported
    }
    guard let list = resources.array else {
      report(.badDescriptorEntry, resources, "`resources` is \(resources.kind), not a list")
      throw .reported
    }
    for resource in list { add(resource, &plan) }
    if plan.tables[.ties] == nil {
      if !log.hasErrors {
        report(
          .unknownResource, resources, "no resource is called `ties`", "every dataset has a table of ties")
      }
      throw .reported
    }
    let names = list.compactMap { $0["name"]?.string }
    for table in TableKind.allCases {
      if let schema = plan.tables[table]?.schema { check(schema.foreignKeys, among: names) }
    }
  }

  private func parse(_ bytes: [UInt8]) throws(TableFailure) -> JSONValue {
    let content = ContiguousArray(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    let (_, fault) = TextCheck.check(content.span, from: 0, to: content.count, isLast: true)
    if let fault {
      switch fault {
      case .zeroByte(let offset):
        log.add(.binaryContent) {
          Problem(.binaryContent, file: file, message: "the file holds a zero byte at offset \(offset)")
        }
      case .notUTF8(let offset):
        log.add(.unreadableEncoding) {
          Problem(
            .unreadableEncoding, file: file, message: "the byte at offset \(offset) is not UTF-8",
            remedy: "save the file as UTF-8")
        }
      }
      throw .reported
    }
    do {
      return try JSONParser.parse(Array(content))
    } catch {
      log.add(.malformedDescriptor) {
        Problem(
          .malformedDescriptor, file: file, line: error.line,
          message: "this is not valid JSON: \(error.message)")
      }
      throw .reported
    }
  }

  private func describe(_ root: JSONValue, _ plan: inout DatasetPlan) {
    if let name = text(root, "name") { plan.description.name = name }
    plan.description.title = text(root, "title") ?? plan.description.name
    plan.description.version = text(root, "version")
    if let licenses = root["licenses"] {
      guard let list = licenses.array else {
        return report(.badDescriptorEntry, licenses, "`licenses` is \(licenses.kind), not a list")
      }
      let names = list.compactMap { $0["name"]?.string ?? $0["title"]?.string ?? $0["path"]?.string }
      if !names.isEmpty { plan.description.license = names.joined(separator: ", ") }
    }
    if let sources = root["sources"], sources.array == nil {
      report(.badDescriptorEntry, sources, "`sources` is \(sources.kind), not a list")
    }
  }

  private func extendVocabulary(_ section: JSONValue?, _ plan: inout DatasetPlan) {
    guard let section else { return }
    guard let entries = section.object else {
      return report(.badDescriptorEntry, section, "`ecograph` is \(section.kind), not an object")
    }
    let known = ["venueKinds", "conveningRelations", "joiningRelations", "documentKinds"]
    var addition = Vocabulary(venueKinds: [], conveningRelations: [], joiningRelations: [])
    for (key, value) in entries {
      guard known.contains(key) else {
        report(
          .badDescriptorEntry, value, "`ecograph` has no entry `\(visible(key))`", nil,
          suggestions(for: key, among: known))
        continue
      }
      guard let words = value.array?.map(\.string), !words.contains(nil) else {
        report(.badDescriptorEntry, value, "`ecograph.\(key)` is not a list of texts")
        continue
      }
      let set = Set(words.compactMap { $0 })
      switch key {
      case "venueKinds": addition.venueKinds = set
      case "conveningRelations": addition.conveningRelations = set
      case "documentKinds": addition.documentKinds = set
      default: addition.joiningRelations = set
      }
    }
    plan.vocabulary.formUnion(addition)
  }

  private func add(_ resource: JSONValue, _ plan: inout DatasetPlan) {
    guard resource.object != nil else {
      return report(.badDescriptorEntry, resource, "a resource is \(resource.kind), not an object")
    }
    guard let name = text(resource, "name") else {
      if resource["name"] == nil { report(.badDescriptorEntry, resource, "a resource has no `name`") }
      return
    }
    guard let kind = TableKind(rawValue: name) else {
      let near = suggestions(for: name, among: TableKind.allCases.map(\.rawValue), limit: 1)
      if near.isEmpty {
        plan.notes.append(
          "the resource `\(visible(name))` of \(file) is not read: it is no table of the format")
      } else {
        report(.unknownResource, resource, "no table is called `\(visible(name))`", nil, near)
      }
      return
    }
    if plan.tables[kind] != nil {
      return report(.badDescriptorEntry, resource, "two resources are called `\(name)`")
    }
    guard let path = path(of: resource, name) else { return }
    guard store.exists(path) else {
      log.add(.missingFile) {
        Problem(
          .missingFile, file: file, line: resource["path"]?.line, value: path,
          message: "the file `\(visible(path))` of the resource `\(name)` does not exist",
          suggestions: suggestions(for: path, among: store.names().filter { $0 != file }))
      }
      return
    }
    checkEncoding(resource)
    checkCompression(resource)
    let fields = FieldsReader(file: file, table: name, log: log)
    let schema = resource["schema"].flatMap { fields.schema($0) }
    plan.notes += (schema?.unchecked ?? []).map { "\(path): \($0) is not checked" }
    plan.tables[kind] = TablePlan(
      kind: kind, path: path, name: path, separator: separator(of: resource), schema: schema)
  }

  private func path(of resource: JSONValue, _ name: String) -> String? {
    guard let entry = resource["path"] else {
      report(.badDescriptorEntry, resource, "the resource `\(name)` has no `path`")
      return nil
    }
    // A list of one path is the same as the path; tables in several parts are not read.
    guard let path = entry.string ?? (entry.array?.count == 1 ? entry.array?.first?.string : nil),
      !path.isEmpty
    else {
      report(.badDescriptorEntry, entry, "the `path` of `\(name)` is \(entry.kind), not one path")
      return nil
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      !path.hasPrefix("/") && !path.hasPrefix("~") && !path.contains("://") && !path.contains("\\")
      && !parts.contains("..") && !path.contains("\0")
    guard isSafe else {
      report(
        .unsafePath, entry, "the path `\(visible(path))` leads outside the package",
        "copy the file into the folder of \(Self.fileName)")
      return nil
    }
    return path
  }

  private func checkEncoding(_ resource: JSONValue) {
    guard let entry = resource["encoding"] else { return }
    let name = (entry.string ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    if name != "utf8", name != "ascii", name != "usascii" {
      report(
        .badDescriptorEntry, entry, "the encoding `\(visible(entry.string ?? entry.kind))` is not read",
        "save the file as UTF-8 and say so")
    }
  }

  /// Whether a file is compressed its content tells; what the descriptor says of it must be what can be read.
  private func checkCompression(_ resource: JSONValue) {
    guard let entry = resource["compression"] else { return }
    let name = (entry.string ?? "").lowercased()
    if !["gz", "gzip", "no", ""].contains(name) {
      report(
        .badDescriptorEntry, entry, "the compression `\(visible(entry.string ?? entry.kind))` is not read",
        "compress the table with gzip, or not at all")
    }
  }

  private func separator(of resource: JSONValue) -> Separator? {
    guard let dialect = resource["dialect"] else { return nil }
    if let mark = dialect["quoteChar"], mark.string != "\"" {
      report(.badDescriptorEntry, mark, "cells can be quoted with `\"` only")
    }
    if let header = dialect["header"], header.boolean == false {
      report(
        .badDescriptorEntry, header, "tables without a header are not read",
        "name the columns in the first line")
    }
    guard let delimiter = dialect["delimiter"] else { return nil }
    if let found = Separator.allCases.first(where: { String($0.character) == delimiter.string }) {
      return found
    }
    report(
      .badDescriptorEntry, delimiter,
      "the delimiter `\(visible(delimiter.string ?? delimiter.kind))` is not read",
      "use a comma, a semicolon, a tabulator or a bar")
    return nil
  }

  /// Foreign keys must lead to resources that exist.
  private func check(_ keys: [TableSchema.ForeignKey], among resources: [String]) {
    for key in keys {
      guard let resource = key.resource, !resources.contains(resource) else { continue }
      log.add(.unknownResource) {
        Problem(
          .unknownResource, file: file, line: key.line, value: resource,
          message: "a foreign key refers to the resource `\(visible(resource))`, which is not there",
          suggestions: suggestions(for: resource, among: resources))
      }
    }
  }

  private func text(_ object: JSONValue, _ key: String) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.string else {
      report(.badDescriptorEntry, value, "`\(key)` is \(value.kind), not a text")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private func report(
    _ code: ProblemCode, _ value: JSONValue, _ message: String, _ remedy: String? = nil,
    _ suggestions: [String] = []
  ) {
    log.add(code) {
      Problem(code, file: file, line: value.line, message: message, remedy: remedy, suggestions: suggestions)
    }
  }
}
