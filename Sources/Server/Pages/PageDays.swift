import Analysis
import Archive
import Chancery

/// The days that a page looks at.
struct PageDays: Sendable {
  let since: String?
  let until: String?
  /// Whether they were not given: the year up to the last article is taken, so that a page of a long archive is there at once.
  let isUsual: Bool

  /// So many days are looked at where none are given.
  private static let usual = 365

  init(_ question: Question, _ desk: Desk) throws {
    let given = try question.days()
    isUsual = given.since == nil && given.until == nil
    since = isUsual ? try Self.start(in: desk.store) : given.since
    until = given.until
  }

  /// The first of the days that are looked at where none are given; `nil` in an archive without days.
  static func start(in store: NewsStore) throws -> String? {
    try store.span().flatMap { CalendarDay(iso: $0.last) }.map { ($0 + -usual).description }
  }

  /// What a page tells of them, and what its fields hold.
  var slots: Slots {
    ["sinceGiven": since, "untilGiven": until, "isUsual": isUsual]
  }
}

extension NewsStore {
  /// The latest happenings of a question. It is put for the year before its last day first, then for ten, then for all: questions for
  /// long times may gather all that fits before they sort it.
  func latestHappenings(_ query: HappeningQuery) throws -> [HappeningRow] {
    var query = query
    query.isLatestFirst = true
    let until = query.report.until.flatMap(CalendarDate.init).map { CalendarDay(lastOf: $0).description }
    let last = try query.after.flatMap { try happening(id: $0)?.day } ?? span()?.last
    let start = [until, last].compactMap(\.self).min()
    if query.report != EventQuery(), query.report.since == nil, let limit = query.limit,
      let day = start.flatMap(CalendarDay.init(iso:))
    {
      for years in [1, 10] {
        var near = query
        near.report.since = (day + -365 * years).description
        let found = try happenings(near)
        if found.count >= limit { return found }
      }
    }
    return try happenings(query)
  }
}
