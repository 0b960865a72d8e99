import EcographTestSupport
import Ecosystem
import EcosystemData
import Testing

@Suite struct EdgeListTests {
  private func ids(_ dataset: Dataset) -> [String] {
    (0..<dataset.actors.count).map { dataset.actors.id(of: $0) }
  }

  @Test(arguments: ["from,to", "source,target", "FROM,To", " Source , Target ", "to,from"])
  func headers(header: String) throws {
    let loaded = try Files.edges("\(header)\nb,a\na,c\n").read()
    #expect(ids(loaded.dataset) == ["b", "a", "c"] || header == "to,from")
    #expect(loaded.report.inferredActors == 3)
    #expect(loaded.dataset.ties.count == 2)
    #expect(loaded.dataset.actors.name(of: 1) == loaded.dataset.actors.id(of: 1))
  }

  @Test func columnsOfTiesAreRecognizedByName() throws {
    let text = """
      from;to;Relation;mission;method;weight;directed;start;end;stage;confidence;source;locator;quote;mood
      a;b;funds;climate;prizes;2.5;no;2020;2021-06;pilot;0.5;s1;p. 3;"so; it is";good
      a;c;;;;;;;;;;;;;
      """
    let dataset = try Files.edges(text).read().dataset
    let tie = dataset.ties[0]
    #expect(tie.relation == "funds" && tie.weight == 2.5 && !tie.isDirected && tie.stage == "pilot")
    #expect(tie.start == PartialDate("2020") && tie.end == PartialDate("2021-06") && tie.confidence == 0.5)
    #expect(tie.sources == ["s1"] && tie.locator == "p. 3" && tie.quote == "so; it is")
    #expect(dataset.topics.map(\.id) == ["climate", "prizes"])
    #expect(dataset.topics.map(\.axis) == [.vertical, .horizontal])
    #expect(tie.mission == 0 && tie.method == 1)
    #expect(dataset.ties.attributes.map(\.name) == ["mood"])
    #expect(dataset.ties.attributes[0].values[0] == "good")
    let blank = dataset.ties[1]
    #expect(blank.weight == 1 && blank.isDirected && blank.mission == nil && blank.confidence == nil)
    #expect(blank.relation == nil && blank.start == nil && blank.quote == nil)
  }

  /// `source` is an end of the tie beside `target`, and evidence beside `from` and `to`.
  @Test func sourceMeansWhatStandsBesideIt() throws {
    let ends = try Files.edges("source,target\na,b\n").read().dataset
    #expect(ids(ends) == ["a", "b"])
    #expect(ends.ties[0].sources.isEmpty)
    let evidence = try Files.edges("source,from,to\nx,a,b\n").read().dataset
    #expect(ids(evidence) == ["a", "b"])
    #expect(evidence.ties[0].sources == ["x"])
  }

  @Test func bareEdgeListTakesNoMoreThanItsEnds() throws {
    let ties = try Files.edges("from,to\n1,2\n2,3\n").read().dataset.ties
    #expect(ties.weights.isEmpty && ties.relations.isAbsent && ties.missions.isEmpty)
    #expect(ties.areDirected.isEmpty && ties.starts.isEmpty && ties.attributes.isEmpty)
  }

  @Test func headerThatIsNoneIsShown() throws {
    let error = #expect(throws: DatasetReadingError.self) { try Files.edges("sorce,target\na,b\n").read() }
    let problem = try #require(error?.problems.first)
    #expect(error?.kind == .invalid && error?.exitCode == 3)
    #expect(problem.code == .unrecognizedHeader)
    #expect(problem.message.contains("`sorce`"))
    #expect(problem.suggestions == ["source"])
    #expect(throws: DatasetReadingError.self) { try Files.edges("1,2\n2,3\n").read() }
  }

  @Test func decimalCommaIsABadNumberWithAHint() throws {
    let report = try Files.edges("from;to;weight\na;b;0,5\n").check()
    let problem = try #require(report.problems.first)
    #expect(problem.code == .badNumber && problem.line == 2 && problem.column == "weight")
    #expect(problem.value == "0,5")
    #expect(problem.remedy?.contains("0.5") == true)
  }

  @Test func namibiaIsNotMissing() throws {
    let files = Files.schema(
      "actors", #"{"missingValues": ["", "NA", "-9"]}"#,
      [
        "actors.csv":
          "id,name,kind,country,level\nnamibia,Namibia,government,NA,NA\nfrance,France,government,-9,global\nc40,C40,network,,\n"
      ])
    let actors = try files.read { $0.invalidRows = .leaveOut }.dataset.actors
    #expect(actors[0].country == "NA")
    #expect(actors[0].level == nil)
    #expect(actors[1].country == nil)
    #expect(actors[1].level == "global")
    #expect(try Files.edges("from,to\nNA,NULL\n").read().dataset.actors.count == 2)
  }

  @Test(arguments: ["TRUE", "yes", "1", "True", ""]) func directed(cell: String) throws {
    #expect(try Files.edges("from,to,directed\na,b,\(cell)\n").read().dataset.ties.isDirected(0))
  }

  @Test(arguments: ["FALSE", "no", "0", "No"]) func undirected(cell: String) throws {
    #expect(try !Files.edges("from,to,directed\na,b,\(cell)\n").read().dataset.ties.isDirected(0))
  }

  @Test(arguments: ["nan", "inf", "-1", "1e999", "0x10", "1_000", "1 000", "--1", ".", "e5", "1e", "∞"])
  func badWeights(cell: String) throws {
    #expect(try Files.edges("from,to,weight\na,b,\(cell)\n").check().counts[.badNumber] == 1)
  }

  /// The shortest text of a number reads back as the number, to the last bit.
  @Test func weightsAreExact() throws {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<2_000).map { index in
      index % 2 == 0
        ? Double.random(in: 0...1e6, using: &generator)
        : abs(Double(bitPattern: UInt64.random(in: 0...(UInt64.max / 2 - 1) >> 1, using: &generator)))
    }.filter(\.isFinite)
    let text = "from,to,weight\n" + numbers.map { "a,b,\($0)\n" }.joined()
    let ties = try Files.edges(text).read().dataset.ties
    for (row, number) in numbers.enumerated() {
      #expect(ties.weight(of: row).bitPattern == number.bitPattern)
    }
    let plain = try Files.edges(
      "from,to,weight\na,b,+3\na,b,0012.50\na,b,5.\na,b,.5\na,b,123456789012345678901\n"
    )
    .read().dataset.ties
    #expect((0..<5).map { plain.weight(of: $0) } == [3, 12.5, 5, 0.5, 123_456_789_012_345_683_968])
  }

  /// Ids that look like numbers are texts: `1`, `01` and `1.0` are three actors.
  @Test func idsAreTexts() throws {
    let dataset = try Files.edges("from,to\n1,01\n1.0,+1\n1,4294967296\n999999999,1000000000\n0,00\n").read()
      .dataset
    #expect(ids(dataset) == ["1", "01", "1.0", "+1", "4294967296", "999999999", "1000000000", "0", "00"])
  }

  @Test func manyNumbersKeepTheirOrder() throws {
    var generator = SeededGenerator(seed: 11)
    let pairs = (0..<20_000).map { _ in
      (Int.random(in: 0...300_000, using: &generator), Int.random(in: 0...300_000, using: &generator))
    }
    let dataset = try Files.edges("from,to\n" + pairs.map { "\($0.0),\($0.1)\n" }.joined()).read().dataset
    var order: [Int: Int] = [:]
    for pair in pairs { for end in [pair.0, pair.1] where order[end] == nil { order[end] = order.count } }
    #expect(dataset.actors.count == order.count)
    for (row, pair) in pairs.enumerated() {
      #expect(dataset.ties.source(of: row) == order[pair.0])
      #expect(dataset.ties.target(of: row) == order[pair.1])
    }
  }

  @Test func ofBadRowsNothingRemains() throws {
    let text = "from,to,mission,weight\na,b,climate,1\nx,y,food,no\nb,c,climate,2\n"
    let loaded = try Files.edges(text).read { $0.invalidRows = .leaveOut }
    #expect(ids(loaded.dataset) == ["a", "b", "c"])
    #expect(loaded.dataset.topics.map(\.id) == ["climate"])
    #expect(loaded.dataset.ties.line(of: 1) == 4)
    #expect(loaded.dataset.ties.weight(of: 1) == 2)
    #expect(loaded.report.hasErrors && loaded.report.files[0].rowsLeftOut == 1)
  }

  @Test func aWordStandsOnOneAxis() throws {
    let report = try Files.edges("from,to,mission,method\na,b,health,\nb,c,,health\n").check()
    #expect(report.counts == [.wrongAxis: 1])
    #expect(report.ties == 1)
  }
}
