import Foundation
import Testing

@Suite struct CutoffTests {
  private let plain = [
    "measure", "datasets/florentine", "--measures", "betweenness", "--format", "csv",
  ]

  @Test func theLimitIsTold() throws {
    let run = try ecograph(plain.dropLast() + ["json", "--cutoff", "2"])
    #expect(run.status == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((json["options"] as? [String: Any])?["cutoff"] as? Int == 2)
    #expect(
      (json["notes"] as? [String])?.contains("betweenness counts paths of a length of at most 2") == true)
    #expect(run.messages.contains("at most 2\n"))
  }

  @Test func noPathOfOneStepHasAnyoneBetween() throws {
    let output = try ecograph(plain + ["--cutoff", "1"]).output
    let scores = output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").last }
    #expect(scores.count == 15)
    #expect(scores.allSatisfy { $0 == "0" })
  }

  @Test func aLimitBeyondEveryPathChangesNothing() throws {
    #expect(try ecograph(plain + ["--cutoff", "99"]).output == (try ecograph(plain).output))
    #expect(try ecograph(plain + ["--cutoff", "2"]).output != (try ecograph(plain).output))
  }

  @Test(arguments: ["-1", "nan", "far"]) func misuseIsRefused(limit: String) throws {
    let run = try ecograph(plain + ["--cutoff", limit])
    #expect(run.status == 2, "\(run.messages)")
    #expect(run.output.isEmpty && !run.messages.isEmpty)
  }
}
