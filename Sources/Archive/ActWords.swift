import Foundation
internal import GRDB

/// The words that tell an act, those that name its parties left out: what a promise and its fulfilment are matched by.
public struct ActWords: Sendable, Hashable {
  /// The words that tell it and those that hang on them.
  let core: Terms
  /// Those of the whole sentence.
  let all: Terms

  /// How far two acts are of the same thing, 0 to 1: how much of what either says at its core the other's sentence says too, as a
  /// geometric mean.
  public func likeness(to other: ActWords) -> Double {
    (core.share(in: other.all) * other.core.share(in: all)).squareRoot()
  }
}

extension Terms {
  /// How much of the words' weight stands in others, 0 to 1; 0 for no words.
  func share(in others: Terms) -> Double {
    let total = weights.reduce(0) { $0 + Int($1) }
    guard total > 0 else { return 0 }
    let known = Set(others.words)
    let shared = zip(words, weights).reduce(0) { known.contains($1.0) ? $0 + Int($1.1) : $0 }
    return Double(shared) / Double(total)
  }

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
        let own = Set(names.map { Terms.number(of: String($0)) })
        let core = traits.trigger.weighted(3).union(traits.near).subtracting(own)
        words[key] = ActWords(core: core, all: core.union(traits.words.subtracting(own)))
      }
      return words
    }
  }
}

extension Terms {
  /// The same words, all of one weight.
  fileprivate func weighted(_ weight: UInt8) -> Terms { Terms(words.map { ($0, weight) }) }
}
