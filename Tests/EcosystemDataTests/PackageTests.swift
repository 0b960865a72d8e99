import Ecosystem
import EcosystemData
import Testing

@Suite struct PackageTests {
  @Test func tablesAreJoined() throws {
    let loaded = try Files.package().read()
    let dataset = loaded.dataset
    #expect(dataset.actors.count == 2 && dataset.ties.count == 1)
    #expect(dataset.actors[0].kind == "government" && dataset.actors[0].country == "FR")
    #expect(dataset.isVenue(1) && !dataset.isVenue(0))
    #expect(dataset.ties[0].mission == 0 && dataset.ties[0].method == 1)
    #expect(dataset.source(withID: "s1")?.title == "Members")
    #expect(loaded.report.files.map(\.name) == ["sources.csv", "topics.csv", "actors.csv", "ties.csv"])
    #expect(loaded.report.inferredActors == 0)
  }

  @Test func theExampleOfTheDocumentationIsWordedAsPromised() throws {
    let report = try Files.package([
      "actors.csv": "id,name,kind\nfrance,France,government\nun-habitat,UN-Habitat,agency\n",
      "ties.csv": "from,to,relation\nfrance,un-habitat,funds\nfrance,UN-Habitat,funds\n",
    ]).check()
    let problem = try #require(report.problems.first { $0.code == .unknownActor })
    #expect(
      problem.description
        == "ties.csv:3, column `to`: `UN-Habitat` is not in actors.csv; did you mean `un-habitat`?")
  }

  @Test func namesLeadToIdsToo() throws {
    let report = try Files.package([
      "actors.csv": "id,name,kind\nfrance,France,government\nunh,Human Settlements Programme,agency\n",
      "ties.csv": "from,to,relation\nfrance,Human Settlement Programme,funds\nfrance,unh,funds\n",
    ]).check()
    #expect(report.problems.first?.suggestions == ["unh"])
  }

  @Test func unknownColumnsAreKept() throws {
    let dataset = try Files.package([
      "actors.csv":
        "id,name,kind,wikidata,Mayor\nfrance,France,government,Q142,\nc40,C40 Cities,network,Q5001,Anne\n"
    ]).read().dataset
    #expect(dataset.actors.attributes.map(\.name) == ["wikidata", "Mayor"])
    #expect(dataset.actors.attributes[0].values[0] == "Q142")
    #expect(dataset.actors.attributes[1].values[0] == nil)
  }

  @Test func parentsMayComeLater() throws {
    let dataset = try Files.package([
      "actors.csv": "id,name,kind,parent\nfrance,France,government,c40\nc40,C40 Cities,network,\n",
      "topics.csv":
        "id,name,axis,parent\nclimate,Climate,vertical,planet\nplanet,Planet,vertical,\npeer-learning,P,horizontal,\n",
    ]).read().dataset
    #expect(dataset.actors.parent(of: 0) == 1)
    #expect(dataset.topics[0].parent == 1)
    #expect(dataset.topicAndDescendants(1) == [0, 1])
  }

  @Test func cyclesOfParentsAreNamedAndCut() throws {
    let files = Files.package([
      "actors.csv":
        "id,name,kind,parent\nfrance,France,government,x\nc40,C40 Cities,network,france\nx,Xyz,agency,c40\ny,Yyy,agency,x\nz,Zzz,agency,z\n",
      "ties.csv": "from,to,relation\nfrance,c40,funds\nx,y,funds\nz,y,funds\n",
    ])
    let loaded = try files.read { $0.invalidRows = .leaveOut }
    #expect(loaded.report.counts[.parentCycle] == 2)
    let parents = (0..<5).map { loaded.dataset.actors.parent(of: $0) }
    #expect(parents == [nil, nil, nil, 2, nil])
    #expect(loaded.report.problems.contains { $0.message.contains("→") && $0.line == 2 })
  }

  @Test func errorsAreRefusedUnlessLeftOut() throws {
    let files = Files.package(["ties.csv": "from,to,relation\nfrance,c40,funds\nfrance,spain,funds\n"])
    let error = #expect(throws: DatasetReadingError.self) { try files.read() }
    #expect(error?.kind == .invalid)
    #expect(error?.message.contains("ties.csv:3") == true)
    let loaded = try files.read { $0.invalidRows = .leaveOut }
    #expect(loaded.dataset.ties.count == 1)
    #expect(loaded.report.files.last?.rowsIn == 2 && loaded.report.files.last?.rowsUsed == 1)
  }

  @Test func whatCannotBeLeftOutIsRefusedAnyway() throws {
    let files = Files.package(["ties.csv": "from,relation\nfrance,funds\n"])
    #expect(throws: DatasetReadingError.self) { try files.read { $0.invalidRows = .leaveOut } }
  }

  /// One bad file must not hide what is wrong in the others.
  @Test func allTablesAreChecked() throws {
    let report = try Files.package([
      "actors.csv": "id,name\nfrance,France\n",
      "topics.csv": "id,name,axis\nclimate,Climate,vertical\nclimate,Climate,vertical\n",
      "ties.csv": "from,to,relation,weight\nfrance,c40,funds,x\n",
    ]).check()
    #expect(Set(report.counts.keys).isSuperset(of: [.missingColumn, .duplicateID, .badNumber]))
    #expect(report.counts[.unknownActor] == nil)
  }

  @Test func countsAreHonestWhereListsAreCut() throws {
    let rows = (0..<5_000).map { "france,x\($0),funds\n" }.joined()
    let report = try Files.package(["ties.csv": "from,to,relation\n" + rows]).check()
    #expect(report.counts[.unknownActor] == 5_000)
    #expect(report.problems.count { $0.code == .unknownActor } == 100)
    #expect(report.problems.first { $0.code == .unknownActor }?.line == 2)
    #expect(report.files.last?.rowsLeftOut == 5_000)
  }

  @Test func valuesAreShownHarmless() throws {
    let long = String(repeating: "x", count: 500)
    let report = try Files.edges("from,to,weight\na,b,\"\u{1B}[31m\nred\"\na,b,\(long)\n").check()
    #expect(report.problems[0].value == "\\u{1B}[31m\\nred")
    #expect(report.problems[1].value?.count == 61)
    #expect(report.problems.allSatisfy { $0.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
  }

  @Test func tiesAreCounted() throws {
    let report = try Files.edges("from,to,mission\na,b,x\nb,a,x\na,b,y\nc,c,x\n").check()
    #expect(report.parallelTies == 2 && report.selfTies == 1 && report.isolates == 0)
    #expect(try Files.edges("from,to\na,b\n").read().report.parallelTies == nil)
  }

  /// An undirected tie is the same tie read from its other end; a directed one is not.
  @Test func equalTies() throws {
    let text = "from,to,directed,id\na,b,no,1\nb,a,no,2\na,c,yes,3\nc,a,yes,4\na,b,yes,5\n"
    let report = try Files.edges(text).check()
    #expect(report.counts == [.duplicateTie: 1])
    let problem = try #require(report.problems.first)
    #expect(problem.line == 3 && problem.message.contains("line 2"))
  }

  @Test func emptyTablesAreFine() throws {
    let loaded = try Files.package([
      "actors.csv": "id,name,kind", "ties.csv": "from,to,relation\n", "topics.csv": "id,name,axis\n\n\n",
      "sources.csv": "id,title\n,\n",
    ]).read()
    #expect(loaded.dataset.actors.count == 0 && loaded.dataset.ties.count == 0)
    #expect(loaded.report.files[0].blankRows == 1)
  }

  @Test func fingerprintNamesTheBytes() throws {
    let files = Files.package()
    let digest = try files.read().fingerprint
    #expect(digest.count == 64)
    #expect(try files.read().fingerprint == digest)
    #expect(try Files.package(["sources.csv": "id,title\ns1,Membera\n"]).read().fingerprint != digest)
    let edges = Files.edges("from,to\na,b\n")
    #expect(try edges.read().fingerprint == SHA256.hexDigest(of: Array("from,to\na,b\n".utf8)))
  }
}
