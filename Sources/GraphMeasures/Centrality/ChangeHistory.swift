import GraphCore

/// The changes of the last rounds of an iteration, and leaps to where they are heading.
///
/// Of all weighted means of the last scores, with weights that add up to 1, a leap takes the one whose change
/// would be least, were the changes to add up in the same proportions. Changes are measured in units of the
/// scores, Σ change²/score: in that norm a random walk's changes never grow.
struct ChangeHistory {
  /// Rounds between leaps.
  let depth: Int
  private var changes: [ContiguousArray<Double>] = []
  /// The scores before the last leap and their residual, until the leap has proved itself.
  private var before: (scores: ContiguousArray<Double>, residual: Double)?
  private var failures = 0

  init(depth: Int) { self.depth = depth }

  /// Takes note of a round; leaps where it was the last of `depth`.
  ///
  /// `scores` are those after the round. After two leaps that led nowhere no more are made.
  mutating func record(
    _ change: consuming ContiguousArray<Double>, residual: Double, scores: inout ContiguousArray<Double>,
    _ partitions: Partitions, _ execution: Execution
  ) throws(GraphError) {
    if let before {
      self.before = nil
      if residual > before.residual {
        failures += 1
        scores = before.scores
        return
      }
    }
    guard failures < 2, depth > 1 else { return }
    changes.append(change)
    guard changes.count == depth else { return }

    var products = ContiguousArray(repeating: 0.0, count: depth * depth)
    for part in try execution.map(partitions, { [changes, scores] in dots(changes, scores, $0) }) {
      for place in products.indices { products[place] += part[place] }
    }
    if let weights = leastMean(products, count: depth) {
      before = (scores, residual)
      // The scores after change i are the latest less the changes after it.
      var gone = 0.0
      var steps = ContiguousArray<Double>()
      for weight in weights {
        steps.append(gone)
        gone += weight
      }
      _ = try execution.update(&scores, partitions) { [changes, steps] vertices, scores in
        for (change, step) in zip(changes, steps) { retreat(&scores, change, step: step, vertices) }
      }
    } else {
      failures += 1
    }
    changes.removeAll()
  }
}

/// Products of changes with each other, each term divided by the score.
private func dots(
  _ changes: [ContiguousArray<Double>], _ scores: ContiguousArray<Double>, _ vertices: Range<Int>
) -> ContiguousArray<Double> {
  let count = changes.count
  var products = ContiguousArray(repeating: 0.0, count: count * count)
  for row in 0..<count {
    for column in 0...row {
      let product = dot(changes[row], changes[column], per: scores, vertices)
      products[row * count + column] = product
      products[column * count + row] = product
    }
  }
  return products
}

private func dot(
  _ left: ContiguousArray<Double>, _ right: ContiguousArray<Double>, per scores: ContiguousArray<Double>,
  _ vertices: Range<Int>
) -> Double {
  let left = left.span
  let right = right.span
  let scores = scores.span
  var sum = 0.0
  for vertex in vertices where scores[vertex] > 0 { sum += left[vertex] * right[vertex] / scores[vertex] }
  return sum
}

/// Weights that add up to 1 and make the weighted sum of vectors shortest, from the vectors' products; nil
/// where there are no vectors but 0.
private func leastMean(_ products: ContiguousArray<Double>, count: Int) -> ContiguousArray<Double>? {
  let system = SymmetricEigensystem(products, size: count, stride: count)
  var weights = ContiguousArray(repeating: 0.0, count: count)
  for (value, vector) in zip(system.values, system.vectors) where value > 1e-14 * system.values[0] {
    let share = vector.reduce(0, +) / value
    for place in 0..<count { weights[place] += share * vector[place] }
  }
  let sum = weights.reduce(0, +)
  guard sum > 0, sum.isFinite else { return nil }
  return ContiguousArray(weights.map { $0 / sum })
}

private func retreat(
  _ scores: inout MutableSpan<Double>, _ change: ContiguousArray<Double>, step: Double,
  _ vertices: Range<Int>
) {
  let change = change.span
  for vertex in vertices { scores[vertex - vertices.lowerBound] -= step * change[vertex] }
}
