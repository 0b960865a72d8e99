import Ecosystem
import EcosystemData
import Testing

/// For each kind of problem, the smallest dataset that has it and nothing else.
@Suite struct ProblemCodeTests {
  struct Sample {
    let files: Files
    var limits = DelimitedLimits.standard
    var count = 1
  }

  /// A row that goes with another comes along with the error of that one; it has a test of its own.
  @Test(arguments: ProblemCode.allCases.filter { $0 != .leftOutWithActor }) func sampleHasThisProblemAlone(
    code: ProblemCode
  ) throws {
    let sample = try #require(Self.samples[code], "no sample for \(code)")
    let report = try sample.files.check(limits: sample.limits)
    #expect(report.counts == [code: sample.count], "\(report.problems.map(\.description))")
    #expect(report.problems.allSatisfy { !$0.file.isEmpty && !$0.message.isEmpty })
    #expect(report.hasErrors == (code.severity == .error))
  }

  @Test(arguments: ProblemCode.allCases) func explanationSaysHowToMendIt(code: ProblemCode) {
    #expect(!code.title.isEmpty)
    #expect(code.explanation.contains("Example"))
    #expect(code.explanation.split(separator: "\n").allSatisfy { $0.count <= 110 })
  }

  @Test func codesAndTitlesAreDistinct() {
    #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
    #expect(Set(ProblemCode.allCases.map(\.title)).count == ProblemCode.allCases.count)
    #expect(Set(ProblemCode.allCases.map(\.explanation)).count == ProblemCode.allCases.count)
  }

  @Test func theBaseHasNoProblem() throws {
    let report = try Files.package().check()
    #expect(report.counts.isEmpty, "\(report.problems)")
  }

  private static let ties = "from,to,relation,mission,method,source\n"
  private static let row = "france,c40,member-of,climate,peer-learning,s1\n"

  static let samples: [ProblemCode: Sample] = fileSamples.merging(cellSamples) { a, _ in a }
    .merging(referenceSamples) { a, _ in a }.merging(descriptorSamples) { a, _ in a }
    .merging(warningSamples) { a, _ in a }

  private static var small: DelimitedLimits {
    var limits = DelimitedLimits.standard
    limits.cellLength = 20
    limits.rows = 2
    limits.columns = 6
    return limits
  }

  static let fileSamples: [ProblemCode: Sample] = {
    var latin = Files.edges("from,to\na,b\n")
    latin.contents["ties.csv"]?.append(contentsOf: [0xE9, 0x2C, 0x62, 0x0A])
    var binary = Files.edges("from,to\na,b\n")
    binary.contents["ties.csv"]?.append(contentsOf: [0x00, 0x2C, 0x62, 0x0A])
    var archive = Files.edges("")
    archive.contents["ties.csv"] = Array(Gzip.packed("from,to\na,b\n").dropLast())
    return [
      .damagedArchive: Sample(files: archive),
      .missingFile: Sample(files: Files(["actors.csv": "id,name,kind\n"])),
      .unreadableEncoding: Sample(files: latin),
      .binaryContent: Sample(files: binary),
      .emptyTable: Sample(files: .edges("")),
      .unterminatedQuote: Sample(files: .edges("from,to\na,b\nc,\"d\n")),
      .tooLong: Sample(files: .edges("from,to\na,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n"), limits: small),
      .tooManyColumns: Sample(files: .edges("from,to,c,d,e,f,g\n"), limits: small),
      .tooManyRows: Sample(files: .edges("from,to\na,b\nb,c\nc,d\n"), limits: small),
      .raggedRow: Sample(files: .edges("from,to\na,b\na,b,c\n")),
      .malformedQuoting: Sample(files: .edges("from,to\na,b\n\"a\"x,b\n")),
      .duplicateColumn: Sample(files: .edges("from,to,note,Note\na,b,1,2\n")),
      .missingColumn: Sample(files: .package(["topics.csv": "id,axis\nclimate,vertical\n"])),
      .unrecognizedHeader: Sample(files: .edges("left,right\na,b\n")),
    ]
  }()

  static let cellSamples: [ProblemCode: Sample] = [
    .blankCell: Sample(files: .edges("from,to\na,b\na,\n")),
    .badNumber: Sample(files: .edges("from,to,weight\na,b,1\na,c,nan\n")),
    .badDate: Sample(files: .edges("from,to,start\na,b,2021\na,c,30.06.2021\n")),
    .badBoolean: Sample(files: .edges("from,to,directed\na,b,yes\na,c,perhaps\n")),
    .unlistedValue: Sample(
      files: .package([
        "topics.csv":
          "id,name,axis\nclimate,Climate,vertical\npeer-learning,Peer learning,horizontal\nx,X,mission\n"
      ])),
    .patternMismatch: Sample(
      files: .schema(
        "sources",
        #"{"fields": [{"name": "id", "constraints": {"pattern": "[a-z0-9]+"}}, {"name": "title"}]}"#,
        ["sources.csv": "id,title\ns1,Members\nS-2,Other\n"])),
    .outOfBounds: Sample(
      files: .schema(
        "sources",
        #"{"fields": [{"name": "id"}, {"name": "title", "constraints": {"maxLength": 8}}]}"#,
        ["sources.csv": "id,title\ns1,Members\ns2,A long title\n"])),
  ]

  static let referenceSamples: [ProblemCode: Sample] = [
    .duplicateID: Sample(files: .package(["sources.csv": "id,title\ns1,Members\ns1,Others\n"])),
    .unknownActor: Sample(files: .package(["ties.csv": ties + row + "spain,c40,member-of,,,\n"])),
    .unknownTopic: Sample(files: .package(["ties.csv": ties + row + "france,c40,funds,food,,\n"])),
    .wrongAxis: Sample(files: .package(["ties.csv": ties + row + "france,c40,funds,peer-learning,,\n"])),
    .unknownSource: Sample(files: .package(["ties.csv": ties + row + "france,c40,funds,,,s9\n"])),
    .unknownParent: Sample(
      files: .package([
        "actors.csv": "id,name,kind,parent\nfrance,France,government,eu\nc40,C40 Cities,network,\n"
      ])),
    .parentCycle: Sample(
      files: .package([
        "actors.csv": "id,name,kind,parent\nfrance,France,government,c40\nc40,C40 Cities,network,france\n"
      ])),
    .duplicateValue: Sample(
      files: .schema(
        "sources",
        #"{"fields": [{"name": "id"}, {"name": "title", "constraints": {"unique": true}}]}"#,
        ["sources.csv": "id,title\ns1,Members\ns2,Members\n"])),
    .brokenReference: Sample(
      files: .schema(
        "ties",
        #"{"foreignKeys": [{"fields": "funder", "reference": {"resource": "actors", "fields": "id"}}]}"#,
        ["ties.csv": "from,to,relation,funder\nfrance,c40,member-of,france\nfrance,c40,member-of,spain\n"])),
  ]

  static let descriptorSamples: [ProblemCode: Sample] = [
    .malformedDescriptor: Sample(files: .described("{\"resources\": [\n{,}]}")),
    .badDescriptorEntry: Sample(files: .described("{\"resources\": {}}")),
    .unsafePath: Sample(files: .described(#"{"resources": [{"name": "ties", "path": "../ties.csv"}]}"#)),
    .unknownResource: Sample(files: .described(#"{"resources": [{"name": "tie", "path": "ties.csv"}]}"#)),
    .unknownField: Sample(files: .schema("sources", #"{"primaryKey": "key"}"#)),
  ]

  static let warningSamples: [ProblemCode: Sample] = [
    .duplicateTie: Sample(files: .edges("from,to,note\na,b,x\nb,c,x\na,b,x\n")),
    .similarNames: Sample(files: .edges("from,to\nUN-Habitat,x\nUN Habitat,y\n")),
    .selfTie: Sample(files: .edges("from,to\na,b\na,a\n")),
    .implausibleDate: Sample(files: .edges("from,to,end\na,b,9999-12-31\na,c,2899-01-01\n")),
    .endBeforeStart: Sample(files: .edges("from,to,start,end\na,b,2020,2021\na,c,2021-06,2020\n")),
    .isolatedActor: Sample(
      files: .package([
        "actors.csv":
          "id,name,kind\nfrance,France,government\nc40,C40 Cities,network\nspain,Spain,government\n"
      ])),
    .suspiciousCountry: Sample(
      files: .package([
        "actors.csv": "id,name,kind,country\nfrance,France,government,France\nc40,C40 Cities,network,NA\n"
      ])),
    .unnamedColumn: Sample(files: .edges("\"\",from,to\n1,a,b\n")),
    .strayQuote: Sample(files: .edges("from,to\na, \"b\"\n")),
    .garbledText: Sample(files: .edges("from,to\nS<U+00E3>o Paulo,b\n")),
    .absentTable: Sample(files: .package(["sources.csv": nil])),
    .unknownFieldType: Sample(
      files: .schema("sources", #"{"fields": [{"name": "id"}, {"name": "title", "type": "text"}]}"#)),
    .undescribedColumn: Sample(files: .schema("sources", #"{"fields": [{"name": "id"}]}"#)),
  ]

  @Test func aRowGoesWithTheActorItNames() throws {
    let files = Files.package([
      "actors.csv": "id,name,kind,start\nfrance,France,government,1.1.2020\nc40,C40 Cities,network,\n"
    ])
    let report = try files.check()
    #expect(report.counts[.badDate] == 1)
    #expect(report.counts[.leftOutWithActor] == 1)
    #expect(report.ties == 0)
    #expect(report.files.last?.rowsLeftOut == 1)
  }
}
