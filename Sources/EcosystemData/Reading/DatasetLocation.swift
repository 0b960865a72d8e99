import Ecosystem

/// Where a dataset is.
public enum DatasetLocation: Hashable, Sendable {
  /// A folder with `datapackage.json`, or with tables under their usual names.
  case folder(String)
  /// The `datapackage.json` of a folder.
  case descriptor(String)
  /// A table of ties alone.
  case edgeList(String)
  /// A table of ties from standard input.
  case standardInput

  /// Finds out what an argument means: `-`, a folder, a `.json`, or a `.csv`, `.tsv` or `.txt` file,
  /// which may be compressed by gzip (`.csv.gz`).
  ///
  /// - Throws: ``DatasetReadingError`` where there is nothing at the path, or nothing that can be read.
  public init(_ argument: String) throws(DatasetReadingError) {
    if argument == "-" {
      self = .standardInput
      return
    }
    let shown = "`\(visible(argument, limit: 1_000))`"
    guard !argument.isEmpty, !argument.utf8.contains(0) else {
      throw DatasetReadingError(.inputOutput, "no dataset is named")
    }
    guard let facts = FileSystem.facts(at: argument) else {
      throw DatasetReadingError(.inputOutput, Self.notFound(argument))
    }
    if facts.kind == .folder {
      self = .folder(argument)
      return
    }
    let name = FileSystem.withoutCompression(FileSystem.lastComponent(argument).lowercased())
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    switch ending {
    case ".json": self = .descriptor(argument)
    case ".csv", ".tsv", ".tab", ".txt", "": self = .edgeList(argument)
    case ".zip", ".bz2", ".xz", ".zst":
      throw DatasetReadingError(.invalid, "\(shown) is compressed; unpack it first, or compress it with gzip")
    case ".xlsx", ".xls", ".ods":
      throw DatasetReadingError(.invalid, "\(shown) is a spreadsheet; export its table as CSV (UTF-8)")
    default:
      throw DatasetReadingError(
        .invalid,
        "\(shown) is no dataset; expected a folder, a datapackage.json, or a .csv, .tsv or .txt edge list, as it is or with .gz"
      )
    }
  }

  private static func notFound(_ argument: String) -> String {
    var message = "there is no `\(visible(argument, limit: 1_000))`"
    let folder = FileSystem.folder(of: argument)
    let name = FileSystem.lastComponent(argument)
    let siblings = FileSystem.names(in: folder)
    var near = suggestions(for: name, among: siblings).map { FileSystem.join(folder, $0) }
    if !argument.contains("/") {
      near += suggestions(for: name, among: FileSystem.names(in: "datasets")).map { "datasets/" + $0 }
    }
    if !near.isEmpty {
      message +=
        "; did you mean " + near.prefix(3).map { "`\(visible($0, limit: 1_000))`" }.joined(separator: " or ")
        + "?"
    }
    return message
  }
}
