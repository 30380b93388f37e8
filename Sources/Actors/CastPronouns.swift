import Language

// Pronouns.
extension CastBuilder {
  /// Whom a pronoun means, with its mention noted; nobody where it stands for nothing.
  mutating func resolvePronoun(_ token: Int) -> [Int] {
    let found: [Int]
    // One that asks for its own speaker waits.
    resolved[token] = .busy
    switch tree.lower[token] {
    case "he", "him", "his", "himself": found = person(token, .male)
    case "she", "her", "hers", "herself": found = person(token, .female)
    case "it", "its", "itself": found = tree.relation[token] == "expl" || isJudged(token) ? [] : thing(token)
    case "they", "them", "their", "theirs", "themselves": found = many(token)
    case "i", "me", "my", "myself", "mine", "we", "us", "our", "ours", "ourselves": found = firstPerson(token)
    case "both": found = tree.relation[token] == "det" ? [] : theTwo(token)
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

  /// A person of a gender.
  private mutating func person(_ token: Int, _ gender: Gender) -> [Int] {
    let binding = binding(token)
    let found = likeliest(
      binding, sentences: 5,
      fit: { referent in
        guard entities[referent.entity].kind == .person, !traits[referent.entity].isPlural else { return 0 }
        return switch traits[referent.entity].gender {
        case gender: 1
        case nil: 0.6
        default: 0
        }
      },
      other: { noun in
        let kind = kinds[noun]
        guard kind.contains(.human), !kind.contains(.plural), tree.part[noun] == .noun else { return 0 }
        if kind.contains(gender == .male ? .female : .male) { return 0 }
        return kind.contains(gender == .male ? .male : .female) ? 1 : 0.6
      })
    guard let found, found.entity >= 0 else { return [] }
    // Whoever was "she" once is so again.
    if traits[found.entity].gender == nil { traits[found.entity].gender = gender }
    return [found.entity]
  }

  /// A state, an organisation or a place.
  private mutating func thing(_ token: Int) -> [Int] {
    let binding = binding(token)
    let isWilling = isWilling(token)
    let likeness: Float =
      tree.deprel[token] == "nmod:poss"
      ? 0.4 : tree.relation[token] == "nsubj" ? 0.7 : 1
    let found = likeliest(
      binding, sentences: 3,
      fit: { referent in
        guard !referent.isPlural else { return 0 }
        switch entities[referent.entity].kind {
        case .state, .organization:
          return referent.form == .modifier && tree.deprel[referent.token] != "nmod:poss" ? 0.3 : 1
        case .place: return isWilling || referent.form == .modifier ? 0 : 0.3
        default: return 0
        }
      },
      other: { noun in
        isWilling || !kinds[noun].isDisjoint(with: [.human, .plural]) ? 0 : likeness
      })
    guard let found, found.entity >= 0 else { return [] }
    return [found.entity]
  }

  /// A group, several joined by "and", or a body spoken of as its people.
  private mutating func many(_ token: Int) -> [Int] {
    let binding = binding(token)
    let first = max(0, tree.sentence[token] - 3)
    var candidates: [Candidate] = []
    for group in groups(since: first, binding) where !group.isJoined && !group.referent.isPlace {
      let fit = plurality(of: group)
      guard fit > 0, let entity = group.members.first else { continue }
      let others = Array(group.members.dropFirst().sorted())
      let index =
        candidates.lastIndex { $0.entity == entity && $0.others == others }
        ?? candidates.endIndex
      if index == candidates.endIndex { candidates.append(Candidate(entity: entity, others: others)) }
      candidates[index].add(fit * weight(group.token, for: binding), sentence: group.referent.sentence)
    }
    let isWilling = isWilling(token)
    addOthers(to: &candidates, since: first, binding) { noun in
      guard kinds[noun].contains(.plural) else { return 0 }
      return kinds[noun].contains(.human) ? 0.9 : isWilling ? 0 : 0.4
    }
    guard let found = candidates.max(by: { $0.salience < $1.salience }), found.entity >= 0 else { return [] }
    return [found.entity] + found.others
  }

  /// Everybody spoken of since a sentence began, as single words and words joined by "and" name them.
  func groups(since first: Int, _ binding: Binding) -> [Group] {
    var groups: [Group] = []
    for referent in discourse.since(sentence: first)
    where referent.token < binding.token && referent.sentence >= first && !binding.tokens.contains(referent.token)
      && !binding.entities.contains(referent.entity)
    {
      if let last = groups.lastIndex(where: { $0.token == referent.token }) {
        // All that one word stands for: "the two sides".
        if !groups[last].members.contains(referent.entity) { groups[last].members.append(referent.entity) }
      } else {
        groups.append(Group(token: referent.token, members: [referent.entity], referent: referent))
      }
    }
    // "X and Y … they".
    for index in groups.indices where tree.relation[groups[index].token] == "conj" {
      let above = tree.parent[groups[index].token]
      guard let first = groups.firstIndex(where: { $0.token == above }), groups[first].referent.form != .modifier,
        isAlike(groups[first].referent, groups[index].referent)
      else { continue }
      for member in groups[index].members where !groups[first].members.contains(member) {
        groups[first].members.append(member)
      }
      groups[index].isJoined = true
    }
    return groups
  }

  /// Those that one word or several joined by "and" stand for.
  struct Group {
    var token: Int
    var members: [Int]
    var referent: Discourse.Referent
    var isJoined = false
  }

  private func isAlike(_ a: Discourse.Referent, _ b: Discourse.Referent) -> Bool {
    let (kind, other) = (entities[a.entity].kind, entities[b.entity].kind)
    return !a.isPlace && !b.isPlace
      && (kind == other || [kind, other].allSatisfy { $0 == .state || $0 == .organization })
  }

  /// How well "they" goes with it.
  private func plurality(of group: Group) -> Float {
    if group.members.count > 1 { return group.referent.form == .modifier ? 0.3 : 1 }
    if group.referent.isPlural || entities[group.referent.entity].kind == .group { return 1 }
    guard group.referent.form != .modifier else { return 0 }
    return switch entities[group.referent.entity].kind {
    case .organization: 0.5
    case .state: 0.3
    default: 0
    }
  }

  /// Whether a pronoun is the subject of what only those do who have a will.
  private func isWilling(_ token: Int) -> Bool {
    guard tree.deprel[token] == "nsubj", tree.parent[token] >= 0 else { return false }
    let verb = document.tokens[tree.parent[token]].lemma
    return Vocabulary.saying.contains(verb) || Vocabulary.willing.contains(verb)
  }

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
}
