/// The words of time, in lower case.
enum TimeWords {
  static let months: [String: Int] = table([
    "january jan jan.", "february feb feb.", "march mar.", "april apr apr.", "may", "june jun jun.", "july jul jul.",
    "august aug aug.", "september sept sept. sep sep.", "october oct oct.", "november nov nov.", "december dec dec.",
  ])

  static let weekdays: [String: Int] = table([
    "monday mondays mon.", "tuesday tuesdays tue. tues.", "wednesday wednesdays wed.", "thursday thursdays thu. thurs.",
    "friday fridays fri.", "saturday saturdays sat.", "sunday sundays sun.",
  ])

  static let seasons: [String: Season] = [
    "spring": .spring, "springtime": .spring, "summer": .summer, "summertime": .summer, "fall": .autumn,
    "autumn": .autumn, "winter": .winter, "wintertime": .winter,
  ]

  /// Singular and plural.
  static let units: [String: TimeUnit] = [
    "second": .second, "seconds": .second, "minute": .minute, "minutes": .minute, "hour": .hour, "hours": .hour,
    "day": .day, "days": .day, "night": .day, "nights": .day, "week": .week, "weeks": .week, "weekend": .weekend,
    "weekends": .weekend, "month": .month, "months": .month, "quarter": .quarter, "quarters": .quarter, "year": .year,
    "years": .year, "decade": .decade, "decades": .decade, "century": .century, "centuries": .century,
  ]

  /// Parts of the day with TIMEX3's signs.
  static let partsOfDay: [String: String] = [
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midnight": "T24:00",
    "midday": "T12:00", "dawn": "TMO", "dusk": "TEV",
  ]

  static let numbers: [String: Int] = {
    var numbers = table([
      "one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ])
    let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (i, word) in tens.enumerated() { numbers[word] = 10 * (i + 3) }
    numbers["dozen"] = 12
    numbers["hundred"] = 100
    return numbers
  }()

  static let ordinals: [String: Int] = {
    var ordinals = table([
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ])
    for n in 1...100 {
      let ending = (11...13).contains(n % 100) ? "th" : ["th", "st", "nd", "rd"][n % 10 < 4 ? n % 10 : 0]
      ordinals["\(n)\(ending)"] = n
    }
    return ordinals
  }()

  /// Numbers that nobody counted.
  static let someNumber: Set<String> = ["several", "few", "some", "many", "couple", "recent", "coming"]

  /// "the eighties".
  static let decades: [String: Int] = [
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198,
    "nineties": 199, "noughties": 200,
  ]

  /// How many steps a word goes from the period that holds the day of publication.
  static let shifts: [String: Int] = [
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1,
    "following": 1,
    "upcoming": 1, "forthcoming": 1,
  ]

  /// Words before an expression that belong to it and do not change its period.
  static let parts: Set<String> = ["early", "late", "mid", "earlier", "later", "mid-"]

  static let presents: Set<String> = ["now", "currently", "nowadays"]

  static let sets: [String: String] = [
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
  ]

  static let zones: Set<String> = [
    "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "bst", "cet", "cest", "eet",
    "eest",
    "msk", "ist", "jst", "kst", "hkt", "aest", "aedt",
  ]

  /// `table(["january jan", "february"])` is january 1, jan 1, february 2.
  private static func table(_ rows: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (i, row) in rows.enumerated() {
      for word in row.split(separator: " ") { table[String(word)] = i + 1 }
    }
    return table
  }
}

/// Feasts and days of note.
enum Feast: Hashable {
  /// On the same day each year.
  case fixed(month: Int, day: Int)
  /// So many days from Easter Sunday of the western churches.
  case easter(Int)
  /// The nth such weekday of a month; the last of it where `n` is 0; so many days later.
  case weekday(Int, n: Int, month: Int, later: Int = 0)

  /// By their words; those that begin alike, the longest first.
  static let all: [(words: [String], feast: Feast)] = names.map { ($0.0.split(separator: " ").map(String.init), $0.1) }

  private static let names: [(String, Feast)] = [
    ("christmas eve", .fixed(month: 12, day: 24)), ("christmas day", .fixed(month: 12, day: 25)),
    ("christmas", .fixed(month: 12, day: 25)), ("boxing day", .fixed(month: 12, day: 26)),
    ("new year 's eve", .fixed(month: 12, day: 31)), ("new year 's day", .fixed(month: 1, day: 1)),
    ("new year ’s eve", .fixed(month: 12, day: 31)), ("new year ’s day", .fixed(month: 1, day: 1)),
    ("valentine 's day", .fixed(month: 2, day: 14)), ("may day", .fixed(month: 5, day: 1)),
    ("victory day", .fixed(month: 5, day: 9)), ("bastille day", .fixed(month: 7, day: 14)),
    ("halloween", .fixed(month: 10, day: 31)), ("armistice day", .fixed(month: 11, day: 11)),
    ("veterans day", .fixed(month: 11, day: 11)), ("nowruz", .fixed(month: 3, day: 21)),
    ("good friday", .easter(-2)), ("easter sunday", .easter(0)), ("easter monday", .easter(1)), ("easter", .easter(0)),
    ("thanksgiving day", .weekday(4, n: 4, month: 11)), ("thanksgiving", .weekday(4, n: 4, month: 11)),
    ("election day", .weekday(1, n: 1, month: 11, later: 1)), ("labor day", .weekday(1, n: 1, month: 9)),
    ("memorial day", .weekday(1, n: 0, month: 5)), ("martin luther king day", .weekday(1, n: 3, month: 1)),
    ("9/11", .fixed(month: 9, day: 11)),
  ]

  /// The day in a year.
  func day(in year: Int) -> CalendarDay {
    switch self {
    case .fixed(let month, let day): return CalendarDay(year: year, month: month, day: day)
    case .easter(let days): return Self.easter(year) + days
    case .weekday(let weekday, let n, let month, let later):
      let first = CalendarDay(year: year, month: month, day: 1)
      let of = first + (weekday - first.weekday + 7) % 7
      if n > 0 { return of + (7 * (n - 1) + later) }
      let next = CalendarDay(year: year, month: month + 1, day: 1)
      return next + (-1 - ((next + -1).weekday - weekday + 7) % 7 + later)
    }
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
  private static func easter(_ year: Int) -> CalendarDay {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
    return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
