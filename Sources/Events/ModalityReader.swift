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
    Set(Auxiliary.allCases.filter { sign(of: $0, in: p) != nil })
  }

  /// The word by which syntax tells an auxiliary mode; `nil` where it does not.
  func sign(of auxiliary: Auxiliary, in p: Proposition) -> Int? {
    switch auxiliary {
    case .negation: negation(p)
    case .future: hypothesis(p) == nil ? future(p) : nil
    case .hypothetical: hypothesis(p)
    case .historical: history(p)
    }
  }

  // MARK: Negation

  private static let negators: Set<String> = ["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor"]
  private static let unfulfilled: Set<String> = ["fail", "decline", "stop", "avoid", "cease", "forget", "neglect"]

  private func negation(_ p: Proposition) -> Int? {
    if let negator = negator(of: p.finite) ?? (p.carrier == nil ? nil : negator(of: p.token)) { return negator }
    if p.kind == .noun, p.carrier == nil, reader.preposition(p.token) == "without" { return p.token }
    if p.kind == .verb, let nobody = (p.heads(.agent) + p.heads(.patient)).first(where: isNothing) { return nobody }
    // "failed to reach an accord"
    guard document.tokens[p.finite].deprel == "xcomp", let governor = document.tokens[p.finite].head.index else {
      return nil
    }
    if Self.unfulfilled.contains(reader.phrasalLemma(governor)) { return governor }
    return isSpeech(governor) ? nil : negator(of: governor)
  }

  private func negator(of token: Int) -> Int? {
    tree.dependents(of: token).first {
      let dependent = document.tokens[$0]
      return ["advmod", "det", "cc", "cc:preconj"].contains(dependent.deprel)
        && Self.negators.contains(document.form($0).lowercased())
    }
  }

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

  private func future(_ p: Proposition) -> Int? {
    if let sign = futureClause(p.finite) { return sign }
    if p.kind == .noun {
      for d in tree.dependents(of: p.token) where ["amod", "acl"].contains(document.tokens[d].deprel) {
        if Self.futureAdjectives.contains(document.form(d).lowercased()) { return d }
      }
      if let time = futureTime(p.token) { return time }
      // "plans for a visit", "preparing a strike"
      if let governor = document.tokens[p.token].head.index {
        let lemma = document.tokens[governor].lemma.lowercased()
        if ["plan", "prepare", "await", "schedule", "announce"].contains(lemma),
          p.carrier == nil || p.carrier == governor
        {
          return ["plan", "prepare", "await", "schedule"].contains(lemma) ? governor : futureClause(governor)
        }
      }
    }
    return nil
  }

  private func futureClause(_ token: Int, depth: Int = 0) -> Int? {
    for d in tree.dependents(of: token) where document.tokens[d].relation == "aux" {
      if ["will", "shall", "'ll", "’ll", "wo"].contains(document.form(d).lowercased()) { return d }
      if document.tokens[d].lemma == "will" && document.form(d).lowercased() != "would" { return d }
    }
    if document.tokens[token].feature("Tense") != "Past", let time = futureTime(token) { return time }
    guard depth < 4, let governor = document.tokens[token].head.index else { return nil }
    switch document.tokens[token].deprel {
    case "xcomp", "advcl", "acl", "ccomp":
      let lemma = document.tokens[governor].lemma.lowercased()
      guard reader.mark(token) == "to" || document.tokens[token].feature("VerbForm") == "Inf" else { return nil }
      if Self.futureStates.contains(lemma) && document.tokens[governor].upos == "ADJ" { return governor }
      if lemma == "go" && document.tokens[governor].feature("VerbForm") == "Part" { return governor }
      if Self.futureVerbs.contains(lemma) || ["plan", "intention", "decision"].contains(lemma) { return governor }
      return document.tokens[token].deprel == "xcomp" ? futureClause(governor, depth: depth + 1) : nil
    case "conj":
      let isOwn = tree.dependents(of: token).contains { ["aux", "nsubj"].contains(document.tokens[$0].relation) }
      return isOwn ? nil : futureClause(governor, depth: depth + 1)
    default: return nil
    }
  }

  private func futureTime(_ token: Int) -> Int? {
    for d in tree.dependents(of: token) where ["obl", "nmod", "advmod"].contains(document.tokens[d].relation) {
      let word = document.form(d).lowercased()
      if ["tomorrow", "soon", "shortly"].contains(word) { return d }
      if ["week", "month", "year", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .contains(word)
      {
        let next = tree.dependents(of: d).contains { ["next", "coming"].contains(document.form($0).lowercased()) }
        if next { return d }
      }
    }
    return nil
  }

  // MARK: Hypothesis

  private static let conditions: Set<String> = ["if", "unless", "whether", "should", "lest", "provided", "supposing"]
  private static let supposing: Set<String> = [
    "consider", "fear", "weigh", "contemplate", "mull", "suggest", "risk", "discuss", "debate", "ponder", "threaten",
    "warn",
    "imagine", "propose",
  ]

  private func hypothesis(_ p: Proposition) -> Int? {
    var token = p.finite
    if p.kind == .noun {
      for d in tree.dependents(of: p.token) where document.tokens[d].deprel == "amod" {
        if ["possible", "potential", "hypothetical", "eventual", "feared", "conceivable"].contains(
          document.form(d).lowercased())
        {
          return d
        }
      }
      if let governor = document.tokens[p.token].head.index, p.carrier == nil {
        let lemma = document.tokens[governor].lemma.lowercased()
        if [
          "threat", "risk", "possibility", "prospect", "fear", "danger", "chance", "consider", "weigh", "contemplate",
        ].contains(lemma) {
          return governor
        }
      }
    }
    var depth = 0
    while depth < 4 {
      for d in tree.dependents(of: token) where document.tokens[d].relation == "aux" {
        if ["may", "might", "could", "would", "'d", "’d"].contains(document.form(d).lowercased()),
          document.tokens[d].lemma != "have"
        {
          return d
        }
      }
      if let mark = tree.dependents(of: token).first(where: { ["mark", "case"].contains(document.tokens[$0].deprel) }),
        Self.conditions.contains(document.form(mark).lowercased())
      {
        return mark
      }
      guard let governor = document.tokens[token].head.index else { return nil }
      switch document.tokens[token].deprel {
      case "xcomp", "conj":
        if Self.supposing.contains(document.tokens[governor].lemma.lowercased()),
          document.tokens[token].deprel == "xcomp"
        {
          return governor
        }
        if document.tokens[token].deprel == "conj",
          tree.dependents(of: token).contains(where: { document.tokens[$0].relation == "nsubj" })
        {
          return nil
        }
        token = governor
      default: return nil
      }
      depth += 1
    }
    return nil
  }

  // MARK: History

  private func history(_ p: Proposition) -> Int? { longAgo(p.token) ?? p.carrier.flatMap(longAgo) }

  private func longAgo(_ token: Int) -> Int? {
    for d in tree.dependents(of: token) {
      let dependent = document.tokens[d]
      guard ["obl", "nmod", "advmod", "nummod", "amod", "compound"].contains(dependent.relation) else { continue }
      if let year = year(d), let published {
        if year < published.year - 1 { return d }
        if year == published.year - 1, published.month ?? 1 > 6 { return d }
      }
      let lemma = dependent.lemma.lowercased()
      if lemma == "century" || lemma == "decade" && reader.preposition(d) != "for" { return d }
      if ["year", "decade"].contains(lemma),
        tree.dependents(of: d).contains(where: { document.form($0).lowercased() == "ago" })
      {
        return tree.dependents(of: d).contains { ["a", "one"].contains(document.form($0).lowercased()) } ? nil : d
      }
      if lemma == "ago",
        tree.dependents(of: d).contains(where: { ["years", "decades"].contains(document.form($0).lowercased()) })
      {
        return d
      }
    }
    return nil
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
