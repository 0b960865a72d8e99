import GraphCore

/// The bipartite configuration model: independent memberships whose probabilities keep every degree on average.
///
/// Of all such models it has the largest entropy. A member of degree *r* and a group of degree *c* are tied with
/// probability
///
///     p = x(r) y(c) / (1 + x(r) y(c))
///
/// with x and y such that expected and given degrees agree. Where the degrees leave no choice, as for a member of every
/// group, x or y would be infinite; such memberships have probability 0 or 1 and are taken out first. By Gale and
/// Ryser, they are where the *k* members of largest degree have all the memberships that *k* members can have; between
/// two such *k*, a solution exists, and it is the only one.
///
/// Newton's method on ln x and ln y, members and groups of one degree together.
///
/// References: F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini, "Randomizing bipartite networks: the case of the
/// World Trade Web", Scientific Reports 5 (2015) 10595, doi:10.1038/srep10595; N. Vallarano et al., "Fast and scalable
/// likelihood maximization for exponential random graph models with local constraints", Scientific Reports 11 (2021)
/// 15227, doi:10.1038/s41598-021-93830-4.
package struct ConfigurationModel: Sendable {
  /// Degrees of members that occur, descending, and how many members have each.
  package let rowDegrees: [Int], rowCounts: [Int]
  /// Degrees of groups that occur, descending, and how many groups have each.
  package let columnDegrees: [Int], columnCounts: [Int]
  /// The probability that a member of a class of members is in a group of a class of groups.
  package private(set) var probabilities: [[Double]]

  /// Solves the model for the degrees of a two-mode graph.
  ///
  /// - Parameters:
  ///   - rows: Degree of each member.
  ///   - columns: Degree of each group; the sums must be equal, and a two-mode graph with these degrees must exist.
  package init(rows: [Int], columns: [Int]) {
    (rowDegrees, rowCounts) = classes(of: rows)
    (columnDegrees, columnCounts) = classes(of: columns)
    probabilities = Array(
      repeating: Array(repeating: 0, count: columnDegrees.count), count: rowDegrees.count)
    var start = 0
    var membersBefore = 0
    var members = 0
    var degreeSum = 0
    for end in rowDegrees.indices {
      members += rowCounts[end]
      degreeSum += rowCounts[end] * rowDegrees[end]
      let most = columnDegrees.indices.reduce(0) {
        $0 + columnCounts[$1] * min(columnDegrees[$1], members)
      }
      guard degreeSum == most || end == rowDegrees.count - 1 else { continue }
      fill(rows: start...end, members: membersBefore..<members)
      start = end + 1
      membersBefore = members
    }
  }

  /// Fills the rows between two points at which there is no choice.
  private mutating func fill(rows: ClosedRange<Int>, members: Range<Int>) {
    let certain = columnDegrees.indices.filter { columnDegrees[$0] >= members.upperBound }
    let open = columnDegrees.indices.filter {
      columnDegrees[$0] > members.lowerBound && columnDegrees[$0] < members.upperBound
    }
    let certainCount = certain.reduce(0) { $0 + columnCounts[$1] }
    for row in rows { for column in certain { probabilities[row][column] = 1 } }
    if open.isEmpty { return }
    var block = OpenBlock(
      rows: rows.map { (Double(rowDegrees[$0] - certainCount), Double(rowCounts[$0])) },
      columns: open.map { (Double(columnDegrees[$0] - members.lowerBound), Double(columnCounts[$0])) })
    block.solve()
    for (place, row) in rows.enumerated() {
      for (other, column) in open.enumerated() {
        probabilities[row][column] = block.probability(place, other)
      }
    }
  }
}

/// The degrees that occur, descending, and how often.
private func classes(of degrees: [Int]) -> (degrees: [Int], counts: [Int]) {
  var distinct: [Int] = []
  var counts: [Int] = []
  for degree in degrees.sorted(by: >) {
    if distinct.last == degree {
      counts[counts.count - 1] += 1
    } else {
      distinct.append(degree)
      counts.append(1)
    }
  }
  return (distinct, counts)
}

/// Classes of members and groups among which every membership is possible and none is certain.
private struct OpenBlock {
  private let rows: [(degree: Double, count: Double)]
  private let columns: [(degree: Double, count: Double)]
  /// Logarithms of x and y.
  private var rowLogs: [Double], columnLogs: [Double]

  init(rows: [(Double, Double)], columns: [(Double, Double)]) {
    self.rows = rows.map { (degree: $0.0, count: $0.1) }
    self.columns = columns.map { (degree: $0.0, count: $0.1) }
    let total = self.rows.reduce(0) { $0 + $1.degree * $1.count }
    // Right where memberships are few: p = r·c / total.
    rowLogs = self.rows.map { Portable.log($0.degree) - Portable.log(total) / 2 }
    columnLogs = self.columns.map { Portable.log($0.degree) - Portable.log(total) / 2 }
  }

  func probability(_ row: Int, _ column: Int) -> Double { logistic(rowLogs[row] + columnLogs[column]) }

  mutating func solve() {
    var error = squaredError
    for _ in 0..<200 {
      if error < 1e-24 { return }
      let step = newtonStep()
      var length = 1.0
      let (rowsBefore, columnsBefore) = (rowLogs, columnLogs)
      while true {
        for row in rowLogs.indices { rowLogs[row] = rowsBefore[row] + length * step.rows[row] }
        for column in columnLogs.indices {
          columnLogs[column] = columnsBefore[column] + length * step.columns[column]
        }
        let next = squaredError
        if next < error {
          error = next
          break
        }
        length /= 2
        if length < 1e-9 {
          // As near as rounding lets it come.
          (rowLogs, columnLogs) = (rowsBefore, columnsBefore)
          return
        }
      }
    }
  }

  /// How far degrees are from the expected ones, squared, over all members and groups, beside the degrees.
  private var squaredError: Double {
    let (rowErrors, columnErrors) = degreeErrors()
    var sum = 0.0
    for (error, row) in zip(rowErrors, rows) { sum += error * error / row.degree * row.count }
    for (error, column) in zip(columnErrors, columns) { sum += error * error / column.degree * column.count }
    return sum
  }

  private func degreeErrors() -> (rows: [Double], columns: [Double]) {
    var rowErrors = rows.map(\.degree)
    var columnErrors = columns.map(\.degree)
    for row in rows.indices {
      for column in columns.indices {
        let probability = probability(row, column)
        rowErrors[row] -= columns[column].count * probability
        columnErrors[column] -= rows[row].count * probability
      }
    }
    return (rowErrors, columnErrors)
  }

  /// Solves for the step at which errors vanish to first order; the first row's is 0, since x·t, y/t are as good.
  private func newtonStep() -> (rows: [Double], columns: [Double]) {
    let errors = degreeErrors()
    // Derivatives of degrees by logarithms of the other side, and of the own.
    var slopes = [[Double]](repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    var rowSlopes = [Double](repeating: 0, count: rows.count)
    var columnSlopes = [Double](repeating: 0, count: columns.count)
    for row in rows.indices {
      for column in columns.indices {
        let probability = probability(row, column)
        let slope = rows[row].count * columns[column].count * probability * (1 - probability)
        slopes[row][column] = slope
        rowSlopes[row] += slope
        columnSlopes[column] += slope
      }
    }
    // Columns are eliminated; what is left is a weighted Laplacian without its first row.
    let size = rows.count - 1
    var matrix = [[Double]](repeating: Array(repeating: 0, count: size), count: size)
    var right = [Double](repeating: 0, count: size)
    for row in 0..<size {
      right[row] = rows[row + 1].count * errors.rows[row + 1]
      matrix[row][row] = rowSlopes[row + 1]
      for column in columns.indices {
        let share = slopes[row + 1][column] / columnSlopes[column]
        right[row] -= share * columns[column].count * errors.columns[column]
        for other in 0...row { matrix[row][other] -= share * slopes[other + 1][column] }
      }
    }
    let rowStep = [0] + solvedSymmetric(&matrix, right)
    var columnStep = columns.indices.map { columns[$0].count * errors.columns[$0] }
    for column in columns.indices {
      for row in rows.indices { columnStep[column] -= slopes[row][column] * rowStep[row] }
      columnStep[column] /= columnSlopes[column]
    }
    return (rowStep, columnStep)
  }
}

/// 1 / (1 + e⁻ˣ) from exponentials of negative numbers.
private func logistic(_ x: Double) -> Double {
  let small = Portable.exp(-abs(x))
  return x >= 0 ? 1 / (1 + small) : small / (1 + small)
}

/// Solves a symmetric positive definite system by Cholesky's decomposition of the lower triangle, in place.
private func solvedSymmetric(_ matrix: inout [[Double]], _ right: [Double]) -> [Double] {
  let size = right.count
  var solution = right
  for row in 0..<size {
    for column in 0...row {
      let old = matrix[row][column]
      var sum = old
      for place in 0..<column { sum -= matrix[row][place] * matrix[column][place] }
      if row == column {
        // Rounding may leave nothing of a pivot; the whole diagonal instead makes a short step.
        matrix[row][row] = (sum > old * 1e-14 ? sum : old).squareRoot()
      } else {
        matrix[row][column] = sum / matrix[column][column]
      }
    }
    var sum = solution[row]
    for place in 0..<row { sum -= matrix[row][place] * solution[place] }
    solution[row] = sum / matrix[row][row]
  }
  for row in (0..<size).reversed() {
    var sum = solution[row]
    for place in (row + 1)..<max(row + 1, size) { sum -= matrix[place][row] * solution[place] }
    solution[row] = sum / matrix[row][row]
  }
  return solution
}
