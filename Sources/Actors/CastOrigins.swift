import Language

// What a noun's modifiers tell about whose it is.
extension CastBuilder {
  /// The states, organisations or people that a noun belongs to: several only where they are joined by "and".
  mutating func origins(of head: Int) -> [Int] {
    // "Her Turkish counterpart" is not hers.
    if Vocabulary.peers.contains(tree.lower[head]) { return modifierOrigins(of: head) }
    if let possessor = tree.children(head).first(where: { tree.deprel[$0] == "nmod:poss" }) {
      let found = coordinated(possessor).filter { isOrigin($0) }
      if !found.isEmpty { return found }
    }
    let found = modifierOrigins(of: head, depth: 0)
    if !found.isEmpty { return found }
    let isAbroad = Vocabulary.abroad.contains(tree.lower[head])
    for preposition in isAbroad ? ["of", "for", "from"] : ["of", "for", "from", "at", "with", "in", "on"] {
      for child in tree.children(head) where child > head && tree.relation[child] == "nmod" {
        guard tree.preposition(child) == preposition else { continue }
        let found = coordinated(child).filter { isOrigin($0) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// "Turkish" and "army" of "Turkish army officers"; "Chinese" and "Russian" of "Chinese and Russian officials".
  mutating func modifierOrigins(of head: Int, depth: Int = 0) -> [Int] {
    var weaker: [Int] = []
    for child in tree.children(head) where child < head {
      guard ["amod", "compound", "nmod", "flat", "nummod", "obl"].contains(tree.relation[child]) else { continue }
      if spanAt[child] >= 0 {
        var found = namedOrigin(child)
        for other in tree.children(child) where tree.relation[other] == "conj" && spanAt[other] >= 0 {
          found += namedOrigin(other).filter { !found.contains($0) }
        }
        if found.isEmpty { continue }
        switch spans[spanAt[child]].suffix {
        case nil: return found
        case let suffix? where Vocabulary.sponsored.contains(suffix): continue
        case let suffix? where Vocabulary.placing.contains(suffix):
          if weaker.isEmpty { weaker = found }
        default: return found
        }
      } else if depth < 3 {
        // "Washington" "-" "based": the name hangs on the participle.
        if tree.part[child] == .verb || tree.part[child] == .adjective {
          guard !Vocabulary.sponsored.contains(tree.lower[child]) else { continue }
          let found = modifierOrigins(of: child, depth: depth + 1)
          if Vocabulary.placing.contains(tree.lower[child]) {
            if weaker.isEmpty { weaker = found }
            continue
          }
          if !found.isEmpty { return found }
        } else if tree.relation[child] == "compound" {
          let found = modifierOrigins(of: child, depth: depth + 1)
          if !found.isEmpty { return found }
        }
      }
    }
    return weaker
  }

  /// The entities of the name that covers a token.
  mutating func namedOrigin(_ token: Int) -> [Int] {
    guard spanAt[token] >= 0 else { return [] }
    let span = spans[spanAt[token]]
    let head = tree.head(of: span.tokens)
    if case .open = resolved[head] { resolveName(spanAt[token]) }
    guard case .entities(let found) = resolved[head] else { return [] }
    return found.filter { isOrigin($0) }
  }

  /// What a noun and those joined to it stand for.
  mutating func coordinated(_ head: Int, depth: Int = 0) -> [Int] {
    var found = resolve(head)
    guard depth < 16 else { return found }
    for child in tree.children(head) where tree.relation[child] == "conj" {
      for entity in coordinated(child, depth: depth + 1) where !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// Whether somebody can belong to it.
  private func isOrigin(_ entity: Int) -> Bool {
    let entity = entities[entity]
    return !entity.code.isEmpty || entity.kind == .organization || !entity.sectors.isEmpty
  }

  /// The state of a place in a word's own clause, the nearest.
  private func localState(_ token: Int) -> String? {
    let sentence = tree.sentence[token]
    let clause = tree.clause(of: token)
    var best: (distance: Int, code: String)?
    for mention in mentions.reversed() {
      guard tree.sentence[mention.head] == sentence else { break }
      let entity = entities[mention.entity]
      guard entity.kind == .place, !entity.code.isEmpty, dateline(of: mention.tokens.lowerBound) == nil,
        tree.clause(of: mention.head) == clause
      else { continue }
      let distance = abs(mention.head - token)
      if best == nil || distance < best?.distance ?? 0 { best = (distance, entity.code) }
    }
    return best?.code
  }

  /// The state that an article's own "government" or "police" belongs to.
  func homeState(_ token: Int, _ sector: String? = nil) -> String? {
    if let sector, ["COP", "CVL", "REB", "LAB", "REL", "OPP", "AGR"].contains(sector), let code = localState(token) {
      return code
    }
    // At home a paper says "the Foreign Ministry".
    if let publisherState, publisherState == datelineState { return publisherState }
    guard var most = stateCounts.first else { return datelineState }
    // A bureau abroad: the article is about another state.
    if let datelineState, stateCounts.count(datelineState) * 3 >= stateCounts.count(most) {
      most = datelineState
    } else if !stateCounts.isChiefly(nil), sector != nil, let code = recentState(token) {
      return code
    }
    // A territory goes before the state it belongs to.
    if let territory = stateCounts.codes.first(where: { code in
      stateCounts.count(code) * 2 >= stateCounts.count(most)
        && dictionary.record(id: code)?.parent == most
    }) {
      return territory
    }
    return most
  }

  /// The state whose officers are called by their titles alone: the paper's own, or that of the capital from which it is told; where that
  /// has another in the office, the state spoken of most beside it.
  func officeState(_ office: String?, of person: Int) -> String? {
    var homes: [String] = []
    if let publisherState, publisherState == datelineState || stateCounts.count(publisherState) > 0 {
      homes.append(publisherState)
    }
    if let datelineState, isDatelineCapital || stateCounts.count(datelineState) > 0 { homes.append(datelineState) }
    guard !homes.isEmpty else { return nil }
    guard let office = office?.lowercased() else { return homes[0] }
    return (homes + stateCounts.ranked).first { state in
      // Washington has secretaries.
      if state == "USA", office.contains("minister") || office == "premier" { return false }
      return !isHighOffice(office)
        || !entities.indices.contains { other in
          other != person && entities[other].code == state && entities[other].office?.lowercased() == office
        }
    }
  }

  /// The state whose people or bodies were the subject last, in this sentence or one of the last two.
  private func recentState(_ token: Int) -> String? {
    for referent in discourse.before(token, sentences: 2) where referent.isSubject && !referent.isPlace {
      let code = entities[referent.entity].code
      if code.isStateCode { return code }
    }
    return nil
  }
}
