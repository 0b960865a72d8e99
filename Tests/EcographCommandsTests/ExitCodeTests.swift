import Foundation
import Testing

@Suite struct ExitCodeTests {
  @Test func versionAndHelpEndWell() throws {
    let version = try ecograph(["--version"])
    #expect(version.status == 0)
    #expect(version.output == "0.1.0\n")
    for command in ["check", "describe", "measure", "measures", "orchestrators", "explain", "map"] {
      let help = try ecograph([command, "--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("ecograph \(command) "), "help of \(command) shows an example")
    }
  }

  @Test(arguments: [
    ["measure"], ["measure", "datasets/florentine"],
    ["measure", "datasets/florentine", "--measures", "betweeness"],
    ["nonsense"], ["map", "datasets/florentine", "-o", "map.gif"],
    ["orchestrators", "datasets/florentine", "--top", "-1"],
    ["describe", "datasets/florentine", "--mission", "mariage"],
    ["describe", "datasets/florentine", "--at", "June"],
    ["explain", "datasets/florentine", "Medicci"], ["check", "--explain", "E999"],
    ["measure", "datasets/florentine", "--measures", "degree", "--columns", "nothing"],
    ["orchestrators", "datasets/florentine", "--weigh", "reach=-1"],
    ["describe", "datasets/florentine", "--steps", "2"],
  ])
  func misuseEndsWithTwoAndSaysWhy(arguments: [String]) throws {
    let run = try ecograph(arguments)
    #expect(run.status == 2, "\(arguments): \(run.messages)")
    #expect(run.output.isEmpty)
    #expect(!run.messages.isEmpty)
  }

  @Test func misspeltNamesAreMended() throws {
    #expect(
      try ecograph(["measure", "datasets/florentine", "--measures", "betweeness"]).messages.contains(
        "did you mean `betweenness`"))
    #expect(try ecograph(["explain", "datasets/florentine", "Medicci"]).messages.contains("`medici`"))
    #expect(
      try ecograph(["describe", "datasets/florentine", "--mission", "mariage"]).messages.contains(
        "`marriage`"))
  }

  @Test func invalidDataEndsWithThree() throws {
    try withFolder(["ties.csv": "from,to,weight\na,b,heavy\n"]) { folder in
      let file = folder.appendingPathComponent("ties.csv").path
      let check = try ecograph(["check", file])
      #expect(check.status == 3)
      #expect(check.output.contains("ties.csv:2, column `weight`"))
      #expect(check.output.contains("heavy"))
      let measure = try ecograph(["measure", file, "--measures", "degree"])
      #expect(measure.status == 3)
      #expect(measure.output.isEmpty)
      let lenient = try ecograph(["measure", file, "--measures", "degree", "--leave-out-invalid-rows"])
      #expect(lenient.status == 0)
      #expect(lenient.messages.contains("heavy"), "what is left out is said")
    }
  }

  @Test func warningsEndWithOneWhereStrict() throws {
    try withFolder(["ties.csv": "from,to\na,b\na,b\n"]) { folder in
      let file = folder.appendingPathComponent("ties.csv").path
      let check = try ecograph(["check", file])
      #expect(check.status == 0)
      let strict = try ecograph(["check", file, "--strict"])
      #expect(strict.status == 1)
    }
  }

  @Test func filesThatCannotBeReadOrWrittenEndWithFive() throws {
    #expect(try ecograph(["check", "no-such-folder"]).status == 5)
    let run = try ecograph([
      "measure", "datasets/florentine", "--measures", "degree", "-o", "no-such-folder/measures.csv",
    ])
    #expect(run.status == 5)
    #expect(run.messages.contains("no-such-folder"))
  }
}
