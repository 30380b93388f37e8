import Language

// "The two sides", "both countries", "the parties".
extension CastBuilder {
  /// Whether "two" or "both" counts a noun, or it is definite and two are spoken of.
  func isPair(_ head: Int, in sentence: Range<Int>) -> Bool {
    for child in tree.children(head) {
      let word = tree.lower[child]
      if word == "two" || word == "both" {
        // "Two men" are new; "the two men" are not.
        return word == "both"
          || tree.children(head).contains { tree.relation[$0] == "det" || tree.deprel[$0] == "nmod:poss" }
          || tree.children(head).contains { tree.relation[$0] == "amod" && spanAt[$0] >= 0 }
      }
      if word == "either" { return true }
    }
    if tree.lower[head] == "parties" {
      return tree.children(head).contains {
        $0 < head && ["the", "warring", "all", "opposing", "rival"].contains(tree.lower[$0])
      }
        && tree.children(head).allSatisfy {
          $0 > head || ["the", "warring", "all", "opposing", "rival"].contains(tree.lower[$0])
        }
    }
    return ["sides"].contains(tree.lower[head])
      && tree.children(head).contains { ["the", "all"].contains(tree.lower[$0]) || tree.relation[$0] == "det" }
  }

  /// Whether a word is that of "the two" or "the pair", with no noun.
  func isTheTwo(_ token: Int) -> Bool {
    guard ["two", "pair", "duo"].contains(tree.lower[token]), tree.relation[token] != "nummod" else { return false }
    let children = tree.children(token)
    return children.contains { $0 < token && tree.lower[$0] == "the" }
      && children.allSatisfy { $0 > token || ["det", "case", "punct", "cc"].contains(tree.relation[$0]) }
      && tree.child(token, "nmod") == nil
  }

  /// "The two", "the pair", "both": the last two joined by "and", else the last two of a kind.
  mutating func theTwo(_ head: Int) -> [Int] {
    let first = max(0, tree.sentence[head] - 2)
    var best: (weight: Float, members: [Int])?
    let clause = tree.clause(of: head)
    let binding = Binding(
      token: head, clause: clause, above: tree.parent[clause], tokens: Array(clauseSubjects(head)))
    for group in groups(since: first, binding)
    where group.members.count == 2 && !group.isJoined && !group.referent.isPlace && group.referent.form != .modifier {
      let weight = weight(group.token, for: binding)
      if weight > best?.weight ?? 0 { best = (weight, group.members) }
    }
    if let best { return best.members }
    var people: [Int] = []
    for referent in discourse.before(head, sentences: 2)
    where entities[referent.entity].kind == .person && !people.contains(referent.entity) {
      people.append(referent.entity)
    }
    return people.count == 2 ? people : lastTwo(before: head)
  }

  /// The two states, or people where the noun is of people, last spoken of.
  mutating func lastTwo(before head: Int) -> [Int] {
    let ofPeople = ["leaders", "men", "presidents", "ministers", "diplomats"].contains(tree.lower[head])
    let own = clauseSubjects(head)
    let referents = discourse.before(head, sentences: 3).filter { !own.contains($0.token) }
    var people: [Int] = []
    var states: [Int] = []
    for referent in referents where !referent.isPlace {
      let entity = entities[referent.entity]
      if entity.kind == .person {
        if !people.contains(referent.entity) { people.append(referent.entity) }
      } else if entity.kind == .state || (entity.kind == .organization && !entity.sectors.contains("JRN")) {
        let known = states.map { entities[$0].code }
        if !entity.code.isEmpty,
          !known.contains(entity.code) || entity.kind != .state && !states.contains(referent.entity)
        {
          states.append(referent.entity)
        }
      }
    }
    if ofPeople, people.count >= 2 { return Array(people.prefix(2)) }
    if let joined = joinedStates(referents) ?? (ofPeople ? nil : forces(referents)) { return joined }
    // Of several, and of those not just named, the two that the article is about.
    if let two = stateCounts.firstTwo, states.count != 2 || states.contains(where: { two.contains(entities[$0].code) })
    {
      let known = two.compactMap { state($0) }
      if known.count == 2, !referents.isEmpty, !own.contains(where: { isOf($0, two) }) { return known }
    }
    if states.count > 2 { states = Array(states.prefix(2)) }
    if states.count == 2 { return states }
    // Two people stand for their states.
    let codes = people.prefix(2).map { entities[$0].code }
    guard codes.count == 2, codes[0] != codes[1], codes.allSatisfy({ $0.isStateCode }) else { return [] }
    return codes.compactMap { state($0) }
  }

  /// Whether a token stands for one of some states.
  private func isOf(_ token: Int, _ codes: [String]) -> Bool {
    guard case .entities(let found) = resolved[token] else { return false }
    return found.contains { codes.contains(entities[$0].code) }
  }

  /// Two states or bodies joined by "and" in this sentence or the last, those that are subjects first.
  private func joinedStates(_ referents: [Discourse.Referent]) -> [Int]? {
    guard let latest = referents.first?.sentence else { return nil }
    var found: [Int]?
    for referent in referents where latest - referent.sentence <= 1 && tree.relation[referent.token] == "conj" {
      guard let first = referents.first(where: { $0.token == tree.parent[referent.token] }), !referent.isPlace,
        !first.isPlace,
        first.entity != referent.entity, referent.form != .pronoun,
        [first, referent].allSatisfy({ entities[$0.entity].kind != .person && !entities[$0.entity].code.isEmpty })
      else { continue }
      if first.isSubject { return [first.entity, referent.entity] }
      found = found ?? [first.entity, referent.entity]
    }
    return found
  }

  /// The two sides of a war within a state: its forces and those who fight it.
  private func forces(_ referents: [Discourse.Referent]) -> [Int]? {
    guard stateCounts.isChiefly(nil) else { return nil }
    func first(_ sectors: [String]) -> Int? {
      referents.first { referent in
        let entity = entities[referent.entity]
        return !referent.isPlace && entity.kind != .person && entity.sectors.contains(where: { sectors.contains($0) })
      }?.entity
    }
    guard let rebels = first(["REB", "PRM"]), let state = first(["MIL", "GOV"]), rebels != state else { return nil }
    return [state, rebels].sorted()
  }
}
