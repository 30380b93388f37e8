import Articles
import Language

/// What syntax and words say of an act's reality: planned, supposed, not done, long past.
///
/// The definitions are those of PLOVER's auxiliary modes; an act more than twelve months before publication is historical.
struct ModalityReader {
  let document: Document
  let tree: DependencyTree
  let reader: PropositionReader
  let published: CalendarDate?

  /// The auxiliary modes of a proposition, by its syntax.
  func auxiliaries(of p: Proposition) -> Set<Auxiliary> {
    var found: Set<Auxiliary> = []
    if isNegated(p) { found.insert(.negation) }
    if isFuture(p) { found.insert(.future) }
    if isHypothetical(p) { found.insert(.hypothetical) }
    if isHistorical(p) { found.insert(.historical) }
    if found.contains(.hypothetical) { found.remove(.future) }
    return found
  }

  // MARK: Negation

  private static let negators: Set<String> = ["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"]
  private static let unfulfilled: Set<String> = ["fail", "decline", "stop", "avoid", "cease", "forget", "neglect"]

  private func isNegated(_ p: Proposition) -> Bool {
    if hasNegator(p.finite) || p.carrier != nil && hasNegator(p.token) { return true }
    if p.kind == .noun, p.carrier == nil, isWithout(p.token) { return true }
    for role in [Proposition.Role.agent, .patient] {
      for head in p.heads(role) where p.kind == .verb && isNothing(head) { return true }
    }
    // "failed to reach an accord"
    if document.tokens[p.finite].deprel == "xcomp", let governor = document.tokens[p.finite].head.index {
      return Self.unfulfilled.contains(reader.phrasalLemma(governor)) || hasNegator(governor) && !isSpeech(governor)
    }
    return false
  }

  private func hasNegator(_ token: Int) -> Bool {
    tree.dependents(of: token).contains {
      let dependent = document.tokens[$0]
      return ["advmod", "det", "cc", "cc:preconj"].contains(dependent.deprel)
        && Self.negators.contains(document.form($0).lowercased())
    }
  }

  private func isWithout(_ token: Int) -> Bool { reader.preposition(token) == "without" }

  private func isNothing(_ token: Int) -> Bool {
    ["nobody", "none", "nothing", "neither"].contains(document.tokens[token].lemma.lowercased())
      || tree.dependents(of: token).contains {
        document.tokens[$0].deprel == "det" && ["no", "neither"].contains(document.form($0).lowercased())
      }
  }

  private func isSpeech(_ token: Int) -> Bool {
    ["say", "tell", "believe", "think", "claim"].contains(document.tokens[token].lemma)
  }

  // MARK: Future

  private static let futureAdjectives: Set<String> = [
    "planned", "upcoming", "forthcoming", "proposed", "future", "scheduled", "expected", "intended", "coming",
    "imminent", "next",
    "prospective", "impending",
  ]
  private static let futureVerbs: Set<String> = [
    "plan", "intend", "prepare", "expect", "schedule", "aim", "want", "hope", "mean", "decide", "agree", "promise",
    "pledge",
    "vow", "set", "arrange", "await", "propose",
  ]
  private static let futureStates: Set<String> = [
    "due", "ready", "set", "poised", "likely", "about", "bound", "willing",
  ]

  private func isFuture(_ p: Proposition) -> Bool {
    let token = p.finite
    if isFutureClause(token) { return true }
    if p.kind == .noun {
      for d in tree.dependents(of: p.token) where ["amod", "acl"].contains(document.tokens[d].deprel) {
        if Self.futureAdjectives.contains(document.form(d).lowercased()) { return true }
      }
      if hasFutureTime(p.token) { return true }
      // "plans for a visit", "preparing a strike"
      if let governor = document.tokens[p.token].head.index {
        let lemma = document.tokens[governor].lemma.lowercased()
        if ["plan", "prepare", "await", "schedule", "announce"].contains(lemma),
          p.carrier == nil || p.carrier == governor
        {
          return ["plan", "prepare", "await", "schedule"].contains(lemma) || isFutureClause(governor)
        }
      }
    }
    return false
  }

  private func isFutureClause(_ token: Int, depth: Int = 0) -> Bool {
    for d in tree.dependents(of: token) where document.tokens[d].relation == "aux" {
      if ["will", "shall", "'ll", "’ll", "wo"].contains(document.form(d).lowercased()) { return true }
      if document.tokens[d].lemma == "will" && document.form(d).lowercased() != "would" { return true }
    }
    let tense = document.tokens[token].feature("Tense")
    if tense != "Past", hasFutureTime(token) { return true }
    guard depth < 4, let governor = document.tokens[token].head.index else { return false }
    switch document.tokens[token].deprel {
    case "xcomp", "advcl", "acl", "ccomp":
      let lemma = document.tokens[governor].lemma.lowercased()
      guard reader.mark(token) == "to" || document.tokens[token].feature("VerbForm") == "Inf" else { return false }
      if Self.futureStates.contains(lemma) && document.tokens[governor].upos == "ADJ" { return true }
      if lemma == "go" && document.tokens[governor].feature("VerbForm") == "Part" { return true }
      if Self.futureVerbs.contains(lemma) || ["plan", "intention", "decision"].contains(lemma) { return true }
      return document.tokens[token].deprel == "xcomp" && isFutureClause(governor, depth: depth + 1)
    case "conj":
      return !tree.dependents(of: token).contains { ["aux", "nsubj"].contains(document.tokens[$0].relation) }
        && isFutureClause(governor, depth: depth + 1)
    default: return false
    }
  }

  private func hasFutureTime(_ token: Int) -> Bool {
    for d in tree.dependents(of: token) where ["obl", "nmod", "advmod"].contains(document.tokens[d].relation) {
      let word = document.form(d).lowercased()
      if ["tomorrow", "soon", "shortly"].contains(word) { return true }
      if ["week", "month", "year", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .contains(word)
      {
        let next = tree.dependents(of: d).contains { ["next", "coming"].contains(document.form($0).lowercased()) }
        if next { return true }
      }
    }
    return false
  }

  // MARK: Hypothesis

  private static let conditions: Set<String> = ["if", "unless", "whether", "should", "lest", "provided", "supposing"]
  private static let supposing: Set<String> = [
    "consider", "fear", "weigh", "contemplate", "mull", "suggest", "risk", "discuss", "debate", "ponder", "threaten",
    "warn",
    "imagine", "propose",
  ]

  private func isHypothetical(_ p: Proposition) -> Bool {
    var token = p.finite
    if p.kind == .noun {
      for d in tree.dependents(of: p.token) where document.tokens[d].deprel == "amod" {
        if ["possible", "potential", "hypothetical", "eventual", "feared", "conceivable"].contains(
          document.form(d).lowercased())
        {
          return true
        }
      }
      if let governor = document.tokens[p.token].head.index, p.carrier == nil {
        let lemma = document.tokens[governor].lemma.lowercased()
        if [
          "threat", "risk", "possibility", "prospect", "fear", "danger", "chance", "consider", "weigh", "contemplate",
        ].contains(lemma) {
          return true
        }
      }
    }
    var depth = 0
    while depth < 4 {
      for d in tree.dependents(of: token) where document.tokens[d].relation == "aux" {
        if ["may", "might", "could", "would", "'d", "’d"].contains(document.form(d).lowercased()),
          document.tokens[d].lemma != "have"
        {
          return true
        }
      }
      if let mark = reader.mark(token), Self.conditions.contains(mark) { return true }
      guard let governor = document.tokens[token].head.index else { return false }
      switch document.tokens[token].deprel {
      case "xcomp", "conj":
        if Self.supposing.contains(document.tokens[governor].lemma.lowercased()),
          document.tokens[token].deprel == "xcomp"
        {
          return true
        }
        if document.tokens[token].deprel == "conj",
          tree.dependents(of: token).contains(where: { document.tokens[$0].relation == "nsubj" })
        {
          return false
        }
        token = governor
      default: return false
      }
      depth += 1
    }
    return false
  }

  // MARK: History

  private func isHistorical(_ p: Proposition) -> Bool {
    if isLongAgo(p.token) { return true }
    if let carrier = p.carrier, isLongAgo(carrier) { return true }
    return false
  }

  private func isLongAgo(_ token: Int) -> Bool {
    for d in tree.dependents(of: token) {
      let dependent = document.tokens[d]
      guard ["obl", "nmod", "advmod", "nummod", "amod", "compound"].contains(dependent.relation) else { continue }
      if let year = year(d), let published {
        if year < published.year - 1 { return true }
        if year == published.year - 1, published.month ?? 1 > 6 { return true }
      }
      let lemma = dependent.lemma.lowercased()
      if lemma == "century" || lemma == "decade" && reader.preposition(d) != "for" { return true }
      if ["year", "decade"].contains(lemma),
        tree.dependents(of: d).contains(where: { document.form($0).lowercased() == "ago" })
      {
        return !tree.dependents(of: d).contains { ["a", "one"].contains(document.form($0).lowercased()) }
      }
      if lemma == "ago",
        tree.dependents(of: d).contains(where: { ["years", "decades"].contains(document.form($0).lowercased()) })
      {
        return true
      }
    }
    return false
  }

  private func year(_ token: Int) -> Int? {
    func four(_ token: Int) -> Int? {
      let form = document.form(token)
      guard form.utf8.count == 4, let year = Int(form), (1000...2100).contains(year) else { return nil }
      return year
    }
    if let year = four(token) { return year }
    for d in tree.dependents(of: token) {
      if let year = four(d) { return year }
    }
    return nil
  }
}
