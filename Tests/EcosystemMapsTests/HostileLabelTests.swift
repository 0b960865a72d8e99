import EcographTestSupport
import Foundation
import Testing

@testable import EcosystemMaps

@Suite struct HostileLabelTests {
  private static let pieces = [
    "<script>alert(1)</script>", "\"", "'", "&", "&amp;", "&#38;", "]]>", "<!--", "-->", "<?xml", "<![CDATA[",
    "\u{0}",
    "\u{1}", "\u{8}", "\u{1F}", "\u{7F}", "\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
    String(Unicode.Scalar(UInt32(0xFDD0)) ?? "x"),
    "\u{202E}",
    "\u{2066}", "\u{200F}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{2028}", "مرحبا", "שלום", "世界", "👩‍👩‍👧‍👦", "🏳️‍🌈",
    "é",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\" onload=\"alert(1)", "javascript:alert(1)", "url(#x)",
    "\\N\\G",
    "{{}}", "${x}", "%s%n", "\t", "\r\n", " ", "a", "Z", "9", String(repeating: "W", count: 500),
    String(repeating: "ab ", count: 170), "style=\"fill:red\"", "<svg onload=alert(1)>", "</text>",
    "</title></desc>",
    "xlink:href=\"file:///etc/passwd\"", "@import url(http://x)", "}</style>",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test(arguments: MapStyle.allCases)
  func anyTextGivesInertWellFormedSVG(style: MapStyle) throws {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<12 {
      let names = (0..<24).map { _ in text(&generator) }
      let options = MapOptions(style: style, title: text(&generator), subtitle: text(&generator))
      let map = try Samples.map(of: Samples.named(names), options: options)
      try check(map)
    }
  }

  private func check(_ map: EcosystemMap) throws {
    let svg = map.svg()
    #expect(XMLParserResult(Data(svg.utf8)).isWellFormed)
    let structure = try Structure(of: svg)
    #expect(
      structure.elements.isSubset(of: [
        "svg", "title", "desc", "style", "rect", "circle", "path", "g", "text",
      ]))
    #expect(!structure.attributes.contains { $0.hasPrefix("on") || $0.contains("href") || $0 == "style" })
    #expect(structure.styles.count == 1)
    #expect(
      structure.styles.allSatisfy { !$0.contains("url") && !$0.contains("import") && !$0.contains("<") })
    let forbidden: Set<UInt32> = [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
    #expect(!svg.unicodeScalars.contains { forbidden.contains($0.value) })
    for line in map.drawing.lines { #expect(map.drawing.page.contains(line.frame), "\(line.text)") }
  }

  @Test func fiveHundredSingleLabels() throws {
    var generator = SeededGenerator(seed: 7)
    let names = (0..<500).map { _ in text(&generator) }
    for style in [MapStyle.network, .cards] {
      try check(try Samples.map(of: Samples.named(names), options: MapOptions(style: style)))
    }
  }

  @Test func theFullNameStaysInTheTitle() throws {
    let name = String(repeating: "Very long name of an agency ", count: 20) + "end"
    let svg = try Samples.map(of: Samples.named([name, "b", "c"]), options: MapOptions(style: .columns)).svg()
    #expect(svg.contains("<title>" + name))
    #expect(svg.contains("…</text>"))
  }
}
