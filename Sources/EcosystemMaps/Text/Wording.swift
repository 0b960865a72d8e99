/// A number and what it counts, in the singular or the plural.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// A whole number with its thousands set apart by commas.
func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var text = ""
  while digits.count > 3 {
    text = "," + digits.suffix(3) + text
    digits = String(digits.dropLast(3))
  }
  return (number < 0 ? "-" : "") + digits + text
}

/// Words as in "a, b and c".
func listed(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// Numbers for people: three significant digits.
enum ShortNumber {
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "undefined" }
    if value == 0 { return "0" }
    let magnitude = abs(value)
    if magnitude >= 1e9 || magnitude < 1e-6 { return "\(value)" }
    var decimals = 0
    var scale = 1.0
    while magnitude * scale < 99.95, decimals < 9 {
      decimals += 1
      scale *= 10
    }
    var rounded = Int64((magnitude * scale).rounded())
    while decimals > 0, rounded % 10 == 0 {
      rounded /= 10
      decimals -= 1
    }
    let divisor = (0..<decimals).reduce(Int64(1)) { result, _ in result * 10 }
    var text = (value < 0 ? "-" : "") + grouped(Int(rounded / divisor))
    if decimals > 0 {
      let fraction = String(rounded % divisor)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return text
  }
}
