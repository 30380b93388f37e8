public import Chancery

extension CalendarDay {
  /// The day of a date that ISO 8601 gives to the day: `2018-01-05`.
  public init?(iso text: String) {
    guard let date = CalendarDate(text) else { return nil }
    self.init(date)
  }

  /// The first day of a date that may be a month or year.
  public init(firstOf date: CalendarDate) {
    self.init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }

  /// The last day of a date that may be a month or year.
  public init(lastOf date: CalendarDate) {
    if let month = date.month, let day = date.day {
      self.init(year: date.year, month: month, day: day)
    } else {
      let month = date.month ?? 12
      self = CalendarDay(year: month == 12 ? date.year + 1 : date.year, month: month % 12 + 1, day: 1) + -1
    }
  }
}
