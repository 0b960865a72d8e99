import Ecosystem
import EcosystemData
import Testing

/// Files in memory, written down as text.
struct Files: CustomTestStringConvertible {
  var contents: [String: [UInt8]]

  init(_ texts: [String: String]) { contents = texts.mapValues { Array($0.utf8) } }

  /// A small package without errors or warnings, some of its files replaced or, by nil, removed.
  static func package(_ changes: [String: String?] = [:]) -> Files {
    var texts: [String: String?] = [
      "actors.csv": "id,name,kind,country\nfrance,France,government,FR\nc40,C40 Cities,network,\n",
      "ties.csv":
        "from,to,relation,mission,method,source\nfrance,c40,member-of,climate,peer-learning,s1\n",
      "topics.csv": "id,name,axis\nclimate,Climate,vertical\npeer-learning,Peer learning,horizontal\n",
      "sources.csv": "id,title\ns1,Members\n",
    ]
    for (name, text) in changes { texts[name] = text }
    return Files(texts.compactMapValues { $0 })
  }

  /// The same package with a descriptor.
  static func described(_ descriptor: String, _ changes: [String: String?] = [:]) -> Files {
    package(changes.merging(["datapackage.json": descriptor]) { first, _ in first })
  }

  /// The package with a schema for one of its tables, given as JSON.
  static func schema(_ table: String, _ schema: String, _ changes: [String: String?] = [:]) -> Files {
    let resources = ["actors", "ties", "topics", "sources"].map { name in
      "{\"name\": \"\(name)\", \"path\": \"\(name).csv\"" + (name == table ? ", \"schema\": \(schema)}" : "}")
    }
    return described("{\"resources\": [\(resources.joined(separator: ",\n"))]}", changes)
  }

  /// A bare edge list.
  static func edges(_ text: String) -> Files { Files(["ties.csv": text]) }

  func read(_ change: (inout ReadingOptions) -> Void = { _ in }) throws -> LoadedDataset {
    var options = ReadingOptions()
    change(&options)
    return try DatasetReader.read(inMemory: contents, options: options)
  }

  func check(limits: DelimitedLimits = .standard) throws -> LoadReport {
    try DatasetReader.check(inMemory: contents, limits: limits)
  }

  var testDescription: String { contents.keys.sorted().joined(separator: ", ") }
}
