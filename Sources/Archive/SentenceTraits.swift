package import Chancery

/// What an archive keeps of a sentence: by what it is found that a promise is told of again.
package struct SentenceTraits: Sendable, Hashable {
  /// Its place in the text, in code points.
  package var start: Int
  package var end: Int
  /// Its clauses: how far each says that things have come, and its words that tell something.
  package var clauses: [Clause]
  /// All its words that tell something.
  package let words: Terms

  package struct Clause: Sendable, Hashable {
    package var phase: Phase
    package var words: Terms
    /// What is counted in it.
    package var counts: [ContentWords.Count]

    package init(phase: Phase, words: Terms, counts: [ContentWords.Count] = []) {
      self.phase = phase
      self.words = words
      self.counts = counts
    }
  }

  package init(start: Int, end: Int, clauses: [Clause]) {
    self.start = start
    self.end = end
    self.clauses = clauses
    words = clauses.dropFirst().reduce(clauses.first?.words ?? Terms()) { $0.union($1.words) }
  }
}

/// What an archive keeps of a commitment.
struct CommitmentTraits: Sendable, Hashable {
  var id: String
  var form: Commitment.Form
  var actors: [ActorRow]
  var recipients: [ActorRow]
  /// The place of its words in the text, in code points.
  var start: Int
  var end: Int
  /// The index of its sentence.
  var sentence: Int
  var due: String?
  /// The id of the statement that it is told in.
  var statement: String?
  var isDenied: Bool
  /// The category of the act, where it is coded as an event.
  var category: Category?
  /// Its words that tell something.
  var words: Terms
  /// What is counted in them.
  var counts: [ContentWords.Count]
  /// The noun that names what is to be given or done; 0 where none does.
  var object: Terms.Word = 0

  /// The words and counts as bytes.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.terms(words)
    out.counts(counts)
    out.number(object)
    return out.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func counts(_ counts: [ContentWords.Count]) {
    list(counts.map(\.word))
    for count in counts.prefix(Int(UInt16.max)) { number(count.value.bitPattern) }
  }
}

extension ByteReader {
  fileprivate mutating func counts() -> [ContentWords.Count]? {
    guard let words = list() else { return nil }
    var counts: [ContentWords.Count] = []
    for word in words {
      guard let value = number() else { return nil }
      counts.append(.init(word: word, value: Float(bitPattern: value)))
    }
    return counts
  }
}

extension [SentenceTraits] {
  private static let format: UInt8 = 1

  /// The sentences as bytes.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.byte(Self.format)
    for sentence in self {
      out.number(UInt32(sentence.start))
      out.number(UInt32(sentence.end))
      out.byte(UInt8(clamping: sentence.clauses.count))
      for clause in sentence.clauses.prefix(255) {
        out.number(UInt32(clause.phase.rawValue))
        out.terms(clause.words)
        out.counts(clause.counts)
      }
    }
    return out.bytes
  }

  /// Reads sentences back; as many as are not damaged.
  init(bytes: [UInt8]) {
    self = []
    var input = ByteReader(bytes)
    guard input.byte() == Self.format else { return }
    while let start = input.number(), let end = input.number(), let count = input.byte() {
      var clauses: [SentenceTraits.Clause] = []
      for _ in 0..<count {
        guard let phase = input.number(), let words = input.terms(), let counts = input.counts() else { return }
        clauses.append(.init(phase: Phase(rawValue: Int(phase)), words: words, counts: counts))
      }
      append(SentenceTraits(start: Int(start), end: Int(end), clauses: clauses))
    }
  }
}

extension CommitmentTraits {
  /// The words and counts that ``bytes`` keeps; `nil` where they are damaged.
  static func words(bytes: [UInt8]) -> (words: Terms, counts: [ContentWords.Count], object: Terms.Word)? {
    var input = ByteReader(bytes)
    guard let words = input.terms(), let counts = input.counts(), let object = input.number() else { return nil }
    return (words, counts, object)
  }
}
