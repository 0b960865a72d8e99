import ArgumentParser
import Ecosystem
import EcosystemData
import EcosystemMaps
import GraphvizLayout

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "An ecosystem map as SVG (or DOT, by the file's ending).",
    discussion: """
      Solid lines are ties of a mission (vertical), dashed lines ties of a method
      alone (horizontal); ties of both are solid, but dashed on a map of methods.
      The style is chosen by data and size unless --style names one.

      Examples:
        ecograph map datasets/opsi-cross-border -o map.svg
        ecograph map datasets/innovation-networks --mission climate -o climate.svg
        ecograph map datasets/innovation-networks --around singapore -o one.svg
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write: .svg or .dot; - for SVG on standard output.", valueName: "file"),
    completion: .file(extensions: ["svg", "dot"]))
  var output: String
  @Option(help: "columns, constellation, cards or network. Default: by data and size.")
  var style: MapStyle?
  @Option(help: "What colors stand for: mission, method, kind or country. Default: what tells most.")
  var color: MapColoring?
  @Option(
    help: ArgumentHelp("The measure shown by size. Default: the number of ties.", valueName: "id"),
    completion: .list(MeasureID.allCases.map(\.rawValue)))
  var sizeBy: String?
  @Option(help: "The heading. Default: the topic selected, else the dataset's title.")
  var title: String?
  @Option(help: ArgumentHelp("Labels at most, in the network style.", valueName: "n"))
  var labels: Int?
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let labels, labels < 0 { throw ValidationError("--labels must be 0 or more") }
    guard output == "-" || output.hasSuffix(".svg") || output.hasSuffix(".dot") else {
      throw ValidationError(
        "-o wants a file that ends in .svg or .dot, or - for SVG on standard output, got `\(output)`")
    }
  }

  func run() throws {
    let session = runOptions.session()
    defer { session.finish() }
    let measure = try sizeBy.map { try MeasureID(named: $0) }
    let loaded = try dataset.load(session)
    let view = try session.view(of: loaded.dataset, selection)
    let sizes = try measure.map { measure in
      let column = try session.compute("measure") { try view.measure([measure], execution: $0)[0] }
      return ActorSizes(name: measure.rawValue, values: (0..<view.vertexCount).map { column.values[$0] })
    }
    let options = MapOptions(style: style, coloring: color, title: title, maximumLabels: labels)
    let map = try session.phase("map") { _ in
      try EcosystemMap.make(of: view, options: options, sizes: sizes, layoutEngine: GraphvizLayoutEngine())
    }
    for text in map.notes where !view.notes.contains(text) { session.note(text) }
    try session.phase("write") { _ in
      if output == "-" {
        print(map.svg(), terminator: "")
      } else {
        try AtomicFile.write(output.hasSuffix(".dot") ? map.dot() : map.svg(), to: output)
        session.note("wrote \(output)")
      }
    }
  }
}
