import Foundation

/// How the two witnesses meet: one confidence that a coding is right.
///
/// The weights are those that `Training/confidence.py` fits on annotated articles that training has not seen; the table of
/// reliability stands in the model card. Thresholds were chosen near those that it proposes, which come from few acts.
enum Confidence {
  /// Acts of less confidence are not looked at further.
  static let least = 0.3

  /// The confidence from which an act is recorded. One with a side unsaid must be surer: what is wrongly taken for an act
  /// seldom has both its parties.
  static func threshold(hasBothSides: Bool, coding: Coding) -> Double {
    switch coding {
    case .rules: least
    case .head: 0.7
    case .both: hasBothSides ? 0.35 : 0.5
    }
  }

  /// The confidence of a coding.
  ///
  /// - Parameters:
  ///   - learned: The event head's probability of the category.
  ///   - rule: The weight of the rule that applies; `nil` where none does.
  ///   - coding: Which witnesses count.
  static func of(learned: Double, rule: Int?, coding: Coding) -> Double {
    switch coding {
    case .head: return learned
    case .rules: return rule == nil ? 0 : 0.6
    case .both:
      let p = min(max(learned, 0.001), 0.999)
      let logit = 0.42 * log(p / (1 - p)) - 1.04 + (rule.map { 0.30 + 0.277 * Double($0) } ?? 0)
      return 1 / (1 + exp(-logit))
    }
  }

  /// How probable the head must hold an auxiliary mode for it to be recorded, where syntax tells it too and where not.
  static func least(_ auxiliary: Auxiliary, syntaxAgrees: Bool) -> Double {
    switch auxiliary {
    case .future: syntaxAgrees ? 0.3 : 0.75
    case .hypothetical: syntaxAgrees ? 0.3 : 0.75
    case .negation: syntaxAgrees ? 0.6 : 0.85
    case .historical: syntaxAgrees ? 0.3 : 0.75
    }
  }

  /// How probable the head must hold hearsay for an act within a statement to be laid to its speaker.
  static let hearsay = 0.7
}
