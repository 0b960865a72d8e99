import Foundation

/// What one run tells, as one line of JSON.
struct Report {
  let request: Request
  let outcome: Outcome
  let seconds: Double
  let processorSeconds: Double
  /// Most memory held until the work began.
  let peakBefore: Int
  /// Memory held when the work began.
  let residentBefore: Int
  /// Most memory held while it ran.
  let peakDuring: Int

  var json: String {
    let values = outcome.values
    var members = [
      "\"tool\":\"ecograph\"", "\"work\":\"\(request.work.rawValue)\"", "\"threads\":\(request.threads)",
      "\"seconds\":\(seconds)", "\"cpu\":\(processorSeconds)", "\"vertices\":\(outcome.vertexCount)",
      "\"edges\":\(outcome.edgeCount)", "\"peakBefore\":\(peakBefore)",
      "\"residentBefore\":\(residentBefore)", "\"peakDuring\":\(peakDuring)",
      "\"sum\":\(number(values.reduce(0) { $1.isNaN ? $0 : $0 + $1 }))",
    ]
    let places = values.isEmpty ? [] : (0..<100).map { $0 * values.count / 100 }
    members.append("\"sample\":[\(places.map { number(values[$0]) }.joined(separator: ","))]")
    members += outcome.facts.map { "\"\($0.name)\":\(number($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }

  /// Writes all values as little-endian doubles.
  func writeValues(to path: String) throws {
    let bits = outcome.values.map { $0.bitPattern.littleEndian }
    try bits.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
  }

  private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
}
