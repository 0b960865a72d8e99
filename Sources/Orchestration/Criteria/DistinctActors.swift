/// Counts distinct actors again and again without clearing memory in between.
struct DistinctActors {
  /// The round in which each actor was last met.
  private var lastMet: ContiguousArray<UInt32>
  private var round: UInt32 = 0
  /// The distinct actors of this round, in the order they were met.
  private(set) var members: [Int] = []

  init(actorCount: Int) { lastMet = ContiguousArray(repeating: 0, count: actorCount) }

  /// Forgets the actors of the round before.
  mutating func removeAll() {
    round += 1
    members.removeAll(keepingCapacity: true)
  }

  mutating func insert(_ actor: Int) {
    guard lastMet[actor] != round else { return }
    lastMet[actor] = round
    members.append(actor)
  }
}
