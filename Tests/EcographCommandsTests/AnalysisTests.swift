import Foundation
import Testing

/// The commands beside `measure`, run as a user would.
@Suite struct AnalysisTests {
  private let kite = Data(
    """
    from,to
    0,1
    0,2
    0,3
    0,5
    1,3
    1,4
    1,6
    2,3
    2,5
    3,4
    3,5
    3,6
    4,6
    5,6
    5,7
    6,7
    7,8
    8,9

    """.utf8)

  @Test func doctorMeetsAllPublishedValues() throws {
    let run = try ecograph(["doctor", "--format", "csv"])
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n")
    #expect(rows.count > 150)
    #expect(!run.output.contains("DIFFERS"))
  }

  @Test func theBestPairIsNotMadeOfTheBestActors() throws {
    let one = try ecograph(["key-players", "-", "--size", "1", "--format", "csv"], input: kite)
    #expect(one.output == "id,name\n7,7\n")
    let two = try ecograph(["key-players", "-", "--size", "2", "--format", "csv"], input: kite)
    #expect(two.output == "id,name\n5,5\n6,6\n")
    #expect(two.messages.contains("exact"))
    #expect(try ecograph(["key-players", "-", "--size", "20"], input: kite).status == 2)
    #expect(try ecograph(["key-players", "-", "--within", "2"], input: kite).status == 2)
  }

  @Test func tiesTellWhatRunsAlongThem() throws {
    let run = try ecograph(["ties", "-", "--top", "2", "--format", "csv"], input: kite)
    #expect(
      run.output.split(separator: "\n") == [
        "from,to,betweenness,bridge,shared", "7,8,16,true,0", "5,7,10.5,false,1",
      ])
  }

  @Test func linksAreOfPairsNotTied() throws {
    let run = try ecograph(
      ["links", "-", "--by", "common-neighbors", "--top", "3", "--format", "csv"], input: kite)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("first,second,common-neighbors,jaccard,adamic-adar,"))
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(try ecograph(["links", "-", "--by", "luck"], input: kite).status == 2)
  }

  @Test func backbonesNeedTwoModesAndSaySo() throws {
    let refused = try ecograph(["backbone", "-"], input: kite)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("odd circles"))
    let kept = try ecograph(
      ["backbone", "-", "--model", "disparity", "--alpha", "0.3", "--format", "json"], input: kite)
    #expect(kept.status == 0)
    #expect(kept.output.contains("disparity filter"))
    let members = try ecograph([
      "backbone", "datasets/innovation-networks", "--relation", "member-of", "--format", "csv",
    ])
    #expect(members.status == 0)
    #expect(members.messages.contains("are left out, such as"))
    #expect(members.messages.contains("stochastic degree sequence model"))
  }

  @Test func layersAreCompared() throws {
    let run = try ecograph([
      "layers", "datasets/innovation-networks", "--axis", "vertical", "--format", "csv",
    ])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("first,second,jaccard,spearman,kendall\n"))
    let summary = try ecograph(["layers", "datasets/innovation-networks", "--summary", "--format", "csv"])
    #expect(summary.output.hasPrefix("topic,pairs,only here,share only here\n"))
  }

  @Test func measuresAreGivenAsOtherToolsGiveThem() throws {
    let run = try ecograph(
      ["measure", "-", "--measures", "betweenness", "--as", "networkit", "--top", "1", "--format", "csv"],
      input: kite)
    #expect(run.output == "id,betweenness\n7,28\n")
    #expect(run.messages.contains("networkit Betweenness: twice"))
    #expect(try ecograph(["measure", "-", "--measures", "degree", "--as", "excel"], input: kite).status == 2)
    #expect(
      try ecograph(["measure", "-", "--measures", "degree", "--as", "igraph", "--normalize"], input: kite)
        .status == 2)
  }

  @Test func aMeasureThatCannotBeTakenSaysWhatToDo() throws {
    let layer = try ecograph(["measure", "-", "--measures", "relevance"], input: kite)
    #expect(layer.status == 2)
    #expect(layer.messages.contains("--layer"))
    let modes = try ecograph(["measure", "-", "--measures", "two-mode-degree"], input: kite)
    #expect(modes.status == 2)
    #expect(modes.messages.contains("two modes"))
    let column = try ecograph(["measure", "datasets/florentine", "--measures", "ei", "--by", "countri"])
    #expect(column.status == 2)
    #expect(column.messages.contains("did you mean `country`"))
    // Asked for all, the others are given all the same.
    let all = try ecograph(["measure", "-", "--measures", "all", "--format", "csv"], input: kite)
    #expect(all.status == 0)
    #expect(all.messages.contains("relevance is left empty"))
  }

  @Test func aWalkerStartsAnewWhereItIsTold() throws {
    let run = try ecograph(
      ["measure", "-", "--measures", "pagerank", "--from", "9", "--top", "2", "--format", "csv"], input: kite)
    #expect(run.output.contains("\n8,") && run.output.contains("\n9,"))
    #expect(
      try ecograph(["measure", "-", "--measures", "pagerank", "--from", "nobody"], input: kite).status == 2)
  }

  @Test func permutationsAndCouplingsMakeFurtherColumns() throws {
    let roles = try ecograph([
      "measure", "datasets/innovation-networks", "--measures", "gf-liaison", "--by", "kind", "--permutations",
      "20",
      "--top", "1", "--format", "csv",
    ])
    #expect(roles.output.hasPrefix("id,gf-liaison,gf-liaison-expected,gf-liaison-z\n"))
    let sweep = try ecograph([
      "measure", "datasets/innovation-networks", "--measures", "versatility-pagerank", "--coupling", "1,10",
      "--top",
      "1", "--format", "csv",
    ])
    #expect(sweep.output.hasPrefix("id,versatility-pagerank,versatility-pagerank@10.0\n"))
  }

  @Test func actorsAreRolledUp() throws {
    let run = try ecograph([
      "measure", "datasets/innovation-networks", "--rollup", "kind", "--measures", "degree", "--format",
      "csv",
    ])
    #expect(run.status == 0)
    #expect(run.messages.contains("rolled up by kind"))
  }

  @Test(arguments: ["betweenness", "small-world", "density"]) func passportsArePrinted(id: String) throws {
    let run = try ecograph(["measures", id])
    #expect(run.status == 0)
    #expect(run.output.contains("definition") && run.output.contains("source"))
  }
}
