import Actors
import Language

/// Holds rules against the propositions of a document.
struct RuleMatcher {
  /// A rule that applies.
  struct Match {
    var rule: Int
    /// How specific the words were: more words asked for, a stronger claim.
    var weight: Int
    /// The tokens that tell the act: the predicate and those of its phrase.
    var tokens: [Int]
    var actors: [Int]
    var recipients: [Int]
  }

  let book: RuleBook
  let document: Document
  let tree: DependencyTree
  let reader: PropositionReader
  let parties: PartyFinder

  /// What a user's own rule weighs more than others: enough to go before each of them, and to stand where the event head sees
  /// nothing.
  private static let trust = 20
  /// What a rule weighs more whose words leave no doubt: enough to stand, with both its parties, where the event head sees nothing.
  private static let certainty = 9

  /// The rules that apply to a proposition, the most specific first and no two of one category.
  func matches(_ p: Proposition, among propositions: [Proposition?]) -> [Match] {
    var found: [Match] = []
    var tried: [(Int, Int)] = []
    for key in keys(of: p) {
      for (r, index) in book.candidates(key) where !tried.contains(where: { $0 == (r, index) }) {
        tried.append((r, index))
        let rule = book.rules[r]
        let phrase = rule.phrases[index]
        guard let tokens = words(of: phrase, in: p, reachesDown: rule.standsAlone),
          holds(rule.object, p.heads(.patient)),
          holds(rule.agent, p.heads(.agent)), holds(rule.clause, of: p, among: propositions)
        else { continue }
        let actors = find(rule.actor, of: p, among: propositions)
        let recipients = find(rule.recipient, of: p, among: propositions).filter { !actors.contains($0) }
        let hasActor = actors.contains(where: parties.isPolitical)
        let hasRecipient = recipients.contains(where: parties.isPolitical)
        if rule.needsAny && !hasActor && !hasRecipient { continue }
        if rule.needsActor && !hasActor || rule.needsRecipient && !hasRecipient { continue }
        let weight =
          tokens.count * 2 + (rule.object == nil ? 0 : 1) + (rule.clause == nil ? 0 : 2) + (actors.isEmpty ? 0 : 1)
          + (rule.isOwn ? Self.trust : rule.standsAlone ? Self.certainty : 0)
        found.append(Match(rule: r, weight: weight, tokens: tokens.sorted(), actors: actors, recipients: recipients))
      }
    }
    found.sort { ($1.weight, $0.rule) < ($0.weight, $1.rule) }
    var seen: [Category] = []
    return found.filter { match in
      let category = book.rules[match.rule].category
      if seen.contains(category) { return false }
      seen.append(category)
      return true
    }
  }

  /// What a predicate may be found by: its lemma, the lemma without particle, and its form, should the lemma be misread.
  private func keys(of p: Proposition) -> [String] {
    var keys = [p.lemma]
    for key in [String(p.lemma.prefix { $0 != " " }), document.form(p.token).lowercased()] where !keys.contains(key) {
      keys.append(key)
    }
    return keys
  }

  /// The tokens of a phrase's words; `nil` where one is missing.
  ///
  /// - Parameter reachesDown: Whether what stands after a preposition may hang on anything below: "told him of the decision by telephone",
  ///   where the tree has the telephone decide.
  private func words(of phrase: Phrase, in p: Proposition, reachesDown: Bool = false) -> [Int]? {
    guard phrase.kind == p.kind else { return nil }
    var tokens = [p.token]
    if let carrier = p.carrier { tokens.append(carrier) }
    if !phrase.objects.isEmpty {
      guard let object = p.heads(.patient).first(where: { isOf(phrase.objects, $0) }) else { return nil }
      tokens.append(object)
      guard hasModifiers(phrase.modifiers, object, &tokens) else { return nil }
    } else {
      guard hasModifiers(phrase.modifiers, p.token, &tokens) else { return nil }
    }
    for adjunct in phrase.adjuncts {
      let found = adjunct.prepositions.lazy.compactMap { self.words(of: adjunct, $0, in: p) }.first
      guard let found = found ?? (reachesDown ? below(p.token, adjunct).map { [$0] } : nil) else { return nil }
      tokens += found
    }
    return tokens
  }

  /// The tokens of an adjunct with one of its prepositions; `nil` where it does not stand there.
  private func words(of adjunct: Phrase.Adjunct, _ preposition: String, in p: Proposition) -> [Int]? {
    let after = heads(after: preposition, in: p)
    let particle = particle(preposition, of: p.token)
    if adjunct.nouns.isEmpty {
      if let particle { return [particle] }
      return after.isEmpty && !p.heads(.clause).contains { reader.mark($0) == preposition } ? nil : []
    }
    if let noun = after.first(where: { isOf(adjunct.nouns, $0) }) { return [noun] }
    guard let particle, let object = p.heads(.patient).first(where: { isOf(adjunct.nouns, $0) }) else { return nil }
    return [particle, object]
  }

  /// A noun of an adjunct that hangs, with its preposition, anywhere below a verb.
  private func below(_ token: Int, _ adjunct: Phrase.Adjunct) -> Int? {
    guard !adjunct.nouns.isEmpty else { return nil }
    return tree.extent(of: token).first { noun in
      isOf(adjunct.nouns, noun) && reader.preposition(noun).map(adjunct.prepositions.contains) ?? false
    }
  }

  /// What stands after a preposition. What stands after *of* is a noun's patient, and within a verb's object part of that.
  private func heads(after preposition: String, in p: Proposition) -> [Int] {
    let found = p.heads(.oblique(preposition))
    guard preposition == "of", found.isEmpty else { return found }
    if p.kind == .noun { return p.heads(.patient) }
    return p.heads(.patient).flatMap { patient in
      tree.dependents(of: patient).filter { document.tokens[$0].deprel == "nmod" && reader.preposition($0) == "of" }
    }
  }

  private func particle(_ word: String, of token: Int) -> Int? {
    tree.dependents(of: token).first {
      ["compound:prt", "advmod", "xcomp"].contains(document.tokens[$0].deprel) && document.form($0).lowercased() == word
    }
  }

  private static let measures: Set<String> = [
    "series", "number", "wave", "round", "package", "set", "raft", "kind", "type", "thousand", "dozen", "hundred",
    "group",
    "string", "spate", "lot", "shipment", "batch", "pair", "part", "most", "some",
  ]

  /// Whether a phrase's head has one of some lemmas; of "a wave of attacks" the attacks count.
  private func isOf(_ lemmas: [String], _ token: Int) -> Bool {
    let lemma = document.tokens[token].lemma.lowercased()
    if lemmas.contains(lemma) { return true }
    // A plural that is its own lemma, as of troops.
    if lemma.hasSuffix("s"), lemmas.contains(where: { Inflection.plural(of: $0) == lemma }) { return true }
    guard Self.measures.contains(lemma) else { return false }
    return tree.dependents(of: token).contains {
      document.tokens[$0].relation == "nmod" && lemmas.contains(document.tokens[$0].lemma.lowercased())
    }
  }

  private func hasModifiers(_ modifiers: [[String]], _ head: Int, _ tokens: inout [Int]) -> Bool {
    for alternatives in modifiers {
      guard
        let found = tree.dependents(of: head).first(where: {
          let lemma = document.tokens[$0].lemma.lowercased()
          return alternatives.contains(lemma) || alternatives.contains(document.form($0).lowercased())
        })
      else { return false }
      tokens.append(found)
    }
    return true
  }

  private func holds(_ condition: Rule.Condition?, _ heads: [Int]) -> Bool {
    guard let condition else { return true }
    let fits = heads.contains { isOf(Array(condition.lemmas), $0) }
    return condition.isForbidden ? !fits : fits
  }

  /// Whether a clause that a proposition governs tells what is asked for, or none what is forbidden.
  private func holds(_ condition: Rule.ClauseCondition?, of p: Proposition, among propositions: [Proposition?]) -> Bool
  {
    guard let condition else { return true }
    let fits = p.heads(.clause).contains { clause in
      guard let told = propositions[clause] else { return false }
      let keys = keys(of: told)
      return condition.phrases.contains { phrase in
        (keys.contains(where: phrase.heads.contains) || isForm(of: phrase.heads, told.token))
          && words(of: phrase, in: told) != nil
      }
    }
    return condition.isForbidden ? !fits : fits
  }

  /// Whether a word is a form of some verbs, should its lemma be misread.
  private func isForm(of verbs: [String], _ token: Int) -> Bool {
    let form = document.form(token).lowercased()
    return verbs.contains { Inflection.forms(ofVerb: $0).contains(form) }
  }

  /// The mentions at the first group of places that holds any.
  func find(_ places: [[Rule.Place]], of p: Proposition, among propositions: [Proposition?]) -> [Int] {
    for group in places {
      var found: [Int] = []
      for place in group {
        for mention in mentions(at: place, of: p, among: propositions) where !found.contains(mention) {
          found.append(mention)
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func mentions(at place: Rule.Place, of p: Proposition, among propositions: [Proposition?]) -> [Int] {
    switch place {
    case .role(let role):
      let allowsPlaces: Bool = if case .oblique = role { true } else { false }
      let heads: [Int] =
        if case .oblique(let preposition) = role { heads(after: preposition, in: p) } else { p.heads(role) }
      if role == .agent {
        // The first of the agent's heads that is a party: a possessor before an adjective.
        var found: [Int] = []
        for head in heads {
          let modifies = ["amod", "compound"].contains(document.tokens[head].deprel)
          if modifies && !found.isEmpty { break }
          found += parties.mentions(at: head, allowsPlaces: false).filter { !found.contains($0) }
        }
        return found
      }
      return heads.flatMap { parties.mentions(at: $0, allowsPlaces: allowsPlaces) }
    case .complement:
      return p.heads(.clause).flatMap { clause -> [Int] in
        let heads = propositions[clause]?.heads(.agent) ?? []
        return (heads.isEmpty ? propositions[clause]?.heads(.patient) ?? [] : heads).flatMap {
          parties.mentions(at: $0, allowsPlaces: false)
        }
      }
    case .possessorOfPatient:
      return p.heads(.patient).flatMap { parties.owners(of: $0) }
    case .inComplement:
      return p.heads(.clause).flatMap { parties.mentions(within: tree.extent(of: $0)) }
    case .inPatient:
      return p.heads(.patient).flatMap { parties.mentions(within: tree.extent(of: $0)) }
    }
  }
}
