import Language
import Particulars

// By when it is to be done.
extension CommitmentReader {
  /// The last day that the words after a verb, in its clause or sentence, put it to.
  func due(after token: Int, _ extent: Range<Int>, in sentence: Int) -> CalendarDay? {
    guard let published else { return nil }
    let range = document.sentences[sentence]
    let ahead = dates.filter { range.contains($0.tokens.lowerBound) }.compactMap { date -> (Int, CalendarDay)? in
      day(of: date, after: published).map { (date.tokens.lowerBound, $0) }
    }
    return
      (ahead.first { extent.contains($0.0) && $0.0 > token } ?? ahead.first { extent.contains($0.0) }
      ?? ahead.first { $0.0 > token && isBound($0.0) })?.1
  }

  /// The last day of a journey for whose purpose something is held out: "will come on 10 December to open a consulate".
  func dueOfComing(_ holding: Holding, in sentence: Int) -> CalendarDay? {
    guard let governor = holding.governor, Self.coming.contains(lemma(governor)) || !children(governor, "cop").isEmpty
    else { return nil }
    return due(after: governor, clause(of: governor), in: sentence)
  }

  /// Whether a time's words say by when.
  func isBound(_ token: Int) -> Bool {
    token > 0 && ["by", "before", "until", "within", "from", "till"].contains(lemma(token - 1))
  }

  /// The last day of a time that lies ahead.
  func day(of date: DateExpression, after published: CalendarDay) -> CalendarDay? {
    if date.kind == .duration {
      guard let length = Self.days(of: date.value), date.tokens.lowerBound > 0 else { return nil }
      switch lemma(date.tokens.lowerBound - 1) {
      case "within", "inside": return published + length
      // "in three weeks", not "the first in three years" or "in nine days of marches".
      case "in" where length <= Self.soon:
        let after = date.tokens.upperBound
        return after < document.tokens.count && lemma(after) == "of" ? nil : published + length
      default: return nil
      }
    }
    guard let days = date.days, days.upperBound >= published else { return nil }
    let before = date.tokens.lowerBound > 0 ? lemma(date.tokens.lowerBound - 1) : ""
    return before == "before" && days.lowerBound > published ? days.lowerBound + -1 : days.upperBound
  }

  /// "In" tells a day that lies no more than so many days ahead.
  static let soon = 92

  /// The days of a duration of TIMEX3: `P2W`.
  private static func days(of value: String) -> Int? {
    guard value.hasPrefix("P"), let unit = value.last, let count = Int(value.dropFirst().dropLast()) else { return nil }
    return ["D": 1, "W": 7, "M": 30, "Y": 365][unit].map { $0 * count }
  }
}
