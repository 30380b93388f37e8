internal import Language

/// Reads attributions off the trees: cue verbs with their clauses and objects.
struct CueReader {
  let tree: WordTree
  let quotations: Quotations
  let subjects: SubjectFinder

  /// What the trees attribute, sure or not, in the order of the cues.
  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    let phrases = CuePhrases(tree: tree, subjects: subjects)
    for (index, token) in tree.document.tokens.enumerated() {
      switch token.upos {
      case "VERB":
        if let candidate = verb(index) ?? phrases.candidate(at: index) { found.append(candidate) }
      case "NOUN", "ADV", "ADP", "PROPN", "ADJ", "SCONJ":
        if let candidate = phrases.candidate(at: index) { found.append(candidate) }
      default: break
      }
    }
    return found
  }

  /// The attribution that a cue verb makes.
  private func verb(_ cue: Int) -> Candidate? {
    guard let verb = tree.cueVerb(cue) else { return nil }
    if verb.frames.contains(.clause), let content = clause(of: cue) {
      return candidate(cue, content, verb.stance, sure: verb.sure.contains(.clause))
    }
    let isPassive = tree.dependent(of: cue, "aux") != nil && tree.dependents(of: cue).contains { isPassiveMark($0) }
    if isPassive, verb.frames.contains(.raising), let subject = tree.dependent(of: cue, "nsubj"),
      let infinitive = tree.dependent(of: cue, "xcomp")
    {
      let content = TokenRanges.of((tree.yield(of: subject) + tree.yield(of: infinitive)).sorted())
      return candidate(cue, content, .assert, sure: verb.sure.contains(.raising))
    }
    if verb.frames.contains(.infinitive), let infinitive = tree.dependent(of: cue, "xcomp", "advcl"),
      isInfinitive(infinitive), infinitive > cue
    {
      var content = tree.yield(of: infinitive)
      if let patient = tree.dependent(of: cue, "obj", "iobj"), patient > cue { content += tree.yield(of: patient) }
      return candidate(
        cue, TokenRanges.of(content.sorted()), verb.infinitiveStance, sure: verb.sure.contains(.infinitive))
    }
    if verb.frames.contains(.naming), let content = naming(of: cue, isPassive: isPassive) {
      let stance = content.isJudgement ? .deny : verb.stance == .demand ? .assert : verb.stance
      return candidate(cue, content.tokens, stance, sure: verb.sure.contains(.naming))
    }
    if verb.frames.contains(.object), let object = tree.dependent(of: cue, isPassive ? "nsubj" : "obj"),
      isPassive || object > cue || isRelative(object), !(verb.stance != .deny && hasThatClause(object))
    {
      let content = tree.yield(of: object)
      return candidate(cue, TokenRanges.of(content), verb.stance, sure: verb.sure.contains(.object) && object > cue)
    }
    // "an accusation rejected by Yerevan"
    if verb.frames.contains(.object), tree.relation(cue) == "acl", let noun = tree.head(of: cue), noun < cue,
      tree.cueNoun(noun) != nil, let source = subjects.source(of: cue), source != noun
    {
      let content = tree.yield(of: noun) { $0 == cue }
      return candidate(cue, TokenRanges.of(content), verb.stance, sure: verb.sure.contains(.object))
    }
    return prepositional(cue, verb)
  }

  private func candidate(
    _ cue: Int, _ content: [Range<Int>], _ stance: Statement.Stance, sure: Bool, more: [Int] = []
  ) -> Candidate {
    var words = [cue] + more
    if let particle = tree.dependent(of: cue, "compound"), particle == cue + 1 { words.append(particle) }
    return Candidate(
      cue: cue, cueWords: TokenRanges.of(words.sorted()), source: subjects.source(of: cue), content: content,
      stance: stance, isSure: sure)
  }

  // MARK: Complements

  /// What is said in a clause: the complement, what follows a colon, or the clause that the cue stands in or after.
  private func clause(of cue: Int) -> [Range<Int>]? {
    var before: [Int] = []
    var after: [Int] = []
    for dependent in tree.dependents(of: cue) {
      let relation = tree.relation(dependent)
      guard relation == "ccomp" || (relation == "parataxis" && dependent > cue && isIntroduced(dependent, by: cue))
      else {
        continue
      }
      let words = tree.yield(of: dependent, without: isSaidOnTheSide)
      if dependent < cue { before += words } else { after += words }
    }
    // With a clause on either side, quotations apart, what stands before is no part of what is said.
    if !before.isEmpty, let first = after.first, !after.contains(where: { quotations.index(holding: $0) != nil }),
      first > cue
    {
      before = []
    }
    if !before.isEmpty || !after.isEmpty { return TokenRanges.of((before + after).sorted()) }
    guard tree.relation(cue) == "parataxis", let host = tree.head(of: cue) else { return nil }
    guard tree.dependent(of: cue, "nsubj") != nil else { return nil }
    // "…; the Houthis deny any ill-treatment": what is denied is its object.
    if tree.cueVerb(cue)?.stance == .deny, tree.dependent(of: cue, "obj") != nil { return nil }
    return TokenRanges.of(tree.yield(of: host) { $0 == cue })
  }

  /// Whether a participle goes on with what the same speaker says: ", adding that", ", citing".
  private func isSaidOnTheSide(_ token: Int) -> Bool {
    guard tree.relation(token) == "advcl", tree.forms[token].hasSuffix("ing"), token > 0,
      tree.cueVerb(token) != nil, quotations.index(holding: token) == nil,
      tree.dependent(of: token, "nsubj") == nil
    else { return false }
    let first = tree.dependents(of: token).first { !tree.isPunctuation($0) }.map { min($0, token) } ?? token
    return first > 0 && tree.forms[first - 1] == ","
  }

  /// Whether what follows a cue is set off by a colon or an opening quotation mark.
  private func isIntroduced(_ clause: Int, by cue: Int) -> Bool {
    guard let first = tree.yield(of: clause).first, first > cue else { return false }
    for token in max(cue + 1, first - 2)..<min(first + 2, tree.document.tokens.count) {
      if tree.forms[token] == ":" { return true }
      if let quotation = quotations.holding(token), quotation.tokens.lowerBound > cue { return true }
    }
    return false
  }

  /// An object with what it is called, likened to or accused of; whether it is called untrue.
  private func naming(of cue: Int, isPassive: Bool) -> (tokens: [Range<Int>], isJudgement: Bool)? {
    guard let object = named(by: cue, isPassive: isPassive) else { return nil }
    let isBehind = object > cue || tree.head(of: object) == cue
    var content = isBehind ? tree.yield(of: object) : tree.yield(of: object) { tree.lies(cue, under: $0) }
    var isJudgement = false
    for dependent in tree.dependents(of: cue) where dependent > max(cue, object) || (isPassive && dependent > cue) {
      switch tree.relation(dependent) {
      case "xcomp", "ccomp": break
      case "obl", "advcl":
        guard tree.document.tokens[dependent].deprel != "obl:agent",
          let marker = tree.dependent(of: dependent, "case", "mark"),
          ["as", "of", "for", "to"].contains(tree.forms[marker])
        else { continue }
      default: continue
      }
      let words = tree.yield(of: dependent)
      content += words
      if ["xcomp", "obl"].contains(tree.relation(dependent)), isAccusation(object),
        words.contains(where: { CueWords.falsehoods.contains(tree.forms[$0]) })
      {
        isJudgement = true
      }
    }
    return (TokenRanges.of(content.sorted()), isJudgement)
  }

  /// What a verb of calling calls something: its object, or what its relative clause tells of ("a claim that the ministry called
  /// slanderous", "something the minister called scaremongering").
  private func named(by cue: Int, isPassive: Bool) -> Int? {
    let object = tree.dependent(of: cue, isPassive ? "nsubj" : "obj")
    guard !isPassive, tree.document.tokens[cue].deprel == "acl:relcl", let noun = tree.head(of: cue),
      object.map(isRelative) ?? true
    else { return object }
    return noun
  }

  /// Whether a word stands for what somebody said.
  private func isAccusation(_ token: Int) -> Bool {
    tree.cueNoun(token) != nil || tree.document.tokens[token].upos == "PRON"
      || ["charge", "reports", "accusations", "something", "that", "this", "it"].contains(tree.forms[token])
  }

  /// A content behind a preposition: "called for a ban".
  private func prepositional(_ cue: Int, _ verb: CueVerb) -> Candidate? {
    for preposition in verb.prepositions {
      for dependent in tree.dependents(of: cue) where dependent > cue {
        guard tree.relation(dependent) == "obl" || tree.relation(dependent) == "advcl",
          let marker = tree.dependent(of: dependent, "case", "mark"), tree.forms[marker] == preposition
        else { continue }
        var content = tree.yield(of: dependent) { $0 == marker }
        for other in tree.dependents(of: cue) where other > dependent && tree.relation(other) == "xcomp" {
          content += tree.yield(of: other)
        }
        let stance = verb.infinitiveStance == .assert ? verb.stance : verb.infinitiveStance
        return candidate(
          cue, TokenRanges.of(content.sorted()), stance, sure: verb.prepositionIsSure,
          more: marker < dependent ? [marker] : [])
      }
    }
    return nil
  }

  /// Whether a noun that can be a cue takes a clause: "expressed concern that", where the noun attributes it.
  private func hasThatClause(_ noun: Int) -> Bool {
    tree.cueNoun(noun) != nil
      && tree.dependents(of: noun).contains { dependent in
        ["acl", "ccomp"].contains(tree.document.tokens[dependent].deprel)
          && tree.dependent(of: dependent, "mark").map { tree.forms[$0] == "that" } ?? false
      }
  }

  private func isPassiveMark(_ token: Int) -> Bool {
    let relation = tree.document.tokens[token].deprel
    return relation == "aux:pass" || relation == "nsubj:pass"
  }

  private func isInfinitive(_ token: Int) -> Bool {
    tree.dependents(of: token).contains { tree.forms[$0] == "to" && (tree.relation($0) == "mark") }
  }

  private func isRelative(_ token: Int) -> Bool {
    ["who", "whom", "which", "that", "what"].contains(tree.forms[token])
  }
}
