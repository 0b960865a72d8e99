import EcographTestSupport
import Ecosystem
import GraphCore
import Orchestration

/// A dataset written down in a test: rows that can be permuted, repeated and added to.
struct DraftDataset {
  struct Actor {
    var id: String
    var kind: String?
    var country: String?
  }
  struct Tie {
    var from: Int
    var to: Int
    var relation: String?
    var mission: Int?
    var method: Int?
    var isDirected = true
    var source: String?
  }

  var actors: [Actor]
  var ties: [Tie]
  var topics: [Topic] = []

  var dataset: Dataset {
    func codes(_ topics: [Int?]) -> ContiguousArray<UInt32> {
      ContiguousArray(topics.map { $0.map { UInt32($0) } ?? TextColumn.none })
    }
    return Dataset(
      description: .init(name: "draft", title: "Draft"),
      actors: ActorTable(
        ids: actors.map(\.id), kinds: TextColumn(actors.map(\.kind)),
        countries: TextColumn(actors.map(\.country))),
      ties: TieTable(
        sources: ContiguousArray(ties.map { UInt32($0.from) }),
        targets: ContiguousArray(ties.map { UInt32($0.to) }), relations: TextColumn(ties.map(\.relation)),
        missions: codes(ties.map(\.mission)), methods: codes(ties.map(\.method)),
        areDirected: ContiguousArray(ties.map(\.isDirected)), evidence: TextColumn(ties.map(\.source)),
        locators: TextColumn(ties.map { $0.source == nil ? nil : "page 1" })),
      topics: topics, sources: [Source(id: "s1", title: "First source")])
  }

  /// The same rows with actors and ties in another order and actors under other ids.
  func relabelled(using generator: inout SeededGenerator) -> (draft: DraftDataset, newIndex: [Int]) {
    let order = Array(actors.indices).shuffled(using: &generator)
    var newIndex = [Int](repeating: 0, count: actors.count)
    for (new, old) in order.enumerated() { newIndex[old] = new }
    var draft = self
    draft.actors = order.enumerated().map { new, old in
      Actor(id: "renamed-\(new)", kind: actors[old].kind, country: actors[old].country)
    }
    draft.ties = ties.shuffled(using: &generator).map { tie in
      var moved = tie
      moved.from = newIndex[tie.from]
      moved.to = newIndex[tie.to]
      return moved
    }
    return (draft, newIndex)
  }

  /// With one more actor that has the ties of another; ties between the two are not made.
  func cloning(_ actor: Int) -> DraftDataset {
    var draft = self
    var copy = actors[actor]
    copy.id = "a-clone"
    draft.actors.append(copy)
    for tie in ties where (tie.from == actor) != (tie.to == actor) {
      var copied = tie
      if tie.from == actor { copied.from = actors.count } else { copied.to = actors.count }
      draft.ties.append(copied)
    }
    return draft
  }

  /// Actors of all sorts with ties of all sorts: self-ties, repeated rows, blanks, isolates.
  static func random(seed: UInt64, actors: Int = 12, ties: Int = 26) -> DraftDataset {
    var generator = SeededGenerator(seed: seed)
    let kinds: [String?] = ["network", "fund", "government", "government", "city", "city", nil]
    let countries: [String?] = ["FR", "DE", "SG", "CA", nil]
    let relations: [String?] = [
      "member-of", "member-of", "member-of", "participates-in", "convenes", "funds", "governs",
      "partners-with", nil,
    ]
    func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: choices.indices, using: &generator)] }
    var draft = DraftDataset(
      actors: (0..<actors).map { Actor(id: "id-\($0)", kind: pick(kinds), country: pick(countries)) },
      ties: [],
      topics: standardTopics)
    for _ in 0..<ties {
      if !draft.ties.isEmpty, Int.random(in: 0..<10, using: &generator) == 0 {
        draft.ties.append(pick(draft.ties))
        continue
      }
      draft.ties.append(
        Tie(
          from: Int.random(in: 0..<actors, using: &generator),
          to: Int.random(in: 0..<actors, using: &generator),
          relation: pick(relations), mission: pick([0, 1, nil]), method: pick([2, 3, nil]),
          isDirected: pick([true, true, false])))
    }
    return draft
  }

  static let standardTopics = [
    Topic(id: "climate", name: "Climate", axis: .vertical),
    Topic(id: "health", name: "Health", axis: .vertical),
    Topic(id: "prizes", name: "Prizes", axis: .horizontal),
    Topic(id: "peers", name: "Peers", axis: .horizontal),
  ]
}

extension OrchestratorRanking {
  /// The row of one of the dataset's actors.
  func row(ofActor actor: Int) -> Row? { rows.first { $0.actor == actor } }
}

/// What a row says, for comparison as a whole: everything but where the actor is stored.
struct RowContents: Equatable {
  let rank: Int
  let score: Double
  let isUnbeaten: Bool
  let carriers: [Criterion]
  let missing: Int
  let reachPerTie: Double?
  let shareAbroad: Double?
  let reason: String
  let standings: [Standing?]

  init(_ row: OrchestratorRanking.Row) {
    rank = row.rank
    score = row.score
    isUnbeaten = row.isUnbeaten
    carriers = row.carriers
    missing = row.missing
    reachPerTie = row.reachPerTie
    shareAbroad = row.shareAbroad
    reason = row.reason
    standings = Criterion.allCases.map { row.standing(in: $0) }
  }
}
