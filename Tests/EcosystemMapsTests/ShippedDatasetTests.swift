import EcographTestSupport
import Ecosystem
import EcosystemData
import Foundation
import Testing

@testable import EcosystemMaps

@Suite struct ShippedDatasetTests {
  private static func dataset(_ name: String) throws -> Dataset {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try DatasetReader.read(try DatasetLocation(root.appendingPathComponent("datasets/\(name)").path))
      .dataset
  }

  private func check(_ map: EcosystemMap) {
    #expect(XMLParserResult(Data(map.svg().utf8)).isWellFormed)
    for line in map.drawing.lines { #expect(map.drawing.page.contains(line.frame), "\(line.text)") }
    let lines = map.drawing.lines
    // Letters reach from the height of capitals to somewhat below the base line.
    let frames = lines.map {
      Rect(
        minX: $0.frame.minX, minY: $0.origin.y - 0.7 * $0.size, maxX: $0.frame.maxX,
        maxY: $0.origin.y + 0.2 * $0.size)
    }
    for i in frames.indices {
      for j in frames.indices where j < i {
        #expect(!frames[i].intersects(frames[j]), "\(lines[i].text) over \(lines[j].text)")
      }
    }
  }

  @Test(
    arguments: ["opsi-cross-border", "innovation-networks", "florentine"],
    MapStyle.allCases.map(Optional.some) + [nil])
  func everyStyle(name: String, style: MapStyle?) throws {
    let dataset = try Self.dataset(name)
    if let style, dataset.actors.count > MapLimits.actors(in: style) {
      #expect(throws: MapError.self) { try Samples.map(of: dataset, options: MapOptions(style: style)) }
    } else {
      let map = try Samples.map(of: dataset, options: MapOptions(style: style))
      check(map)
      #expect(map.specification.nodes.count == dataset.actors.count)
      #expect(map.specification.ties.reduce(0) { $0 + $1.count } == dataset.ties.count)
    }
  }

  @Test(arguments: ["opsi-cross-border", "innovation-networks"])
  func everyTopic(name: String) throws {
    let dataset = try Self.dataset(name)
    for topic in dataset.topics {
      var selection = Selection()
      if topic.axis == .vertical { selection.missions = [topic.id] } else { selection.methods = [topic.id] }
      let map = try Samples.map(of: dataset, selection: selection)
      check(map)
      #expect(map.specification.texts.title == topic.name)
    }
  }

  @Test(arguments: MapColoring.allCases)
  func everyColoring(coloring: MapColoring) throws {
    check(try Samples.map(of: try Self.dataset("opsi-cross-border"), options: MapOptions(coloring: coloring)))
  }
}
