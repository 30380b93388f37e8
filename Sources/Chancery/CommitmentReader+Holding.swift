import Language

// How what is to be done is held out.
extension CommitmentReader {
  /// What holds a verb's act out: how, by which words, and whose subject is the actor's where the verb has none.
  struct Holding {
    var form: Commitment.Form
    var words: [Int] = []
    /// The verb or noun above, whose subject or owner is to act.
    var governor: Int?
    /// Whether another is allowed to act.
    var isAllowance = false
  }

  static let pledging: Set<String> = [
    "agree", "promise", "pledge", "undertake", "commit", "vow", "guarantee", "assure", "swear", "resolve",
  ]
  static let announcing: Set<String> = [
    "plan", "intend", "decide", "announce", "prepare", "mean", "aim", "schedule", "expect", "arrange", "approve",
  ]
  static let offering: Set<String> = ["offer", "propose", "volunteer"]
  static let pledges: Set<String> = [
    "promise", "pledge", "commitment", "undertaking", "assurance", "agreement", "deal", "vow", "guarantee", "word",
    "obligation", "contract",
  ]
  static let plans: Set<String> = ["plan", "decision", "intention", "order"]
  static let offers: Set<String> = ["offer", "proposal", "readiness", "willingness"]
  static let readiness: Set<String> = ["due", "set", "scheduled", "bound", "expected", "slated", "about"]
  static let willing: Set<String> = ["ready", "willing", "prepared"]

  func isNegated(_ token: Int) -> Bool {
    tree.dependents(of: token).contains {
      ["not", "n't", "n’t", "never", "no", "nobody", "neither"].contains(lemma($0))
    }
  }

  /// How a verb's act is held out; `nil` where it is not.
  func holding(_ token: Int, depth: Int = 0) -> Holding? {
    guard depth < 5, !isNegated(token) else { return nil }
    let forms = children(token, "aux", "cop").map { ($0, document.form($0).lowercased()) }
    // "should have been", "was to have been": what did not come about.
    guard !forms.contains(where: { $0.1 == "have" || $0.1 == "had" }) else { return nil }
    let isConditional = children(token, "advcl").contains { clause in
      children(clause, "mark").contains { ["if", "unless", "provided", "should"].contains(lemma($0)) }
    }
    func held(_ form: Commitment.Form, _ words: [Int], _ governor: Int? = nil) -> Holding {
      Holding(form: isConditional && form == .announced ? .offered : form, words: words, governor: governor)
    }
    let governor = document.tokens[token].head.index
    let relation = String(document.tokens[token].relation)
    if let sign = forms.first(where: { ["will", "shall", "'ll", "’ll", "wo"].contains($0.1) }) {
      let pledge = pledgeAbove(token)
      return held(pledge?.form ?? .announced, [sign.0] + (pledge.map { [$0.word] } ?? []), nil)
    }
    if let sign = forms.first(where: { ["would", "'d", "’d"].contains($0.1) && lemma($0.0) != "have" }) {
      // "They said they would": in somebody's mouth it is the future; else it is supposed.
      let pledge = pledgeAbove(token)
      guard statementAt[token] >= 0 || pledge != nil else { return nil }
      return held(pledge?.form ?? .announced, [sign.0] + (pledge.map { [$0.word] } ?? []), nil)
    }
    if let sign = forms.first(where: { ["may", "can", "could"].contains($0.1) }), isAllowed(token) {
      return Holding(form: .pledged, words: [sign.0], isAllowance: true)
    }
    let isInfinitive =
      document.tokens[token].feature("VerbForm") == "Inf"
      || children(token, "mark").contains { document.form($0).lowercased() == "to" }
    if isInfinitive, let be = forms.first(where: { lemma($0.0) == "be" && isFiniteBe($0.0) }) {
      // "is to open"; "was to open" is told of what did not, or of what has come.
      return document.tokens[be.0].feature("Tense") == "Past" ? nil : held(.announced, [be.0])
    }
    guard let governor else { return nil }
    let above = lemma(governor)
    if isInfinitive, ["xcomp", "acl", "ccomp", "advcl"].contains(relation), !isNegated(governor) {
      let isFinite = document.tokens[governor].upos == "VERB" || document.tokens[governor].upos == "AUX"
      if isFinite {
        if above == "be" {
          return document.tokens[governor].feature("Tense") == "Past" ? nil : held(.announced, [governor], governor)
        }
        if Self.pledging.contains(above) { return held(.pledged, [governor], governor) }
        if Self.announcing.contains(above) || above == "go" {
          return held(.announced, [governor], governor)
        }
        if Self.offering.contains(above) { return held(.offered, [governor], governor) }
        if relation == "xcomp" || relation == "advcl" && Self.coming.contains(above),
          var up = holding(governor, depth: depth + 1)
        {
          up.governor = up.governor ?? governor
          return up
        }
      } else {
        if Self.readiness.contains(above) { return held(.announced, [governor], governor) }
        if Self.willing.contains(above) { return held(.offered, [governor], governor) }
        if Self.pledges.contains(above) { return held(.pledged, [governor], governor) }
        if Self.plans.contains(above) { return held(.announced, [governor], governor) }
        if Self.offers.contains(above) { return held(.offered, [governor], governor) }
      }
    }
    // "agreed that forces share": the present under a promise.
    if relation == "ccomp", Self.pledging.contains(above), !isNegated(governor),
      document.tokens[token].feature("Tense") != "Past"
    {
      return held(.pledged, [governor], governor)
    }
    if relation == "conj", !children(token, "aux", "nsubj").contains(where: { lemma($0) != "be" }) {
      guard var up = holding(governor, depth: depth + 1) else { return nil }
      if up.governor == nil { up.governor = governor }
      return up
    }
    return nil
  }

  /// Verbs of travelling, whose purpose is held out with them: "will come to Istanbul to open a consulate".
  static let coming: Set<String> = ["come", "go", "travel", "fly", "visit", "arrive", "return", "meet", "be"]

  /// Whether somebody says that another's people may do something: "Rudin told him that residents could visit the graves".
  func isAllowed(_ token: Int) -> Bool {
    guard let speaker = speaking(statement(around: token)).first, let subject = subject(of: token)?.token else {
      return false
    }
    let codes = codes(entities(of: subject, modifiers: true))
    return !codes.isEmpty && !codes.contains(cast.entities[speaker].code)
  }

  /// Whether a verb holds out what its object names: "proposed a joint exercise".
  func holdsNoun(_ token: Int) -> Bool {
    guard document.tokens[token].upos == "VERB", !isNegated(token),
      Self.pledging.contains(lemma(token)) || Self.offering.contains(lemma(token)),
      event(at: token)?.category != .agree
    else { return false }
    return children(token, "obj").contains { object in
      document.tokens[object].upos == "NOUN" && (entitiesAt[object] ?? []).isEmpty && !Self.talk.contains(lemma(object))
    }
  }

  /// Whether an auxiliary is a finite form of "be", which makes an infinitive a plan: "is to open".
  func isFiniteBe(_ token: Int) -> Bool {
    ["is", "are", "was", "were", "am", "'s", "’s", "'re", "’re"].contains(document.form(token).lowercased())
  }

  /// The form that the words above a clause give it: "promised that it would", "under a pledge that".
  func pledgeAbove(_ token: Int) -> (form: Commitment.Form, word: Int)? {
    guard let up = document.tokens[token].head.index else { return nil }
    let relation = String(document.tokens[token].relation)
    // "will be freed, he promised"
    let beside = children(token, "parataxis")
    for word in (["ccomp", "acl", "xcomp"].contains(relation) ? [up] : []) + beside {
      if Self.pledging.contains(lemma(word)) || Self.pledges.contains(lemma(word)) { return (.pledged, word) }
      if Self.offering.contains(lemma(word)) || Self.offers.contains(lemma(word)) { return (.offered, word) }
    }
    return nil
  }
}
