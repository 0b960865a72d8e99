import ArgumentParser
import Ecosystem
import EcosystemData

/// In which form results are printed, and where to.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, tsv, json, jsonl or markdown. CSV and JSON are a stable contract.")
  var format: TableFormat = .table
  @Option(help: ArgumentHelp("Only these columns, in this order, separated by commas.", valueName: "names"))
  var columns: String?
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  /// Whether people read the output, who want names beside or for ids.
  var showsNames: Bool { format == .table || format == .markdown }

  /// An actor's name for people, its id for programs.
  func label(of vertex: Int, in view: NetworkView) -> String {
    showsNames ? view.name(of: vertex) : view.id(of: vertex)
  }

  /// Prints tables, with what a reader of JSON needs to know beside the rows.
  ///
  /// The context is asked for only where it is printed, since the hash in it reads the data once more.
  func print(
    _ tables: [Table], context: @autoclosure () -> [(String, JSONText)], session: Session
  ) throws {
    let names = (columns ?? "").split(separator: ",").map { String($0) }
    let chosen = try tables.map { try $0.selecting(names) }
    let width = output == nil ? Console.width : nil
    let context = format == .json ? context() : []
    try write(TableWriter.text(chosen, as: format, context: context, width: width), session: session)
  }

  /// Prints text as it is.
  func write(_ text: String, session: Session) throws {
    try session.phase("write") { _ in
      if let output, output != "-" {
        try AtomicFile.write(text, to: output)
      } else {
        Swift.print(text, terminator: "")
      }
    }
  }
}

/// What stands beside the rows of a JSON result: enough to make it again.
func resultContext(
  command: String, loaded: LoadedDataset, selection: SelectionOptions, options: [(String, JSONText)],
  notes: [String]
) -> [(String, JSONText)] {
  let description = loaded.dataset.description
  return [
    ("ecograph", .string(EcographTool.version)), ("command", .string(command)),
    (
      "dataset",
      .object([
        ("name", .string(description.name)), ("title", .string(description.title)),
        ("version", .text(description.version)), ("sha256", .string(loaded.fingerprint)),
      ])
    ),
    ("selection", selection.json), ("options", .object(options)),
    ("notes", .array(notes.map { .string($0) })),
  ]
}
