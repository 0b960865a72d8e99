/// The shortest decimal that reads back as the same number; whole numbers without a fraction.
package func shortestDecimal(_ value: Double) -> String {
  if value == value.rounded(), abs(value) <= 0x1p53 { return String(Int(value)) }
  return value.description
}
