import EcographTestSupport
import Ecosystem
import Foundation
import Testing

@testable import EcosystemMaps

@Suite struct DrawingTests {
  @Test(arguments: MapStyle.allCases)
  func sameBytesOnEveryRun(style: MapStyle) throws {
    let dataset = Samples.random(actors: 60, ties: 120, seed: 5)
    let first = try Samples.map(of: dataset, options: MapOptions(style: style))
    let second = try Samples.map(of: dataset, options: MapOptions(style: style))
    #expect(first.svg() == second.svg())
    #expect(first.dot() == second.dot())
  }

  @Test(arguments: MapStyle.allCases)
  func namedDescribedAndListed(style: MapStyle) throws {
    let map = try Samples.map(of: Samples.axes, options: MapOptions(style: style))
    let structure = try Structure(of: map.svg())
    let root = structure.starts[0].attributes
    #expect(root["role"] == "img")
    let labels = (root["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    let ids = structure.starts.compactMap { $0.attributes["id"] }
    #expect(labels.count == 2 && labels == ids)
    let description = structure.texts.first { $0.element == "desc" }?.text ?? ""
    #expect(description.contains("6 actors"))
    #expect(description.contains("Most ties: uk (4), loti (3)"))
    #expect(structure.starts.count { $0.attributes["role"] == "listitem" } == 6)
    #expect(!map.svg().contains("var("))
  }

  @Test(arguments: MapStyle.allCases)
  func everythingLiesOnThePage(style: MapStyle) throws {
    for (actors, ties) in [(1, 0), (2, 1), (9, 4), (40, 60), (150, 400)] {
      let map = try Samples.map(
        of: Samples.random(actors: actors, ties: ties, seed: 3), options: MapOptions(style: style))
      for line in map.drawing.lines { #expect(map.drawing.page.contains(line.frame), "\(line.text)") }
      for element in map.drawing.elements {
        if let frame = element.frame { #expect(map.drawing.page.insetBy(-1).contains(frame)) }
      }
    }
  }

  @Test(arguments: MapStyle.allCases)
  func textsNeverOverlap(style: MapStyle) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let map = try Samples.map(
        of: Samples.random(actors: 110, ties: 260, seed: seed), options: MapOptions(style: style))
      let frames = map.drawing.lines.map { line -> Rect in
        // Letters reach from the height of capitals to somewhat below the base line.
        let frame = line.frame
        return Rect(
          minX: frame.minX, minY: line.origin.y - 0.7 * line.size, maxX: frame.maxX,
          maxY: line.origin.y + 0.2 * line.size)
      }
      for i in frames.indices {
        for j in frames.indices where j < i {
          #expect(
            !frames[i].insetBy(0.01).intersects(frames[j].insetBy(0.01)),
            "\(map.drawing.lines[i].text) over \(map.drawing.lines[j].text)")
        }
      }
    }
  }

  @Test(arguments: [MapStyle.columns, .constellation, .network])
  func linesTellTheAxes(style: MapStyle) throws {
    let structure = try Structure(
      of: Samples.map(of: Samples.axes, options: MapOptions(style: style)).svg())
    var dashes: [String: [String?]] = [:]
    var title = ""
    for (index, start) in structure.starts.enumerated() {
      if start.name == "title" { title = structure.texts[index].text }
      if start.name == "path", title.contains(" – ") {
        dashes[title, default: []].append(start.attributes["stroke-dasharray"])
        title = ""
      }
    }
    func dash(_ part: String) -> String? { dashes.first { $0.key.contains(part) }?.value.first ?? nil }
    #expect(dash("gavi – uk") == nil)
    #expect(dash("gavi – who") == nil)
    #expect(dash("loti – london") != nil)
    #expect(dash("london – uk")?.hasPrefix("0.1 ") == true)
    #expect(dashes.count == 5)
    #expect(
      dashes.keys.contains {
        $0.contains("loti – uk: 2 ties; funds, convenes; mission cities; method sandbox")
      })
  }

  @Test func tiesOfBothAxesFollowTheSubject() throws {
    var selection = Selection()
    selection.methods = ["sandbox"]
    let methods = try Samples.map(of: Samples.axes, selection: selection)
    #expect(methods.specification.subject == .horizontal)
    #expect(methods.svg().contains("stroke-dasharray"))
    selection = Selection()
    selection.missions = ["cities"]
    let missions = try Samples.map(of: Samples.axes, selection: selection)
    #expect(missions.specification.subject == .vertical)
    #expect(!missions.svg().contains("stroke-dasharray"))
  }

  @Test(arguments: MapColoring.allCases)
  func legendCountsWhatIsDrawn(coloring: MapColoring) throws {
    let dataset = Samples.random(actors: 90, ties: 200, seed: 8)
    for style in MapStyle.allCases {
      let map = try Samples.map(of: dataset, options: MapOptions(style: style, coloring: coloring))
      let nodes = map.specification.nodes
      #expect(map.specification.groups.reduce(0) { $0 + $1.actorCount } == nodes.count)
      for group in map.specification.groups.indices {
        #expect(map.specification.groups[group].actorCount == nodes.count { $0.group == group })
      }
      let text = map.drawing.lines.map(\.text).joined(separator: " ")
      let venues = nodes.count { $0.isVenue }
      #expect(text.contains("venue: others join it (\(venues))"))
      for group in map.specification.groups where group.color != nil && group.actorCount > 0 {
        #expect(text.contains("\(group.name ?? "") (\(group.actorCount))"))
      }
      #expect(map.specification.groups.count { $0.color != nil } <= 8)
    }
  }

  @Test func sizesAreShownAndExplained() throws {
    let dataset = Samples.axes
    let sizes = ActorSizes(name: "Betweenness", values: [4, 2, nil, .nan, 0, 1])
    for style in MapStyle.allCases {
      let map = try Samples.map(of: dataset, options: MapOptions(style: style), sizes: sizes)
      #expect(map.svg().contains("Betweenness"))
    }
    let map = try Samples.map(of: dataset, options: MapOptions(style: .network), sizes: sizes)
    let radii = map.drawing.elements.flatMap(\.all).compactMap { element -> (String, Double)? in
      guard case .group(let group) = element, group.role == .listitem,
        case .circle(_, let radius, _) = group.children.first
      else { return nil }
      return (group.title ?? "", radius)
    }
    let largest = radii.max { $0.1 < $1.1 }
    #expect(largest?.0.hasPrefix("gavi;") == true)
    #expect(throws: MapError.self) {
      try Samples.map(of: dataset, sizes: ActorSizes(name: "x", values: [1]))
    }
  }

  @Test func writesDOTWithoutRawText() throws {
    let map = try Samples.map(of: Samples.named(["a\" URL=\"javascript:alert(1)", "b\\N", "&lt;"]))
    let dot = map.dot()
    #expect(dot.contains(#"label="a\" URL=\"javascript:alert(1)""#))
    #expect(dot.contains(#"label="b\\N""#))
    #expect(dot.contains(#"label="&amp;lt;""#))
  }
}
