import Foundation
import Testing

@Suite struct ApproximationTests {
  /// Five hundred actors with ties at random.
  private func edges() -> Data {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % 500
    }
    let rows = (0..<2500).map { _ in "a\(next()),a\(next())" }
    return Data((["from,to"] + rows).joined(separator: "\n").utf8)
  }

  private let arguments = ["measure", "-", "--measures", "betweenness", "--approximate", "0.2"]

  @Test func theResultNamesTheApproximation() throws {
    let run = try ecograph(arguments + ["--format", "json", "--seed", "3"], input: edges())
    #expect(run.status == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let options = try #require(json["options"] as? [String: Any])
    #expect(options["approximate"] as? Double == 0.2)
    #expect(options["confidence"] as? Double == 0.9)
    #expect(options["seed"] as? String == "3")
    let note = "betweenness is approximate: with probability 0.9"
    #expect((json["notes"] as? [String])?.contains { $0.hasPrefix(note) } == true)
    #expect(run.messages.contains(note))
  }

  @Test func theSeedAloneDecides() throws {
    let csv = arguments + ["--format", "csv", "-q"]
    let first = try ecograph(csv + ["--threads", "1"], input: edges())
    for threads in ["2", "3"] {
      #expect(
        try ecograph(csv + ["--threads", threads, "--seed", "1"], input: edges()).output == first.output)
    }
    #expect(try ecograph(csv + ["--seed", "2"], input: edges()).output != first.output)
    #expect(first.messages.isEmpty)
  }

  @Test func smallNetworksAreExact() throws {
    let plain = ["measure", "datasets/florentine", "--measures", "betweenness,degree", "--format", "csv"]
    let run = try ecograph(plain + ["--approximate", "0.01"])
    #expect(run.output == (try ecograph(plain).output))
    #expect(run.messages.contains("betweenness is exact"))
  }

  @Test func thePassportDefinesIt() throws {
    #expect(try ecograph(["measures", "betweenness"]).output.contains("--approximate"))
    #expect(!(try ecograph(["measures", "degree"]).output.contains("--approximate")))
  }

  @Test(arguments: [
    ["--approximate", "0"], ["--approximate", "1"], ["--approximate", "-0.1"], ["--approximate", "nan"],
    ["--approximate", "0.00001"], ["--approximate", "0.1", "--confidence", "0"],
    ["--approximate", "0.1", "--confidence", "1"], ["--confidence", "0.9"],
    ["--approximate", "0.1", "--seed", "-1"], ["--approximate", "0.1", "--weights", "length"],
    ["--approximate", "0.1", "--weights", "strength"],
  ])
  func misuseIsRefused(options: [String]) throws {
    let run = try ecograph(["measure", "datasets/florentine", "--measures", "betweenness"] + options)
    #expect(run.status == 2, "\(options): \(run.messages)")
    #expect(run.output.isEmpty && !run.messages.isEmpty)
  }

  @Test func measuresThatCannotBeApproximatedAreNamed() throws {
    let run = try ecograph([
      "measure", "datasets/florentine", "--measures", "degree,closeness", "--approximate", "0.1",
    ])
    #expect(run.status == 2)
    #expect(run.messages.contains("betweenness"))
  }
}
