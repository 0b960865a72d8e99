import ArgumentParser
import Ecosystem
import EcosystemData

/// The dataset a command reads, and what happens to rows with errors.
struct DatasetOptions: ParsableArguments {
  @Argument(
    help: "A dataset folder, datapackage.json, .csv or .tsv edge list (also .gz), or - for standard input.",
    completion: .file())
  var dataset: String

  @Flag(help: "Leave rows with errors out, and say which, instead of refusing the dataset.")
  var leaveOutInvalidRows = false

  func load(_ session: Session) throws -> LoadedDataset {
    var options = ReadingOptions()
    options.invalidRows = leaveOutInvalidRows ? .leaveOut : .refuse
    let loaded = try session.compute("read") { execution in
      try DatasetReader.read(DatasetLocation(dataset), options: options, execution: execution)
    }
    session.report(loaded.report, of: dataset)
    return loaded
  }
}
