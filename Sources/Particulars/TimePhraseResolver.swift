internal import Articles
internal import Language

/// Ties words of time to the calendar: by the article's date, by the time last told, by past and future.
struct TimePhraseResolver {
  private let document: Document
  private let outlook: TimeOutlook
  /// The day of publication; `nil` where the article does not tell it.
  private let published: CalendarDay?
  /// The time last told, from which "the next day" counts.
  private var thread: Period?

  init(_ document: Document, published: CalendarDay?) {
    self.document = document
    self.published = published
    outlook = TimeOutlook(document)
    thread = published.map(Period.day)
  }

  /// What a phrase stands for. Phrases come in the order of the text.
  mutating func resolved(_ phrase: TimePhrase) -> DateExpression {
    let kind: DateExpression.Kind
    var value: String
    var period: Period?
    switch phrase.meaning {
    case .duration(let duration):
      kind = .duration
      value = duration
    case .set(let set):
      kind = .set
      value = set
    case .reference(let reference):
      kind = .date
      value = reference
    default:
      kind = phrase.clock == nil ? .date : .time
      period = self.period(phrase)
      value = period?.value ?? unknown(phrase.meaning)
      if let clock = phrase.clock, value.hasSuffix("-WE") || value.count == 10 { value += clock }
    }
    if let period, !isGeneral(period) { thread = period }
    return DateExpression(
      tokens: phrase.tokens, span: document.span(phrase.tokens), kind: kind, value: value, days: period?.days)
  }

  /// Decades and centuries are not what "that day" goes back to.
  private func isGeneral(_ period: Period) -> Bool {
    switch period {
    case .decade, .century: true
    default: false
    }
  }

  private func period(_ phrase: TimePhrase) -> Period? {
    // The word that the others hang on: from it syntax tells past and future.
    let at =
      phrase.tokens.first { token in !(document.tokens[token].head.index.map(phrase.tokens.contains) ?? false) }
      ?? phrase.tokens.lowerBound
    switch phrase.meaning {
    case .period(let period): return period
    case .day(let year?, let month, let day): return Self.day(year, month, day)
    case .day(nil, let month, let day): return dayOfMonth(nil, month, day, at).map(Period.day)
    case .weekOf(let year, let month, let day):
      return dayOfMonth(year, month, day, at).map { Period(.week, holding: $0) }
    case .inYear(let away, let month, let day):
      guard let year = published?.parts.year else { return nil }
      return day.map { Self.day(year + away, month, $0) } ?? .month(year: year + away, month)
    case .month(let year?, let month, _): return .month(year: year, month)
    case .month(nil, let month, let shift):
      guard let published else { return nil }
      let (year, current, _) = published.parts
      switch shift {
      case 0?: return .month(year: year, month)
      case let shift? where shift < 0: return .month(year: month < current ? year : year - 1, month)
      case .some: return .month(year: month > current ? year : year + 1, month)
      case nil: return nearest((-1...1).map { .month(year: year + $0, month) }, to: published, at: at)
      }
    case .weekday(let weekday, let shift): return published.map { .day(day(weekday, shift, $0, at)) }
    case .season(let season, let year?, _): return .season(year: year, season)
    case .season(let season, nil, let shift):
      guard let published else { return nil }
      let year = published.parts.year
      switch shift {
      case 0?: return .season(year: season == .winter && published.parts.month < 3 ? year - 1 : year, season)
      case let shift?:
        let all = (-2...1).map { Period.season(year: year + $0, season) }
        return shift < 0 ? all.last { $0.days.upperBound < published } : all.first { $0.days.lowerBound > published }
      case nil: return nearest((-1...1).map { .season(year: year + $0, season) }, to: published, at: at)
      }
    case .quarter(let quarter):
      guard let published else { return nil }
      return nearest((-1...1).map { .quarter(year: published.parts.year + $0, quarter) }, to: published, at: at)
    case .feast(let feast, let year?, _): return .day(feast.day(in: year))
    case .feast(let feast, nil, let shift):
      guard let published else { return nil }
      let all = (-1...1).map { Period.day(feast.day(in: published.parts.year + $0)) }
      switch shift {
      case let shift? where shift < 0: return all.last { $0.days.upperBound < published }
      case let shift? where shift > 0: return all.first { $0.days.lowerBound > published }
      default: return nearest(all, to: published, at: at)
      }
    case .shifted(let unit, let steps):
      guard let published else { return nil }
      if unit == .weekend, steps == 0 {
        let weekend = Period(.weekend, holding: published)
        return published.weekday < 5 && outlook.direction(at) < 0 ? weekend.shifted(by: -1) : weekend
      }
      return Period(unit, holding: published).shifted(by: steps)
    case .away(let count?, .decade, _): return published.map { Period(.year, holding: $0).shifted(by: 10 * count) }
    case .away(let count?, let unit, _):
      return published.map { Period(unit, holding: $0).shifted(by: count / unit.countInPeriod) }
    case .away(nil, _, _): return nil
    case .further(let steps, let unit):
      guard let from = thread?.days.lowerBound else { return nil }
      return Period(unit, holding: from).shifted(by: steps)
    case .clock:
      guard case .day? = thread else { return published.map(Period.day) }
      return thread
    case .reference, .duration, .set: return nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
    CalendarDate(year: year, month: month, day: day).flatMap(CalendarDay.init).map(Period.day)
  }

  /// The day of a month, of the year that is meant where none is told.
  private func dayOfMonth(_ year: Int?, _ month: Int, _ day: Int, _ at: Int) -> CalendarDay? {
    let found: Period?
    if let year {
      found = Self.day(year, month, day)
    } else {
      guard let published else { return nil }
      let years = (-1...1).map { published.parts.year + $0 }
      found = nearest(years.compactMap { Self.day($0, month, day) }, to: published, at: at)
    }
    return found?.days.lowerBound
  }

  private func day(_ weekday: Int, _ shift: Int?, _ published: CalendarDay, _ at: Int) -> CalendarDay {
    let back = (published.weekday - weekday + 7) % 7
    switch shift {
    case 0?: return published + (weekday - published.weekday)
    case let shift? where shift < 0: return published + -(back == 0 ? 7 : back)
    case .some: return published + (weekday - published.weekday + 7)
    case nil:
      let isAhead = outlook.direction(at) > 0 && back > 0 && !(back == 1 && outlook.isRecalled(at))
      return published + (isAhead ? 7 - back : -back)
    }
  }

  /// What is told as ahead, but from a past, is seldom so many days off.
  private static let farAhead = 215

  /// Of the same time in several years the one that is meant: ahead or behind as syntax tells, else the nearest.
  private func nearest(_ periods: [Period], to published: CalendarDay, at token: Int) -> Period? {
    func distance(_ period: Period) -> Int {
      if period.days.contains(published) { return 0 }
      return min(
        abs(period.days.lowerBound.number - published.number), abs(period.days.upperBound.number - published.number))
    }
    let nearest = periods.min { distance($0) < distance($1) }
    switch outlook.direction(token) {
    case 1...:
      // A day or two past is meant sooner than one a year ahead.
      if let nearest, distance(nearest) <= 3 { return nearest }
      let ahead = periods.first { $0.days.upperBound >= published }
      // "Would be returned by the end of March", in June: it was to have been.
      return outlook.direction(token) > 1 || ahead.map { distance($0) < Self.farAhead } ?? false ? ahead : nearest
    case ..<0:
      let behind = periods.last { $0.days.lowerBound <= published }
      // What was said of a time that is near is more often of that than of last year.
      let farBehind = outlook.direction(token) < -1 ? 330 : 270
      return behind.flatMap { distance($0) < farBehind ? $0 : nearest }
    default: return nearest
    }
  }

  /// What can be written of a time that nothing ties to the calendar.
  private func unknown(_ meaning: TimePhrase.Meaning) -> String {
    switch meaning {
    case .day(_, let month, let day), .weekOf(_, let month, let day):
      "XXXX-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
    case .month(_, let month, _), .inYear(_, let month, _): "XXXX-\(Digits.padded(month, 2))"
    case .weekday(let weekday, _): "XXXX-WXX-\(weekday)"
    case .season(let season, _, _): "XXXX-\(season.rawValue)"
    case .quarter(let quarter): "XXXX-Q\(quarter)"
    case .away(nil, _, let past): past ? "PAST_REF" : "FUTURE_REF"
    case .shifted(_, let steps): steps < 0 ? "PAST_REF" : steps > 0 ? "FUTURE_REF" : "PRESENT_REF"
    case .away(let count?, _, _): count < 0 ? "PAST_REF" : "FUTURE_REF"
    default: "XXXX-XX-XX"
    }
  }
}
