/// Words of time as grammar reads them, before they are tied to a calendar.
struct TimePhrase {
  /// What they mean.
  enum Meaning: Equatable {
    /// "Aug. 7", "7 August 1998", "Monday, Oct. 26".
    case day(year: Int?, month: Int, day: Int)
    /// "August", "last October" (a shift of -1), "August 1998".
    case month(year: Int?, month: Int, shift: Int?)
    /// "in February this year" (0), "on Aug. 7 last year" (-1): of a year so far from the article's.
    case inYear(Int, month: Int, day: Int?)
    /// "the week of March 6".
    case weekOf(year: Int?, month: Int, day: Int)
    /// "1998", "the 1990s", "the second quarter of 1998".
    case period(Period)
    /// "Friday", "next Friday".
    case weekday(Int, shift: Int?)
    /// "last fall", "the summer of 1998".
    case season(Season, year: Int?, shift: Int?)
    /// "the third quarter".
    case quarter(Int)
    /// "Christmas", "last Thanksgiving".
    case feast(Feast, year: Int?, shift: Int?)
    /// "last week", "tomorrow" (day, 1), "the week of March 6".
    case shifted(TimeUnit, Int)
    /// "three days ago" (-3); `nil` where nobody counted: "years ago".
    case away(Int?, TimeUnit, past: Bool)
    /// "two days later", "the next day", "that year" (0): from the time last told.
    case further(Int, TimeUnit)
    /// "now", "the future".
    case reference(String)
    case duration(String)
    case set(String)
    /// A time of day alone.
    case clock
  }

  var tokens: Range<Int>
  var meaning: Meaning
  /// What TIMEX3 puts behind the day for a time or part of it: `T10:35`, `TMO`.
  var clock: String?
}
