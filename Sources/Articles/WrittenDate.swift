/// Days as pages and feeds write them.
enum WrittenDate {
  /// Reads ISO 8601, RFC 822 (`Tue, 05 Jun 2018 10:00:00 GMT`), and English dates within a line (`June 5, 2018`,
  /// `5 June 2018`, `2018/06/05`); `nil` where there is none. The day is kept as written.
  static func date(_ text: some StringProtocol) -> CalendarDate? {
    let text = text.drop(while: \.isWhitespace).prefix(200)
    if let date = CalendarDate(text), date.day != nil { return date.year >= 1600 ? date : nil }
    let words = text.split { !($0.isLetter || $0.isNumber) }.map { String($0) }
    return date(among: words)
  }

  private static func date(among words: [String]) -> CalendarDate? {
    for (i, word) in words.enumerated() {
      let number = Int(word) ?? Int(word.prefix(while: \.isNumber)) ?? 0
      if let month = month(word) {
        // 2018/jun/05; 5 June 2018; June 5, 2018
        if i > 0, i + 1 < words.count, words[i - 1].utf8.count == 4, let year = year(words[i - 1]),
          let day = day(words[i + 1]), let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
        if i > 0, i + 1 < words.count, let year = year(words[i + 1]), let day = day(words[i - 1]),
          let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
        if i + 2 < words.count, let day = day(words[i + 1]), let year = year(words[i + 2]),
          let date = CalendarDate(year: year, month: month, day: day)
        {
          return date
        }
      } else if (1900...2100).contains(number), word.utf8.count <= 7, i + 2 < words.count,
        let month = Int(words[i + 1]),
        let day = Int(words[i + 2].prefix(while: \.isNumber)),
        let date = CalendarDate(year: number, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// The day in a path such as `/2019/11/24/`, `/2019-11-24-…` or `/2019/nov/24/`.
  static func date(inURL url: String) -> CalendarDate? {
    let parts = url.split(separator: "/").map(String.init)
    for (i, part) in parts.enumerated() where i > 0 && i + 1 < parts.count && part.count == 3 && month(part) != nil {
      if let date = date(among: Array(parts[i - 1...i + 1])) { return date }
    }
    let numbers = url.split { !$0.isASCII || !$0.isNumber }
    for (i, year) in numbers.enumerated() where year.count == 4 && i + 2 < numbers.count {
      guard let number = Int(year), (1990...2100).contains(number), numbers[i + 1].count == 2,
        numbers[i + 2].count == 2,
        let month = Int(numbers[i + 1]), let day = Int(numbers[i + 2]), numbers[i + 2].endIndex < url.endIndex,
        url.distance(from: year.endIndex, to: numbers[i + 1].startIndex) == 1,
        url.distance(from: numbers[i + 1].endIndex, to: numbers[i + 2].startIndex) == 1
      else { continue }
      return CalendarDate(year: number, month: month, day: day)
    }
    return nil
  }

  private static func year(_ word: String) -> Int? {
    guard let number = Int(word), word.utf8.count == 4 || word.utf8.count == 2 else { return nil }
    let year = word.utf8.count == 2 ? (number < 70 ? 2000 : 1900) + number : number
    return (1900...2100).contains(year) ? year : nil
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  /// Whether a word is the English name of a month, whole or its first three letters. May and March are verbs too.
  static func isMonth(_ word: String) -> Bool { !["may", "march", "mar"].contains(word) && month(word) != nil }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.first?.isLetter == true else { return nil }
    let small = word.lowercased()
    guard
      let index = months.firstIndex(where: {
        $0 == small || $0.prefix(3) == small || small == "sept" && $0 == "september"
      })
    else { return nil }
    return index + 1
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
