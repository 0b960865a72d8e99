import Ecosystem
import EcosystemData
import Testing

@Suite struct DescriptorTests {
  private static let minimal = """
    {"resources": [
      {"name": "actors", "path": "actors.csv"}, {"name": "ties", "path": "ties.csv"},
      {"name": "topics", "path": "topics.csv"}, {"name": "sources", "path": "sources.csv"}
    ]}
    """

  @Test func minimalDescriptorIsReadLikeTheFolder() throws {
    let described = try Files.described(Self.minimal).read().dataset
    let plain = try Files.package().read().dataset
    #expect((0..<2).map { described.actors[$0] } == (0..<2).map { plain.actors[$0] })
    #expect(described.ties[0] == plain.ties[0])
    #expect(described.topics == plain.topics && described.sources == plain.sources)
  }

  @Test func describesTheDataset() throws {
    let descriptor = """
      {"name": "cities", "title": "Cit\\u00e9s \\ud83c\\udf0d", "version": "1.2",
       "licenses": [{"name": "CC-BY-4.0"}, {"title": "Other"}],
       "ecograph": {"venueKinds": ["government"], "joiningRelations": ["joins"]},
       "resources": [{"name": "ties", "path": ["ties.csv"]}, {"name": "actors", "path": "actors.csv"},
         {"name": "photographs", "path": "x.zip"}]}
      """
    let loaded = try Files.described(descriptor).read()
    let description = loaded.dataset.description
    #expect(description.name == "cities" && description.title == "Cités 🌍" && description.version == "1.2")
    #expect(description.license == "CC-BY-4.0, Other")
    #expect(loaded.dataset.isVenue(0) && loaded.dataset.isVenue(1))
    #expect(loaded.dataset.vocabulary.joiningRelations.isSuperset(of: ["joins", "member-of"]))
    #expect(loaded.report.notes.contains { $0.contains("photographs") })
  }

  @Test func statedSeparatorIsUsed() throws {
    let descriptor = #"{"resources": [{"name": "ties", "path": "ties.csv", "dialect": {"delimiter": "|"}}]}"#
    let dataset = try Files(["datapackage.json": descriptor, "ties.csv": "from|to|relation\na,1|b|x\n"])
      .read()
      .dataset
    #expect(dataset.actors.id(of: 0) == "a,1")
  }

  @Test(arguments: [
    ("", 1), ("{", 1), ("{\n\"a\": tru}", 2), ("{\"a\": 1,\n\n}", 3), ("[1,\n2", 2), ("{}\n{}", 2),
    ("{\"a\": \"x\ny\"}", 1), ("{\"a\": 1,\n\"a\": 2}", 2), (#"{"a": "\x"}"#, 1), (#"{"a": "\ud800"}"#, 1),
  ]) func brokenJSONIsReportedWithItsLine(text: String, line: Int) throws {
    let report = try Files.described(text).check()
    #expect(report.counts == [.malformedDescriptor: 1])
    #expect(report.problems.first?.line == line)
  }

  @Test func deepNestingIsRefused() throws {
    let text = String(repeating: "[", count: 100_000)
    #expect(try Files.described(text).check().counts == [.malformedDescriptor: 1])
  }

  @Test(arguments: [
    "/etc/passwd", "../ties.csv", "a/../../ties.csv", "https://example.org/ties.csv", "~/ties.csv",
    "C:\\ties.csv",
  ]) func pathsLeadNowhereElse(path: String) throws {
    let escaped = path.replacing("\\", with: "\\\\")
    let report = try Files.described("{\"resources\": [{\"name\": \"ties\", \"path\": \"\(escaped)\"}]}")
      .check()
    #expect(report.counts == [.unsafePath: 1])
  }

  @Test(arguments: [
    "[]", "{}", #"{"resources": [1]}"#, #"{"resources": [{"path": "ties.csv"}]}"#,
    #"{"resources": [{"name": "ties"}]}"#, #"{"resources": [{"name": "ties", "path": 3}]}"#,
    #"{"resources": [{"name": 3, "path": "ties.csv"}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv", "encoding": "latin1"}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv", "dialect": {"delimiter": "ab"}}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv", "dialect": {"header": false}}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv", "schema": []}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv", "schema": {"fields": {}}}]}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv"}], "ecograph": {"venueKind": []}}"#,
    #"{"resources": [{"name": "ties", "path": "ties.csv"}], "licenses": "CC0"}"#,
  ]) func badEntriesAreReported(descriptor: String) throws {
    #expect(try Files.described(descriptor).check().counts[.badDescriptorEntry] == 1)
  }

  @Test func missingFileIsNamedWithItsNeighbor() throws {
    let report = try Files.described(#"{"resources": [{"name": "ties", "path": "tie.csv"}]}"#).check()
    #expect(report.problems.first?.code == .missingFile)
    #expect(report.problems.first?.suggestions.first == "ties.csv")
  }

  @Test func fieldsAreCheckedAgainstTheHeader() throws {
    let report = try Files.schema(
      "actors",
      #"{"fields": [{"name": "id"}, {"name": "name"}, {"name": "kind"}, {"name": "county"}, {"name": "country"}]}"#
    ).check()
    #expect(report.counts == [.unknownField: 1])
    #expect(report.problems.first?.suggestions == ["country"])
    #expect(report.problems.first?.file == "datapackage.json")
  }

  struct Constraint: Sendable {
    let field: String
    let good: [String]
    let bad: [String]
    let code: ProblemCode
  }

  private static let constraints: [Constraint] = [
    Constraint(field: #""type": "integer""#, good: ["1", "-5", "+3"], bad: ["1.0", "x"], code: .badNumber),
    Constraint(
      field: #""type": "number""#, good: ["1", "-5.5", "1e3"], bad: ["1,5", "NaN"], code: .badNumber),
    Constraint(field: #""type": "boolean""#, good: ["true", "No"], bad: ["t", "2"], code: .badBoolean),
    Constraint(
      field: #""type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]"#, good: ["ja", "nein"],
      bad: ["true"], code: .badBoolean),
    Constraint(
      field: #""type": "date""#, good: ["2024-02-29"], bad: ["2023-02-29", "2024", "1/2/2024"], code: .badDate
    ),
    Constraint(field: #""type": "year""#, good: ["2024"], bad: ["24", "2024-01"], code: .badDate),
    Constraint(field: #""type": "yearmonth""#, good: ["2024-01"], bad: ["2024", "2024-13"], code: .badDate),
    Constraint(
      field: #""constraints": {"required": true}"#, good: ["x"], bad: ["", "  "], code: .blankCell),
    Constraint(
      field: #""constraints": {"enum": ["a", "b"]}"#, good: ["a", ""], bad: ["c", "A"], code: .unlistedValue),
    Constraint(
      field: #""categories": ["a", {"value": "b", "label": "B"}]"#, good: ["a", "b"], bad: ["B"],
      code: .unlistedValue),
    Constraint(
      field: #""type": "list", "constraints": {"enum": ["a", "b"]}"#, good: ["a;b", "b"], bad: ["a;c"],
      code: .unlistedValue),
    Constraint(
      field: #""constraints": {"pattern": "^[A-Z]{2}$"}"#, good: ["FR"], bad: ["fr", "FRA", "xFRx"],
      code: .patternMismatch),
    Constraint(
      field: #""type": "number", "constraints": {"minimum": 2, "maximum": "3.5"}"#, good: ["2", "3.5"],
      bad: ["1.9", "10"], code: .outOfBounds),
    Constraint(
      field: #""type": "number", "constraints": {"exclusiveMinimum": 2}"#, good: ["2.1"], bad: ["2"],
      code: .outOfBounds),
    Constraint(
      field: #""type": "date", "constraints": {"maximum": "2024-12-31"}"#, good: ["2024-12-31"],
      bad: ["2025-01-01"], code: .outOfBounds),
    Constraint(
      field: #""constraints": {"minLength": 2, "maxLength": 3}"#, good: ["äö", "abc"], bad: ["a", "abcd"],
      code: .outOfBounds),
    Constraint(
      field: #""constraints": {"unique": true}"#, good: ["a", "b"], bad: ["a"], code: .duplicateValue),
  ]

  @Test(arguments: constraints.indices) func constraintsHold(index: Int) throws {
    let constraint = Self.constraints[index]
    let cells = constraint.good + constraint.bad
    let rows = cells.enumerated().map { "x\($0.offset),\"\($0.element)\"\n" }.joined()
    let schema = "{\"fields\": [{\"name\": \"id\"}, {\"name\": \"extra\", \(constraint.field)}]}"
    let files = Files.schema(
      "sources", schema.replacing(#"{"name": "id"}, "#, with: #"{"name": "id"}, {"name": "title"}, "#),
      [
        "sources.csv": "id,extra,title\ns1,\(constraint.good[0] == "a" ? "" : constraint.good[0]),T\n"
          + rows.split(separator: "\n").map { $0 + ",T\n" }.joined()
      ])
    var expected = [constraint.code: constraint.bad.count]
    // The row of the base repeats the first good value where that must be unique.
    if constraint.code == .duplicateValue { expected = [.duplicateValue: 1] }
    let report = try files.check()
    #expect(report.counts == expected, "\(report.problems)")
    #expect(report.files[0].rowsLeftOut == expected[constraint.code])
  }

  @Test func badConstraintsAreReported() throws {
    for constraint in [
      #"{"required": "yes"}"#, #"{"enum": []}"#, #"{"pattern": "["}"#, #"{"minLength": "x"}"#,
      #"{"requird": true}"#,
    ] {
      let schema = "{\"fields\": [{\"name\": \"id\"}, {\"name\": \"title\", \"constraints\": \(constraint)}]}"
      #expect(try Files.schema("sources", schema).check().counts == [.badDescriptorEntry: 1], "\(constraint)")
    }
  }

  @Test func compositeKeysAreUnique() throws {
    let rows =
      "from,to,relation,year\nfrance,c40,funds,1\nfrance,c40,funds,2\nc40,france,funds,1\nfrance,c40,funds,1\n"
    let report = try Files.schema(
      "ties", #"{"primaryKey": ["from", "to", "year"]}"#,
      ["ties.csv": rows, "sources.csv": nil]
        .merging(["sources.csv": "id,title\n"]) { _, b in b }
    ).check()
    #expect(report.counts[.duplicateValue] == 1)
  }

  @Test func foreignKeysLeadSomewhere() throws {
    let key =
      #"{"foreignKeys": [{"fields": ["from"], "reference": {"resource": "actor", "fields": ["id"]}}]}"#
    let report = try Files.schema("ties", key).check()
    #expect(report.counts == [.unknownResource: 1])
    #expect(report.problems.first?.suggestions == ["actors"])
  }
}
