/// The value of `12`, `-0.5` or `1e-3`: digits, at most one point, at most one exponent, and finite.
///
/// The nearest `Double`: where both the digits and the power of ten are exact in a `Double`, one correctly
/// rounded operation joins them; longer texts go through the standard library.
func parsedNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
  var i = range.lowerBound
  let end = range.upperBound
  var isNegative = false
  if i < end, bytes[i] == 0x2B || bytes[i] == 0x2D {
    isNegative = bytes[i] == 0x2D
    i += 1
  }
  var digits = 0
  var fraction = 0
  var mantissa: UInt64 = 0
  var hasPoint = false
  while i < end {
    let byte = bytes[i]
    if byte == 0x2E, !hasPoint {
      hasPoint = true
    } else if byte >= 0x30, byte <= 0x39 {
      digits += 1
      if hasPoint { fraction += 1 }
      if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
    } else {
      break
    }
    i += 1
  }
  guard digits > 0 else { return nil }
  var hasExponent = false
  if i < end, bytes[i] == 0x65 || bytes[i] == 0x45 {
    hasExponent = true
    i += 1
    if i < end, bytes[i] == 0x2B || bytes[i] == 0x2D { i += 1 }
    let first = i
    while i < end, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
    guard i > first else { return nil }
  }
  guard i == end else { return nil }
  if !hasExponent, digits <= 18, mantissa < 1 << 53, fraction < exactPowersOfTen.count {
    let value = Double(mantissa) / exactPowersOfTen[fraction]
    return isNegative ? -value : value
  }
  let text = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  guard let value = Double(text), value.isFinite else { return nil }
  return value
}

private let exactPowersOfTen: ContiguousArray<Double> = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
]
