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
        || (!isFirst && (role == .name || role == .capital) && tree.part[token] != .auxiliary && tree.part[token] != .pronoun)
    case .adjective: return !isFirst || role == .adjective || role == .demonym
    case .noun: return !isFirst || role == .demonym || role == .adjective || (role == .name && entry.capitals != 0)
    case .proper, .unknown, .punctuation:
      return role != .surname || !isMonth(token)
    }
  }

  /// "May" beside a number, or after a preposition of time.
  private func isMonth(_ token: Int) -> Bool {
    guard tree.lower[token] == "may" || tree.lower[token] == "march" else { return false }
    if token + 1 < tree.count, tree.part[token + 1] == .number { return true }
    guard token > 0 else { return false }
    return ["in", "since", "until", "by", "last", "next", "late", "early", "of", "this"].contains(tree.lower[token - 1])
      || tree.part[token - 1] == .number
  }

  /// Joins the dictionary's names with the encoder's.
  private func merge(_ known: [NameSpan], _ found: [Name]) -> [NameSpan] {
    var result: [NameSpan] = []
    var next = 0
    for name in found where !name.tokens.isEmpty && name.tokens.upperBound <= tree.count {
      while next < known.count, known[next].tokens.upperBound <= name.tokens.lowerBound {
        result.append(known[next])
        next += 1
      }
      // Within a name that stands already.
      if let last = result.last, last.tokens.upperBound > name.tokens.lowerBound { continue }
      var inside: [NameSpan] = []
      while next < known.count, known[next].tokens.lowerBound < name.tokens.upperBound {
        inside.append(known[next])
        next += 1
      }
      result += joined(inside, name)
    }
    result += known[next...]
    return result
  }

  private func joined(_ known: [NameSpan], _ name: Name) -> [NameSpan] {
    let core = trimmed(name)
    guard !core.isEmpty, isWritten(core), !core.allSatisfy({ isInSectorNoun[$0] }) else { return known }
    guard let first = known.first else {
      if core.contains(where: { tree.part[$0] == .noun && !words.isCapitalised($0) }) { return [] }
      return [NameSpan(tokens: core, kind: name.kind)]
    }
    var whole = known
    if known.count == 1, first.tokens == core {
      whole[0].kind = name.kind
      return whole
    }
    // The dictionary's longer names, and names of which the encoder saw a part, stand.
    if known.contains(where: { $0.tokens.lowerBound < core.lowerBound || $0.tokens.upperBound > core.upperBound }) {
      return known
    }
    // Common nouns within: a description, of which the dictionary's names are parts.
    if core.contains(where: { tree.part[$0] == .noun && !words.isCapitalised($0) }) { return known }
    switch name.kind {
    case .person:
      // Longer than the dictionary's name: other words are titles, or it is somebody else.
      if known.contains(where: { $0.tokens.count > 1 && $0.entries.contains { isPerson($0) && $0.role == 0 } }) {
        return known
      }
      if let last = known.last, last.tokens.upperBound == core.upperBound,
        (core.lowerBound..<last.tokens.lowerBound).allSatisfy({ token in
          isTitle(token) || known.dropLast().contains { $0.tokens.contains(token) }
        })
      {
        return known
      }
      if let joined = withoutMiddle(core) { return [NameSpan(tokens: core, entries: joined, kind: .person)] }
      return [NameSpan(tokens: core, kind: .person, inner: known)]
    case .organization:
      return [NameSpan(tokens: core, kind: .organization, inner: known)]
    case .place:
      let isWater = core.contains { Vocabulary.waters.contains(tree.lower[$0]) }
      if isWater || !known.contains(where: { $0.has(.name) || $0.has(.adjective) || $0.has(.capital) || $0.has(.city) }) {
        return [NameSpan(tokens: core, kind: .place)]
      }
      return [NameSpan(tokens: core, kind: .place, inner: known)]
    }
  }

  /// Whether words are written as a name: with a capital beyond that of a sentence's first word.
  private func isWritten(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard words.start[token] < words.start[token + 1] else { return false }
      let piece = words.pieces[words.start[token]]
      guard piece.isCapitalised, tree.part[token] != .number else { return false }
      let isFirst = token == document.sentences[tree.sentence[token]].lowerBound
      guard isFirst else { return true }
      return tree.part[token] == .proper && dictionary.nouns.entries(named: Array(words[token..<(token + 1)])).isEmpty
    }
  }

  /// A person's name without middle names: entries of the first and the last word together.
  private func withoutMiddle(_ tokens: Range<Int>) -> [NameTrie.Entry]? {
    var pieces = Array(words[tokens])
    if let last = pieces.last, pieces.count > 2, Self.suffixes.contains(last.hash) { pieces.removeLast() }
    guard pieces.count > 2, let first = pieces.first, let last = pieces.last else { return nil }
    let entries = dictionary.names.entries(named: [first, last]).filter { isPerson($0) && $0.role == 0 }
    return entries.isEmpty ? nil : entries
  }

  private func isPerson(_ entry: NameTrie.Entry) -> Bool { dictionary.records[Int(entry.value)].kind == .person }

  private func isTitle(_ token: Int) -> Bool {
    let pieces = Array(words[token..<(token + 1)])
    return pieces.isEmpty || !dictionary.nouns.entries(named: pieces).isEmpty || tree.part[token] == .determiner
      || Vocabulary.genders[tree.lower[token]] != nil
  }

  /// A name without the determiners, titles and punctuation that the encoder may have left at its ends; a person's with
  /// the words of the same name that it may have left out.
  private func trimmed(_ name: Name) -> Range<Int> {
    var range = name.tokens
    if name.kind == .person {
      if let possessive = range.first(where: { Self.possessives.contains(tree.lower[$0]) }) {
        range = range.lowerBound..<possessive
      }
      while let first = range.first, range.count > 1, isInSectorNoun[first], !isInSectorNoun[first + 1] || range.count > 2 {
        range = range.dropFirst()
      }
      range = extended(range)
    }
    while let first = range.first,
      tree.part[first] == .determiner || words.start[first] == words.start[first + 1]
        || name.kind == .person && Vocabulary.genders[tree.lower[first]] != nil && range.count > 1
        || name.kind == .organization && !words.isCapitalised(first) && range.count > 1
    {
      range = range.dropFirst()
    }
    while let last = range.last, Self.possessives.contains(tree.lower[last]) || words.start[last] == words.start[last + 1] {
      range = range.dropLast()
    }
    return range
  }

  /// A person's name with the proper nouns around it that the tree joins to it.
  private func extended(_ name: Range<Int>) -> Range<Int> {
    var range = name
    guard !range.isEmpty else { return range }
    let sentence = document.sentences[tree.sentence[range.lowerBound]]
    func belongs(_ token: Int) -> Bool {
      guard sentence.contains(token), tree.part[token] == .proper, words.isCapitalised(token), !isInSectorNoun[token],
        Vocabulary.genders[tree.lower[token]] == nil
      else { return false }
      let isJoined = tree.relation[token] == "flat" || tree.relation[token] == "compound"
      return isJoined && range.contains(tree.parent[token])
        || range.contains { tree.parent[$0] == token && tree.relation[$0] == "flat" }
        || isJoined && range.contains { tree.relation[$0] == "flat" && tree.parent[$0] == tree.parent[token] }
    }
    while belongs(range.lowerBound - 1) { range = (range.lowerBound - 1)..<range.upperBound }
    while belongs(range.upperBound) { range = range.lowerBound..<(range.upperBound + 1) }
    return range
  }

  private static let possessives: Set<String> = ["'s", "’s", "'", "’"]
  private static let suffixes: Set<UInt64> = Set(["jr", "sr", "ii", "iii", "iv"].map { NameFolding.pieces($0)[0].hash })
}
