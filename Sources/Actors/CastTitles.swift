import Language

/// What the words around a name tell about its bearer.
struct NameFacts {
  /// The name with its title.
  var tokens: Range<Int>
  /// The noun or title that tells the sector.
  var noun: SectorNoun?
  /// What the bearer belongs to: states, organisations.
  var origins: [Int] = []
  /// The words of the office, without the state.
  var office: String?
  var isFormer = false
  var isCandidate = false
  var gender: Gender?
  /// The noun that stands beside the name behind a comma, where the tree does not join the two.
  var beside: Int?
  /// Whose peer the bearer is: "her Turkish counterpart".
  var peer: Int?
  var isPeer = false

  var origin: Int? { origins.first }
}

// Titles before names, appositions after them.
extension CastBuilder {
  /// A name with the title before it: "Iranian Foreign Minister" of "Iranian Foreign Minister Javad Zarif".
  mutating func titled(_ name: Range<Int>, _ head: Int) -> NameFacts {
    var facts = NameFacts(tokens: name)
    let sentence = document.sentences[tree.sentence[head]]
    var lower = name.lowerBound
    // The title governs the name: "Secretary of State John Kerry".
    let up = tree.parent[head]
    if up >= 0, up < lower, ["flat", "appos", "compound", "nmod"].contains(tree.relation[head]),
      tree.preposition(head) == nil, tree.part[up].isNominal, spanAt[up] < 0 || spans[spanAt[up]].entries.isEmpty,
      lower - up <= 6, !(up..<lower).contains(where: { isBreak($0) || isPreposition($0, outside: nouns[up]) })
    {
      lower = leftEdge(up, in: sentence)
      take(up, &facts)
    }
    // "Secretary of State" right before the name, whatever the tree says.
    for token in max(sentence.lowerBound, lower - 5)..<max(sentence.lowerBound, lower) {
      if let noun = nouns[token], noun.tokens.upperBound == lower, noun.tokens.count > 1, words.isCapitalised(token),
        tree.preposition(head) == nil
      {
        lower = noun.tokens.lowerBound
        take(token, &facts)
        break
      }
    }
    // The title hangs on the name, or on the title before.
    while lower > sentence.lowerBound {
      let token = lower - 1
      guard isTitleWord(token, above: lower..<name.upperBound) else { break }
      if nouns[token] != nil, tree.part[token] != .determiner { take(token, &facts) }
      note(token, &facts)
      lower = token
    }
    facts.tokens = lower..<name.upperBound
    for token in lower..<name.lowerBound { note(token, &facts) }
    if facts.origins.isEmpty {
      for token in lower..<name.lowerBound where spanAt[token] >= 0 {
        let entities = namedOrigin(token)
        if !entities.isEmpty {
          facts.origins = entities
          break
        }
      }
    }
    // "President Putin of Russia".
    if facts.noun != nil {
      if facts.origins.isEmpty { facts.origins = origins(of: outerHead(facts.tokens, head)) }
      let after = name.upperBound
      if let origin = facts.origin, after + 1 < sentence.upperBound, tree.lower[after] == "of", spanAt[after + 1] >= 0,
        namedOrigin(after + 1).first == origin
      {
        facts.tokens = lower..<spans[spanAt[after + 1]].tokens.upperBound
      }
    }
    // The title's own names belong to the name's mention.
    for token in facts.tokens where !name.contains(token) && spanAt[token] >= 0 {
      let span = spans[spanAt[token]].tokens
      withdraw(span)
    }
    return facts
  }

  /// Takes back the mention of a modifier in this sentence.
  private mutating func withdraw(_ tokens: Range<Int>) {
    var index = mentions.count - 1
    while index >= 0, tree.sentence[mentions[index].head] == tree.sentence[tokens.lowerBound] {
      if mentions[index].tokens == tokens, mentions[index].form == .modifier { mentions.remove(at: index) }
      index -= 1
    }
  }

  private mutating func take(_ token: Int, _ facts: inout NameFacts) {
    guard let noun = nouns[token] else { return }
    let isForm = Vocabulary.forms.contains(tree.lower[token])
    if facts.noun == nil && !isForm || (facts.noun?.tokens.count ?? 0) < noun.tokens.count, !isForm {
      facts.noun = noun
      facts.office = document.text(noun.tokens)
    }
    if facts.origins.isEmpty { facts.origins = origins(of: token) }
  }

  private func note(_ token: Int, _ facts: inout NameFacts) {
    let word = tree.lower[token]
    if Vocabulary.former.contains(word) || word.hasPrefix("ex-") { facts.isFormer = true }
    if Vocabulary.candidate.contains(word) { facts.isCandidate = true }
    if let gender = Vocabulary.genders[word] { facts.gender = gender }
  }

  private func isPreposition(_ token: Int, outside noun: SectorNoun?) -> Bool {
    tree.part[token] == .adposition && noun?.tokens.contains(token) != true
  }

  private func isBreak(_ token: Int) -> Bool {
    [",", "(", ")", ":", ";", "—", "–", "\"", "“", "”"].contains(tree.lower[token])
  }

  private func isTitleWord(_ token: Int, above: Range<Int>) -> Bool {
    if dateline(of: token) != nil { return false }
    switch tree.part[token] {
    case .noun, .proper, .adjective, .determiner, .unknown, .particle, .adposition:
      break
    case .punctuation:
      return tree.lower[token] == "-" && above.contains(tree.parent[token])
    default: return false
    }
    if tree.part[token] == .adposition { return false }
    // "President" before a name is its title, whatever the tree says.
    if nouns[token] != nil, spanAt[token] < 0, token + 1 == above.lowerBound {
      if words.isCapitalised(token), tree.part[token] == .proper { return true }
      if spanAt[above.lowerBound] >= 0, spans[spanAt[above.lowerBound]].kind == .person, tree.part[token] == .noun,
        !isPlural(token)
      {
        return true
      }
    }
    let up = tree.parent[token]
    guard up >= 0, above.contains(up),
      !["appos", "conj", "nsubj", "obl", "obj", "case", "mark"].contains(tree.relation[token])
    else { return false }
    // Another person's name is no title.
    if spanAt[token] >= 0, spans[spanAt[token]].kind == .person, code(of: spans[spanAt[token]]) == nil { return false }
    return true
  }

  /// The first word of a noun's phrase.
  func leftEdge(_ head: Int, in sentence: Range<Int>) -> Int {
    var lower = head
    for child in tree.children(head) where child < head {
      switch tree.relation[child] {
      case "det", "amod", "compound", "nummod", "nmod", "flat":
        guard tree.child(child, "case").map({ ["'s", "’s", "'", "’"].contains(tree.lower[$0]) }) ?? true else {
          continue
        }
        lower = min(lower, leftEdge(child, in: sentence))
      default: break
      }
    }
    return max(lower, sentence.lowerBound)
  }

  /// What a name's apposition, or what it is said to be, tells: "Yun Sun, director of the China program at …".
  mutating func apposition(of head: Int) -> NameFacts {
    var facts = NameFacts(tokens: head..<(head + 1))
    var candidates: [Int] = []
    for child in tree.children(head) {
      switch tree.relation[child] {
      case "appos", "parataxis", "list":
        candidates.append(child)
        // "X, 45, a farmer from Y" and lists of offices.
        candidates += tree.children(child).filter { tree.relation[$0] == "conj" || tree.relation[$0] == "appos" }
      case "acl":
        // "X, who is a spokesman for Y".
        if tree.child(child, "cop") != nil, tree.part[child].isNominal { candidates.append(child) }
      case "nmod": if tree.preposition(child) == "of", facts.origins.isEmpty { facts.origins = resolve(child) }
      default: break
      }
    }
    let up = tree.parent[head]
    if up >= 0 {
      if tree.relation[head] == "appos" { candidates.append(up) }
      if tree.relation[head] == "nsubj", tree.child(up, "cop") != nil, tree.part[up].isNominal { candidates.append(up) }
    }
    if candidates.isEmpty, let beside = besideComma(after: head) ?? besideComma(before: head) {
      candidates.append(beside)
      facts.beside = beside
    }
    for candidate in candidates where tree.part[candidate].isNominal && spanAt[candidate] < 0 {
      guard let noun = nouns[candidate] else {
        if facts.origins.isEmpty { facts.origins = origins(of: candidate) }
        if Vocabulary.peers.contains(tree.lower[candidate]), !facts.isPeer {
          facts.isPeer = true
          facts.peer = tree.child(candidate, "nmod:poss").flatMap { resolve($0).first }
        }
        continue
      }
      facts.noun = noun
      facts.office = document.text(noun.tokens)
      let found = origins(of: candidate)
      if !found.isEmpty { facts.origins = found }
      for token in leftEdge(candidate, in: document.sentences[tree.sentence[head]])..<(candidate + 1) {
        note(token, &facts)
      }
      break
    }
    return facts
  }

  /// The noun of "a retired general" in "Ashok Menon, a retired general, …", where the tree does not join the two.
  private func besideComma(after head: Int) -> Int? {
    guard spanAt[head] >= 0 else { return nil }
    let sentence = document.sentences[tree.sentence[head]]
    let comma = spans[spanAt[head]].tokens.upperBound
    guard comma + 1 < sentence.upperBound, tree.lower[comma] == ",",
      [.determiner, .noun, .adjective, .pronoun].contains(tree.part[comma + 1])
    else { return nil }
    for token in (comma + 1)..<min(sentence.upperBound, comma + 8) {
      if tree.part[token] == .verb || tree.part[token] == .auxiliary || tree.part[token] == .punctuation { return nil }
      guard nouns[token] != nil, tree.part[token] == .noun, spanAt[token] < 0, !isPlural(token) else { continue }
      let end = phrase(token, from: token..<(token + 1)).upperBound
      return end >= sentence.upperBound || [",", ".", ";", "—", "–"].contains(tree.lower[end]) ? token : nil
    }
    return nil
  }

  /// The noun of "the foreign minister" in "the foreign minister, Rosanna Peralta, …".
  private func besideComma(before head: Int) -> Int? {
    guard spanAt[head] >= 0 else { return nil }
    let sentence = document.sentences[tree.sentence[head]]
    let name = spans[spanAt[head]].tokens
    let token = name.lowerBound - 2
    guard token >= sentence.lowerBound, tree.lower[token + 1] == ",", let noun = nouns[token],
      tree.part[token].isNominal,
      spanAt[token] < 0, !noun.isTitle, !isPlural(token), !Vocabulary.bodies.contains(tree.lower[token]),
      name.upperBound >= sentence.upperBound || [",", ".", ";"].contains(tree.lower[name.upperBound]),
      hasDeterminer(token) || tree.children(token).contains(where: { $0 < token })
    else { return nil }
    return token
  }
}
