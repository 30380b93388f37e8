import Articles
import Language

// The names of the dictionary together with those of the encoder.
extension NameScanner {
  /// Joins the dictionary's names with the encoder's.
  func merge(_ known: [NameSpan], _ found: [Name]) -> [NameSpan] {
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
      if core.contains(where: isCommon) { return [] }
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
    if core.contains(where: isCommon) { return known }
    switch name.kind {
    case .person:
      // Longer than the dictionary's name: other words are titles, or it is somebody else.
      if known.contains(where: { $0.tokens.count > 1 && $0.entries.contains { isPerson($0) && $0.role == 0 } }) {
        return known
      }
      if let last = known.last, last.tokens.upperBound == core.upperBound,
        (core.lowerBound..<last.tokens.lowerBound).allSatisfy({ token in
          // Two surnames in a row are one person's name.
          isTitle(token)
            || known.dropLast().contains { $0.tokens.contains(token) && !$0.entries.allSatisfy(isPerson) }
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
      if isWater || !known.contains(where: { $0.has(.name) || $0.has(.adjective) || $0.has(.capital) || $0.has(.city) })
      {
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

  /// A common noun, or another word of content in small letters: no part of a name.
  private func isCommon(_ token: Int) -> Bool {
    guard words.start[token] < words.start[token + 1], !words.isCapitalised(token) else { return false }
    switch tree.part[token] {
    case .noun: return true
    case .proper, .adjective, .verb: return tree.lower[token].utf8.count > 4
    default: return false
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
      while let first = range.first, range.count > 1, isInSectorNoun[first],
        !isInSectorNoun[first + 1] || range.count > 2
      {
        range = range.dropFirst()
      }
      while let last = range.last, range.count > 1, isInSectorNoun[last] || tree.part[last] == .adposition {
        range = range.dropLast()
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
    while let last = range.last,
      Self.possessives.contains(tree.lower[last]) || words.start[last] == words.start[last + 1]
    {
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
  private static let suffixes: Set<UInt64> = Set(
    ["jr", "sr", "ii", "iii", "iv"].map { NameFolding.pieces($0)[0].hash })
}
