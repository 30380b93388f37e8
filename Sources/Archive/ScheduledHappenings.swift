import Chancery

extension NewsStore {
  /// Acts that are planned for days after one, the next first.
  ///
  /// - Parameter day: ISO 8601; `nil` for all that are planned.
  public func scheduled(after day: String?, limit: Int?) throws -> [HappeningRow] {
    var query = HappeningQuery()
    query.report.modalities = [.planned]
    query.report.since = day.flatMap { CalendarDate($0) }.flatMap(CalendarDay.init).map { ($0 + 1).description }
    query.limit = limit
    return try happenings(query)
  }
}
