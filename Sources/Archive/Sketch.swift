import Chancery

/// What an article is compared by: the words that tell its story, and a signature of its wording.
struct Sketch: Sendable, Hashable {
  /// The day of publication, since 1970; `nil` where unknown.
  var day: Int?
  /// The words that tell most, at most 64.
  var story: Terms
  /// Days that its words tell acts of, further from its own than articles of one story are looked for.
  var toldDays: [Int]
  /// MinHash over the text's runs of four words: of two texts the share of places that agree is the share of runs that
  /// they have in common.
  var signature: [UInt32]

  /// The day in the tables of an article without one.
  static let undated = -1_000_000
  /// The words by which articles of one story find each other.
  static let keywordCount = 10

  /// Articles of one story are looked for so many days around an article's own.
  static let window = 14

  static let storyCount = 64
  private static let signatureCount = 32

  /// The sketch of a reading's article and the traits of its events.
  init(of reading: Reading, _ traits: [Traits]) {
    let day = reading.article.published.flatMap { CalendarDay($0) }?.number
    self.day = day
    toldDays = Self.toldDays(traits, day)
    let document = reading.document
    var counts: [Terms.Word: (count: Int, weight: UInt8)] = [:]
    for token in document.tokens {
      let weight = ContentWords.weight(of: token)
      guard weight > 0 else { continue }
      counts[Terms.number(of: token.lemma), default: (0, weight)].count += 1
    }
    let weighted = counts.map { word, value in
      (word: word, weight: UInt8(min(255, Int((Double(value.weight) * Self.logarithm(value.count) * 8).rounded()))))
    }
    let first = weighted.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(Self.storyCount)
    story = Terms(Array(first))
    signature = Self.signature(
      of: document.tokens.filter { $0.upos != "PUNCT" }.map { Terms.number(of: document.text[$0.span]) })
  }

  /// The days, or two days at most, that sentences tell acts of, far from an article's own.
  static func toldDays(_ traits: [Traits], _ day: Int?) -> [Int] {
    let days = traits.filter(\.isDated).compactMap(\.days).filter { $0.count <= 2 }.map { Int($0.lowerBound) }
    return Set(days.filter { told in day.map { abs($0 - told) > window } ?? true }).sorted()
  }

  /// 1 + ln: what stands often tells more, but not as often more.
  private static func logarithm(_ count: Int) -> Double {
    var value = 1.0
    var rest = Double(count)
    // A few steps of halving are exact on every machine, as a library's logarithm may not be.
    while rest >= 2 {
      rest /= 2
      value += 0.6931471805599453
    }
    return value + (rest - 1) * 0.6931471805599453
  }

  /// The words that weigh most.
  var keywords: [Terms.Word] {
    zip(story.words, story.weights).sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.keywordCount).map(\.0)
  }

  /// The signature of a text's words.
  static func signature(of words: [Terms.Word]) -> [UInt32] {
    guard words.count >= 8 else { return [] }
    var least = [UInt32](repeating: .max, count: signatureCount)
    for at in 0...(words.count - 4) {
      var run: UInt64 = 0xCBF2_9CE4_8422_2325
      for word in words[at..<(at + 4)] { run = (run ^ UInt64(word)) &* 0x0000_0100_0000_01B3 }
      for i in 0..<signatureCount {
        // Other orders of the runs: multiplication by odd numbers and a shift.
        var mixed = (run ^ UInt64(i) &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 32
        least[i] = min(least[i], UInt32(truncatingIfNeeded: mixed &* 0x94D0_49BB_1331_11EB >> 32))
      }
    }
    return least
  }

  /// The share of four-word runs that two texts have in common, estimated: 0 to 1.
  func sharedWording(with other: Sketch) -> Double {
    guard !signature.isEmpty, signature.count == other.signature.count else { return 0 }
    return Double(zip(signature, other.signature).count { $0 == $1 }) / Double(signature.count)
  }
}

extension Sketch {
  /// The sketch as bytes.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.byte(1)
    out.terms(story)
    out.list(signature)
    return out.bytes
  }

  /// Reads a sketch back; `nil` where it is damaged or of another format.
  init?(bytes: [UInt8], day: Int?) {
    var input = ByteReader(bytes)
    guard input.byte() == 1, let story = input.terms(), let signature = input.list() else { return nil }
    self.day = day
    self.story = story
    self.signature = signature
    toldDays = []
  }
}
