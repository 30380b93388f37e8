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

/// The days that an analysis looks at, and on which of them the archive has articles.
public struct Coverage: Sendable {
  /// The stretches that are looked at, in order.
  public let bins: [TimeBin]
  /// How many articles appeared in each.
  public let articles: [Int]
  private let places: [String: Int]
  private let interval: Interval

  /// The stretches between two days, or between the archive's first and last article where those are not given.
  ///
  /// - Parameters:
  ///   - days: The days of articles with how many appeared, in order, as ``NewsStore/articlesByDay()`` gives them.
  ///   - since: The first day, ISO 8601; a year or month stands for all of it.
  ///   - until: The last day, likewise.
  public init(_ days: [(day: String, articles: Int)], by interval: Interval, since: String?, until: String?) {
    let known = days.compactMap { day in CalendarDay(iso: day.day).map { (day: $0, articles: day.articles) } }
    let first = since.flatMap(CalendarDate.init).flatMap { Self.edge(of: $0, isLast: false) } ?? known.first?.day
    let last = until.flatMap(CalendarDate.init).flatMap { Self.edge(of: $0, isLast: true) } ?? known.last?.day
    let bins: [TimeBin] = if let first, let last { interval.bins(from: first, to: last) } else { [] }
    self.bins = bins
    self.interval = interval
    places = Dictionary(uniqueKeysWithValues: zip(bins.map(\.name), bins.indices))
    var articles = Array(repeating: 0, count: bins.count)
    for (day, count) in known { if let bin = places[interval.bin(of: day).name] { articles[bin] += count } }
    self.articles = articles
  }

  /// The stretch of a day; `nil` outside.
  public func bin(of day: CalendarDay) -> Int? { places[interval.bin(of: day).name] }

  /// The first or last day of a date.
  private static func edge(of date: CalendarDate, isLast: Bool) -> CalendarDay? {
    if let day = CalendarDay(date) { return day }
    guard isLast else { return CalendarDay(year: date.year, month: date.month ?? 1, day: 1) }
    guard let month = date.month else { return CalendarDay(year: date.year, month: 12, day: 31) }
    return CalendarDay(year: month == 12 ? date.year + 1 : date.year, month: month % 12 + 1, day: 1) + -1
  }
}
