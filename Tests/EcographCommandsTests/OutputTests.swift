import Foundation
import Testing

@Suite struct OutputTests {
  @Test func csvIsOneRowPerActorInTheOrderOfTheDataset() throws {
    let run = try ecograph([
      "measure", "datasets/florentine", "--measures", "degree,betweenness", "--format", "csv",
    ])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "id,degree,betweenness")
    #expect(lines.count == 16)
    #expect(run.output.hasSuffix("\n"))
  }

  @Test func marriageBetweennessIsThePublishedOne() throws {
    let run = try ecograph([
      "measure", "datasets/florentine", "--mission", "marriage", "--measures", "betweenness", "--format",
      "csv",
    ])
    #expect(run.output.contains("medici,47.5\n"))
  }

  @Test func jsonSaysWhatItWasMadeFrom() throws {
    let run = try ecograph([
      "measure", "datasets/florentine", "--measures", "constraint", "--format", "json", "--mission",
      "business",
    ])
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["ecograph"] as? String == "0.1.0")
    #expect((json["dataset"] as? [String: Any])?["name"] as? String == "florentine")
    #expect(((json["dataset"] as? [String: Any])?["sha256"] as? String)?.count == 64)
    #expect((json["selection"] as? [String: Any])?["missions"] as? [String] == ["business"])
    #expect((json["rows"] as? [[String: Any]])?.count == 11)
  }

  @Test func undefinedIsEmptyInCSVAndNullInJSON() throws {
    try withFolder(["ties.csv": "from,to\na,b\nb,c\nd,d\n"]) { folder in
      let file = folder.appendingPathComponent("ties.csv").path
      let csv = try ecograph([
        "measure", file, "--measures", "clustering,constraint", "--format", "csv", "-q",
      ])
      #expect(csv.output == "id,clustering,constraint\na,,1\nb,0,0.5\nc,,1\nd,,\n")
      let json = try ecograph(["measure", file, "--measures", "constraint", "--format", "jsonl", "-q"])
      #expect(json.output.split(separator: "\n").last == #"{"id": "d", "constraint": null}"#)
    }
  }

  @Test(arguments: ["table", "csv", "tsv", "json", "jsonl", "markdown"])
  func everyFormatIsTheSameOnEveryRunAndForEveryNumberOfThreads(format: String) throws {
    let arguments = ["orchestrators", "datasets/opsi-cross-border", "--format", format]
    let first = try ecograph(arguments + ["--threads", "1"])
    #expect(first.status == 0)
    #expect(!first.output.isEmpty)
    for threads in ["2", "3"] {
      #expect(try ecograph(arguments + ["--threads", threads]).output == first.output)
    }
  }

  @Test func rankIntervalsAreTheSameForEveryNumberOfThreads() throws {
    let arguments = [
      "orchestrators", "datasets/opsi-cross-border", "--intervals", "40", "--loss", "0.2", "--format", "csv",
    ]
    let first = try ecograph(arguments + ["--threads", "1"])
    #expect(first.status == 0)
    #expect(first.output.split(separator: "\n").first?.hasSuffix("rank_best,rank_median,rank_worst") == true)
    #expect(first.messages.contains("seed 1"))
    for threads in ["2", "3", "8"] {
      #expect(try ecograph(arguments + ["--threads", threads]).output == first.output)
    }
    #expect(try ecograph(arguments + ["--seed", "2"]).output != first.output)
    #expect(try ecograph(["orchestrators", "datasets/florentine", "--intervals", "0"]).status == 2)
    #expect(try ecograph(["orchestrators", "datasets/florentine", "--loss", "1.5"]).status == 2)
  }

  @Test func standardInputIsADataset() throws {
    let run = try ecograph(
      ["measure", "-", "--measures", "degree", "--format", "csv"],
      input: Data("source;target\nx;y\ny;z\n".utf8))
    #expect(run.status == 0)
    #expect(run.output == "id,degree\nx,1\ny,2\nz,1\n")
  }

  @Test func quotedCellsSurviveTheRoundTrip() throws {
    let run = try ecograph(
      ["measure", "-", "--measures", "degree", "--format", "csv", "-q"],
      input: Data("from,to\n\"a, \"\"b\"\"\nc\",d\n".utf8))
    #expect(run.output == "id,degree\n\"a, \"\"b\"\"\nc\",1\nd,1\n")
  }

  @Test func controlCharactersNeverReachTheTerminal() throws {
    let run = try ecograph(
      ["measure", "-", "--measures", "degree"], input: Data("from,to\na\u{1B}[31m,b\n".utf8))
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.messages.contains("\u{1B}"))
  }

  @Test func columnsAreChosenAndOrdered() throws {
    let run = try ecograph([
      "measure", "datasets/florentine", "--measures", "degree,coreness", "--format", "csv", "--columns",
      "coreness,id",
    ])
    #expect(run.output.hasPrefix("coreness,id\n"))
  }

  @Test func timingIsJSONOnStandardError() throws {
    let run = try ecograph(["measure", "datasets/florentine", "--measures", "degree", "--timing"])
    let line = try #require(run.messages.split(separator: "\n").last)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(json["total"] is Double)
    #expect(json["read"] is Double)
  }

  @Test func filesAreWrittenWhole() throws {
    try withFolder([:]) { folder in
      let file = folder.appendingPathComponent("measures.csv")
      let run = try ecograph([
        "measure", "datasets/florentine", "--measures", "degree", "--format", "csv", "-o", file.path,
      ])
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("id,degree\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["measures.csv"])
    }
  }

  @Test func mapsAreWrittenAndTheSameOnEveryRun() throws {
    try withFolder([:]) { folder in
      var texts: Set<String> = []
      for name in ["a.svg", "b.svg"] {
        let file = folder.appendingPathComponent(name)
        #expect(try ecograph(["map", "datasets/opsi-cross-border", "-o", file.path]).status == 0)
        texts.insert(try String(contentsOf: file, encoding: .utf8))
      }
      #expect(texts.count == 1)
      #expect(texts.first?.hasPrefix("<svg") == true || texts.first?.hasPrefix("<?xml") == true)
    }
  }

  @Test func completionsAreWritten() throws {
    for shell in ["bash", "zsh", "fish"] {
      let run = try ecograph(["--generate-completion-script", shell])
      #expect(run.status == 0)
      #expect(run.output.contains("orchestrators"))
    }
  }
}
