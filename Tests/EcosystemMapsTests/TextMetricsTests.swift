import Testing

@testable import EcosystemMaps

@Suite struct TextMetricsTests {
  @Test func widthsOfTheTypeface() {
    // From the metrics of Helvetica: W 944, o 556, r 333, l 222, d 556, space 278.
    #expect(TextMetrics.width(of: "World", size: 1_000) == 944 + 556 + 333 + 222 + 556)
    #expect(TextMetrics.width(of: "a a", size: 10) == 13.9)
    #expect(TextMetrics.width(of: "é", size: 1_000) == 556)
    #expect(TextMetrics.width(of: "Ж", size: 1_000) == 923)
    #expect(TextMetrics.width(of: "Ω", size: 1_000) == 748)
    #expect(TextMetrics.width(of: "…", size: 1_000) == 1_000)
    #expect(TextMetrics.width(of: "A", size: 1_000, weight: .bold) == 722)
    #expect(TextMetrics.width(of: "", size: 12) == 0)
  }

  @Test func otherScripts() {
    #expect(TextMetrics.width(of: "世界", size: 1_000) == 2_000)
    #expect(TextMetrics.width(of: "👩‍👩‍👧‍👦", size: 1_000) == 1_200)
    #expect(TextMetrics.width(of: "e\u{301}", size: 1_000) == 556)
    #expect(TextMetrics.width(of: "\u{200B}", size: 1_000) == 0)
    #expect(TextMetrics.width(of: "سلام", size: 1_000) > 1_000)
  }

  @Test func tablesHaveTheirLengths() {
    #expect(HelveticaWidths.ascii.count == 95)
    #expect(HelveticaWidths.boldASCII.count == 95)
    #expect(HelveticaWidths.latin.count == 224)
    #expect(HelveticaWidths.greek.count == 96)
    #expect(HelveticaWidths.cyrillic.count == 96)
    #expect(HelveticaWidths.punctuation.count == 43)
  }
}

@Suite struct TextBlockTests {
  @Test func breaksAtSpacesAndBalances() {
    let block = TextBlock("Parties to the global collaboration (not named)", size: 12, width: 160)
    #expect(block.lines == ["Parties to the global", "collaboration (not named)"])
    #expect(!block.isShortened)
  }

  @Test func keepsHyphenatedWordsWhereTheyFit() {
    let block = TextBlock("Organisation for Economic Co-operation", size: 12, width: 150)
    #expect(block.lines.joined(separator: " ") == "Organisation for Economic Co-operation")
  }

  @Test func breaksWordsOnlyWhereNothingElseHelps() {
    let block = TextBlock(String(repeating: "x", count: 100), size: 10, width: 50)
    #expect(block.lines.joined() == String(repeating: "x", count: 100))
    #expect(block.lines.count == 10)
  }

  @Test func shortensWithAnEllipsis() {
    let block = TextBlock(
      "one two three four five six seven eight nine ten", size: 12, width: 60, maximumLines: 2)
    #expect(block.isShortened)
    #expect(block.lines.count == 2)
    #expect(block.lines[1].hasSuffix("…"))
  }

  @Test(arguments: ["", " ", "a", "Ünïcödé wörds", "👩‍👩‍👧‍👦 👩‍👩‍👧‍👦 👩‍👩‍👧‍👦", "世界世界世界世界世界", "a-b-c-d-e-f-g-h-i-j-k-l-m-n"])
  func neverWiderThanAsked(text: String) {
    for width in [20.0, 33.3, 80, 200] {
      let block = TextBlock(text, size: 12, width: width)
      #expect(block.width <= width + 0.01)
      #expect(block.lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}

@Suite struct LabelTextTests {
  @Test func takesOutWhatCannotBeSeen() {
    #expect(LabelText.cleaned("a\u{0}b\u{1}\u{7F}\u{85}c") == "ab c")
    #expect(LabelText.cleaned("  a \t\n b\u{2028}c ") == "a b c")
    #expect(LabelText.cleaned("\u{202E}evil\u{202C} \u{2066}x\u{2069}\u{200F}") == "evil x")
    #expect(LabelText.cleaned("\u{FFFE}a\u{FFFF}\u{1FFFE}b\u{FEFF}\u{200B}c") == "abc")
    #expect(LabelText.cleaned("tag\u{E0041}\u{E0042}s") == "tags")
    #expect(LabelText.name("\u{200B}\u{202E} ") == LabelText.unnamed)
  }

  @Test func keepsWhatScriptsNeed() {
    #expect(LabelText.cleaned("👩‍👩‍👧‍👦 family") == "👩‍👩‍👧‍👦 family")
    #expect(LabelText.cleaned("می\u{200C}خواهم") == "می\u{200C}خواهم")
    #expect(LabelText.cleaned("مرحبا بالعالم") == "مرحبا بالعالم")
    #expect(LabelText.cleaned("é e\u{301}") == "é e\u{301}")
  }

  @Test func stacksNoMoreThanFourMarks() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 50) + "b"
    #expect(LabelText.cleaned(zalgo).unicodeScalars.count == 6)
  }
}
