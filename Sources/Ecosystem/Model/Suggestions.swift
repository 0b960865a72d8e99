/// The candidates nearest to a misspelt word, best first; at most `limit` of them.
///
/// Nearness is the optimal string alignment distance (insert, delete, replace, swap neighbours) between
/// the folded forms: lower case, letters and digits only. A candidate counts where the distance is at
/// most a third of the longer word, or where one folded form begins with the other.
///
/// - Complexity: O(candidates · length²).
public func suggestions(for word: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String]
{
  let wanted = foldedForComparison(word)
  guard !wanted.isEmpty, wanted.count <= 200 else { return [] }
  var scored: [(distance: Int, candidate: String)] = []
  for candidate in candidates {
    let folded = foldedForComparison(candidate)
    guard !folded.isEmpty, folded.count <= 200 else { continue }
    let allowed = max(1, max(wanted.count, folded.count) / 3)
    if abs(wanted.count - folded.count) <= allowed {
      let distance = alignmentDistance(wanted, folded)
      if distance <= allowed {
        scored.append((distance, candidate))
        continue
      }
    }
    if wanted.count >= 3, folded.starts(with: wanted) { scored.append((allowed + 1, candidate)) }
  }
  return scored.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }.prefix(limit).map(
    \.candidate)
}

/// Letters and digits of a text in lower case: what is left when spelling habits are taken away.
package func foldedForComparison(_ text: String) -> [Character] {
  text.lowercased().filter { $0.isLetter || $0.isNumber }.map { $0 }
}

/// The optimal string alignment distance.
package func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return a.count + b.count }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let change = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
