import Articles
import Chancery

/// Words as numbers, each with its weight: what texts are compared by, without keeping them.
package struct Terms: Sendable, Hashable {
  /// A word: a hash of its lemma.
  package typealias Word = UInt32

  /// The words, each once, in the order of their numbers.
  package private(set) var words: [Word] = []
  /// Their weights, 1 to 255.
  package private(set) var weights: [UInt8] = []

  package init() {}

  /// Words with weights; of the same word the greatest counts.
  package init(_ pairs: [(word: Word, weight: UInt8)]) {
    for (word, weight) in pairs.sorted(by: { ($0.word, $1.weight) < ($1.word, $0.weight) }) where words.last != word {
      words.append(word)
      weights.append(max(1, weight))
    }
  }

  init(words: [Word], weights: [UInt8]) {
    self.words = words
    self.weights = weights
  }

  /// The cosine of two, 0 to 1. Linear in their lengths.
  func likeness(to other: Terms) -> Double {
    var (i, j) = (0, 0)
    var common = 0
    while i < words.count, j < other.words.count {
      if words[i] < other.words[j] {
        i += 1
      } else if words[i] > other.words[j] {
        j += 1
      } else {
        common += Int(weights[i]) * Int(other.weights[j])
        i += 1
        j += 1
      }
    }
    guard common > 0 else { return 0 }
    return Double(common) / (Double(squares) * Double(other.squares)).squareRoot()
  }

  private var squares: Int { weights.reduce(0) { $0 + Int($1) * Int($1) } }

  /// The number of a word: FNV-1a over its lower-case letters.
  package static func number(of word: String) -> Word {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

extension Terms {
  /// These words and others; of the same word the greater weight counts.
  package func union(_ others: Terms) -> Terms {
    Terms(zip(words, weights).map { ($0, $1) } + zip(others.words, others.weights).map { ($0, $1) })
  }

  /// Those of the words that a test holds of.
  package func filter(_ isIncluded: (Word) -> Bool) -> Terms {
    Terms(zip(words, weights).filter { isIncluded($0.0) }.map { ($0, $1) })
  }

  /// The words with one weight for all.
  package func weighing(_ weight: UInt8) -> Terms { Terms(words.map { ($0, weight) }) }

  /// Whether a word is among them. Logarithmic in their number.
  package func contains(_ word: Word) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }
}

/// Which words tell what a text is about, and how much.
package enum ContentWords {
  /// Of some words of a reading's text those that tell something, but for its dates, numbers, and the names of states.
  static func terms(of tokens: some Collection<Int>, in reading: Reading, but states: Set<String>) -> Terms {
    guard let first = tokens.first else { return Terms() }
    let sentence = reading.document.sentences[reading.document.sentenceIndex(of: first)]
    let dates = reading.dates.filter { sentence.overlaps($0.tokens) }
    return Terms(
      tokens.compactMap { token in
        let word = reading.document.tokens[token]
        let weight = weight(of: word)
        guard weight > 0, word.upos != "NUM", !dates.contains(where: { $0.tokens.contains(token) }),
          !states.contains(word.lemma.lowercased())
        else { return nil }
        return (Terms.number(of: word.lemma), weight)
      })
  }

  /// The words by which a reading names states: "Turkey", "Turkish", "Ankara" where it stands for the government.
  static func states(in reading: Reading) -> Set<String> {
    let mentions = reading.cast.mentions.filter { mention in
      reading.cast.entities[mention.entity].kind == .state && (mention.form == .name || mention.form == .modifier)
    }
    return Set(mentions.flatMap(\.tokens).map { reading.document.tokens[$0].lemma.lowercased() })
  }

  /// The names of those who speak in a reading.
  static func speakers(in reading: Reading) -> Set<String> {
    let speakers = Set(reading.statements.compactMap { $0.speaker?.entity })
    let mentions = reading.cast.mentions.filter { mention in
      reading.cast.entities[mention.entity].kind == .person && speakers.contains(mention.entity)
        && mention.form == .name
    }
    let names = mentions.flatMap(\.tokens).filter { reading.document.tokens[$0].upos == "PROPN" }
    return Set(names.map { reading.document.tokens[$0].lemma.lowercased() })
  }

  /// What is counted among some words of a reading's text: "four of the eight fishermen".
  static func counts(in tokens: some Collection<Int>, of reading: Reading) -> [Count] {
    guard let first = tokens.min(), let last = tokens.max() else { return [] }
    return reading.figures.compactMap { figure in
      guard let measure = figure.measure, (first...last).contains(figure.tokens.lowerBound),
        tokens.contains(figure.tokens.lowerBound), figure.unit.first?.isLowercase ?? false
      else { return nil }
      return Count(word: Terms.number(of: reading.document.tokens[measure].lemma), value: Float(figure.value))
    }
  }

  /// So many of a thing.
  package struct Count: Sendable, Hashable {
    /// The noun.
    package var word: Terms.Word
    package var value: Float

    package init(word: Terms.Word, value: Float) {
      self.word = word
      self.value = value
    }
  }

  /// The weight of a word, 0 for one that tells nothing. Names and numbers tell most, verbs least.
  static func weight(of token: Token) -> UInt8 {
    guard !idle.contains(token.lemma.lowercased()) else { return 0 }
    return switch token.upos {
    case "PROPN", "NUM": 6
    case "NOUN": 4
    case "VERB", "ADJ": 3
    default: 0
    }
  }

  /// Words that stand in any piece of news.
  private static let idle: Set<String> = [
    "say", "be", "have", "tell", "do", "make", "take", "will", "more", "other", "year", "people", "official", "also",
    "new", "last", "first", "one", "two", "add", "accord", "report", "include", "many", "such", "most", "week", "day",
    "month", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mr.", "mr", "ms.",
    "mrs.", "get", "go", "come", "country", "government",
  ]
}
