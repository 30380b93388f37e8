public import Chancery

/// By what time is cut.
public enum Interval: String, Sendable, Hashable, CaseIterable {
  /// Weeks from Monday, by ISO 8601.
  case week
  /// Months.
  case month
  /// Quarters of the year.
  case quarter
  /// Years.
  case year

  /// The stretch that a day lies in.
  public func bin(of day: CalendarDay) -> TimeBin {
    let (year, month, _) = day.parts
    func months(_ first: Int, _ count: Int, _ name: String) -> TimeBin {
      TimeBin(
        name: name, first: CalendarDay(year: year, month: first, day: 1),
        last: CalendarDay(year: first + count > 12 ? year + 1 : year, month: (first + count - 1) % 12 + 1, day: 1) + -1)
    }
    switch self {
    case .week:
      let (weekYear, week) = day.week
      let monday = day + (1 - day.weekday)
      return TimeBin(name: "\(Self.padded(weekYear, 4))-W\(Self.padded(week, 2))", first: monday, last: monday + 6)
    case .month: return months(month, 1, "\(Self.padded(year, 4))-\(Self.padded(month, 2))")
    case .quarter:
      let quarter = (month - 1) / 3
      return months(quarter * 3 + 1, 3, "\(Self.padded(year, 4))-Q\(quarter + 1)")
    case .year: return months(1, 12, Self.padded(year, 4))
    }
  }

  /// The stretches from one day's to another's, in order; none where the last lies before the first.
  public func bins(from first: CalendarDay, to last: CalendarDay) -> [TimeBin] {
    var bins: [TimeBin] = []
    var day = first
    while day <= last {
      let bin = bin(of: day)
      bins.append(bin)
      day = bin.last + 1
    }
    return bins
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A stretch of time.
public struct TimeBin: Sendable, Hashable {
  /// As ISO 8601 writes it: `2018-W05`, `2018-01`, `2018`; quarters are `2018-Q1`.
  public let name: String
  /// Its first day.
  public let first: CalendarDay
  /// Its last.
  public let last: CalendarDay
}
