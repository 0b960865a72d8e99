/// The colors of the maps, on light and on dark ground.
///
/// The eight class colors were searched for with three conditions: white text on them, and they as text on
/// the ground, keep a contrast of at least 4.5 : 1; any two differ for people with full color vision and, as
/// simulated after Machado et al., without red, green or blue receptors; and they stay near the hues of Okabe
/// and Ito.
///
/// Sources: M. Okabe, K. Ito, "Color universal design" (2008); G. M. Machado, M. M. Oliveira, L. A. F.
/// Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
/// Visualization and Computer Graphics 15 (2009) 1291–1298, doi:10.1109/TVCG.2009.113; contrast as in WCAG
/// 2.2.
enum Palette {
  /// How many classes get a color of their own.
  static let classCount = strong.count

  /// Class colors to fill with under white text, and for lines and text on the light ground.
  static let strong: [Color] = [
    Color(0x0165B7), Color(0xC9220E), Color(0x0C654D), Color(0x46209A), Color(0xBE2270), Color(0x6C6416),
    Color(0x543C0D), Color(0x09314B),
  ]

  /// Class colors for lines and text on the dark ground.
  static let light: [Color] = [
    Color(0x5DB4F2), Color(0xFF8A63), Color(0x5FCBA5), Color(0xB9A0FF), Color(0xFF86B8), Color(0xC3CC6A),
    Color(0xD9B56E), Color(0xA9C9D6),
  ]

  /// Class colors to fill with under white text on the dark ground: the strong ones, the darkest lifted off
  /// it.
  static let strongOnDark: [Color] = [
    Color(0x0A72C4), Color(0xC9300F), Color(0x147257), Color(0x6A3FC0), Color(0xC1326F), Color(0x6C6A1C),
    Color(0x7A5D14), Color(0x2F5F80),
  ]

  static let ground = (light: Color(0xFBFAF7), dark: Color(0x12171E))
  static let surface = (light: Color(0xFFFFFF), dark: Color(0x28313D))
  static let edge = (light: Color(0xDFE1E6), dark: Color(0x434E5D))
  static let text = (light: Color(0x1F2937), dark: Color(0xE8EBF0))
  static let mutedText = (light: Color(0x5B6575), dark: Color(0xA4AEBC))
  /// What belongs to no class with a color.
  static let neutral = (light: Color(0x58667B), dark: Color(0x9AA7B8))
  static let neutralFill = (light: Color(0x58667B), dark: Color(0x5B697D))
  static let highlight = (light: Color(0xFDEBB3), dark: Color(0x5A4712))
  static let highlightEdge = (light: Color(0xE3B341), dark: Color(0xB88A1E))
  static let white = (light: Color(0xFFFFFF), dark: Color(0xFFFFFF))
}

/// What something is painted with, whatever the ground.
enum Paint: Hashable, Sendable {
  /// The page.
  case ground
  /// A box on the page.
  case surface
  /// The thin outline of a box.
  case edge
  case text
  case mutedText
  /// Text on a strong color.
  case onStrong
  /// A member of several venues.
  case highlight
  case highlightEdge
  /// A shape under white text, in the color of a class; nil for none of the classes.
  case strong(Int?)
  /// A line or a word on the page, in the color of a class.
  case line(Int?)
  /// A pale area in the color of a class.
  case tint(Int?)

  /// The color on light ground.
  var light: Color {
    switch self {
    case .ground: Palette.ground.light
    case .surface: Palette.surface.light
    case .edge: Palette.edge.light
    case .text: Palette.text.light
    case .mutedText: Palette.mutedText.light
    case .onStrong: Palette.white.light
    case .highlight: Palette.highlight.light
    case .highlightEdge: Palette.highlightEdge.light
    case .strong(let index?), .line(let index?): Palette.strong[index]
    case .strong(nil): Palette.neutralFill.light
    case .line(nil): Palette.neutral.light
    case .tint(let index):
      (index.map { Palette.strong[$0] } ?? Palette.neutral.light).over(Palette.ground.light, opacity: 0.09)
    }
  }

  /// The color on dark ground.
  var dark: Color {
    switch self {
    case .ground: Palette.ground.dark
    case .surface: Palette.surface.dark
    case .edge: Palette.edge.dark
    case .text: Palette.text.dark
    case .mutedText: Palette.mutedText.dark
    case .onStrong: Palette.white.dark
    case .highlight: Palette.highlight.dark
    case .highlightEdge: Palette.highlightEdge.dark
    case .strong(let index?): Palette.strongOnDark[index]
    case .strong(nil): Palette.neutralFill.dark
    case .line(let index?): Palette.light[index]
    case .line(nil): Palette.neutral.dark
    case .tint(let index):
      (index.map { Palette.light[$0] } ?? Palette.neutral.dark).over(Palette.ground.dark, opacity: 0.12)
    }
  }

  /// Part of the name of its style class.
  var code: String {
    switch self {
    case .ground: "g"
    case .surface: "b"
    case .edge: "e"
    case .text: "t"
    case .mutedText: "m"
    case .onStrong: "w"
    case .highlight: "h"
    case .highlightEdge: "i"
    case .strong(let index): "s" + Self.digit(index)
    case .line(let index): "l" + Self.digit(index)
    case .tint(let index): "p" + Self.digit(index)
    }
  }

  private static func digit(_ index: Int?) -> String { index.map(String.init) ?? "x" }
}
