public import Articles
public import Language

/// Finds when: every expression of time in a document, with its value.
public struct DateReader: Sendable {
  /// A reader of dates.
  public init() {}

  /// The expressions of time, in the order of the text, none overlapping. Linear in the number of tokens, but for the height of
  /// the trees.
  ///
  /// - Parameter published: The article's date, from which "Friday" and "last month" count. Where it is missing or not known to
  ///   the day, they get values with an `X` for what cannot be known.
  public func dates(in document: Document, published: CalendarDate?) -> [DateExpression] {
    var resolver = TimePhraseResolver(document, published: published.flatMap(CalendarDay.init))
    return TimePhraseFinder(document).phrases().map { resolver.resolved($0) }
  }
}
