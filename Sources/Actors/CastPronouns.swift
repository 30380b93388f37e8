import Language

// Pronouns.
extension CastBuilder {
  /// Whom a pronoun means, with its mention noted; nobody where it stands for nothing.
  mutating func resolvePronoun(_ token: Int) -> [Int] {
    let found: [Int]
    switch tree.lower[token] {
    case "he", "him", "his", "himself": found = person(token, .male)
    case "she", "her", "hers", "herself": found = person(token, .female)
    case "it", "its", "itself": found = tree.relation[token] == "expl" || isJudged(token) ? [] : thing(token)
    case "they", "them", "their", "theirs", "themselves": found = many(token)
    case "i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves": found = speaker(token)
    case "who", "whom", "which", "that", "whose": found = relative(token)
    default: found = []
    }
    resolved[token] = found.isEmpty ? .nothing : .entities(found)
    for entity in found {
      emit(
        token..<(token + 1), head: token, entity: entity, form: .pronoun,
        isPlural: found.count > 1 || traits[entity].isPlural)
    }
    return found
  }

  /// "Called it a plot": an act or a state of affairs rather than an actor.
  private func isJudged(_ token: Int) -> Bool {
    guard tree.relation[token] == "obj", tree.parent[token] >= 0 else { return false }
    return Vocabulary.judging.contains(document.tokens[tree.parent[token]].lemma)
  }

  /// The person of a gender spoken of last, subjects first.
  private func person(_ token: Int, _ gender: Gender) -> [Int] {
    let own = coarguments(token)
    var unknown: Int?
    for referent in discourse.before(token, sentences: 5) where entities[referent.entity].kind == .person {
      if own.contains(referent.token) { continue }
      switch traits[referent.entity].gender {
      case gender: return [referent.entity]
      case nil where unknown == nil && !traits[referent.entity].isPlural: unknown = referent.entity
      default: break
      }
      // Somebody of unknown gender in this or the last sentence goes before others further back.
      if let unknown, tree.sentence[token] - referent.sentence > 1 { return [unknown] }
    }
    return unknown.map { [$0] } ?? []
  }

  /// The state or organisation spoken of last, subjects first.
  private func thing(_ token: Int) -> [Int] {
    let own = coarguments(token)
    // In the same sentence the subject of the clause above, or of the same clause for a possessive.
    for referent in discourse.before(token, sentences: 3) {
      let entity = entities[referent.entity]
      guard !own.contains(referent.token), !referent.isPlace, !referent.isPlural,
        entity.kind == .state || entity.kind == .organization
      else { continue }
      if referent.form == .modifier, tree.deprel[referent.token] != "nmod:poss" { continue }
      return [referent.entity]
    }
    // Failing that, a state named by its adjective.
    for referent in discourse.before(token, sentences: 1) where entities[referent.entity].kind == .state {
      return [referent.entity]
    }
    return []
  }

  /// The group, or the several joined by "and", spoken of last.
  private func many(_ token: Int) -> [Int] {
    let own = coarguments(token)
    let referents = discourse.before(token, sentences: 3)
    for referent in referents where !own.contains(referent.token) && !referent.isPlace {
      // "X and Y … they".
      if tree.relation[referent.token] != "conj" {
        let joined = referents.filter { other in
          tree.relation[other.token] == "conj" && tree.parent[other.token] == referent.token
            && entities[other.entity].kind == entities[referent.entity].kind && !other.isPlace
        }
        if !joined.isEmpty, referent.form != .modifier {
          var found = [referent.entity]
          for other in joined.sorted(by: { $0.token < $1.token }) where !found.contains(other.entity) {
            found.append(other.entity)
          }
          if found.count > 1 { return found }
        }
      }
      if referent.isPlural || entities[referent.entity].kind == .group {
        // All that one word stands for: "the two sides".
        let same = referents.filter { $0.token == referent.token }.map(\.entity)
        return same.count > 1 ? Array(same.prefix(2)) : [referent.entity]
      }
      if tree.sentence[token] - referent.sentence <= 1, referent.isSubject,
        entities[referent.entity].kind == .organization
      {
        return [referent.entity]
      }
    }
    for referent in referents where !own.contains(referent.token) && referent.form != .modifier {
      if entities[referent.entity].kind == .organization || entities[referent.entity].kind == .state {
        return [referent.entity]
      }
    }
    return []
  }

  /// Who speaks where "I" or "we" stands.
  private mutating func speaker(_ token: Int) -> [Int] {
    for attribution in document.attributions where attribution.content.contains(where: { $0.contains(token) }) {
      for source in attribution.source.reversed() where !source.isEmpty {
        let found = resolve(tree.head(of: source))
        if !found.isEmpty { return Array(found.prefix(1)) }
        for inner in source {
          if case .entities(let found) = resolved[inner], let first = found.first { return [first] }
        }
      }
    }
    // The subject of the nearest verb of saying: above the pronoun, or beside the quotation.
    var at = token
    var steps = 0
    while at >= 0, steps < 64 {
      let candidates = [at] + tree.children(at).filter { ["parataxis", "ccomp"].contains(tree.relation[$0]) }
      for verb in candidates where Vocabulary.saying.contains(document.tokens[verb].lemma) {
        if let subject = tree.child(verb, "nsubj"), subject != token, !isFirstPerson(subject) {
          let found = resolve(subject)
          if !found.isEmpty { return Array(found.prefix(1)) }
        }
      }
      at = tree.parent[at]
      steps += 1
    }
    return []
  }

  private func isFirstPerson(_ token: Int) -> Bool { ["i", "we"].contains(tree.lower[token]) }

  /// "Who", "which", "that" at the head of a relative clause: what the clause hangs on.
  private mutating func relative(_ token: Int) -> [Int] {
    var at = token
    var steps = 0
    while tree.parent[at] >= 0, steps < 6 {
      if tree.relation[at] == "acl" {
        let antecedent = tree.parent[at]
        guard antecedent < token else { return [] }
        let found = resolve(antecedent)
        if found.isEmpty, spanAt[antecedent] >= 0 {
          let head = tree.head(of: spans[spanAt[antecedent]].tokens)
          if case .entities(let found) = resolved[head] { return found }
        }
        return found.filter { entities[$0].kind != .place }
      }
      at = tree.parent[at]
      steps += 1
    }
    return []
  }

  /// The subjects of the clause that a word is an object in.
  func clauseSubjects(_ token: Int) -> Set<Int> {
    guard ["obj", "iobj", "obl"].contains(tree.relation[token]), tree.parent[token] >= 0 else { return [] }
    return Set(tree.children(tree.parent[token]).filter { tree.relation[$0] == "nsubj" })
  }

  /// Other arguments of a pronoun's own verb, which it cannot mean: "it" is not the subject of its own verb.
  private func coarguments(_ token: Int) -> Set<Int> {
    guard ["obj", "iobj", "obl", "nsubj"].contains(tree.relation[token]), !tree.lower[token].hasSuffix("self"),
      !tree.lower[token].hasSuffix("selves")
    else { return [] }
    let verb = tree.parent[token]
    guard verb >= 0 else { return [] }
    return Set(tree.children(verb).filter { $0 != token && ["nsubj", "obj", "iobj"].contains(tree.relation[$0]) })
  }
}
