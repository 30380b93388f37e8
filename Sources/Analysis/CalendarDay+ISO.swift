public import Chancery

extension CalendarDay {
  /// The day of a date that ISO 8601 gives to the day: `2018-01-05`.
  public init?(iso text: String) {
    guard let date = CalendarDate(text) else { return nil }
    self.init(date)
  }
}
