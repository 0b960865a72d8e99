import GraphMeasures

/// Matrices of memberships of one size, a row of bits per member, told apart by sums; and how many groups two members
/// share in those with the same sums.
struct SharingOracle {
  /// Row by row, and what is the same in all that count as equally likely.
  private var histograms: [[Int]: [[Int]]] = [:]
  private let columns: Int
  private let model: BackboneModel

  /// - Parameter model: One that takes all matrices with some sums as equally likely.
  init(rows: Int, columns: Int, _ model: BackboneModel) {
    self.columns = columns
    self.model = model
    let pairs = allPairs(of: rows)
    for bits in 0..<(1 << (rows * columns)) {
      let matrix = (0..<rows).map { bits >> ($0 * columns) & ((1 << columns) - 1) }
      var counts = histograms[sums(matrix)] ?? pairs.map { _ in Array(repeating: 0, count: columns + 1) }
      for (place, pair) in pairs.enumerated() {
        counts[place][(matrix[pair.0] & matrix[pair.1]).nonzeroBitCount] += 1
      }
      histograms[sums(matrix)] = counts
    }
  }

  private func sums(_ matrix: [Int]) -> [Int] {
    let rows = matrix.map(\.nonzeroBitCount)
    let columns = columnSums(matrix, columns: columns)
    return switch model {
    case .fixedFill: [rows.reduce(0, +)]
    case .fixedRow: rows
    case .fixedColumn: columns
    case .fixedDegreeSequence, .stochasticDegreeSequence: rows + columns
    }
  }

  /// For each pair of rows the probability of each number of shared columns.
  func distributions(_ matrix: [Int]) -> [[Double]] {
    (histograms[sums(matrix)] ?? []).map { counts in
      let total = Double(counts.reduce(0, +))
      return counts.map { Double($0) / total }
    }
  }

  /// The probability of each membership in matrices with the same sums.
  static func shares(of matrix: [Int], columns: Int) -> [[Double]] {
    var (counts, total) = (matrix.map { _ in Array(repeating: 0.0, count: columns) }, 0.0)
    let sums = columnSums(matrix, columns: columns)
    for bits in 0..<(1 << (matrix.count * columns)) {
      let other = matrix.indices.map { bits >> ($0 * columns) & ((1 << columns) - 1) }
      guard zip(matrix, other).allSatisfy({ $0.nonzeroBitCount == $1.nonzeroBitCount }),
        columnSums(other, columns: columns) == sums
      else { continue }
      total += 1
      for row in matrix.indices {
        for column in 0..<columns where other[row] >> column & 1 == 1 { counts[row][column] += 1 }
      }
    }
    return counts.map { $0.map { $0 / total } }
  }
}

func columnSums(_ matrix: [Int], columns: Int) -> [Int] {
  (0..<columns).map { column in matrix.count { $0 >> column & 1 == 1 } }
}

/// The probability of each number of successes of trials that each succeed with their own: over all outcomes.
func successes(_ chances: [Double]) -> [Double] {
  var exact = [Double](repeating: 0, count: chances.count + 1)
  for bits in 0..<(1 << chances.count) {
    var probability = 1.0
    for (place, chance) in chances.enumerated() {
      probability *= bits >> place & 1 == 1 ? chance : 1 - chance
    }
    exact[bits.nonzeroBitCount] += probability
  }
  return exact
}

/// Probabilities of memberships in the bipartite configuration model, member by member.
func configurationProbabilities(_ matrix: [Int], columns: Int) -> [[Double]] {
  let rows = matrix.map(\.nonzeroBitCount)
  let sums = columnSums(matrix, columns: columns)
  let model = ConfigurationModel(rows: rows, columns: sums)
  return rows.map { row in
    sums.map { column in
      let (place, other) = (model.rowDegrees.firstIndex(of: row), model.columnDegrees.firstIndex(of: column))
      return place.flatMap { place in other.map { model.probabilities[place][$0] } } ?? .nan
    }
  }
}

extension MultipleTesting {
  /// Each adjusted value from its definition, on its own.
  func adjustedByDefinition(_ values: [Double], testCount: Int) -> [Double] {
    values.map { value in
      switch self {
      case .none: value
      case .holm:
        values.filter { $0 <= value }.reduce(0) { largest, other in
          max(largest, min(1, Double(testCount - values.count { $0 < other }) * other))
        }
      case .benjaminiHochberg:
        values.filter { $0 >= value }.reduce(1) { smallest, other in
          min(smallest, Double(testCount) / Double(values.count { $0 <= other }) * other)
        }
      }
    }
  }
}
