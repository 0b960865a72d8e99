/// A date known to the year, the month or the day.
///
/// It stands for the span of days it could be: `2021-06` is any day of June 2021.
public struct PartialDate: Hashable, Sendable {
  /// Year, month and day as one number, 0 standing for what is not known: tables hold millions of dates.
  private let packed: Int32

  /// The year, 0 to 9999.
  public var year: Int { Int(packed) / 10_000 }
  /// The month, where known.
  public var month: Int? { Int(packed) / 100 % 100 == 0 ? nil : Int(packed) / 100 % 100 }
  /// The day of the month, where known.
  public var day: Int? { Int(packed) % 100 == 0 ? nil : Int(packed) % 100 }

  /// Creates a date; nil where there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (0...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard (1...Self.days(in: month, of: year)).contains(day) else { return nil } }
    } else if day != nil {
      return nil
    }
    packed = Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
  }

  /// Reads `2021`, `2021-06` or `2021-06-30`; nil where the text is anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )
  }

  /// The first day it could be, as a number that orders days: year, month, day.
  public var firstDay: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day it could be, as a number that orders days.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    return year * 10_000 + lastMonth * 100 + (day ?? Self.days(in: lastMonth, of: year))
  }

  /// Whether it is the customary way of writing "no end": a day of the year 9999.
  public var meansNoEnd: Bool { year == 9999 }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as it is written in a dataset.
  public var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
