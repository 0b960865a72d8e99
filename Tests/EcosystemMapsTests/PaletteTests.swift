import Foundation
import Testing

@testable import EcosystemMaps

@Suite struct PaletteTests {
  /// Relative luminance as in WCAG 2.2.
  private func luminance(_ color: Color) -> Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private func contrast(_ a: Color, _ b: Color) -> Double {
    let (high, low) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  private var classes: [Int?] { (0..<Palette.classCount).map { $0 } + [nil] }

  @Test func textCanBeReadOnWhateverItStandsOn() {
    var pairs: [(Paint, Paint)] = [
      (.text, .ground), (.mutedText, .ground), (.text, .surface), (.text, .highlight),
    ]
    for index in classes {
      pairs += [
        (.onStrong, .strong(index)), (.line(index), .ground), (.line(index), .tint(index)),
        (.text, .tint(index)),
      ]
    }
    for (text, ground) in pairs {
      #expect(contrast(text.light, ground.light) >= 4.5, "\(text) on light \(ground)")
      #expect(contrast(text.dark, ground.dark) >= 4.5, "\(text) on dark \(ground)")
    }
  }

  @Test func ringsShowOnTheirGround() {
    for index in classes {
      #expect(contrast(Paint.line(index).light, Paint.surface.light) >= 3)
      #expect(contrast(Paint.line(index).dark, Paint.surface.dark) >= 3)
    }
  }

  /// Simulations at full severity, on linear light, after Machado and others (2009).
  private static let simulations: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
  ]

  /// Coordinates in OKLab, where distances are about as large as differences look.
  private func oklab(_ color: Color, _ simulation: [[Double]]) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = simulation.map { row in min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 })) }
    let (r, g, b) = (seen[0], seen[1], seen[2])
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return [
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
  }

  @Test func classesDifferForEveryEye() {
    let colors = Palette.strong + [Palette.neutralFill.light]
    for (simulation, limit) in zip(Self.simulations, [0.1, 0.05, 0.05, 0.05]) {
      for i in colors.indices {
        for j in colors.indices where j < i {
          let (a, b) = (oklab(colors[i], simulation), oklab(colors[j], simulation))
          let distance = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
          #expect(distance >= limit, "\(colors[i].hex) and \(colors[j].hex): \(distance)")
        }
      }
    }
  }
}
