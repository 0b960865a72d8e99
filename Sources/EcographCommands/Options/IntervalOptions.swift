import ArgumentParser
import Orchestration

/// How the doubt about a ranking is found.
struct IntervalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How far each rank moves when ties are lost at random, over this many replicates.",
      valueName: "replicates"))
  var intervals: Int?
  @Option(help: ArgumentHelp("The share of ties that each replicate loses.", valueName: "share"))
  var loss = 0.1
  @Option(help: ArgumentHelp("Fixes the random numbers.", valueName: "n"))
  var seed: UInt64 = 1

  func validate() throws {
    if let intervals, intervals < 1 || intervals > 1_000_000 {
      throw ValidationError("--intervals must be in 1 ... 1000000, got \(intervals)")
    }
    guard loss >= 0, loss <= 1 else { throw ValidationError("--loss must be in 0 ... 1, got \(loss)") }
  }

  /// What was asked for, nil where nothing was.
  var tieLoss: TieLoss? { intervals.map { TieLoss(share: loss, replicates: $0, seed: seed) } }

  var json: [(String, JSONText)] {
    guard let loss = tieLoss else { return [] }
    return [
      ("replicates", .int(loss.replicates)), ("loss", .double(loss.share)), ("seed", .string("\(loss.seed)")),
    ]
  }
}
