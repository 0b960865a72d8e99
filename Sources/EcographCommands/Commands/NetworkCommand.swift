import ArgumentParser
import Ecosystem
import EcosystemData

/// A command that computes a table from the network selected in a dataset.
protocol NetworkCommand: ParsableCommand {
  var dataset: DatasetOptions { get }
  var selection: SelectionOptions { get }
  var output: OutputOptions { get }
  var runOptions: RunOptions { get }

  /// Refuses arguments that can be judged before anything is read.
  func checkArguments() throws

  func result(of view: NetworkView, session: Session) throws -> NetworkResult
}

/// What a command found in a network.
struct NetworkResult {
  let table: Table
  /// The options it was found with, for readers of JSON.
  var options: [(String, JSONText)] = []
  /// What to know beside the table, apart from what the view says of itself.
  var notes: [String] = []
}

extension NetworkCommand {
  func checkArguments() throws {}

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    try checkArguments()
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let result = try result(of: view, session: session)
    for note in result.notes { session.note(note) }
    try output.print(
      [result.table],
      context: resultContext(
        command: Self.configuration.commandName ?? "", loaded: loaded, selection: selection,
        options: result.options, notes: view.notes + result.notes),
      session: session)
  }
}
