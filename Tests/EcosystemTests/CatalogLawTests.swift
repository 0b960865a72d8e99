import EcographTestSupport
import Ecosystem
import GraphCore
import Testing

/// Laws that measures keep, whatever they say, on networks with layers, countries, parallel ties and self-ties.
@Suite struct CatalogLawTests {
  /// A network in a form that can be turned about before it is built.
  private struct Sketch {
    var actors: [String]
    var ties: [DatasetBuilder.TieRow]

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 4...12, using: &generator)
      let names = (0..<count).map { "a\($0)" }
      actors = names.map { name in
        let kind = Bool.random(using: &generator) ? "city" : "network"
        let country = ["FR", "GB", nil].randomElement(using: &generator) ?? nil
        return "\(name):\(kind)" + (country.map { ":\($0)" } ?? "")
      }
      ties = (0..<Int.random(in: count...(3 * count), using: &generator)).map { _ in
        let ends = (0..<2).map { _ in names.randomElement(using: &generator) ?? names[0] }
        return .tie(
          ends[0], ends[1], mission: ["m1", "m2", nil].randomElement(using: &generator) ?? nil,
          method: ["h1", "h2", nil].randomElement(using: &generator) ?? nil,
          weight: Double(Int.random(in: 1...4, using: &generator)),
          isDirected: Bool.random(using: &generator))
      }
    }

    /// Topics stand in a fixed order, whichever tie comes first.
    func dataset() -> Dataset {
      DatasetBuilder.dataset(
        actors: actors, ties: ties,
        topics: ["m1", "m2"].map { Topic(id: $0, name: $0, axis: .vertical) }
          + ["h1", "h2"].map { Topic(id: $0, name: $0, axis: .horizontal) })
    }
  }

  /// Options under which every measure that can be is taken of anything.
  private static func options(_ change: (inout MeasureOptions) -> Void = { _ in }) -> MeasureOptions {
    var options = MeasureOptions()
    options.layers = [0]
    options.refusals = .noted
    change(&options)
    return options
  }

  private static let optionSets = [
    options(), options { $0.graph.direction = .directed }, options { $0.graph.weights = .strength },
    options { $0.graph.weights = .length },
    options {
      $0.grouping = .kind; $0.longestPath = 2
    },
  ]

  /// Values by actor, for each measure.
  private func values(
    _ dataset: Dataset, _ ids: [MeasureID], _ options: MeasureOptions, _ execution: Execution = .serial
  ) throws -> [MeasureID: [String: Double?]] {
    let view = dataset.view()
    let columns = try view.measure(ids, options: options, execution: execution)
    return Dictionary(
      uniqueKeysWithValues: columns.map { column in
        (
          column.id,
          Dictionary(
            uniqueKeysWithValues: (0..<view.vertexCount).map { (view.id(of: $0), column.values[$0]) })
        )
      })
  }

  private func compare(
    _ left: [MeasureID: [String: Double?]], _ right: [MeasureID: [String: Double?]], _ law: String,
    _ seed: UInt64
  ) {
    for (id, values) in left {
      for (actor, value) in values {
        let other = right[id]?[actor] ?? nil
        let isSame =
          switch (value, other) {
          case (nil, nil): true
          case (let x?, let y?): abs(x - y) <= 1e-9 * max(1, abs(x), abs(y))
          default: false
          }
        #expect(
          isSame,
          "\(law): \(id.rawValue) of \(actor), \(String(describing: value)) and \(String(describing: other)), seed \(seed)"
        )
      }
    }
  }

  /// Divisions are searched for in an order, so that the order may decide between equals; of equal parts the one
  /// with the first actor scores.
  private static let ordered: Set<MeasureID> = [
    .community, .labelPropagation, .consensusCommunity, .ambiguity, .multiplexCommunity, .corePeriphery,
    .continuousCoreness, .eigenvector, .hubs, .authorities, .versatilityEigenvector, .component,
  ]

  @Test(arguments: UInt64(0)..<12) func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
    let sketch = Sketch(seed: seed)
    var generator = SeededGenerator(seed: seed + 1000)
    var turned = sketch
    turned.ties.shuffle(using: &generator)
    turned.actors.shuffle(using: &generator)
    let ids = MeasureID.allCases.filter { !Self.ordered.contains($0) }
    for options in Self.optionSets {
      compare(
        try values(sketch.dataset(), ids, options), try values(turned.dataset(), ids, options), "order", seed)
    }
  }

  /// Measures that compare an actor with all others, so that more others change them.
  private static let relative: Set<MeasureID> = [
    .closeness, .pagerank, .katz, .bridging, .brokeragePosition, .corePeriphery, .continuousCoreness,
    .versatilityPageRank, .versatilityEigenvector, .twoModeDegree, .twoModeCloseness, .twoModeBetweenness,
    .withinModuleZ, .consensusCommunity, .ambiguity, .labelPropagation, .community, .multiplexCommunity,
    .continuousCoreness, .eigenvector,
  ]

  @Test(arguments: UInt64(0)..<8) func anActorWithoutTiesChangesNothingForOthers(seed: UInt64) throws {
    let sketch = Sketch(seed: seed)
    var larger = sketch
    larger.actors.append("z:city")
    let ids = MeasureID.allCases.filter { !Self.relative.contains($0) }
    for options in Self.optionSets {
      compare(
        try values(sketch.dataset(), ids, options), try values(larger.dataset(), ids, options), "isolate",
        seed)
    }
  }

  @Test(arguments: UInt64(0)..<3) func threadsDoNotChangeABit(seed: UInt64) throws {
    let dataset = Sketch(seed: seed).dataset()
    for options in Self.optionSets {
      let serial = try dataset.view().measure(MeasureID.allCases, options: options)
      for threads in [2, 3, 8] {
        let parallel = try dataset.view().measure(
          MeasureID.allCases, options: options, execution: Execution(threads: threads))
        for (one, other) in zip(serial, parallel) {
          for vertex in 0..<dataset.actors.count {
            #expect(
              one.values[vertex]?.bitPattern == other.values[vertex]?.bitPattern, "\(one.id) \(threads)")
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<20) func valuesAreFiniteAndCountsAreNotNegative(seed: UInt64) throws {
    let dataset = Sketch(seed: seed).dataset()
    for options in Self.optionSets {
      for column in try dataset.view().measure(MeasureID.allCases, options: options) {
        for vertex in 0..<dataset.actors.count {
          guard let value = column.values[vertex] else { continue }
          #expect(value.isFinite, "\(column.id)")
          // E-I and the within-module score compare.
          if ![.ei, .withinModuleZ].contains(column.id) {
            #expect(value >= -1e-9, "\(column.id) \(value)")
          }
        }
      }
    }
  }

  /// What other tools give is told for every measure that has one, and never fails.
  @Test(arguments: OtherTool.allCases) func everyToolsScaleCanBeHad(tool: OtherTool) throws {
    let dataset = Sketch(seed: 5).dataset()
    let options = Self.options { $0.scale = .tool(tool) }
    for column in try dataset.view().measure(MeasureID.allCases, options: options) {
      let isLeftEmpty = column.notes.contains { $0.contains("left empty") }
      #expect(isLeftEmpty || column.notes.contains { $0.contains(tool.rawValue) }, "\(column.id)")
    }
  }
}
