import ArgumentParser
import Ecosystem
import GraphMeasures

/// What single measures can be told.
struct ParameterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("betweenness: count paths up to this length alone.", valueName: "length"))
  var cutoff: Double?
  @Option(
    help: ArgumentHelp(
      "pagerank: where the walker starts anew, an actor's id or name; may be repeated.", valueName: "actor"))
  var from: [String] = []
  @Option(
    help: ArgumentHelp(
      "relevance and its relatives: a mission or a method; may be repeated.", valueName: "topic"))
  var layer: [String] = []
  @Option(
    help: ArgumentHelp(
      "versatility: weight of the ties between layers; several, separated by commas, make a column each.",
      valueName: "weights"))
  var coupling: String?
  @Option(
    help: ArgumentHelp(
      "gf-... and ei: compare with this many permutations of groups.", valueName: "n"))
  var permutations: Int?

  @Option(
    help: ArgumentHelp(
      "community: what is made as large as can be, modularity or cpm (constant Potts model).",
      valueName: "quality"))
  var quality: Quality = .modularity
  @Option(
    help: ArgumentHelp("community: higher for more and smaller communities. Default: 1.", valueName: "number")
  )
  var resolution: Double?

  enum Quality: String, CaseIterable, ExpressibleByArgument {
    case modularity, cpm
  }

  func validate() throws {
    if let resolution, !(resolution >= 0 && resolution.isFinite) {
      throw ValidationError("--resolution must be 0 or more")
    }
    if let cutoff, !(cutoff >= 0) { throw ValidationError("--cutoff must be 0 or more") }
    if let permutations, !(1...1_000_000).contains(permutations) {
      throw ValidationError("--permutations must be in 1...1000000")
    }
    _ = try couplings()
  }

  func apply(to options: inout MeasureOptions, of dataset: Dataset) throws {
    options.longestPath = cutoff
    options.restarts = try from.map { try dataset.actor(named: $0) }
    options.layers = try layer.flatMap { $0.split(separator: ",") }.map { try topic(String($0), of: dataset) }
    options.couplings = try couplings()
    options.permutations = permutations ?? 0
    options.communityQuality =
      quality == .cpm ? .constantPotts(resolution: resolution ?? 1) : .modularity(resolution: resolution ?? 1)
  }

  /// What was asked for, for the reader of JSON; what was not is left out.
  var json: [(String, JSONText)] {
    var members: [(String, JSONText)] = []
    if let cutoff { members.append(("cutoff", .double(cutoff))) }
    if !from.isEmpty { members.append(("from", .array(from.map { .string($0) }))) }
    if !layer.isEmpty { members.append(("layer", .array(layer.map { .string($0) }))) }
    if let coupling { members.append(("coupling", .string(coupling))) }
    if let permutations { members.append(("permutations", .int(permutations))) }
    if quality != .modularity { members.append(("quality", .string(quality.rawValue))) }
    if let resolution { members.append(("resolution", .double(resolution))) }
    return members
  }

  private func couplings() throws -> [Double] {
    guard let coupling else { return [1] }
    let values = coupling.split(separator: ",").map { Double($0.filter { !$0.isWhitespace }) }
    guard !values.isEmpty, values.allSatisfy({ $0.map { $0 >= 0 && $0.isFinite } ?? false }) else {
      throw ValidationError("--coupling wants numbers of 0 or more, separated by commas, got `\(coupling)`")
    }
    return values.compactMap(\.self)
  }

  /// A topic of either axis.
  private func topic(_ name: String, of dataset: Dataset) throws -> Int {
    if let mission = try? dataset.topic(named: name, on: .vertical) { return mission }
    if let method = try? dataset.topic(named: name, on: .horizontal) { return method }
    let near = suggestions(for: name, among: dataset.topics.map(\.id))
    throw Failure(
      .usage,
      "no mission or method `\(name)`"
        + (near.isEmpty ? "" : "; did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"))
  }
}
