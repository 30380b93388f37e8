import Archive
import Chancery
import Foundation

/// Finds by when something is to be done: the time that its sentence names and that lies ahead.
final class DeadlineFinder {
  private let store: NewsStore
  private var readings: [String: [Time]] = [:]

  /// A day or stretch of days that an article names.
  private struct Time {
    let start: Int
    let end: Int
    let last: CalendarDay
  }

  init(_ store: NewsStore) { self.store = store }

  /// The last day by which an event of an article is to be done.
  ///
  /// - Returns: The event's own last day where words tell it and it lies after the article's; else the first time after the event's words in its
  ///   sentence that does; `nil` where there is none.
  func deadline(of event: EventRow, after published: CalendarDay) throws -> CalendarDay? {
    if event.dateText != nil, let last = (event.endDate ?? event.date).flatMap(CalendarDay.init(iso:)),
      last >= published
    {
      return last
    }
    let ahead = try times(in: event.article.id).filter { time in
      time.start >= event.sentenceStart && time.end <= event.sentenceEnd && time.last >= published
    }
    return (ahead.first { $0.start >= event.start } ?? ahead.first)?.last
  }

  private func times(in article: String) throws -> [Time] {
    if let known = readings[article] { return known }
    let json = try store.reading(id: article) ?? "{}"
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let times = (object?["dates"] as? [[String: Any]] ?? []).compactMap { date -> Time? in
      guard let start = date["start"] as? Int, let end = date["end"] as? Int, let value = date["value"] as? String,
        let last = Self.lastDay(of: value)
      else { return nil }
      return Time(start: start, end: end, last: last)
    }
    readings[article] = times
    return times
  }

  /// The last day of what TIMEX3 writes as a day, week, month, quarter or year.
  static func lastDay(of value: String) -> CalendarDay? {
    let parts = value.split(separator: "-").map(String.init)
    guard let year = parts.first.flatMap(Int.init), (1...9999).contains(year) else { return nil }
    guard parts.count > 1 else {
      return value.count == 4 ? Interval.year.bin(of: CalendarDay(year: year, month: 1, day: 1)).last : nil
    }
    if parts[1].hasPrefix("W"), let week = Int(parts[1].dropFirst()) {
      // The fourth of January lies in the first week.
      return Interval.week.bin(of: CalendarDay(year: year, month: 1, day: 4) + 7 * (week - 1)).last
    }
    if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) {
      return Interval.quarter.bin(of: CalendarDay(year: year, month: 3 * quarter, day: 1)).last
    }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    guard parts.count > 2 else { return Interval.month.bin(of: CalendarDay(year: year, month: month, day: 1)).last }
    return CalendarDay(iso: String(value.prefix(10)))
  }
}
