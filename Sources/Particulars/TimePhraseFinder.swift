internal import Articles
internal import Language

/// Finds the words of time in a document by their grammar.
///
/// Written after TimeML's guidelines for TIMEX3 (Ferro and others, "TIDES 2005 Standard"; Saurí and others, "TimeML Annotation
/// Guidelines 1.2.1"). Linear in the number of tokens.
struct TimePhraseFinder {
  private let document: Document
  private let words: [String]

  init(_ document: Document) {
    self.document = document
    words = document.tokens.indices.map { document.form($0).lowercased() }
  }

  /// The phrases in the order of the text, none overlapping.
  func phrases() -> [TimePhrase] {
    var phrases: [TimePhrase] = []
    var i = 0
    while i < words.count {
      guard var phrase = phrase(at: i) else {
        i += 1
        continue
      }
      phrase.tokens = i..<min(phrase.tokens.upperBound, words.count)
      phrases.append(phrase)
      i = phrase.tokens.upperBound
      // "Oct. 23 and 25", "April 24-25": the further days of a month.
      while case .day(let year, let month, _) = phrase.meaning, let further = furtherDay(at: i) {
        phrases.append(
          TimePhrase(tokens: further.at..<further.at + 1, meaning: .day(year: year, month: month, day: further.day)))
        i = further.at + 1
      }
    }
    return phrases
  }

  private func word(_ i: Int) -> String { words.indices.contains(i) ? words[i] : "" }

  private func upos(_ i: Int) -> String { words.indices.contains(i) ? document.tokens[i].upos : "" }

  private func furtherDay(at i: Int) -> (at: Int, day: Int)? {
    guard ["-", "–", "—", "and", "to", "or", "through"].contains(word(i)), let day = dayOfMonth(i + 1),
      !["NOUN", "PROPN", "SYM", "ADJ"].contains(upos(i + 2)), word(i + 2) != "%"
    else { return nil }
    return (i + 1, day)
  }

  // MARK: Phrases

  /// The longest phrase that begins at a token.
  private func phrase(at i: Int) -> TimePhrase? {
    if let clock = clock(at: i) { return withDay(clock) }
    if let counted = counted(at: i) { return counted }
    if let reference = reference(at: i) { return reference }
    // "late November", "early this week", "mid-1990s", "the end of May".
    var start = i
    if TimeWords.parts.contains(word(i)) {
      start += 1
      if ["-", "in"].contains(word(start)) { start += 1 }
    } else if ["beginning", "start", "middle", "end", "close", "turn"].contains(word(i)), word(i + 1) == "of" {
      start += 2
    }
    let bare = word(start) == "the" ? start + 1 : start
    guard let core = core(at: start) ?? (bare > start ? core(at: bare, definite: true) : nil) else { return nil }
    return withClock(core)
  }

  private func core(at i: Int, definite: Bool = false) -> TimePhrase? {
    weekday(at: i) ?? date(at: i) ?? feast(at: i, shift: nil) ?? season(at: i, shift: nil, definite: definite)
      ?? quarter(at: i) ?? year(at: i, definite: definite) ?? relativeDay(at: i) ?? shifted(at: i, definite: definite)
      ?? same(at: i) ?? set(at: i)
  }

  private func make(_ i: Int, _ end: Int, _ meaning: TimePhrase.Meaning, _ clock: String? = nil) -> TimePhrase {
    TimePhrase(tokens: i..<end, meaning: meaning, clock: clock)
  }

  /// "Friday", "Monday, Oct. 26".
  private func weekday(at i: Int, shift: Int? = nil) -> TimePhrase? {
    guard let weekday = TimeWords.weekdays[word(i)] else { return nil }
    if word(i).hasSuffix("s"), upos(i - 1) != "ADP", word(i) != "tues" {
      return make(i, i + 1, .set("XXXX-WXX-\(weekday)"))
    }
    let next = word(i + 1) == "," ? i + 2 : i + 1
    if shift == nil, let date = date(at: next), case .day = date.meaning {
      return make(i, date.tokens.upperBound, date.meaning)
    }
    if ["sun.", "sat.", "mon.", "wed."].contains(word(i)), upos(i) != "PROPN" { return nil }
    return make(i, i + 1, .weekday(weekday, shift: shift))
  }

  /// "Aug. 7, 1998", "7 August", "August 1998", "1998-08-07".
  private func date(at i: Int) -> TimePhrase? {
    if let iso = CalendarDate(word(i)), let month = iso.month, word(i).contains("-") {
      return iso.day.map { make(i, i + 1, .day(year: iso.year, month: month, day: $0)) }
        ?? make(i, i + 1, .month(year: iso.year, month: month, shift: nil))
    }
    if let month = month(at: i) {
      if let day = dayOfMonth(i + 1), yearNumber(i + 1) == nil, word(i + 2) != "%" {
        let comma = word(i + 2) == "," ? i + 3 : i + 2
        if let year = yearNumber(comma) { return make(i, comma + 1, .day(year: year, month: month, day: day)) }
        return inYear(make(i, i + 2, .day(year: nil, month: month, day: day)))
      }
      let comma = [",", "of"].contains(word(i + 1)) ? i + 2 : i + 1
      if let year = yearNumber(comma) { return make(i, comma + 1, .month(year: year, month: month, shift: nil)) }
      return isMonthAlone(i) ? inYear(make(i, i + 1, .month(year: nil, month: month, shift: nil))) : nil
    }
    guard let day = dayOfMonth(i) else { return nil }
    let at = word(i + 1) == "of" ? i + 2 : i + 1
    guard let month = month(at: at) else { return nil }
    let comma = [",", "of"].contains(word(at + 1)) ? at + 2 : at + 1
    if let year = yearNumber(comma) { return make(i, comma + 1, .day(year: year, month: month, day: day)) }
    return inYear(make(i, at + 1, .day(year: nil, month: month, day: day)))
  }

  /// "February this year", "Aug. 7 last year".
  private func inYear(_ phrase: TimePhrase) -> TimePhrase {
    let end = phrase.tokens.upperBound
    let at = word(end) == "of" ? end + 1 : end
    guard let away = TimeWords.shifts[word(at)], word(at + 1) == "year" else { return phrase }
    switch phrase.meaning {
    case .day(_, let month, let day):
      return make(phrase.tokens.lowerBound, at + 2, .inYear(away, month: month, day: day))
    case .month(_, let month, _): return make(phrase.tokens.lowerBound, at + 2, .inYear(away, month: month, day: nil))
    default: return phrase
    }
  }

  private func month(at i: Int) -> Int? {
    guard let month = TimeWords.months[word(i)] else { return nil }
    // "may" and "march" in small letters are verbs.
    if ["may", "march", "august"].contains(word(i)), document.form(i).first?.isLowercase ?? true { return nil }
    return month
  }

  private func isMonthAlone(_ i: Int) -> Bool {
    guard word(i) == "may" || word(i) == "march" || word(i) == "april" || word(i) == "june" || word(i) == "august"
    else {
      return word(i).count > 3
    }
    return upos(i) == "PROPN" && !document.names.contains { $0.tokens.contains(i) && $0.kind == .person }
  }

  private func dayOfMonth(_ i: Int) -> Int? {
    let number = Int(word(i)) ?? (word(i).first?.isNumber ?? false ? TimeWords.ordinals[word(i)] : nil)
    guard let number, (1...31).contains(number), word(i).count <= 4 else { return nil }
    return number
  }

  /// A number of four digits that can be a year.
  private func yearNumber(_ i: Int) -> Int? {
    guard word(i).utf8.count == 4, let year = Int(word(i)), (1000...2199).contains(year) else { return nil }
    return year
  }

  /// "1998", "the 1990s", "the nineties", "the 19th century".
  private func year(at i: Int, definite: Bool) -> TimePhrase? {
    if let year = yearNumber(i), isYear(i, year) { return make(i, i + 1, .period(.year(year))) }
    if word(i).hasSuffix("0s"), word(i).utf8.count == 5, let year = Int(word(i).dropLast()),
      (1000...2099).contains(year)
    {
      return make(i, i + 1, .period(year % 100 == 0 && year < 2000 ? .century(year / 100) : .decade(year / 10)))
    }
    if let year = yearNumber(i), year % 10 == 0, ["'s", "’s"].contains(word(i + 1)), definite {
      return make(i, i + 2, .period(.decade(year / 10)))
    }
    if ["'", "’", "‘"].contains(word(i)), word(i + 1).hasSuffix("0s"), let short = Int(word(i + 1).dropLast()),
      short < 100
    {
      return make(i, i + 2, .period(.decade((short < 30 ? 2000 + short : 1900 + short) / 10)))
    }
    if definite, let decade = TimeWords.decades[word(i)] { return make(i, i + 1, .period(.decade(decade))) }
    if let n = TimeWords.ordinals[word(i)], n <= 21 {
      let at = word(i + 1) == "-" ? i + 2 : i + 1
      if ["century", "centuries"].contains(word(at)) { return make(i, at + 1, .period(.century(n - 1))) }
    }
    return nil
  }

  /// Whether a number that can be a year is one here, and not a number of things.
  private func isYear(_ i: Int, _ year: Int) -> Bool {
    let before = word(i - 1)
    let after = word(i + 1)
    if [
      "$", "€", "£", "¥", "#", "no.", "about", "nearly", "almost", "some", "than", "least", "over", "around", "roughly",
      "up",
    ].contains(before)
      || ["%", "percent", "per"].contains(after)
    {
      return false
    }
    let isModern = (1900...2099).contains(year)
    if [
      "in", "since", "until", "till", "before", "after", "during", "by", "from", "of", "late", "early", "mid", "year",
    ].contains(before) {
      return isModern || upos(i + 1) != "NOUN"
    }
    guard isModern else { return false }
    guard upos(i) == "NUM" || upos(i) == "PROPN" else { return false }
    // "2000 soldiers" are counted, "the 2000 election" is not.
    if upos(i + 1) == "NOUN", document.tokens[i + 1].feats.contains("Number=Plur") {
      return ["the", "its", "his", "their", "'s", "’s", "a"].contains(before)
    }
    return true
  }

  private func season(at i: Int, shift: Int?, definite: Bool) -> TimePhrase? {
    guard let season = TimeWords.seasons[word(i)], ["NOUN", "PROPN", "ADV"].contains(upos(i)) else { return nil }
    let at = word(i + 1) == "of" ? i + 2 : i + 1
    if let year = yearNumber(at) { return make(i, at + 1, .season(season, year: year, shift: nil)) }
    if shift == nil {
      // "Prague Spring", "spring water", "a fall in prices".
      guard
        ["in", "by", "until", "since", "during", "through", "late", "early", "this"].contains(word(i - 1)) || definite,
        definite
          ? ["in", "by", "until", "since", "during", "over", "of", "through", "for", "late", "early"].contains(
            word(i - 2)) : true,
        word(i + 1) != "of", upos(i + 1) != "NOUN" || season == .winter || season == .summer
      else { return nil }
    }
    return make(i, i + 1, .season(season, year: nil, shift: shift))
  }

  private func quarter(at i: Int) -> TimePhrase? {
    if word(i).count == 2, word(i).first == "q", let n = Int(word(i).dropFirst()), (1...4).contains(n) {
      if let year = yearNumber(i + 1) { return make(i, i + 2, .period(.quarter(year: year, n))) }
      return make(i, i + 1, .quarter(n))
    }
    guard let n = TimeWords.ordinals[word(i)], (1...4).contains(n), word(i + 1) == "quarter" else { return nil }
    let at = word(i + 2) == "of" ? i + 3 : i + 2
    if let year = yearNumber(at) { return make(i, at + 1, .period(.quarter(year: year, n))) }
    return make(i, i + 2, .quarter(n))
  }

  private func feast(at i: Int, shift: Int?) -> TimePhrase? {
    guard upos(i) != "VERB" else { return nil }
    for (words, feast) in Feast.all where words[0] == word(i) {
      guard words.indices.allSatisfy({ word(i + $0) == words[$0] }) else { continue }
      let end = i + words.count
      let at = [",", "of"].contains(word(end)) ? end + 1 : end
      if let year = yearNumber(at) { return make(i, at + 1, .feast(feast, year: year, shift: nil)) }
      return make(i, end, .feast(feast, year: nil, shift: shift))
    }
    return nil
  }

  private func relativeDay(at i: Int) -> TimePhrase? {
    switch word(i) {
    case "today": return make(i, i + 1, .shifted(.day, 0))
    case "yesterday": return make(i, i + 1, .shifted(.day, -1))
    case "tomorrow": return make(i, i + 1, .shifted(.day, 1))
    case "tonight": return make(i, i + 1, .shifted(.day, 0), "TNI")
    case "overnight" where upos(i) == "ADV": return make(i, i + 1, .shifted(.day, 0), "TNI")
    case "day" where word(i + 1) == "before" && word(i + 2) == "yesterday": return make(i, i + 3, .shifted(.day, -2))
    case "day" where word(i + 1) == "after" && word(i + 2) == "tomorrow": return make(i, i + 3, .shifted(.day, 2))
    default: return nil
    }
  }

  /// "last week", "this year", "next Friday", "last October", "the next day", "last night", "the past two months".
  private func shifted(at i: Int, definite: Bool) -> TimePhrase? {
    guard let shift = TimeWords.shifts[word(i)] else {
      // "the weekend", "the week of March 6"
      guard definite else { return nil }
      if word(i) == "weekend" { return make(i, i + 1, .shifted(.weekend, 0)) }
      if word(i) == "week", word(i + 1) == "of", let date = date(at: i + 2),
        case .day(let year, let month, let day) = date.meaning
      {
        return make(i, date.tokens.upperBound, .weekOf(year: year, month: month, day: day))
      }
      return nil
    }
    let at = i + 1
    if let weekday = weekday(at: at, shift: shift) { return make(i, weekday.tokens.upperBound, weekday.meaning) }
    if let month = month(at: at) { return make(i, at + 1, .month(year: nil, month: month, shift: shift)) }
    if let season = season(at: at, shift: shift, definite: true) {
      return make(i, season.tokens.upperBound, season.meaning)
    }
    if let feast = feast(at: at, shift: shift) { return make(i, feast.tokens.upperBound, feast.meaning) }
    // "the past two months", "the last five years", "the coming days"
    if let (count, afterCount) = number(at: at), let unit = TimeWords.units[word(afterCount)], word(i) != "this" {
      return make(i, afterCount + 1, .duration(unit.duration(count.map(String.init) ?? "X")))
    }
    guard let unit = TimeWords.units[word(at)], !isAdverbialSecond(at) else { return nil }
    if word(at).hasSuffix("s"), unit != .century {
      return make(i, at + 1, .duration(unit.duration("X")))
    }
    if word(at + 1) == "before", word(at + 2) == "last" { return make(i, at + 3, .shifted(unit, -2)) }
    if word(at) == "night" {
      return make(i, at + 1, definite && shift > 0 ? .further(1, .day) : .shifted(.day, shift), "TNI")
    }
    if word(i) == "past", definite { return make(i, at + 1, .duration(unit.duration("1"))) }
    if ["following", "previous"].contains(word(i)) || definite && word(i) == "next" && unit == .day {
      return make(i, at + 1, .further(shift, unit))
    }
    if unit == .day, ["this", "last", "past"].contains(word(i)) { return nil }
    return make(i, at + 1, .shifted(unit, shift))
  }

  private func isAdverbialSecond(_ i: Int) -> Bool { word(i) == "second" && upos(i) != "NOUN" }

  /// "this morning", "that day", "the same year", "later that day".
  private func same(at i: Int) -> TimePhrase? {
    if word(i) == "this", let part = TimeWords.partsOfDay[word(i + 1)], word(i + 1) != "night" {
      return make(i, i + 2, .shifted(.day, 0), part)
    }
    if ["next", "following"].contains(word(i)), let part = TimeWords.partsOfDay[word(i + 1)] {
      return make(i, i + 2, .further(1, .day), part)
    }
    var at = i
    if ["that", "same"].contains(word(at)) { at += 1 }
    if at > i, word(at) == "same" { at += 1 }
    guard at > i else { return nil }
    if let unit = TimeWords.units[word(at)], ![.second, .minute, .hour].contains(unit), !word(at).hasSuffix("s"),
      upos(at) == "NOUN"
    {
      return make(i, at + 1, .further(0, unit), word(at) == "night" ? "TNI" : nil)
    }
    if let part = TimeWords.partsOfDay[word(at)] { return make(i, at + 1, .further(0, .day), part) }
    return nil
  }

  /// "daily", "every day", "each year".
  private func set(at i: Int) -> TimePhrase? {
    if let value = TimeWords.sets[word(i)] { return make(i, i + 1, .set(value)) }
    guard word(i) == "every" || word(i) == "each" else { return nil }
    if let unit = TimeWords.units[word(i + 1)], !isAdverbialSecond(i + 1) {
      return make(i, i + 2, .set(unit.duration("1")))
    }
    if let weekday = TimeWords.weekdays[word(i + 1)] { return make(i, i + 2, .set("XXXX-WXX-\(weekday)")) }
    if let (count, at) = number(at: i + 1), let unit = TimeWords.units[word(at)] {
      return make(i, at + 1, .set(unit.duration(count.map(String.init) ?? "X")))
    }
    return nil
  }

  // MARK: References

  private func reference(at i: Int) -> TimePhrase? {
    if TimeWords.presents.contains(word(i)), word(i + 1) != "that" { return make(i, i + 1, .reference("PRESENT_REF")) }
    if word(i) == "at", word(i + 1) == "present" { return make(i, i + 2, .reference("PRESENT_REF")) }
    if ["these", "those"].contains(word(i)), word(i + 1) == "days" {
      return make(i, i + 2, .reference(word(i) == "these" ? "PRESENT_REF" : "PAST_REF"))
    }
    let bare = word(i) == "the" ? i + 1 : i
    let noun = ["near", "distant", "recent", "foreseeable"].contains(word(bare)) ? bare + 1 : bare
    if word(noun) == "future", upos(noun) == "NOUN", noun > i || upos(i - 1) == "ADP" {
      return make(i, noun + 1, .reference("FUTURE_REF"))
    }
    if word(noun) == "past", upos(noun) == "NOUN", noun > i { return make(i, noun + 1, .reference("PAST_REF")) }
    return nil
  }

  // MARK: Numbers of units

  /// "three days ago", "two weeks later", "in two weeks", "five hours", "a two-day visit", "years".
  private func counted(at i: Int) -> TimePhrase? {
    var at = i
    // "more than four decades ago", "almost four years ago"
    if ["more", "less", "fewer"].contains(word(at)), word(at + 1) == "than" {
      at += 2
    } else if ["almost", "nearly", "about", "around", "over", "some", "roughly", "exactly", "just"].contains(word(at)) {
      at += 1
    } else if word(at) == "at", ["least", "most"].contains(word(at + 1)) {
      at += 2
    }
    let first = at
    var count: Int?
    if let (number, after) = number(at: at) {
      count = number
      at = after
      if ["more", "other", "full", "long", "whole", "straight", "consecutive"].contains(word(at)) { at += 1 }
    }
    if at > first, word(at) == "-" { at += 1 }
    guard let unit = TimeWords.units[word(at)], !isAdverbialSecond(at) else { return nil }
    let isPlural = word(at).hasSuffix("s")
    guard at > first || isPlural, upos(at) != "VERB", unit != .weekend else { return nil }
    var end = at + 1
    if word(end) == "-", ["long", "old"].contains(word(end + 1)) { end += 2 }
    if word(end) == "old", end == at + 1 { return nil }
    switch word(end) {
    case "ago": return make(i, end + 1, .away(count.map { -$0 }, unit, past: true))
    case "from" where word(end + 1) == "now": return make(i, end + 2, .away(count, unit, past: false))
    case "hence": return make(i, end + 1, .away(count, unit, past: false))
    case "later", "afterwards", "afterward": return count.map { make(i, end + 1, .further($0, unit)) }
    case "earlier", "before", "previously":
      if let count, word(end) != "before" || ["PUNCT", ""].contains(upos(end + 1)) {
        return make(i, end + 1, .further(-count, unit))
      }
    default: break
    }
    // "day" and "second" alone count nothing; "a day" is a rate or a duration.
    guard
      at > first || i < first || ["for", "in", "within", "of", "over", "after", "recent", "past"].contains(word(i - 1))
        || isPlural
    else { return nil }
    if word(i - 1) == "in", let count, at > first, upos(end) != "NOUN", !isSpan(at), TimeOutlook(document).isFuture(at)
    {
      return make(i, end, .away(count, unit, past: false))
    }
    return make(i, end, .duration(unit.duration(count.map(String.init) ?? "X")))
  }

  /// Whether units of time count what something is the first or greatest of: "the first visit in three years".
  private func isSpan(_ unit: Int) -> Bool {
    guard let noun = document.tokens[unit].head.index else { return false }
    let sentence = document.sentences[document.sentenceIndex(of: noun)]
    return sentence.contains { token in
      (document.tokens[token].head.index == noun || token == noun)
        && (["first", "only", "last", "worst"].contains(word(token))
          || document.tokens[token].feats.contains("Degree=Sup"))
    }
  }

  /// A number and the token after it; no number where it is "several".
  private func number(at i: Int) -> (count: Int?, after: Int)? {
    // No calendar goes further than this, and none is to be counted past the end of a number.
    if let number = Int(word(i)), (0..<100_000).contains(number), number < 1000 || upos(i + 1) == "NOUN" {
      return (number, i + 1)
    }
    if word(i) == "half", ["a", "an"].contains(word(i + 1)) { return nil }
    if let number = TimeWords.numbers[word(i)] {
      if ["a", "an"].contains(word(i)), ["few", "couple", "dozen"].contains(word(i + 1)) {
        let after = word(i + 2) == "of" ? i + 3 : i + 2
        return (word(i + 1) == "couple" ? 2 : word(i + 1) == "dozen" ? 12 : nil, after)
      }
      if word(i + 1) == "-", let more = TimeWords.numbers[word(i + 2)], number >= 20, more < 10 {
        return (number + more, i + 3)
      }
      return (number, i + 1)
    }
    return TimeWords.someNumber.contains(word(i)) ? (nil, word(i + 1) == "of" ? i + 2 : i + 1) : nil
  }

  // MARK: Times of day

  /// "10:35 a.m.", "4 a.m. EDT", "noon", "0735 GMT", "9 in the morning".
  private func clock(at i: Int) -> TimePhrase? {
    if ["noon", "midnight", "midday"].contains(word(i)), let clock = TimeWords.partsOfDay[word(i)], upos(i) != "ADJ" {
      return make(i, i + 1, .clock, clock)
    }
    let parts = word(i).split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let hour = numbers.first, word(i).allSatisfy({ $0.isASCII }) else {
      return attached(at: i)
    }
    let minute = numbers.count > 1 ? numbers[1] : nil
    var at = i + 1
    var half: Int?
    if ["a.m.", "a.m", "am"].contains(word(at)) { half = 0 }
    if ["p.m.", "p.m", "pm"].contains(word(at)) { half = 12 }
    if half != nil {
      at += 1
    } else if word(at) == "o'clock" || word(at) == "o’clock" {
      at += 1
    } else if word(at) == "in", word(at + 1) == "the", ["morning", "afternoon", "evening"].contains(word(at + 2)),
      parts.count < 3
    {
      half = word(at + 2) == "morning" ? 0 : 12
      at += 3
    } else if parts.count == 1 {
      guard word(i).count == 4, TimeWords.zones.contains(word(at)) else { return nil }
      guard hour / 100 < 25, hour % 100 < 60 else { return nil }
      return make(i, at + 1, .clock, "T\(Digits.padded(hour / 100, 2)):\(Digits.padded(hour % 100, 2))")
    } else {
      guard parts[1].count == 2, hour < 25, let minute, minute < 60, !["-", "–"].contains(word(at)) else { return nil }
    }
    guard hour < 25, (minute ?? 0) < 60 else { return nil }
    if TimeWords.zones.contains(word(at)) { at += 1 }
    let full = half.map { $0 + hour % 12 } ?? hour
    return make(i, at, .clock, "T\(Digits.padded(full, 2)):\(Digits.padded(minute ?? 0, 2))")
  }

  /// "9am", "10:30pm".
  private func attached(at i: Int) -> TimePhrase? {
    let half = word(i).hasSuffix("am") ? 0 : word(i).hasSuffix("pm") ? 12 : nil
    guard let half, word(i).first?.isNumber ?? false else { return nil }
    let numbers = word(i).dropLast(2).split(whereSeparator: { $0 == ":" || $0 == "." }).map { Int($0) }
    guard (1...2).contains(numbers.count), let hour = numbers[0], (1...12).contains(hour) else { return nil }
    let minute = numbers.count > 1 ? numbers[1] ?? 0 : 0
    let end = TimeWords.zones.contains(word(i + 1)) ? i + 2 : i + 1
    return make(i, end, .clock, "T\(Digits.padded(hour % 12 + half, 2)):\(Digits.padded(minute, 2))")
  }

  /// A time of day with the day that follows it: "9 a.m. EST Tuesday", "noon on Friday".
  private func withDay(_ clock: TimePhrase) -> TimePhrase {
    let end = clock.tokens.upperBound
    let at = ["on", "of"].contains(word(end)) ? end + 1 : end
    let day = weekday(at: at) ?? date(at: at) ?? relativeDay(at: at)
    guard let day, day.clock == nil else { return clock }
    switch day.meaning {
    case .day, .weekday, .shifted: return make(clock.tokens.lowerBound, day.tokens.upperBound, day.meaning, clock.clock)
    default: return clock
    }
  }

  /// A day with the part of it that follows: "Friday night", "Monday at 9 a.m." keeps to the day.
  private func withClock(_ phrase: TimePhrase) -> TimePhrase {
    let end = phrase.tokens.upperBound
    guard phrase.clock == nil, let part = TimeWords.partsOfDay[word(end)] else { return phrase }
    switch phrase.meaning {
    case .day, .weekday, .shifted(.day, _), .further(_, .day), .feast:
      return make(phrase.tokens.lowerBound, end + 1, phrase.meaning, part)
    default: return phrase
    }
  }
}
