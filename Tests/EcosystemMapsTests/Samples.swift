import EcographTestSupport
import Ecosystem
import GraphvizLayout

@testable import EcosystemMaps

/// Ecosystems to draw.
enum Samples {
  static func engine() throws -> GraphvizLayoutEngine {
    GraphvizLayoutEngine(worker: WorkerCommand(path: try builtExecutable()))
  }

  static func map(
    of dataset: Dataset, selection: Selection = Selection(), options: MapOptions = MapOptions(),
    sizes: ActorSizes? = nil
  ) throws -> EcosystemMap {
    try EcosystemMap.make(
      of: try dataset.view(selection), options: options, sizes: sizes, layoutEngine: try engine())
  }

  /// Two missions and two methods; ties of both axes, of one, of none, and several between the same two.
  static var axes: Dataset {
    DatasetBuilder.dataset(
      actors: [
        "gavi:network", "loti:network:GB", "uk:government:GB", "london:city:GB", "who:agency",
        "alone:city:FR",
      ],
      ties: [
        .tie("uk", "gavi", "member-of", mission: "vaccines"),
        .tie("who", "gavi", "member-of", mission: "vaccines", method: "pooling"),
        .tie("london", "loti", "member-of", method: "sandbox"),
        .tie("uk", "loti", "funds", mission: "cities", method: "sandbox"),
        .tie("uk", "loti", "convenes", mission: "cities"),
        .tie("uk", "london"),
        .tie("uk", "uk", "knows"),
      ])
  }

  /// One venue with many members.
  static func star(members: Int) -> Dataset {
    let names = (0..<members).map { "member-\($0):city" }
    return DatasetBuilder.dataset(
      actors: ["hub:network"] + names,
      ties: (0..<members).map { .tie("member-\($0)", "hub", "member-of", mission: "climate") })
  }

  /// Venues and members at random, some of them without a tie.
  static func random(actors: Int, ties: Int, seed: UInt64) -> Dataset {
    var generator = SeededGenerator(seed: seed)
    let kinds = ["city", "government", "agency", "network", "programme"]
    let rows = (0..<actors).map { "a\($0):\(kinds[Int.random(in: 0..<5, using: &generator)])" }
    let missions = (0..<11).map { "mission \($0)" } + [nil]
    return DatasetBuilder.dataset(
      actors: rows,
      ties: (0..<ties).map { _ in
        // Squaring makes some actors far better connected than others.
        let draw = {
          Int(
            Double(actors) * Double.random(in: 0..<1, using: &generator)
              * Double.random(in: 0..<1, using: &generator))
        }
        return .tie(
          "a\(draw())", "a\(draw())", "member-of", mission: missions.randomElement(using: &generator) ?? nil,
          method: Bool.random(using: &generator) ? "method" : nil)
      })
  }

  /// Actors with given names, each tied to the first.
  static func named(_ names: [String]) -> Dataset {
    Dataset(
      description: Dataset.Description(name: "names", title: names.first ?? "none", license: names.last),
      actors: ActorTable(
        ids: names.indices.map { "id\($0)" }, names: names,
        kinds: TextColumn(names.indices.map { $0 % 3 == 0 ? "network" : names[$0] })),
      ties: TieTable(
        sources: ContiguousArray(names.indices.map { UInt32($0) }),
        targets: ContiguousArray(names.indices.map { _ in 0 }), relations: TextColumn(names),
        missions: ContiguousArray(names.indices.map { UInt32($0) })),
      topics: names.enumerated().map { Topic(id: "t\($0)", name: $1, axis: .vertical) })
  }
}

extension DrawnMap {
  /// All lines of text in it.
  var lines: [TextLine] { elements.flatMap(\.textLines) }
  /// The page.
  var page: Rect { Rect(minX: 0, minY: 0, maxX: width, maxY: height) }
}

extension Element {
  /// This and everything in it.
  var all: [Element] {
    guard case .group(let group) = self else { return [self] }
    return [self] + group.children.flatMap(\.all)
  }
}
