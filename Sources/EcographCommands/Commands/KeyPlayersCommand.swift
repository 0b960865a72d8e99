import ArgumentParser
import Ecosystem
import GraphCore
import GraphMeasures

struct KeyPlayersCommand: NetworkCommand {
  static let configuration = CommandConfiguration(
    commandName: "key-players",
    abstract: "The set of actors whose loss breaks the network most, or who reach most of it.",
    discussion: """
      The best set is not made of the best single actors: two who hold the same ground
      add little to each other. All sets are looked at where they are few enough; then
      the result is exact. Otherwise searches from a greedy set and from random ones
      exchange members as long as that helps.

      Goals: fragment (share of pairs without a path when the set is gone), disrupt (the
      same, longer paths counting in part), reach (mean of 1 / distance from the set),
      cover (actors within --within steps of the set).

      Examples:
        ecograph key-players datasets/innovation-networks --size 3
        ecograph key-players datasets/innovation-networks --size 4 --goal cover --within 2
      """)

  enum Goal: String, CaseIterable, ExpressibleByArgument {
    case fragment, disrupt, reach, cover
  }

  @OptionGroup(title: "Dataset") var dataset: DatasetOptions
  @Option(help: ArgumentHelp("How many actors.", valueName: "n"))
  var size = 3
  @Option(help: ArgumentHelp("What the set is to do: fragment, disrupt, reach or cover.", valueName: "goal"))
  var goal: Goal = .disrupt
  @Option(help: ArgumentHelp("With --goal cover, how many steps it reaches. Default: 1.", valueName: "n"))
  var within: Int?
  @Option(help: ArgumentHelp("Fixes the random sets that searches start from.", valueName: "n"))
  var seed: UInt64 = 1
  @OptionGroup(title: "Selection") var selection: SelectionOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions

  func validate() throws {
    if size < 1 { throw ValidationError("--size must be 1 or more") }
    if within != nil, goal != .cover { throw ValidationError("--within goes with --goal cover") }
    if let within, within < 1 { throw ValidationError("--within must be 1 or more") }
  }

  private var criterion: KeyPlayerCriterion {
    switch goal {
    case .fragment: .fragmentation
    case .disrupt: .distanceWeightedFragmentation
    case .reach: .distanceWeightedReach
    case .cover: .reach(within: within ?? 1)
    }
  }

  func result(of view: NetworkView, session: Session) throws -> NetworkResult {
    let found = try session.compute("search") { execution in
      try view.structure(.undirected, execution: Execution(threads: execution.threads)).keyPlayers(
        size, by: criterion, KeyPlayerOptions(seed: seed), execution: execution)
    }
    var notes = [
      "\(goal.rawValue): \(rounded(found.value)) with this set, \(rounded(found.baseValue)) without one"
    ]
    if let equals = found.equallyGoodSets {
      notes.append(
        equals == 1
          ? "exact: all sets of \(size) were looked at, and no other is as good"
          : "exact: all sets of \(size) were looked at; \(equals) are equally good, this is the first")
    } else {
      notes.append("found by search (seed \(seed)): a better set may exist")
    }
    let table = Table(
      columns: ["id", "name"],
      rows: found.members.map { [.text(view.id(of: $0)), .text(view.name(of: $0))] })
    return NetworkResult(
      table: table,
      options: [
        ("goal", .string(goal.rawValue)), ("size", .int(size)), ("seed", .string("\(seed)")),
        ("value", .double(found.value)), ("base", .double(found.baseValue)),
        ("exact", .bool(found.isExact)),
      ], notes: notes)
  }

  private func rounded(_ value: Double) -> String { value.rounded(toSignificantDigits: 4) }
}
