import Language

/// Normalises syntax into propositions.
///
/// The relations are those of Universal Dependencies version 2.
struct PropositionReader {
  let document: Document
  let tree: DependencyTree

  /// The propositions of all predicates, at their tokens; `nil` at tokens that are none. Predicates are verbs, adjectives
  /// after a copula, and all common nouns: whether a noun tells an act is for the rules to say.
  func propositions() -> [Proposition?] {
    var found = [Proposition?](repeating: nil, count: document.tokens.count)
    for i in document.tokens.indices {
      let token = document.tokens[i]
      switch token.upos {
      case "VERB": found[i] = verb(i)
      case "AUX" where token.relation != "aux" && token.relation != "cop": found[i] = verb(i)
      case "NOUN", "PROPN": found[i] = noun(i)
      case "ADJ" where hasCopula(i): found[i] = adjective(i)
      default: break
      }
    }
    return found
  }

  // MARK: Verbs

  private func verb(_ v: Int) -> Proposition {
    var p = Proposition(token: v, lemma: phrasalLemma(v), kind: .verb, carrier: nil, arguments: [])
    let passive = isPassive(v)
    // "Kyiv was given weapons": what was given is the object, the subject got it.
    let raised: Proposition.Role = Self.giving.contains(p.lemma) && hasObject(v) ? .oblique("to") : .patient
    var hasSubject = false
    for d in tree.dependents(of: v) {
      let token = document.tokens[d]
      switch token.deprel {
      case "nsubj", "csubj":
        hasSubject = true
        add(passive ? raised : .agent, antecedent(d), to: &p)
      case "nsubj:pass", "csubj:pass":
        hasSubject = true
        add(raised, antecedent(d), to: &p)
      case "nsubj:outer": break
      case "obj": add(.patient, antecedent(d), to: &p)
      case "iobj": add(.oblique("to"), d, to: &p)
      case "obl:agent": add(.agent, d, to: &p)
      case "xcomp", "ccomp": p.arguments.append(.init(role: .clause, head: d))
      case "obl" where p.lemma.contains(" ") && !passive && !hasObject(v) && preposition(d) == nil:
        // "broke off ties": the parser takes the particle for a preposition's rest.
        add(.patient, d, to: &p)
      case "advmod" where token.lemma.lowercased() == "where":
        if let place = clauseOwner(of: d) { add(.oblique("in"), place, to: &p) }
      default:
        if token.relation == "obl", token.deprel != "obl:unmarked", let preposition = preposition(d) {
          if passive && preposition == "by" {
            add(.agent, d, to: &p)
          } else {
            add(.oblique(preposition), antecedent(d), to: &p)
          }
        } else if token.relation == "advcl", let mark = mark(d), ["of", "from", "for"].contains(mark) {
          p.arguments.append(.init(role: .clause, head: d))
        }
      }
    }
    inheritArguments(v, passive: passive, hasSubject: hasSubject, into: &p)
    // "was denied to Armenia by Russia"
    if passive, p.heads(.agent).isEmpty { addAgentsBehind(&p) }
    // A verb that shares its object with the verb after it: "backed and armed the rebels".
    if p.kind == .verb, p.heads(.patient).isEmpty, !passive, p.heads(.clause).isEmpty {
      for d in tree.dependents(of: v)
      where d > v && document.tokens[d].deprel == "conj" && document.tokens[d].upos == "VERB" {
        guard (v + 1..<d).allSatisfy({ ["CCONJ", "PUNCT", "ADV"].contains(document.tokens[$0].upos) }) else { continue }
        for o in tree.dependents(of: d) where document.tokens[o].deprel == "obj" { add(.patient, o, to: &p) }
      }
    }
    // What stands after a preposition within the object often belongs to the verb: "imposed sanctions on Moscow".
    for patient in p.heads(.patient) {
      for d in tree.dependents(of: patient) where document.tokens[d].relation == "nmod" {
        if let preposition = preposition(d), preposition != "of", p.heads(.oblique(preposition)).isEmpty {
          add(.oblique(preposition), d, to: &p)
        }
      }
    }
    return p
  }

  /// Arguments that stand elsewhere: with the first of coordinated verbs, with the governing verb, before a relative clause.
  private func inheritArguments(_ v: Int, passive: Bool, hasSubject: Bool, into p: inout Proposition) {
    let token = document.tokens[v]
    guard let head = token.head.index else { return }
    let subjectRole: Proposition.Role = passive ? .patient : .agent
    switch token.deprel {
    case "conj":
      guard isPredicate(head) else { return }
      if !hasSubject, !isParticiple(v, unlike: head) {
        for s in subjects(of: head) { add(subjectRole, s, to: &p) }
      }
      if p.heads(.patient).isEmpty, !passive, p.heads(.clause).isEmpty, tree.dependents(of: v).allSatisfy({ $0 < v }) {
        // "condemned the raid and mourned" has no object to share; "backed and armed the rebels" has, at the last verb.
        for d in tree.dependents(of: head) where document.tokens[d].deprel == "obj" && d > v {
          add(.patient, d, to: &p)
        }
      }
    case "xcomp", "advcl", "ccomp", "acl", "parataxis", "csubj":
      if !hasSubject, token.deprel == "acl" {
        participle(v, of: head, passive: passive, into: &p)
      } else if !hasSubject, isPredicate(head) || document.tokens[head].upos == "ADJ" {
        let control = objectControlled(v, governor: head) ? objects(of: head) : []
        for s in control.isEmpty ? subjects(of: head) : control { add(subjectRole, s, to: &p) }
      }
      if token.deprel == "xcomp", !passive, p.heads(.patient).isEmpty, p.heads(.clause).isEmpty,
        let noun = gap(above: v)
      {
        add(.patient, noun, to: &p)
      }
    case "acl:relcl":
      relative(v, of: head, passive: passive, hasSubject: hasSubject, into: &p)
    case "amod":
      modifier(v, of: head, into: &p)
    default: break
    }
  }

  /// A participle before a noun: "ousted civilians", "advancing troops", "Israeli-occupied land".
  private func modifier(_ v: Int, of noun: Int, into p: inout Proposition) {
    let token = document.tokens[v]
    guard token.feature("VerbForm") == "Part" || token.feature("VerbForm") == "Ger" else { return }
    guard token.feature("Tense") == "Past" || token.feature("Voice") == "Pass" else {
      add(.agent, noun, to: &p)
      return
    }
    add(.patient, noun, to: &p)
    if p.heads(.agent).isEmpty, let doer = doer(before: v) { add(.agent, doer, to: &p) }
  }

  /// The name before a participle that it is joined to: "Russian" in "Russian-backed".
  private func doer(before participle: Int) -> Int? {
    tree.dependents(of: participle).first {
      $0 < participle && ["PROPN", "NOUN", "ADJ"].contains(document.tokens[$0].upos) && preposition($0) == nil
        && ["compound", "amod", "obl", "nmod", "advmod", "nsubj"].contains(document.tokens[$0].relation)
    }
  }

  /// The noun that a relative clause leaves out within what its verb governs: "the deal Iran refused to sign".
  private func gap(above v: Int) -> Int? {
    guard let governor = document.tokens[v].head.index, document.tokens[governor].deprel == "acl:relcl",
      let noun = document.tokens[governor].head.index, !hasObject(governor),
      tree.dependents(of: governor).contains(where: { document.tokens[$0].relation == "nsubj" && $0 != noun }),
      !tree.dependents(of: governor).contains(where: isRelativePronoun)
    else { return nil }
    return noun
  }

  private func hasObject(_ v: Int) -> Bool {
    tree.dependents(of: v).contains { document.tokens[$0].deprel == "obj" }
  }

  /// "the deal signed by both", "troops firing on the crowd", "a plan to visit".
  private func participle(_ v: Int, of noun: Int, passive: Bool, into p: inout Proposition) {
    let token = document.tokens[v]
    if token.feature("VerbForm") == "Part" && token.feature("Tense") == "Past" || passive {
      // What was read as the agent of an active verb is none: the noun is what the act was done to.
      add(.patient, noun, to: &p)
      for d in tree.dependents(of: v) where document.tokens[d].relation == "obl" && preposition(d) == "by" {
        p.arguments.removeAll { $0.head == d }
        add(.agent, d, to: &p)
      }
    } else if token.feature("VerbForm") == "Inf" || mark(v) == "to" {
      // "pressure on Minsk to stop", "put pressure on Minsk to stop": whoever is pressed is to act.
      let pressed = addressees(of: noun)
      for owner in pressed.isEmpty ? possessors(of: noun) : pressed { add(.agent, owner, to: &p) }
      guard p.heads(.agent).isEmpty else { return }
      let bearer = hasCopula(noun) ? noun : document.tokens[noun].head.index
      if isOnly(noun) {
        add(.agent, noun, to: &p)
      } else if let bearer, isPredicate(bearer) {
        for s in subjects(of: bearer) { add(.agent, s, to: &p) }
      }
    } else if mark(v) != nil {
      for owner in possessors(of: noun) { add(.agent, owner, to: &p) }
    } else {
      add(.agent, noun, to: &p)
    }
  }

  /// "the first country to recognise it", "the only delegation to vote against it"
  private func isOnly(_ noun: Int) -> Bool {
    tree.dependents(of: noun).contains { d in
      document.tokens[d].deprel == "amod"
        && (document.tokens[d].feature("NumType") == "Ord"
          || ["only", "first", "last", "latest", "next", "sole"].contains(document.form(d).lowercased()))
    }
  }

  private func relative(_ v: Int, of noun: Int, passive: Bool, hasSubject: Bool, into p: inout Proposition) {
    // Where a relative pronoun stands, `antecedent` has put the noun in its place.
    let told = tree.dependents(of: v).contains { isRelativePronoun($0) }
    guard !told else { return }
    if !hasSubject {
      add(passive ? .patient : .agent, noun, to: &p)
    } else if p.heads(.patient).isEmpty, !passive, p.heads(.clause).isEmpty {
      add(.patient, noun, to: &p)
    }
  }

  /// Those to whom a noun of asking is addressed, by its own words or those of the verb that carries it.
  private func addressees(of noun: Int) -> [Int] {
    guard let prepositions = Self.asking[document.tokens[noun].lemma.lowercased()] else { return [] }
    let governor = document.tokens[noun].head.index
    let words = Array(tree.dependents(of: noun)) + (governor.map { Array(tree.dependents(of: $0)) } ?? [])
    return words.filter { d in
      ["nmod", "obl"].contains(document.tokens[d].deprel) && preposition(d).map(prepositions.contains) == true
    }
  }

  // MARK: Nouns and adjectives

  private func noun(_ n: Int) -> Proposition {
    let token = document.tokens[n]
    var p = Proposition(token: n, lemma: token.lemma.lowercased(), kind: .noun, carrier: nil, arguments: [])
    var modifiers: [Int] = []
    for d in tree.dependents(of: n) {
      let dependent = document.tokens[d]
      switch dependent.deprel {
      case "nmod:poss": add(.agent, antecedent(d), to: &p)
      case "amod" where dependent.upos == "VERB":
        // "U.S.-led strikes"
        if Self.isLight(phrasalLemma(d)), let doer = doer(before: d) { add(.agent, doer, to: &p) }
      case "amod", "compound", "nmod:desc", "flat":
        if d < n { modifiers.append(d) }
      case "acl": p.arguments.append(.init(role: .clause, head: d))
      case "nmod":
        guard let preposition = preposition(d) else { continue }
        switch preposition {
        case "of": add(.patient, antecedent(d), to: &p)
        case "by": add(.agent, antecedent(d), to: &p)
        default: add(.oblique(preposition), antecedent(d), to: &p)
        }
      default: break
      }
    }
    carry(&p)
    if p.heads(.agent).isEmpty { addAgentsBehind(&p) }
    // "the Israeli strike": the adjective names who did it, after whoever is named in a fuller way.
    for m in modifiers { add(.agent, m, to: &p) }
    return p
  }

  /// The light verb that carries a noun predicate gives it its agent, its obliques, its tense and its polarity.
  private func carry(_ p: inout Proposition) {
    if let v = carrier(of: p.token) {
      p.carrier = v
      p.arguments.removeAll { $0.head == v }
      for argument in verb(v).arguments where argument.head != p.token {
        switch argument.role {
        case .agent: p.arguments.insert(argument, at: 0)
        case .oblique: if p.heads(argument.role).isEmpty { p.arguments.append(argument) }
        case .patient, .clause: break
        }
      }
    }
    if document.tokens[p.token].relation == "acl" || hasCopula(p.token) {
      for d in tree.dependents(of: p.token) where document.tokens[d].deprel == "nsubj" {
        add(.agent, antecedent(d), to: &p)
      }
    }
  }

  /// The verb whose object ("held talks", "held talks and meetings"), passive subject, or phrase ("engaged in talks") a noun is,
  /// or that follows it ("the sanctions imposed by Brussels", "the talks that Oman held"), where it is light.
  private func carrier(of noun: Int) -> Int? {
    var first = noun
    if document.tokens[noun].deprel == "conj", let head = document.tokens[noun].head.index { first = head }
    let token = document.tokens[first]
    if let v = token.head.index, document.tokens[v].upos == "VERB" {
      let lemma = phrasalLemma(v)
      if ["obj", "nsubj:pass"].contains(token.deprel), Self.lightVerbs.contains(lemma) { return v }
      if token.relation == "obl", Self.lightWithPreposition.contains(lemma + " " + (preposition(first) ?? "")) {
        return v
      }
    }
    return tree.dependents(of: noun).first { d in
      ["acl", "acl:relcl"].contains(document.tokens[d].deprel) && document.tokens[d].upos == "VERB"
        && Self.lightVerbs.contains(phrasalLemma(d)) && verb(d).heads(.patient).contains(noun)
    }
  }

  /// "the seizure of the ship by Seoul": the parser may hang the agent on the noun before it.
  private func addAgentsBehind(_ p: inout Proposition) {
    for argument in p.arguments where argument.role != .clause {
      for d in tree.dependents(of: argument.head) where document.tokens[d].relation == "nmod" && preposition(d) == "by"
      {
        add(.agent, d, to: &p)
      }
    }
  }

  private func adjective(_ a: Int) -> Proposition {
    var p = Proposition(
      token: a, lemma: document.tokens[a].lemma.lowercased(), kind: .adjective, carrier: nil, arguments: [])
    for d in tree.dependents(of: a) {
      let dependent = document.tokens[d]
      if dependent.deprel == "nsubj" {
        add(.agent, antecedent(d), to: &p)
      } else if dependent.relation == "obl", let preposition = preposition(d) {
        add(.oblique(preposition), d, to: &p)
      } else if ["xcomp", "ccomp", "advcl"].contains(dependent.deprel) {
        p.arguments.append(.init(role: .clause, head: d))
      }
    }
    if p.heads(.agent).isEmpty, document.tokens[a].deprel == "conj", let head = document.tokens[a].head.index {
      for s in subjects(of: head) { add(.agent, s, to: &p) }
    }
    return p
  }

  // MARK: Parts

  /// Adds an argument, and what is coordinated with it in the same role.
  private func add(_ role: Proposition.Role, _ head: Int, to p: inout Proposition) {
    func append(_ token: Int) {
      let argument = Proposition.Argument(role: role, head: token)
      if !p.arguments.contains(argument), token != p.token { p.arguments.append(argument) }
    }
    // The parser hangs the third of several now on the first, now on the second.
    var last = [head]
    while let next = last.popLast() {
      append(next)
      for d in tree.dependents(of: next).reversed() where document.tokens[d].deprel == "conj" && !isPredicate(d) {
        last.append(d)
      }
    }
  }

  /// The subjects of a predicate, for those that share or inherit them.
  func subjects(of v: Int, depth: Int = 0) -> [Int] {
    var found: [Int] = []
    for d in tree.dependents(of: v)
    where document.tokens[d].relation == "nsubj" && document.tokens[d].deprel != "nsubj:outer" {
      found.append(antecedent(d))
    }
    guard found.isEmpty, depth < 6, let head = document.tokens[v].head.index else { return found }
    switch document.tokens[v].deprel {
    case "conj": return isPredicate(head) ? subjects(of: head, depth: depth + 1) : []
    case "xcomp":
      let objects = objectControlled(v, governor: head) ? objects(of: head) : []
      return objects.isEmpty ? subjects(of: head, depth: depth + 1) : objects
    case "advcl": return subjects(of: head, depth: depth + 1)
    case "acl:relcl":
      return tree.dependents(of: v).contains { isRelativePronoun($0) } ? [] : [head]
    case "acl": return document.tokens[v].feature("VerbForm") == "Inf" ? [] : [head]
    default: return []
    }
  }

  private func objects(of v: Int) -> [Int] {
    var found: [Int] = []
    let addressed = Self.addressing[document.tokens[v].lemma.lowercased()]
    for d in tree.dependents(of: v) {
      let deprel = document.tokens[d].deprel
      // "called on Kigali to withdraw"
      let isAddressee =
        deprel == "obl" && addressed != nil && preposition(d).map { addressed?.contains($0) == true } == true
      if isAddressee || ["obj", "iobj"].contains(deprel) { found.append(antecedent(d)) }
    }
    if found.isEmpty, isPassive(v) { found = subjects(of: v) }
    return found
  }

  /// Whether the subject of a governed clause is the governor's object: "urged Iran to stop", "accused Iran of lying".
  private func objectControlled(_ v: Int, governor: Int) -> Bool {
    let lemma = document.tokens[governor].lemma.lowercased()
    if Self.subjectControlling.contains(lemma) { return false }
    switch document.tokens[v].deprel {
    case "xcomp": return true
    case "advcl" where mark(v) == "to": return Self.ordering.contains(lemma) || Self.addressing[lemma] != nil
    case "advcl": return Self.accusing.contains(lemma) && ["of", "for", "from"].contains(mark(v) ?? "")
    default: return false
    }
  }

  private func possessors(of noun: Int) -> [Int] {
    var found: [Int] = []
    for d in tree.dependents(of: noun) {
      let token = document.tokens[d]
      if token.deprel == "nmod:poss" || token.deprel == "nmod" && ["of", "by"].contains(preposition(d) ?? "") {
        found.append(d)
      }
    }
    if found.isEmpty {
      // "a Russian plan", but not "a new plan"
      for d in tree.dependents(of: noun) where ["amod", "compound"].contains(document.tokens[d].deprel) && d < noun {
        if document.form(d).first?.isUppercase == true { found.append(d) }
      }
    }
    return found
  }

  /// A relative pronoun stands for the noun before its clause.
  private func antecedent(_ d: Int) -> Int { isRelativePronoun(d) ? clauseOwner(of: d) ?? d : d }

  /// The noun before the relative clause that a word stands in.
  private func clauseOwner(of d: Int) -> Int? {
    var at = document.tokens[d].head.index
    for _ in 0..<Self.reach {
      guard let clause = at else { return nil }
      if document.tokens[clause].deprel == "acl:relcl" { return document.tokens[clause].head.index }
      at = document.tokens[clause].head.index
    }
    return nil
  }

  /// So many arcs above a relative pronoun its clause is looked for.
  private static let reach = 8

  private func isRelativePronoun(_ d: Int) -> Bool {
    let token = document.tokens[d]
    return token.feature("PronType") == "Rel"
      || token.upos == "PRON" && ["who", "which", "whom", "whose"].contains(token.lemma.lowercased())
  }

  func isPassive(_ v: Int) -> Bool {
    if tree.dependents(of: v).contains(where: { ["aux:pass", "nsubj:pass"].contains(document.tokens[$0].deprel) }) {
      return true
    }
    let token = document.tokens[v]
    if token.feature("Voice") == "Pass", token.deprel != "root" { return !hasObject(v) }
    // "was arrested and deported"
    guard token.deprel == "conj", let head = token.head.index, token.feature("VerbForm") == "Part",
      token.feature("Tense") == "Past", document.tokens[head].feature("VerbForm") == "Part", !hasObject(v),
      !tree.dependents(of: v).contains(where: { ["nsubj", "aux"].contains(document.tokens[$0].relation) })
    else { return false }
    return tree.dependents(of: head).contains { document.tokens[$0].deprel == "aux:pass" }
  }

  private func isPredicate(_ token: Int) -> Bool {
    ["VERB", "AUX"].contains(document.tokens[token].upos) || hasCopula(token)
  }

  private func isParticiple(_ v: Int, unlike head: Int) -> Bool {
    document.tokens[v].feature("VerbForm") == "Part" && document.tokens[head].feature("VerbForm") == "Fin"
      && isPassive(v) != isPassive(head)
  }

  func hasCopula(_ token: Int) -> Bool { tree.dependents(of: token).contains { document.tokens[$0].deprel == "cop" } }

  /// The words that mark a clause: `if`, `to`, `of`.
  func mark(_ v: Int) -> String? {
    for d in tree.dependents(of: v) where document.tokens[d].deprel == "mark" || document.tokens[d].deprel == "case" {
      return document.form(d).lowercased()
    }
    return nil
  }

  /// The preposition before a phrase, in lower case.
  func preposition(_ token: Int) -> String? {
    for d in tree.dependents(of: token) where document.tokens[d].deprel == "case" && d < token {
      let word = document.form(d).lowercased()
      return word == "’s" || word == "'s" ? nil : word
    }
    return nil
  }

  /// The lemma with the particle that belongs to it: "pull out".
  func phrasalLemma(_ v: Int) -> String {
    var lemma = document.tokens[v].lemma.lowercased()
    for d in tree.dependents(of: v) where document.tokens[d].deprel == "compound:prt" {
      lemma += " " + document.form(d).lowercased()
    }
    return lemma
  }
}
