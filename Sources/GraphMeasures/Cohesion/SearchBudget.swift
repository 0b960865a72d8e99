import GraphCore
import Synchronization

/// How far a search may go whose effort can grow exponentially with the graph.
///
/// A search that needs more throws `budgetExhausted`. Whether it does depends on the graph and the budget
/// alone, not on the number of threads or the speed of the machine.
public struct SearchBudget: Hashable, Sendable {
  /// Most groups found.
  public var groups: Int
  /// Most steps taken; what a step is, each search tells.
  public var steps: Int

  /// Creates a budget.
  public init(groups: Int = 1_000_000, steps: Int = 100_000_000) {
    self.groups = groups
    self.steps = steps
  }
}

/// What a search has used of its budget, added up over its threads.
final class SearchMeter: Sendable {
  /// Why a search cannot go on.
  enum Stop: Sendable { case cancelled, exhausted }

  private let budget: SearchBudget
  private let isCancelled: (@Sendable () -> Bool)?
  private let groups = Atomic<Int>(0)
  private let steps = Atomic<Int>(0)

  init(_ budget: SearchBudget, _ execution: Execution) {
    self.budget = budget
    isCancelled = execution.isCancelled
  }

  /// Adds what was used; tells whether the search must stop.
  ///
  /// Sums never fall, so whoever comes last sees what is too much, on any number of threads.
  func add(groups newGroups: Int, steps newSteps: Int) -> Stop? {
    let groups = groups.wrappingAdd(newGroups, ordering: .relaxed).newValue
    let steps = steps.wrappingAdd(newSteps, ordering: .relaxed).newValue
    if groups > budget.groups || steps > budget.steps { return .exhausted }
    return isCancelled?() == true ? .cancelled : nil
  }

  /// The error that tells why a search did not finish.
  ///
  /// - Parameter name: What was searched for, in the plural.
  func error(_ stop: Stop, searchingFor name: String) -> GraphError {
    switch stop {
    case .cancelled: GraphError(.cancelled, "the computation was cancelled")
    case .exhausted:
      GraphError(
        .budgetExhausted,
        "finding all \(name) takes more than the allowed \(budget.groups) groups or \(budget.steps) steps")
    }
  }
}

/// One worker's share of a meter, told from time to time.
struct SearchGauge {
  private let meter: SearchMeter
  private var groups = 0
  private var steps = 0
  /// Why the search must stop, once it is known.
  private(set) var stop: SearchMeter.Stop?

  init(_ meter: SearchMeter) { self.meter = meter }

  mutating func countGroup() {
    groups += 1
    if groups >= 1024 { flush() }
  }

  mutating func countSteps(_ count: Int) {
    steps += count
    if steps >= 4096 { flush() }
  }

  /// Tells the meter what was used since the last time.
  mutating func flush() {
    stop = meter.add(groups: groups, steps: steps) ?? stop
    groups = 0
    steps = 0
  }
}
