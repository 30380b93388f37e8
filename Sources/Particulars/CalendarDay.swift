public import Articles

/// A day of the Gregorian calendar that one can count with.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public let number: Int

  /// The day of that number.
  public init(number: Int) { self.number = number }

  /// A day by year, month and day; those that go beyond a month's end count on into the next.
  ///
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms": days of eras of 400 years, whose years begin in March.
  public init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day of a date that is known to the day.
  public init?(_ date: CalendarDate) {
    guard let month = date.month, let day = date.day else { return nil }
    self.init(year: date.year, month: month, day: day)
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// As a date; `nil` before the year 1 and after 9999.
  public var date: CalendarDate? { CalendarDate(year: parts.year, month: parts.month, day: parts.day) }

  /// The day of the week, from Monday, 1, to Sunday, 7.
  public var weekday: Int { (number % 7 + 7 + 3) % 7 + 1 }

  /// The week by ISO 8601, and the year that it counts into.
  public var week: (year: Int, week: Int) {
    let thursday = CalendarDay(number: number - weekday + 4)
    let year = thursday.parts.year
    return (year, (thursday.number - CalendarDay(year: year, month: 1, day: 1).number) / 7 + 1)
  }

  /// The day so many days later.
  public static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + days) }

  /// Orders days in time.
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

  /// ISO 8601: `2018-01-05`.
  public var description: String {
    let (year, month, day) = parts
    return "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
  }
}

/// Numbers written with zeros before them.
enum Digits {
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
