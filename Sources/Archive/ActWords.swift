import Chancery
import Foundation
internal import GRDB

/// The words that tell an act, those that name its parties left out: what a promise and its fulfilment are matched by.
public struct ActWords: Sendable, Hashable {
  /// A word: a hash of its lemma.
  public typealias Word = UInt32

  /// The words that tell it and those that hang on them.
  let coreTerms: Terms
  /// Those of the whole sentence.
  let allTerms: Terms

  /// The words that tell it and those that hang on them, in the order of their numbers.
  public var core: [Word] { coreTerms.words }
  /// Those of the whole sentence.
  public var all: [Word] { allTerms.words }
}

/// How much words tell among acts: the rarer the more, as in information retrieval (K. Spärck Jones, "A statistical interpretation of term
/// specificity", 1972).
public struct WordRarity: Sendable {
  private let counts: [Terms.Word: Int]
  private let total: Double

  /// The rarity of words among acts.
  public init(among acts: some Collection<ActWords>) {
    var counts: [Terms.Word: Int] = [:]
    for act in acts { for word in act.allTerms.words { counts[word, default: 0] += 1 } }
    self.counts = counts
    total = Double(max(1, acts.count))
  }

  /// Whether a word stands in so many acts that it does not help to find one.
  public func isFrequent(_ word: ActWords.Word) -> Bool { total > 200 && Double(counts[word] ?? 0) > total / 8 }

  /// How far two acts are of the same thing, 0 to 1: how much of what either says at its core the other's sentence says too, as a geometric
  /// mean.
  public func likeness(_ a: ActWords, _ b: ActWords) -> Double {
    (share(of: a.coreTerms, in: b.allTerms) * share(of: b.coreTerms, in: a.allTerms)).squareRoot()
  }

  /// How much of some words' weight stands in others, 0 to 1; 0 for no words.
  private func share(of words: Terms, in others: Terms) -> Double {
    var (shared, total) = (0.0, 0.0)
    var at = 0
    for (word, weight) in zip(words.words, words.weights) {
      let value = Double(weight) * log(self.total / Double(counts[word] ?? 1) + 1)
      total += value
      while at < others.words.count, others.words[at] < word { at += 1 }
      if at < others.words.count, others.words[at] == word { shared += value }
    }
    return total > 0 ? shared / total : 0
  }
}

extension Terms {
  /// These words and others; of the same word the greater weight counts.
  func union(_ others: Terms) -> Terms {
    Terms(zip(words, weights).map { ($0, $1) } + zip(others.words, others.weights).map { ($0, $1) })
  }

  /// These words but some.
  func subtracting(_ some: Set<Word>) -> Terms {
    Terms(zip(words, weights).filter { !some.contains($0.0) }.map { ($0, $1) })
  }
}

extension NewsStore {
  private static let months = Set(
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ].map(Terms.number))

  /// The words that tell events.
  ///
  /// - Parameter keys: Keys of events, ``EventRow/key``.
  /// - Returns: The words by key; what the archive lacks is left out.
  public func words(of keys: some Sequence<String>) throws -> [String: ActWords] {
    try read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT t.data, e.number FROM articles AS a JOIN events AS e ON e.article = a.number JOIN traits AS t ON t.event = e.number
          WHERE a.id = ? AND e.id = ?
          """)
      let parties = try db.cachedStatement(
        sql: "SELECT p.text || ' ' || a.name FROM parties AS p JOIN actors AS a ON a.number = p.actor WHERE p.event = ?"
      )
      var words: [String: ActWords] = [:]
      for key in keys {
        guard let slash = key.lastIndex(of: "/"),
          let row = try Row.fetchOne(
            find, arguments: [String(key[..<slash]), String(key[key.index(after: slash)...])]),
          let traits = Traits(bytes: Array(row[0] as Data))
        else { continue }
        let names = try String.fetchAll(parties, arguments: [row[1] as Int64]).flatMap { $0.split(separator: " ") }
        let own = Set(names.map { Terms.number(of: String($0)) }).union(Self.months)
        // What tells a promise itself ("agreed") does not tell what was promised.
        let isPromise =
          Category.allCases.indices.contains(Int(traits.category)) && Category.allCases[Int(traits.category)] == .agree
        let core = (isPromise ? Terms() : traits.trigger.weighted(3)).union(traits.near).subtracting(own)
        words[key] = ActWords(coreTerms: core, allTerms: core.union(traits.words.subtracting(own)))
      }
      return words
    }
  }
}

extension Terms {
  /// The same words, all of one weight.
  fileprivate func weighted(_ weight: UInt8) -> Terms { Terms(words.map { ($0, weight) }) }
}
