/// The natural logarithm and the exponential by additions, multiplications and divisions alone.
///
/// The functions of system libraries differ in their last bits between platforms. Where a number of samples
/// follows from a logarithm, that would give another result on another machine.
package enum Portable {
  private static let ln2 = 0.693_147_180_559_945_3

  /// ln x for a positive, normal x, to about 10⁻¹⁵.
  package static func log(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var fraction = x.significand
    if fraction > 1.414_213_562_373_095 {
      fraction /= 2
      exponent += 1
    }
    // ln m = 2·(y + y³/3 + y⁵/5 + …) with y = (m − 1)/(m + 1), which is at most 0.172.
    let y = (fraction - 1) / (fraction + 1)
    let square = y * y
    var sum = 0.0
    for power in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / power }
    return exponent * ln2 + 2 * y * sum
  }

  /// eˣ for x of at most 0; 0 where that is below 10⁻³⁰⁰.
  package static func exp(_ x: Double) -> Double {
    if x < -690 { return 0 }
    let shift = (x / ln2).rounded()
    let rest = x - shift * ln2
    var sum = 1.0
    for power in stride(from: 18.0, through: 1, by: -1) { sum = 1 + rest * sum / power }
    return Double(sign: .plus, exponent: Int(shift), significand: sum)
  }
}
