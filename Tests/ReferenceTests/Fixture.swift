import Foundation

/// The file of a class of graphs, as `Tools/reference/fixtures.py` writes it.
struct Fixture: Decodable {
  /// What kind of graphs.
  let `class`: String
  /// What is left out, and why.
  let notes: [String]
  /// Where values come from.
  let sources: [Source]
  let graphs: [FixtureGraph]

  /// A tool, its call, and what was done to the number.
  struct Source: Decodable {
    let tool: String, version: String, call: String, factor: String, note: String
  }

  /// The classes, one for each file.
  static let classes = names().filter { $0 != "grid" }

  /// Reads a class.
  static func read(_ name: String) throws -> Fixture {
    try JSONDecoder().decode(Fixture.self, from: data(name))
  }

  /// The bytes of a file.
  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
  }

  private static let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures")

  private static func names() -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}

/// A column of values of one measure.
struct FixtureColumn: Decodable {
  let id: String
  /// Index into the sources of the file.
  let source: Int
  let options: FixtureOptions?
  /// One for each vertex, nil where undefined; absent where the column states facts.
  let values: [Double?]?
  /// Names, one for each vertex, where the measure gives names.
  let labels: [String]?
  /// What is known of the whole graph, such as the modularity that a tool reached.
  let facts: [String: Double]?
}
