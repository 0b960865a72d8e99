/// A color of the screen, in sRGB.
struct Color: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// Creates a color from `0xRRGGBB`.
  init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  /// The color as it is written in SVG.
  var hex: String {
    // The 1 before the six digits keeps zeros in front.
    let digits = String(1 << 24 | Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16, uppercase: true)
    return "#" + digits.dropFirst()
  }

  /// This color laid over another with an opacity of 0...1.
  func over(_ ground: Color, opacity: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(clamping: Int((Double(a) * opacity + Double(b) * (1 - opacity)).rounded()))
    }
    var result = self
    result.red = mix(red, ground.red)
    result.green = mix(green, ground.green)
    result.blue = mix(blue, ground.blue)
    return result
  }
}
