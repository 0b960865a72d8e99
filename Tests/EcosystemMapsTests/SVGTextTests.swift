import Testing

@testable import EcosystemMaps

@Suite struct SVGTextTests {
  @Test func numbers() {
    #expect(SVGText.number(0) == "0")
    #expect(SVGText.number(-0.0) == "0")
    #expect(SVGText.number(-0.004) == "0")
    #expect(SVGText.number(1.005) == "1" || SVGText.number(1.005) == "1.01")
    #expect(SVGText.number(12.5) == "12.5")
    #expect(SVGText.number(12.05) == "12.05")
    #expect(SVGText.number(-3.14159) == "-3.14")
    #expect(SVGText.number(100) == "100")
    #expect(SVGText.number(.nan) == "0")
    #expect(SVGText.number(.infinity) == "0")
  }

  @Test func markupIsEscaped() {
    #expect(SVGText.escaped("<a b=\"c\" d='e'>&") == "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;")
    #expect(SVGText.escaped("]]>") == "]]&gt;")
    #expect(SVGText.escaped("a\u{1}\u{FFFE}b") == "a\u{FFFD}\u{FFFD}b")
  }

  @Test func numbersForPeople() {
    #expect(ShortNumber.text(0) == "0")
    #expect(ShortNumber.text(1234.5) == "1,235" || ShortNumber.text(1234.5) == "1,234")
    #expect(ShortNumber.text(0.12345) == "0.123")
    #expect(ShortNumber.text(0.5) == "0.5")
    #expect(ShortNumber.text(-2.04) == "-2.04")
    #expect(ShortNumber.text(20) == "20")
    #expect(grouped(1_234_567) == "1,234,567")
    #expect(grouped(-1_234) == "-1,234")
    #expect(counted(1, "tie") == "1 tie")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
  }
}
