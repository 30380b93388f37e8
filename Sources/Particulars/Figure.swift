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
  /// The token at the head of what it measures.
  public var measure: Int?
  /// Whose it is, by their indices in the cast, in the order of the text: "trade between China and Russia".
  public var whose: [Int] = []
  /// How far it has changed: of "30 % more than in 2021" the change that it is, of the sum before it the change that it underwent.
  public var change: Change?
  /// The index of the figure that it says again in other money, as "40 million shekels ($11 million)".
  public var equivalent: Int?

  /// A rise or a fall.
  public struct Change: Sendable, Hashable {
    /// The share by which it rose, below zero by which it fell: 0.3 for 30 % more.
    public var share: Double
    /// The index, among the article's expressions of time, of what it is compared with; `nil` where the text does not say.
    public var since: Int?

    /// A rise, or a fall below zero.
    public init(share: Double, since: Int? = nil) {
      self.share = share
      self.since = since
    }
  }

  /// A figure.
  public init(
    tokens: Range<Int>, span: Span, value: Double, unit: String, of: String? = nil, bound: Bound? = nil,
    period: Int? = nil, measure: Int? = nil
  ) {
    self.tokens = tokens
    self.span = span
    self.value = value
    self.unit = unit
    self.of = of
    self.bound = bound
    self.period = period
    self.measure = measure
  }
}
