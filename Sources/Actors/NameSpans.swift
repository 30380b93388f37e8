import Articles
import Language

/// Words that are a name: by the dictionary, the encoder, or both.
struct NameSpan {
  var tokens: Range<Int>
  /// What the dictionary says it may be; empty where it does not know it.
  var entries: [NameTrie.Entry] = []
  /// What the encoder took it for, where it found just these words.
  var kind: Name.Kind?
  /// Spans of the dictionary within a name that it does not know: "Turkish" in "the Turkish Red Crescent".
  var inner: [NameSpan] = []
  /// The second half of a compound that the name begins: "based" of "Washington-based".
  var suffix: String?

  func has(_ role: ActorDictionary.Role) -> Bool { entries.contains { $0.role == role.rawValue } }
}

/// A document's words cut into the pieces that names are compared by.
struct DocumentPieces {
  /// The pieces, in the order of the text.
  let pieces: [NamePiece]
  /// The first piece of each token, and at the end their number.
  let start: [Int]

  init(_ document: Document) {
    var pieces: [NamePiece] = []
    var start: [Int] = []
    start.reserveCapacity(document.tokens.count + 1)
    let bytes = document.text.utf8
    for token in document.tokens {
      start.append(pieces.count)
      let from = max(0, min(token.span.start, bytes.count))
      NameFolding.pieces(bytes[from..<max(from, min(token.span.end, bytes.count))], into: &pieces)
    }
    start.append(pieces.count)
    self.pieces = pieces
    self.start = start
  }

  subscript(tokens: Range<Int>) -> ArraySlice<NamePiece> { pieces[start[tokens.lowerBound]..<start[tokens.upperBound]] }

  /// Whether a token begins with a capital.
  func isCapitalised(_ token: Int) -> Bool { start[token] < start[token + 1] && pieces[start[token]].isCapitalised }

  /// Whether all letters of a token are capitals.
  func isUpperCase(_ token: Int) -> Bool {
    start[token] < start[token + 1] && pieces[start[token]..<start[token + 1]].allSatisfy(\.isUpperCase)
  }
}

/// Finds the names of a document.
struct NameScanner {
  let dictionary: ActorDictionary
  let document: Document
  let tree: DocumentTree
  let words: DocumentPieces
  /// Whether each token belongs to a noun or title that makes a sector.
  let isInSectorNoun: [Bool]

  /// All names, in the order of the text, none overlapping.
  func scan() -> [NameSpan] { merge(dictionarySpans(), document.names) }

  /// The longest names of the dictionary, from left to right.
  private func dictionarySpans() -> [NameSpan] {
    var spans: [NameSpan] = []
    for sentence in document.sentences {
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        if let span = longest(from: token, in: sentence) {
          spans.append(span)
          token = span.tokens.upperBound
        } else {
          token += 1
        }
      }
    }
    return spans
  }

  private func longest(from first: Int, in sentence: Range<Int>) -> NameSpan? {
    let begin = words.start[first]
    guard begin < words.start[first + 1] else { return nil }
    var node: Int32 = 0
    var token = first
    var at = begin
    var best: NameSpan?
    while token < sentence.upperBound {
      let end = words.start[token + 1]
      while at < end {
        guard let next = dictionary.names.child(of: node, words.pieces[at].hash) else { return best }
        node = next
        at += 1
        if at == end - 1, best == nil || token > first, let suffix = suffix(of: token) {
          let entries = entries(at: node, from: begin, to: at, isFirst: first == sentence.lowerBound, token: first)
          if !entries.isEmpty {
            best = NameSpan(tokens: first..<(token + 1), entries: entries, suffix: suffix)
          }
        }
      }
      if words.start[token] < end {
        let entries = entries(at: node, from: begin, to: at, isFirst: first == sentence.lowerBound, token: first)
        if !entries.isEmpty {
          best = NameSpan(tokens: first..<(token + 1), entries: entries)
          // "Washington" "-" "based"
          if token + 2 < sentence.upperBound, tree.lower[token + 1] == "-", isSuffix(tree.lower[token + 2]) {
            best?.suffix = tree.lower[token + 2]
          }
        }
      }
      token += 1
    }
    return best
  }

  /// "based" of the token "Washington-based".
  private func suffix(of token: Int) -> String? {
    guard let hyphen = tree.lower[token].lastIndex(where: { $0 == "-" || $0 == "‑" || $0 == "‐" }) else { return nil }
    let word = String(tree.lower[token][tree.lower[token].index(after: hyphen)...])
    return isSuffix(word) ? word : nil
  }

  private func isSuffix(_ word: String) -> Bool {
    Vocabulary.placing.contains(word) || Vocabulary.sponsored.contains(word) || Vocabulary.owned.contains(word)
  }

  private func entries(at node: Int32, from begin: Int, to end: Int, isFirst: Bool, token: Int) -> [NameTrie.Entry] {
    var found: [NameTrie.Entry] = []
    var at = dictionary.names.first(at: node)
    guard at >= 0 else { return [] }
    var capitals: UInt32 = 0
    var upper: UInt32 = 0
    for i in 0..<min(32, end - begin) {
      let piece = words.pieces[begin + i]
      if piece.isCapitalised { capitals |= 1 << UInt32(i) }
      if piece.isUpperCase { upper |= 1 << UInt32(i) }
    }
    while at >= 0 {
      let entry = dictionary.names.entries[Int(at)]
      if entry.capitals & ~capitals == 0, entry.upper & ~upper == 0,
        end - begin > 1 || isPlausible(token, entry, isFirst: isFirst)
      {
        found.append(entry)
      }
      at = entry.next
    }
    return found.reversed()
  }

  /// Whether a single word may be a name, by its part of speech.
  private func isPlausible(_ token: Int, _ entry: NameTrie.Entry, isFirst: Bool) -> Bool {
    let role = ActorDictionary.Role(rawValue: entry.role) ?? .name
    switch tree.part[token] {
    case .verb, .auxiliary, .adposition, .determiner, .pronoun, .particle, .other, .number:
      return role == .adjective || (role == .name && entry.upper != 0)
        || (!isFirst && (role == .name || role == .capital) && tree.part[token] != .auxiliary
          && tree.part[token] != .pronoun)
    case .adjective: return !isFirst || role == .adjective || role == .demonym
    case .noun where role == .surname && isTime(token): return false
    case .noun: return !isFirst || role == .demonym || role == .adjective || (role == .name && entry.capitals != 0)
    case .proper, .unknown, .punctuation:
      return role != .surname || !isTime(token)
    }
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// A day of the week without a name before it; "May" beside a number, or after a preposition of time.
  private func isTime(_ token: Int) -> Bool {
    if Self.weekdays.contains(tree.lower[token]) { return token == 0 || tree.part[token - 1] != .proper }
    guard tree.lower[token] == "may" || tree.lower[token] == "march" else { return false }
    if token + 1 < tree.count, tree.part[token + 1] == .number { return true }
    guard token > 0 else { return false }
    return ["in", "since", "until", "by", "last", "next", "late", "early", "of", "this"].contains(tree.lower[token - 1])
      || tree.part[token - 1] == .number
  }
}
