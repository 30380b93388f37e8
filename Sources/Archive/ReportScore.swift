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
  private enum Weight {
    static let within = -1.9, across = -2.83
    static let sameMode = 1.49, otherMode = -0.59
    static let oneIsPast = -0.84, oneIsPlanned = -2.49, oneIsNegated = -1.21
    static let otherActors = -0.82, otherRecipients = -0.88
    static let daysApart = -0.42, sameDay = 0.80
    static let trigger = 1.28, near = 0.78, words = 0.58
    static let samePlace = 0.83, nextSentence = 0.92
    static let story = 4.12, published = -0.25
  }

  /// The score of two reports in one article.
  init(_ a: Traits, _ b: Traits) { self.init(a, b, first: Self.within(a, b)) }

  /// The score of two reports in different articles.
  ///
  /// - Parameters:
  ///   - story: How alike the articles are, 0 to 1.
  ///   - apart: The days between their publication; `nil` where unknown.
  init(_ a: Traits, _ b: Traits, story: Double, apart: Int?) {
    self.init(
      a, b,
      first: [
        Part(name: "two articles", value: Weight.across), Part(name: "story", value: Weight.story * story),
        Part(name: "published", value: Weight.published * Self.logarithm(apart.map { Double($0) } ?? 1.7)),
      ])
  }

  private static func within(_ a: Traits, _ b: Traits) -> [Part] {
    let isNext = a.sentence.distance(to: b.sentence).magnitude == 1
    return [
      Part(name: "one article", value: Weight.within),
      Part(name: "next sentence", value: isNext ? Weight.nextSentence : 0),
    ]
  }

  private init(_ a: Traits, _ b: Traits, first: [Part]) {
    var parts = first
    func add(_ name: String, _ value: Double) { parts.append(Part(name: name, value: value)) }
    if a.mode != 0, b.mode != 0 { add("mode", a.mode == b.mode ? Weight.sameMode : Weight.otherMode) }
    add("reality", Self.reality(a.reality, b.reality))
    add("actors", Self.differ(a.actors, b.actors, a.actorCodes, b.actorCodes) ? Weight.otherActors : 0)
    add(
      "recipients",
      Self.differ(a.recipients, b.recipients, a.recipientCodes, b.recipientCodes) ? Weight.otherRecipients : 0)
    add("days", Self.days(a, b))
    add("trigger", Weight.trigger * a.trigger.likeness(to: b.trigger))
    add("words beside", Weight.near * a.near.likeness(to: b.near))
    add("sentence", Weight.words * a.words.likeness(to: b.words))
    if a.place != 0, a.place == b.place { add("place", Weight.samePlace) }
    self.parts = parts.filter { $0.value != 0 }
  }

  private static func reality(_ a: UInt8, _ b: UInt8) -> Double {
    let (a, b) = (Reality(rawValue: Int(a)), Reality(rawValue: Int(b)))
    let open: Reality = [.future, .hypothetical]
    var value = 0.0
    if a.contains(.historical) != b.contains(.historical) { value += Weight.oneIsPast }
    if a.isDisjoint(with: open) != b.isDisjoint(with: open) { value += Weight.oneIsPlanned }
    if a.contains(.negation) != b.contains(.negation) { value += Weight.oneIsNegated }
    return value
  }

  /// Whether both sides are known and have nobody in common, not even a state.
  private static func differ(
    _ a: [Terms.Word], _ b: [Terms.Word], _ codesOfA: [Terms.Word], _ codesOfB: [Terms.Word]
  ) -> Bool {
    guard !codesOfA.isEmpty, !codesOfB.isEmpty else { return false }
    return !codesOfA.contains(where: codesOfB.contains) && !a.contains(where: b.contains)
  }

  private static func days(_ a: Traits, _ b: Traits) -> Double {
    guard let x = a.days, let y = b.days else { return Weight.daysApart }
    let gap = max(0, Int(max(x.lowerBound, y.lowerBound)) - Int(min(x.upperBound, y.upperBound)))
    return Weight.daysApart * logarithm(Double(max(0, gap - 1)))
      + (gap == 0 && a.isDated && b.isDated ? Weight.sameDay : 0)
  }

  /// ln(1 + x), at most 6, to four decimals, so that it is the same on every machine.
  private static func logarithm(_ x: Double) -> Double { (min(log(1 + x), 6) * 1e4).rounded() / 1e4 }
}
