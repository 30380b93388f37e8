import Foundation

/// How much words tell: the rarer the more, as in information retrieval (K. Spärck Jones, "A statistical interpretation of term specificity",
/// 1972).
package struct WordRarity: Sendable {
  private let counts: [Terms.Word: Int]
  private let rarities: [Terms.Word: Double]
  /// That of a word that no sentence has.
  private let rarest: Double

  /// The rarity of words among sentences.
  package init(among sentences: some Sequence<Terms>) {
    var counts: [Terms.Word: Int] = [:]
    var total = 0.0
    for words in sentences {
      total += 1
      for word in words.words { counts[word, default: 0] += 1 }
    }
    func rarity(_ count: Int) -> Double { log(total / Double(count) + 1) / log(total + 2) }
    self.counts = counts
    rarities = counts.mapValues(rarity)
    rarest = rarity(1)
  }

  /// How many sentences have a word.
  package func count(of word: Terms.Word) -> Int { counts[word] ?? 0 }

  /// How rare a word is, up to 1 for one that stands in a single sentence, whatever the number of sentences.
  package func rarity(of word: Terms.Word) -> Double { rarities[word] ?? rarest }

  /// How much of some words' weight stands in others, 0 to 1; 0 for no words. Linear in their numbers.
  package func share(of words: Terms, in others: Terms) -> Double {
    var (shared, all) = (0.0, 0.0)
    var at = 0
    for (word, weight) in zip(words.words, words.weights) {
      let value = Double(weight) * rarity(of: word)
      all += value
      while at < others.words.count, others.words[at] < word { at += 1 }
      if at < others.words.count, others.words[at] == word { shared += value }
    }
    return all > 0 ? shared / all : 0
  }

  /// How rare the words are, together, that two have in common.
  package func common(_ a: Terms, _ b: Terms) -> Double {
    a.words.reduce(0) { b.contains($1) ? $0 + rarity(of: $1) : $0 }
  }

  /// How rare words are together.
  package func mass(of words: Terms) -> Double { words.words.reduce(0) { $0 + rarity(of: $1) } }
}
