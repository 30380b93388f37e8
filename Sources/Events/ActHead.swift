import Foundation
import Language

/// The event head's scores, read as acts.
struct ActHead {
  /// Words that the head takes for an act.
  struct Act {
    var category: Category
    var tokens: Range<Int>
    /// The token of them that governs the others.
    var head: Int
    /// The mean probability of the category over the tokens.
    var probability: Double
  }

  let document: Document
  let tree: DependencyTree
  private let categories: [Category?]

  init(document: Document, tree: DependencyTree) {
    self.document = document
    self.tree = tree
    categories = document.acts.categories.map(Category.init(rawValue:))
  }

  private var width: Int { document.acts.categories.count + 1 }

  /// The share of some act at which a token may belong to one; what is kept is decided later, by confidence.
  private static let least: Float = 0.25

  /// Every stretch of tokens in a sentence that may tell an act, in the order of the text, none overlapping.
  func acts() -> [Act] {
    guard !document.acts.isEmpty else { return [] }
    var found: [Act] = []
    for sentence in document.sentences {
      var at = sentence.lowerBound
      while at < sentence.upperBound {
        guard let best = best(at) else {
          at += 1
          continue
        }
        var end = at + 1
        while end < sentence.upperBound, let next = self.best(end), next.index == best.index,
          document.acts.begins[end] < 0.5
        {
          end += 1
        }
        if let category = categories[best.index] {
          let sum = (at..<end).reduce(Float(0)) { $0 + document.acts.category[$1 * width + 1 + best.index] }
          found.append(
            Act(
              category: category, tokens: at..<end, head: head(of: at..<end),
              probability: Double(sum) / Double(end - at)))
        }
        at = end
      }
    }
    return found
  }

  private func best(_ token: Int) -> (index: Int, probability: Float)? {
    let row = token * width
    guard 1 - document.acts.category[row] >= Self.least else { return nil }
    var best = 0
    for i in 1..<(width - 1) where document.acts.category[row + 1 + i] > document.acts.category[row + 1 + best] {
      best = i
    }
    let probability = document.acts.category[row + 1 + best]
    return probability >= Self.least ? (best, probability) : nil
  }

  /// The token of a range that hangs on one outside it; of several the first that is a verb or noun.
  private func head(of range: Range<Int>) -> Int {
    let tops = range.filter { token in document.tokens[token].head.index.map { !range.contains($0) } ?? true }
    return tops.first { ["VERB", "NOUN", "ADJ", "PROPN"].contains(document.tokens[$0].upos) } ?? tops.first
      ?? range.lowerBound
  }

  /// The greatest probability of a category at any of some tokens.
  func probability(of category: Category, at tokens: [Int]) -> Double {
    guard !document.acts.isEmpty, let index = categories.firstIndex(of: category) else { return 0 }
    return Double(tokens.map { document.acts.category[$0 * width + 1 + index] }.max() ?? 0)
  }

  /// The likeliest mode of a category at the first token of an act, with its share among the category's modes.
  func mode(of category: Category, at token: Int) -> (name: String, share: Double)? {
    let acts = document.acts
    guard !acts.isEmpty else { return nil }
    let prefix = category.rawValue + "/"
    var best: (name: String, logit: Float)?
    var logits: [Float] = []
    for (i, name) in acts.modes.enumerated() where name.hasPrefix(prefix) {
      let logit = acts.mode[token * acts.modes.count + i]
      logits.append(logit)
      if best.map({ logit > $0.logit }) ?? true { best = (String(name.dropFirst(prefix.count)), logit) }
    }
    guard let best else { return nil }
    let sum = logits.reduce(0.0) { $0 + exp(Double($1 - best.logit)) }
    return (best.name, 1 / sum)
  }

  /// The probability of an auxiliary mode.
  func auxiliary(_ auxiliary: Auxiliary, at token: Int) -> Double {
    guard let index = Auxiliary.allCases.firstIndex(of: auxiliary) else { return 0 }
    return Double(document.acts.auxiliary[token * ActScores.auxiliaryCount + index])
  }

  /// The probability that somebody other than the article vouches for the act.
  func hearsay(at token: Int) -> Double { Double(document.acts.auxiliary[token * ActScores.auxiliaryCount + 4]) }

  /// The probability that somebody denies the act.
  func denial(at token: Int) -> Double { Double(document.acts.auxiliary[token * ActScores.auxiliaryCount + 5]) }
}
