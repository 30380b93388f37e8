import Chancery

/// Words as numbers, each with its weight: what texts are compared by, without keeping them.
struct Terms: Sendable, Hashable {
  /// A word: a hash of its lemma.
  typealias Word = UInt32

  /// The words, each once, in the order of their numbers.
  private(set) var words: [Word] = []
  /// Their weights, 1 to 255.
  private(set) var weights: [UInt8] = []

  init() {}

  /// Words with weights; of the same word the greatest counts.
  init(_ pairs: [(word: Word, weight: UInt8)]) {
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
  static func number(of word: String) -> Word {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}

/// Which words tell what a text is about, and how much.
enum ContentWords {
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
