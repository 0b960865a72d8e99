import ArgumentParser
import Ecosystem

struct MeasureCommand: NetworkCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "One row per actor, one column per measure.",
    discussion: """
      Values are raw unless --normalize is given; an undefined value is an empty
      cell, null in JSON. `ecograph measures` lists the measures, `ecograph measures
      betweenness` defines one.

      Examples:
        ecograph measure datasets/innovation-networks --measures degree --top 10
        ecograph measure edges.csv --measures all --format csv -o measures.csv
        ecograph measure datasets/innovation-networks --measures ei --by kind
        ecograph measure edges.csv --measures betweenness --approximate 0.01
        ecograph measure edges.csv --measures betweenness,harmonic --as igraph
        ecograph measure datasets/innovation-networks --measures pagerank --from c40
        ecograph measure datasets/innovation-networks --measures relevance --layer climate
      """)

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(
    help: ArgumentHelp("Measures separated by commas; `all` for all.", valueName: "ids"),
    completion: .list(MeasureID.allCases.map(\.rawValue)))
  var measures: String
  @Option(
    help: ArgumentHelp(
      "Groups for ei, participation, gf-... : country, kind, level, parent, community, or a column of actors.csv.",
      valueName: "groups"))
  var by: Grouping = .country
  @Flag(help: "Divide by the published maximum, where a measure has one.")
  var normalize = false
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Values as another tool gives them: networkx, igraph, ucinet or networkit.", valueName: "tool"))
  var tool: OtherTool?
  @OptionGroup(title: "Of single measures") var parameters: ParameterOptions
  @Option(help: ArgumentHelp("Only the first rows by the first measure, largest first.", valueName: "n"))
  var top: Int?
  @Option(help: ArgumentHelp("Fixes the random numbers of community and --approximate.", valueName: "n"))
  var seed: UInt64 = 1
  @OptionGroup(title: "Approximation") var approximation: ApproximationOptions
  @OptionGroup(title: "Graph") var graph: GraphArguments
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top must be 0 or more") }
    if normalize, tool != nil {
      throw ValidationError("--normalize and --as name two scales; use one or the other")
    }
  }

  func checkArguments() throws { try approximation.check(Self.ids(measures), graph) }

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let ids = try Self.ids(measures)
    var options = MeasureOptions()
    options.graph = graph.options
    options.grouping = by
    options.seed = seed
    options.scale = tool.map { .tool($0) } ?? (normalize ? .normalized : .raw)
    options.approximation = approximation.settings(seed: seed)
    options.refusals = measures == "all" ? .noted : .thrown
    try session.phase("select") { _ in try parameters.apply(to: &options, of: view.dataset) }
    let columns = try session.compute("measure") { execution in
      try view.measure(
        ids, options: options, execution: execution,
        onForecast: runOptions.quiet ? nil : { session.note($0.text(actors: view.vertexCount, session)) })
    }
    let vertices =
      top.map { columns[0].values.largest($0, of: view.vertexCount) } ?? Array(0..<view.vertexCount)
    let named = columns.flatMap { column in
      [(column.id.rawValue, column.values)]
        + column.companions.map { (column.id.rawValue + $0.suffix, $0.values) }
    }
    let table = Table(
      columns: ["id"] + (output.showsNames ? ["name"] : []) + named.map(\.0),
      rows: vertices.map { vertex in
        [.text(view.id(of: vertex))] + (output.showsNames ? [.text(view.name(of: vertex))] : [])
          + named.map { $0.1.cell(at: vertex) }
      })
    return NetworkResult(
      table: table,
      options: graph.json + approximation.json + parameters.json + [
        ("as", .text(tool?.rawValue)), ("by", .string(by.rawValue)), ("seed", .string("\(seed)")),
        (
          "normalization",
          .object(ids.map { ($0.rawValue, .text(normalize ? $0.passport.normalization?.name : nil)) })
        ),
      ], notes: columns.flatMap(\.notes))
  }

  private static func ids(_ text: String) throws -> [MeasureID] {
    if text == "all" { return MeasureID.allCases }
    let names = text.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    guard !names.isEmpty else {
      throw Failure(.usage, "--measures names no measure; `ecograph measures` lists them")
    }
    var ids: [MeasureID] = []
    for name in names {
      let id = try MeasureID(named: name)
      guard !ids.contains(id) else { throw Failure(.usage, "--measures names `\(name)` twice") }
      ids.append(id)
    }
    return ids
  }
}

extension MeasureID {
  /// The measure that a user means.
  init(named name: String) throws {
    guard let id = MeasureID(rawValue: name.lowercased()) else {
      let near = suggestions(for: name, among: MeasureID.allCases.map(\.rawValue))
      throw Failure(
        .usage,
        "no measure `\(name)`"
          + (near.isEmpty
            ? "; `ecograph measures` lists them"
            : "; did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"))
    }
    self = id
  }
}

extension MeasureValues {
  /// The vertices with the largest values, largest first, of equal ones the first; undefined ones last.
  fileprivate func largest(_ count: Int, of vertexCount: Int) -> [Int] {
    let keys = (0..<vertexCount).map { self[$0] ?? -.infinity }
    let isBefore: (Int, Int) -> Bool = { keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1 }
    guard count < vertexCount / 8 else { return Array((0..<vertexCount).sorted(by: isBefore).prefix(count)) }
    // A few of many: kept sorted while walking past the others.
    var best: [Int] = []
    for vertex in 0..<vertexCount {
      if best.count == count {
        guard let last = best.last, isBefore(vertex, last) else { continue }
        best.removeLast()
      }
      let place = best.firstIndex { isBefore(vertex, $0) } ?? best.count
      best.insert(vertex, at: place)
    }
    return best
  }

  fileprivate func cell(at vertex: Int) -> Table.Cell {
    switch self {
    case .counts(let values): .count(values[vertex])
    case .reals(let values): .number(values[vertex])
    case .partial(let values): .init(values[vertex])
    case .labels(let values): .init(values[vertex])
    }
  }
}
