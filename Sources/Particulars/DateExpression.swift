public import Articles
import Language

/// Words of a text that tell when something is, was or will be, how long, or how often.
public struct DateExpression: Sendable, Hashable {
  /// What they tell, as TimeML's TIMEX3 divides them.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A stretch of the calendar, of a day or longer.
    case date
    /// A time of day.
    case time
    /// How long something lasts.
    case duration
    /// How often something is.
    case set
  }

  /// The words, by their tokens in the document.
  public var tokens: Range<Int>
  /// The words, in the text.
  public var span: Span
  /// Date, time, duration or set.
  public var kind: Kind
  /// What the words stand for, as TIMEX3 writes it: `1998-08-07`, `1998-W32`, `1998-Q3`, `1998-FA`, `199`, `PAST_REF`,
  /// `P3D`. With an `X` for each digit that cannot be known ("Friday" in an article without a date: `XXXX-WXX-5`).
  public var value: String
  /// The first and the last day that are meant, where dates of the calendar are.
  public var days: ClosedRange<CalendarDay>?

  /// An expression of time.
  public init(tokens: Range<Int>, span: Span, kind: Kind, value: String, days: ClosedRange<CalendarDay>? = nil) {
    self.tokens = tokens
    self.span = span
    self.kind = kind
    self.value = value
    self.days = days
  }
}

extension [DateExpression] {
  /// The date or time of day nearest to a token in its sentence, but for one.
  func nearest(to token: Int, in document: Document, but other: Int? = nil) -> Int? {
    indices(in: document.sentences[document.sentenceIndex(of: token)])
      .filter { $0 != other && [.date, .time].contains(self[$0].kind) }
      .min { abs(self[$0].tokens.lowerBound - token) < abs(self[$1].tokens.lowerBound - token) }
  }

  /// Of expressions in the order of the text, those that begin within a stretch of tokens: found in logarithmic time.
  func indices(in tokens: Range<Int>) -> Range<Int> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if self[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: tokens.lowerBound)..<first(from: tokens.upperBound)
  }
}
