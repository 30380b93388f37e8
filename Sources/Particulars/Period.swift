/// A stretch of the calendar that has a name: a day, a week, a season …
enum Period: Hashable {
  case day(CalendarDay)
  /// By ISO 8601, of the year that the week counts into.
  case week(year: Int, Int)
  /// The Saturday and Sunday of a week.
  case weekend(year: Int, Int)
  case month(year: Int, Int)
  case quarter(year: Int, Int)
  /// Of the year in which it begins.
  case season(year: Int, Season)
  case year(Int)
  /// By its first three digits: 199 for the 1990s.
  case decade(Int)
  /// By its first two digits: 19 for the 1900s, which the words call the twentieth century.
  case century(Int)

  /// The period of a unit that holds a day.
  init(_ unit: TimeUnit, holding day: CalendarDay) {
    let (year, month, _) = day.parts
    let week = day.week
    switch unit {
    case .second, .minute, .hour, .day: self = .day(day)
    case .week: self = .week(year: week.year, week.week)
    case .weekend: self = .weekend(year: week.year, week.week)
    case .month: self = .month(year: year, month)
    case .quarter: self = .quarter(year: year, (month + 2) / 3)
    case .year: self = .year(year)
    case .decade: self = .decade(year / 10)
    case .century: self = .century(year / 100)
    }
  }

  /// As TIMEX3 writes it.
  var value: String {
    switch self {
    case .day(let day): day.description
    case .week(let year, let week): "\(Digits.padded(year, 4))-W\(Digits.padded(week, 2))"
    case .weekend(let year, let week): "\(Digits.padded(year, 4))-W\(Digits.padded(week, 2))-WE"
    case .month(let year, let month): "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))"
    case .quarter(let year, let quarter): "\(Digits.padded(year, 4))-Q\(quarter)"
    case .season(let year, let season): "\(Digits.padded(year, 4))-\(season.rawValue)"
    case .year(let year): Digits.padded(year, 4)
    case .decade(let decade): Digits.padded(decade, 3)
    case .century(let century): Digits.padded(century, 2)
    }
  }

  /// Its first day and its last.
  var days: ClosedRange<CalendarDay> {
    func months(_ year: Int, _ first: Int, _ count: Int) -> ClosedRange<CalendarDay> {
      let from = year * 12 + first - 1
      let to = from + count
      return CalendarDay(
        year: from / 12, month: from % 12 + 1, day: 1)...(CalendarDay(year: to / 12, month: to % 12 + 1, day: 1) + -1)
    }
    switch self {
    case .day(let day): return day...day
    case .week(let year, let week):
      let monday = Self.monday(year, week)
      return monday...(monday + 6)
    case .weekend(let year, let week):
      let monday = Self.monday(year, week)
      return (monday + 5)...(monday + 6)
    case .month(let year, let month): return months(year, month, 1)
    case .quarter(let year, let quarter): return months(year, 3 * quarter - 2, 3)
    case .season(let year, let season): return months(year, season.firstMonth, 3)
    case .year(let year): return months(year, 1, 12)
    case .decade(let decade): return months(decade * 10, 1, 120)
    case .century(let century): return months(century * 100, 1, 1200)
    }
  }

  /// The period of the same kind so many steps later.
  func shifted(by steps: Int) -> Period {
    func months(_ year: Int, _ month: Int, _ step: Int) -> (year: Int, month: Int) {
      let all = year * 12 + month - 1 + steps * step
      return (all / 12, all % 12 + 1)
    }
    switch self {
    case .day(let day): return .day(day + steps)
    case .week(let year, let week):
      let (year, week) = (Self.monday(year, week) + 7 * steps).week
      return .week(year: year, week)
    case .weekend(let year, let week):
      let (year, week) = (Self.monday(year, week) + 7 * steps).week
      return .weekend(year: year, week)
    case .month(let year, let month):
      let (year, month) = months(year, month, 1)
      return .month(year: year, month)
    case .quarter(let year, let quarter):
      let (year, month) = months(year, 3 * quarter - 2, 3)
      return .quarter(year: year, (month + 2) / 3)
    case .season(let year, let season): return .season(year: year + steps, season)
    case .year(let year): return .year(year + steps)
    case .decade(let decade): return .decade(decade + steps)
    case .century(let century): return .century(century + steps)
    }
  }

  private static func monday(_ year: Int, _ week: Int) -> CalendarDay {
    // The fourth of January is always in the first week.
    let fourth = CalendarDay(year: year, month: 1, day: 4)
    return fourth + (7 * (week - 1) - fourth.weekday + 1)
  }
}

/// A season of the northern year, under TIMEX3's sign.
enum Season: String {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The month in which it begins, as weather services reckon.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}

/// A unit of time.
enum TimeUnit: Hashable {
  case second, minute, hour, day, week, weekend, month, quarter, year, decade, century

  /// How many of it make a period of the calendar, which knows nothing shorter than a day: 48 hours are two.
  var countInPeriod: Int {
    switch self {
    case .second: 86_400
    case .minute: 1440
    case .hour: 24
    default: 1
    }
  }

  /// How TIMEX3 writes durations of it.
  func duration(_ count: String) -> String {
    switch self {
    case .second: "PT\(count)S"
    case .minute: "PT\(count)M"
    case .hour: "PT\(count)H"
    case .day: "P\(count)D"
    case .week: "P\(count)W"
    case .weekend: "P\(count)WE"
    case .month: "P\(count)M"
    case .quarter: "P\(count)Q"
    case .year: "P\(count)Y"
    case .decade: "P\(count)DE"
    case .century: "P\(count)CE"
    }
  }
}
