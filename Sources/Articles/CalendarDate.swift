/// A day of the Gregorian calendar, or a year or month where no more is known.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, of the common era.
  public let year: Int
  /// The month, 1 to 12, where known.
  public let month: Int?
  /// The day of the month, where known.
  public let day: Int?

  /// A date; `nil` where there is no such day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day { guard (1...Self.days(in: month, of: year)).contains(day) else { return nil } }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads ISO 8601: `2018`, `2018-01`, `2018-01-05`, `20180105`, or a date and time, of which the date is kept as written.
  public init?(_ text: some StringProtocol) {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    if parts.count == 1, parts[0].count == 8 {
      self.init(year: numbers[0] / 10000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    } else if parts.count <= 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }) {
      self.init(
        year: numbers[0], month: parts.count > 1 ? numbers[1] : nil, day: parts.count > 2 ? numbers[2] : nil)
    } else {
      return nil
    }
  }

  /// ISO 8601, as long as what is known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// Orders dates by their first day.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month ?? 1, a.day ?? 1) < (b.year, b.month ?? 1, b.day ?? 1)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
