import Foundation

/// How the two witnesses meet: one confidence that a coding is right.
enum Confidence {
  /// Codings of less confidence are left out.
  static let threshold = 0.5

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
      let logit = log(p / (1 - p)) + (rule == nil ? -0.3 : 0.8 + 0.1 * Double(rule ?? 0))
      return 1 / (1 + exp(-logit))
    }
  }
}
