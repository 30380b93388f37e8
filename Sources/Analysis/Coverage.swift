public import Chancery

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
    let first = since.flatMap(CalendarDate.init).map(CalendarDay.init(firstOf:)) ?? known.first?.day
    let last = until.flatMap(CalendarDate.init).map(CalendarDay.init(lastOf:)) ?? known.last?.day
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
}

extension Coverage {
  /// Acts by the stretch that their day lies in; those outside, and those without a day, are left out.
  func sorted(_ acts: [Act]) -> [[Act]] {
    var sorted = Array(repeating: [Act](), count: bins.count)
    for act in acts { if let bin = act.day.flatMap(bin(of:)) { sorted[bin].append(act) } }
    return sorted
  }
}
