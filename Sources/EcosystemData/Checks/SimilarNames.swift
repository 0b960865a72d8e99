import Ecosystem

/// Finds actors whose names are nearly the same.
///
/// Two names are nearly the same where they, or a name and an alias, are equal once case, spaces and
/// punctuation are taken away; or where both have at least eight letters left and differ by one letter
/// inserted, deleted, replaced or swapped with its neighbor. Names that differ in a digit are different
/// names: `Round 1` and `Round 2`.
struct SimilarNames {
  private let actors: ActorTable
  private let file: String
  private let log: ProblemLog

  /// Beyond this many actors only equality is looked for.
  static let editLimit = 20_000
  private static let shortest = 8
  private static let longest = 80

  init(_ actors: ActorTable, file: String, log: ProblemLog) {
    self.actors = actors
    self.file = file
    self.log = log
  }

  /// Reports each actor whose name is close to that of an earlier one.
  ///
  /// - Returns: A remark where the names were too many for the full check.
  /// - Complexity: O(*n* · *l*²) expected for *n* names of *l* letters: names at distance one share a text that is
  ///   left when one letter of each is deleted.
  func report() -> [String] {
    var firstByFolded: [String: Int] = [:]
    var reported = Set<[Int]>()
    for actor in 0..<actors.count {
      let aliases = ActorTable.list(actors.aliases[actor])
      for (number, name) in ([actors.name(of: actor)] + aliases).enumerated() {
        let folded = String(foldedForComparison(name))
        guard folded.count >= 3 else { continue }
        guard let earlier = firstByFolded[folded] else {
          firstByFolded[folded] = actor
          continue
        }
        // An actor may repeat its own name among its aliases; two aliases may be homonyms.
        let isName = number == 0 || String(foldedForComparison(actors.name(of: earlier))) == folded
        if earlier != actor, isName, reported.insert([earlier, actor]).inserted {
          report(actor, like: earlier, name)
        }
      }
    }
    guard actors.count <= Self.editLimit else {
      return [
        "with \(actors.count) actors, names were compared without case, spaces and punctuation, but not letter by letter"
      ]
    }
    reportNeighbors(&reported)
    return []
  }

  private func reportNeighbors(_ reported: inout Set<[Int]>) {
    let folded = (0..<actors.count).map { foldedForComparison(actors.name(of: $0)) }
    var byRemainder: [Remainder: [Int]] = [:]
    for actor in folded.indices where (Self.shortest...Self.longest).contains(folded[actor].count) {
      var candidates = Set<Int>()
      let hashes = Remainder.all(of: folded[actor])
      for remainder in hashes { candidates.formUnion(byRemainder[remainder] ?? []) }
      for earlier in candidates.sorted()
      where folded[earlier] != folded[actor] && !differInDigits(folded[earlier], folded[actor])
        && alignmentDistance(folded[earlier], folded[actor]) == 1
        && reported.insert([earlier, actor]).inserted
      {
        report(actor, like: earlier, actors.name(of: actor))
      }
      for remainder in hashes { byRemainder[remainder, default: []].append(actor) }
    }
  }

  private func differInDigits(_ a: [Character], _ b: [Character]) -> Bool {
    a.filter(\.isNumber) != b.filter(\.isNumber)
  }

  private func report(_ actor: Int, like earlier: Int, _ name: String) {
    log.add(.similarNames) {
      let other = actors.name(of: earlier)
      let place = actors.line(of: earlier).map { " on line \($0)" } ?? ""
      return Problem(
        .similarNames, file: file, line: actors.line(of: actor), column: actors.names.isEmpty ? nil : "name",
        value: name,
        message: "`\(visible(name))` is almost `\(visible(other))`\(place)",
        remedy: "if they are one actor, keep one row and put the other spelling into `aliases`")
    }
  }
}

/// What is left of a name when at most one letter is deleted, as a hash of its letters.
private struct Remainder: Hashable {
  let hash: UInt64

  /// All remainders of a name, in linear time: the hash is a polynomial in the letters.
  static func all(of name: [Character]) -> Set<Remainder> {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15 | 1
    let letters = name.map { letter in
      letter.unicodeScalars.reduce(UInt64(0)) { ($0 &+ UInt64($1.value)) &* 0xD134_2543_DE82_EF95 &+ 1 }
    }
    var prefix: [UInt64] = [0]
    for letter in letters { prefix.append(prefix[prefix.count - 1] &* base &+ letter) }
    var power: [UInt64] = [1]
    for _ in letters { power.append(power[power.count - 1] &* base) }
    func hash(_ range: Range<Int>) -> UInt64 {
      prefix[range.upperBound] &- prefix[range.lowerBound] &* power[range.count]
    }
    let count = letters.count
    var remainders: Set<Remainder> = [Remainder(hash: hash(0..<count))]
    for gap in 0..<count {
      let after = gap + 1..<count
      remainders.insert(Remainder(hash: hash(0..<gap) &* power[after.count] &+ hash(after)))
    }
    return remainders
  }
}
