public import Articles

/// A number that tells about an actor or an act: money, a share, a count of people or things.
public struct Figure: Sendable, Hashable {
  /// How exact the text says it is.
  public enum Bound: String, Sendable, Hashable, CaseIterable {
    /// "at least", "more than", "over".
    case least
    /// "at most", "up to", "fewer than".
    case most
    /// "about", "nearly", "some".
    case about
  }

  /// The words, by their tokens in the document.
  public var tokens: Range<Int>
  /// The words, in the text: the number with its unit, and words such as "at least".
  public var span: Span
  /// The number, in base units: 1.28 trillion yuan is 1,280,000,000,000.
  public var value: Double
  /// ISO 4217 for money, `percent`, `people`, else the plural noun of what is counted.
  public var unit: String
  /// What it measures, as the text has it; `nil` where it does not say.
  public var of: String?
  /// "at least", "about"; `nil` where the number stands alone.
  public var bound: Bound?
  /// The index, among the article's expressions of time, of the period it is for.
  public var period: Int?

  /// A figure.
  public init(
    tokens: Range<Int>, span: Span, value: Double, unit: String, of: String? = nil, bound: Bound? = nil,
    period: Int? = nil
  ) {
    self.tokens = tokens
    self.span = span
    self.value = value
    self.unit = unit
    self.of = of
    self.bound = bound
    self.period = period
  }
}
