import Ecosystem
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2021", "2021-06", "2021-06-30", "2024-02-29", "0001-01-01", "9999-12-31"])
  func readsAndWritesTheSameText(text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "21", "2021-6", "2021-13", "2021-02-29", "2023-02-29", "1900-02-29", "2021-06-31", "2021-06-30-01",
    "2021/06",
    "+021", "２０２１", "2021-06-", " 2021", "June 2021",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func spansTheDaysItCouldBe() throws {
    let month = try #require(PartialDate("2024-02"))
    #expect(month.firstDay == 2024_02_01)
    #expect(month.lastDay == 2024_02_29)
    #expect(PartialDate("2024")?.lastDay == 2024_12_31)
    #expect(PartialDate("9999-12-31")?.meansNoEnd == true)
  }
}
