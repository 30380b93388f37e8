import Actors
import Articles
import Language
import Particulars
import Statements

/// The coding of one document.
struct CodingSession {
  let book: RuleBook
  let document: Document
  let cast: Cast
  let statements: [Statement]
  let coding: Coding
  let tree: DependencyTree
  let reader: PropositionReader
  let matcher: RuleMatcher
  let modality: ModalityReader
  let head: ActHead
  let index: StatementIndex
  let participants: ParticipantFinder
  let propositions: [Proposition?]
  /// The first token after a headline that repeats the title: it tells nothing that the text does not.
  let body: Int

  init(
    book: RuleBook, weights: ParticipantWeights, document: Document, cast: Cast, statements: [Statement],
    article: Article,
    coding: Coding
  ) {
    self.book = book
    self.document = document
    self.cast = cast
    self.statements = statements
    self.coding = coding
    tree = DependencyTree(document)
    reader = PropositionReader(document: document, tree: tree)
    let parties = PartyFinder(document: document, tree: tree, cast: cast)
    matcher = RuleMatcher(book: book, document: document, tree: tree, reader: reader, parties: parties)
    modality = ModalityReader(document: document, tree: tree, reader: reader, published: article.published)
    head = ActHead(document: document, tree: tree)
    index = StatementIndex(statements)
    let features = ParticipantFeatures(
      document: document, tree: tree, reader: reader, cast: cast, statements: statements, index: index)
    participants = ParticipantFinder(
      document: document, cast: cast, features: features, weights: coding == .rules ? nil : weights)
    propositions = reader.propositions()
    let headline = article.headline?.end ?? 0
    body = document.tokens.firstIndex { $0.span.start >= headline } ?? document.tokens.count
  }

  /// An act that a witness sees, before it is decided.
  struct Candidate {
    var category: Category
    var token: Int
    var tokens: [Int]
    var rule: RuleMatcher.Match?
    var learned: Double
  }

  func events(dates: [DateExpression], places: [Place]) -> [Event] {
    var history = PartyHistory()
    var events: [Event] = []
    for (candidate, confidence) in decided() {
      guard let event = event(candidate, confidence: confidence, history) else { continue }
      // Whoever writes or telephones does so to somebody.
      if standsAlone(candidate), !hasBothSides(event) { continue }
      events.append(event)
      history.add(
        candidate.category, lemma: participants.lemma(of: candidate), actors: participants.codes(event.actors),
        recipients: participants.codes(event.recipients))
    }
    if coding != .rules { fillFromRetellings(&events) }
    events.removeAll { $0.confidence < Confidence.threshold(hasBothSides: hasBothSides($0), coding: coding) }
    events.sort { ($0.trigger, $0.category.rawValue) < ($1.trigger, $1.category.rawValue) }
    let triggers = events.map { document.tokens(in: $0.trigger, around: $0.token) }
    let circumstances = Circumstances(document, dates: dates, places: places, acts: Set(triggers.joined()))
    for i in events.indices {
      events[i].id = "e\(i + 1)"
      events[i].date = circumstances.date(of: triggers[i])
      events[i].place = circumstances.place(
        of: triggers[i], moves: [.consult, .mobilize, .retreat, .aid].contains(events[i].category))
    }
    return events
  }

  /// What either witness sees, undecided.
  func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    if coding != .rules {
      for act in head.acts() where act.tokens.lowerBound >= body {
        candidates.append(
          Candidate(
            category: act.category, token: act.head, tokens: Array(act.tokens), rule: nil, learned: act.probability))
      }
    }
    if coding != .head { join(rulesInto: &candidates) }
    return candidates
  }

  /// Lets every rule speak: to an act that the head saw too it gives its name and parties, others it proposes.
  private func join(rulesInto candidates: inout [Candidate]) {
    var inSentence = Dictionary(grouping: candidates.indices) { document.sentenceIndex(of: candidates[$0].token) }
    for i in propositions.indices where i >= body {
      guard let p = propositions[i] else { continue }
      let sentence = document.sentenceIndex(of: i)
      for match in matcher.matches(p, among: propositions) {
        let category = book.rules[match.rule].category
        let same = inSentence[sentence]?.first { known in
          candidates[known].category == category
            && (candidates[known].token == i || candidates[known].tokens.contains { match.tokens.contains($0) })
        }
        if let same {
          if candidates[same].rule.map({ $0.weight < match.weight }) ?? true { candidates[same].rule = match }
        } else {
          let learned = coding == .rules ? 0 : head.probability(of: category, at: match.tokens)
          inSentence[sentence, default: []].append(candidates.count)
          candidates.append(
            Candidate(
              category: category, token: i, tokens: contiguous(match.tokens, around: i), rule: match, learned: learned))
        }
      }
    }
  }

  /// The tokens of a trigger without what lies far off: from the predicate as far as its words follow within three tokens.
  private func contiguous(_ tokens: [Int], around token: Int) -> [Int] {
    var low = token
    var high = token
    for t in tokens.sorted() where t > high && t - high <= 3 { high = t }
    for t in tokens.sorted(by: >) where t < low && low - t <= 3 { low = t }
    return Array(low...high)
  }

  private func event(_ candidate: Candidate, confidence: Double, _ history: PartyHistory) -> Event? {
    guard let first = candidate.tokens.first, let last = candidate.tokens.last else { return nil }
    let rule = candidate.rule.map { book.rules[$0.rule] }
    let p = proposition(candidate)
    let mode = mode(candidate, rule: rule, at: first)
    let sentence = document.sentenceIndex(of: candidate.token)
    let syntax = participants.syntax(
      of: candidate, proposition: p, mode: mode, matcher: matcher, propositions: propositions)
    let parties = participants.parties(of: candidate, mode: mode, syntax: syntax, history: history)
    let auxiliaries = auxiliaries(candidate, p, at: first)
    let cameo =
      rule.flatMap { $0.mode == mode && !$0.cameo.isEmpty ? $0.cameo : nil }
      ?? Cameo.code(candidate.category, mode: mode)
    let attributed = attributed(candidate, at: first)
    return Event(
      category: candidate.category, mode: mode, contexts: rule?.contexts ?? [], auxiliaries: auxiliaries,
      actors: parties.actors, recipients: parties.recipients,
      trigger: document.tokens[first].span.union(document.tokens[last].span),
      token: candidate.token, sentence: sentence, cameo: cameo, attributedTo: attributed,
      isHeldOut: isHeldOut(attributed, parties.actors), rule: rule?.id ?? "learned", confidence: confidence)
  }

  func proposition(_ candidate: Candidate) -> Proposition? {
    if let p = propositions[candidate.token] { return p }
    return candidate.tokens.lazy.compactMap { propositions[$0] }.first
  }

  func mode(_ candidate: Candidate, rule: Rule?, at token: Int) -> String {
    if coding != .rules, let mode = head.mode(of: candidate.category, at: token) {
      // The rule's mode stands where it names one and the head has no clear opinion.
      if let rule, !rule.mode.isEmpty, mode.share < 0.5 { return rule.mode }
      return mode.name
    }
    return rule?.mode ?? ""
  }

  private func auxiliaries(_ candidate: Candidate, _ p: Proposition?, at token: Int) -> [Auxiliary] {
    var told = p.map { modality.auxiliaries(of: $0) } ?? []
    // A promise, refusal or demand is itself real, whatever it is about.
    if candidate.category == .reject || candidate.category == .agree, candidate.rule?.tokens.count ?? 1 > 1 {
      told.remove(.negation)
    }
    guard coding != .rules else { return Auxiliary.allCases.filter { told.contains($0) } }
    return Auxiliary.allCases.filter { auxiliary in
      head.auxiliary(auxiliary, at: token) > Confidence.least(auxiliary, syntaxAgrees: told.contains(auxiliary))
    }
  }

  /// The statements that an act rests on; none where the article itself vouches for it.
  private func attributed(_ candidate: Candidate, at token: Int) -> [Int] {
    let holding = index.holding(candidate.token).filter {
      !(statements[$0].cueToken.map(candidate.tokens.contains) ?? false)
    }
    guard let innermost = holding.first else { return [] }
    if coding == .rules { return [innermost] }
    return head.hearsay(at: token) > Confidence.hearsay ? [innermost] : []
  }

  private func isHeldOut(_ attributed: [Int], _ actors: [Int]) -> Bool {
    guard let statement = attributed.first, let speaker = statements[statement].speaker?.entity else { return false }
    let code = cast.entities[speaker].code
    return !code.isEmpty && actors.contains { cast.entities[cast.mentions[$0].entity].code == code }
  }
}

extension Document {
  /// The tokens of a stretch of text that holds one of them.
  fileprivate func tokens(in span: Span, around token: Int) -> [Int] {
    var (first, last) = (token, token)
    while first > 0, tokens[first - 1].span.start >= span.start { first -= 1 }
    while last + 1 < tokens.count, tokens[last + 1].span.end <= span.end { last += 1 }
    return Array(first...last)
  }
}
