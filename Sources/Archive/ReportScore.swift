import Foundation

/// How likely two reports of one category tell the same act: a sum of named parts, the logarithm of the odds.
///
/// The weights were fitted by logistic regression (`Training/happenings.py`).
public struct ReportScore: Sendable, Hashable {
  /// A reason for or against, with what it adds.
  public struct Part: Sendable, Hashable {
    /// What is compared.
    public let name: String
    /// What it adds: above 0 for the same act.
    public let value: Double
  }

  /// The reasons that weigh anything, in a fixed order.
  public let parts: [Part]
  /// Their sum: above 0 the same act is likelier than not.
  public var total: Double { parts.reduce(0) { $0 + $1.value } }

  /// What each part weighs.
  private struct Weights {
    var start: Double
    var sameMode, otherMode, noMode: Double
    var oneIsPast, oneIsOpen, oneIsNegated: Double
    var otherActors, otherSpeakers, otherPersons, otherRecipients: Double
    var daysApart, sameDay: Double
    var trigger, near, words, samePlace: Double
    var nextSentence = 0.0, story = 0.0, published = 0.0

    /// Of two reports in one article.
    static let within = Weights(
      start: -2.21, sameMode: 1.77, otherMode: -0.92, noMode: 1.00, oneIsPast: -2.09, oneIsOpen: -1.66,
      oneIsNegated: -1.04, otherActors: -0.76, otherSpeakers: -0.54, otherPersons: -1.00, otherRecipients: -0.76,
      daysApart: -0.18, sameDay: 0.19, trigger: 1.79, near: 0.39, words: 0.74, samePlace: 1.13, nextSentence: 0.85)
    /// Of two reports in different articles.
    static let across = Weights(
      start: -1.44, sameMode: 1.29, otherMode: -0.75, noMode: 0, oneIsPast: -1.27, oneIsOpen: -2.38,
      oneIsNegated: -1.49, otherActors: -0.64, otherSpeakers: 0, otherPersons: -1.13, otherRecipients: -0.87,
      daysApart: -0.18, sameDay: 0.52, trigger: 1.25, near: 0.48, words: 0.47, samePlace: 0.71, story: 1.42,
      published: -0.80)
  }

  /// The score of two reports in one article.
  init(_ a: Traits, _ b: Traits) {
    let isNext = a.sentence.distance(to: b.sentence).magnitude == 1
    self.init(
      a, b, .within,
      first: [
        Part(name: "one article", value: Weights.within.start),
        Part(name: "next sentence", value: isNext ? Weights.within.nextSentence : 0),
      ])
  }

  /// The score of two reports in different articles.
  ///
  /// - Parameters:
  ///   - story: How alike the articles are, 0 to 1.
  ///   - apart: The days between their publication; `nil` where unknown.
  init(_ a: Traits, _ b: Traits, story: Double, apart: Int?) {
    let distance = Self.isToldOfOneDay(a, b) ? 0 : Self.logarithm(apart.map { Double($0) } ?? 1.7)
    self.init(
      a, b, .across,
      first: [
        Part(name: "two articles", value: Weights.across.start),
        Part(name: "story", value: Weights.across.story * story),
        Part(name: "published", value: Weights.across.published * distance),
      ])
  }

  private init(_ a: Traits, _ b: Traits, _ weights: Weights, first: [Part]) {
    var parts = first
    func add(_ name: String, _ value: Double) { parts.append(Part(name: name, value: value)) }
    add(
      "mode",
      a.mode == b.mode
        ? (a.mode == 0 ? weights.noMode : weights.sameMode)
        : a.mode == 0 || b.mode == 0 ? 0 : weights.otherMode)
    add("reality", Self.reality(a.reality, b.reality, weights))
    if Self.differ(a.actors, b.actors, a.actorCodes, b.actorCodes) {
      add("actors", weights.otherActors + (a.isVerbal ? weights.otherSpeakers : 0))
    }
    if a.isVerbal, !a.actors.isEmpty, !b.actors.isEmpty, !a.actors.contains(where: b.actors.contains) {
      add("speakers", weights.otherPersons)
    }
    if Self.differ(a.recipients, b.recipients, a.recipientCodes, b.recipientCodes) {
      add("recipients", weights.otherRecipients)
    }
    add("days", Self.days(a, b, weights))
    add("trigger", weights.trigger * a.trigger.likeness(to: b.trigger))
    add("words beside", weights.near * a.near.likeness(to: b.near))
    add("sentence", weights.words * a.words.likeness(to: b.words))
    if a.place != 0, a.place == b.place { add("place", weights.samePlace) }
    self.parts = parts.filter { $0.value != 0 }
  }

  private static func reality(_ a: UInt8, _ b: UInt8, _ weights: Weights) -> Double {
    let (a, b) = (Reality(rawValue: Int(a)), Reality(rawValue: Int(b)))
    let open: Reality = [.future, .hypothetical]
    var value = 0.0
    if a.contains(.historical) != b.contains(.historical) { value += weights.oneIsPast }
    if a.isDisjoint(with: open) != b.isDisjoint(with: open) { value += weights.oneIsOpen }
    if a.contains(.negation) != b.contains(.negation) { value += weights.oneIsNegated }
    return value
  }

  /// Whether both sides are known and have nobody in common, not even a state.
  private static func differ(
    _ a: [Terms.Word], _ b: [Terms.Word], _ codesOfA: [Terms.Word], _ codesOfB: [Terms.Word]
  ) -> Bool {
    guard !codesOfA.isEmpty, !codesOfB.isEmpty else { return false }
    return !codesOfA.contains(where: codesOfB.contains) && !a.contains(where: b.contains)
  }

  /// How many days lie between two acts; `nil` where one's are not known.
  static func gap(_ a: Traits, _ b: Traits) -> Int? {
    guard let x = a.days, let y = b.days else { return nil }
    return max(0, Int(max(x.lowerBound, y.lowerBound)) - Int(min(x.upperBound, y.upperBound)))
  }

  /// Whether words, not the days of publication alone, put two acts on the same day or the next.
  static func isToldOfOneDay(_ a: Traits, _ b: Traits) -> Bool {
    guard a.isDated || b.isDated, let gap = gap(a, b) else { return false }
    return gap <= 1
  }

  private static func days(_ a: Traits, _ b: Traits, _ weights: Weights) -> Double {
    guard let gap = gap(a, b) else { return weights.daysApart }
    // Where neither sentence tells when, the articles' days stand in, which are weighed by themselves.
    guard a.isDated || b.isDated else { return 0 }
    return weights.daysApart * logarithm(Double(max(0, gap - 1)))
      + (gap == 0 && a.isDated && b.isDated ? weights.sameDay : 0)
  }

  /// ln(1 + x), at most 6, to four decimals, so that it is the same on every machine.
  private static func logarithm(_ x: Double) -> Double { (min(log(1 + x), 6) * 1e4).rounded() / 1e4 }
}
