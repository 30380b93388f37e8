import Chancery

/// What the report of an act is compared by: kept with each event, so that happenings can be reckoned without the text.
struct Traits: Sendable, Hashable {
  var category: UInt8
  /// The mode as a number; 0 for none.
  var mode: Terms.Word
  var reality: UInt8
  /// Whether the sentence itself tells when.
  var isDated: Bool
  /// First and last day, since 1970; `nil` where they are not known.
  var days: ClosedRange<Int32>?
  var sentence: UInt32
  /// The usual name of its place, and of the state; 0 where unknown.
  var place: Terms.Word
  /// Ids and codes of the parties.
  var actors: [Terms.Word]
  var actorCodes: [Terms.Word]
  var recipients: [Terms.Word]
  var recipientCodes: [Terms.Word]
  /// The words that tell the act, those that hang on them, those of the sentence.
  var trigger: Terms
  var near: Terms
  var words: Terms

  /// The traits of an event of a reading.
  init(of index: Int, in reading: Reading) {
    let event = reading.events[index]
    let document = reading.document
    category = UInt8(Category.allCases.firstIndex(of: event.category) ?? 0)
    mode = event.mode.isEmpty ? 0 : Terms.number(of: event.mode)
    reality = UInt8(truncatingIfNeeded: Reality(event.auxiliaries, isDenied: false).rawValue)
    let range = reading.days(of: event).flatMap { days -> ClosedRange<Int32>? in
      guard let first = CalendarDay(days.first), let last = CalendarDay(days.last), first <= last else { return nil }
      return Int32(first.number)...Int32(last.number)
    }
    days = range
    isDated = event.date != nil && range != nil
    sentence = UInt32(event.sentence)
    place = event.place.map { Terms.number(of: reading.places[$0].name) } ?? 0
    func numbers(_ mentions: [Int], _ value: (Entity) -> String) -> [Terms.Word] {
      let values = mentions.map { value(reading.entity(of: $0)) }.filter { !$0.isEmpty }
      return Array(Set(values.map(Terms.number))).sorted()
    }
    actors = numbers(event.actors, \.id)
    actorCodes = numbers(event.actors, \.code)
    recipients = numbers(event.recipients, \.id)
    recipientCodes = numbers(event.recipients, \.code)
    let sentence = document.sentences[event.sentence]
    let told = sentence.filter { document.tokens[$0].span.overlaps(event.trigger) }
    trigger = Terms(
      told.filter { ["VERB", "NOUN", "ADJ", "PROPN"].contains(document.tokens[$0].upos) }.map {
        (Terms.number(of: document.tokens[$0].lemma), 1)
      })
    let beside = Self.neighbours(of: Set(told), in: document, sentence)
    func content(_ tokens: some Sequence<Int>) -> Terms {
      Terms(
        tokens.compactMap { token in
          let weight = ContentWords.weight(of: document.tokens[token])
          return weight > 0 ? (Terms.number(of: document.tokens[token].lemma), weight) : nil
        })
    }
    near = content(beside)
    words = content(sentence.filter { !told.contains($0) })
  }

  /// The words up to three arcs away from those that tell an act.
  private static func neighbours(of told: Set<Int>, in document: Document, _ sentence: Range<Int>) -> [Int] {
    var reached = told
    var found: [Int] = []
    var edge = told
    for _ in 0..<3 {
      let next = sentence.filter { token in
        guard !reached.contains(token) else { return false }
        if let head = document.tokens[token].head.index, edge.contains(head) { return true }
        return edge.contains { document.tokens[$0].head.index == token }
      }
      reached.formUnion(next)
      found += next
      edge = Set(next)
    }
    return found.sorted()
  }
}

extension Traits {
  /// Whether it is an act of words.
  var isVerbal: Bool {
    let categories = Category.allCases
    return Int(category) < categories.count && [1, 3].contains(categories[Int(category)].quadClass)
  }

  /// The traits as bytes.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.byte(Self.format)
    out.byte(category)
    out.byte(reality)
    out.byte(isDated ? 1 : 0)
    out.number(mode)
    out.number(place)
    out.number(sentence)
    out.number(UInt32(bitPattern: days?.lowerBound ?? .min))
    out.number(UInt32(bitPattern: days?.upperBound ?? .min))
    for list in [actors, actorCodes, recipients, recipientCodes] { out.list(list) }
    for terms in [trigger, near, words] { out.terms(terms) }
    return out.bytes
  }

  private static let format: UInt8 = 1

  /// Reads traits back; `nil` where they are damaged or of another format.
  init?(bytes: [UInt8]) {
    var input = ByteReader(bytes)
    guard input.byte() == Self.format, let category = input.byte(), let reality = input.byte(),
      let dated = input.byte(),
      let mode = input.number(), let place = input.number(), let sentence = input.number(),
      let first = input.number().map(Int32.init(bitPattern:)), let last = input.number().map(Int32.init(bitPattern:)),
      let actors = input.list(), let actorCodes = input.list(), let recipients = input.list(),
      let recipientCodes = input.list(), let trigger = input.terms(), let near = input.terms(),
      let words = input.terms()
    else { return nil }
    self.category = category
    self.reality = reality
    isDated = dated == 1
    self.mode = mode
    self.place = place
    self.sentence = sentence
    days = first == .min || first > last ? nil : first...last
    self.actors = actors
    self.actorCodes = actorCodes
    self.recipients = recipients
    self.recipientCodes = recipientCodes
    self.trigger = trigger
    self.near = near
    self.words = words
  }
}

/// Numbers as bytes, the least first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  /// At most 65,535 numbers.
  mutating func list(_ values: [UInt32]) {
    let kept = values.prefix(Int(UInt16.max))
    bytes.append(UInt8(kept.count & 0xFF))
    bytes.append(UInt8(kept.count >> 8))
    for value in kept { number(value) }
  }

  mutating func terms(_ terms: Terms) {
    list(terms.words)
    bytes += terms.weights.prefix(Int(UInt16.max))
  }
}

/// Reads what ``ByteWriter`` wrote.
struct ByteReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() -> UInt8? {
    guard at < bytes.count else { return nil }
    at += 1
    return bytes[at - 1]
  }

  mutating func number() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    at += 4
    return (0..<4).reduce(0) { $0 | UInt32(bytes[at - 4 + $1]) << UInt32(8 * $1) }
  }

  mutating func list() -> [UInt32]? {
    guard let low = byte(), let high = byte() else { return nil }
    var values: [UInt32] = []
    for _ in 0..<(Int(low) | Int(high) << 8) {
      guard let value = number() else { return nil }
      values.append(value)
    }
    return values
  }

  mutating func terms() -> Terms? {
    guard let words = list(), at + words.count <= bytes.count else { return nil }
    at += words.count
    return Terms(words: words, weights: Array(bytes[(at - words.count)..<at]))
  }
}
