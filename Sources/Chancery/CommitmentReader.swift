import Actors
import Articles
import Events
import Language
import Particulars
import Statements

/// Finds what actors hold out to one another: by the future of a verb, by the verb or noun of a promise above it, or by an act of
/// agreeing or signing.
struct CommitmentReader {
  private let document: Document
  private let tree: DependencyTree
  private let cast: Cast
  private let dates: [DateExpression]
  private let statements: [Statement]
  private let events: [Event]
  private let published: CalendarDay?
  /// The statement that each token stands in, the innermost; -1 where it stands in none.
  private let statementAt: [Int]
  /// Entities by the token at the head of their mentions.
  private let entitiesAt: [Int: [Int]]

  init(
    document: Document, cast: Cast, dates: [DateExpression], statements: [Statement], events: [Event],
    published: CalendarDate?
  ) {
    self.document = document
    self.cast = cast
    self.dates = dates
    self.statements = statements
    self.events = events
    self.published = published.flatMap { CalendarDay($0) }
    tree = DependencyTree(document)
    var at = [Int](repeating: -1, count: document.tokens.count)
    let widest = statements.indices.sorted { a, b in
      statements[a].content.end - statements[a].content.start > statements[b].content.end - statements[b].content.start
    }
    for index in widest {
      for token in statements[index].contentTokens.joined() where at.indices.contains(token) { at[token] = index }
    }
    statementAt = at
    var entities: [Int: [Int]] = [:]
    for mention in cast.mentions { entities[mention.head, default: []].append(mention.entity) }
    entitiesAt = entities
  }

  func commitments() -> [Commitment] {
    var found: [Commitment] = []
    for (index, sentence) in document.sentences.enumerated() {
      guard !isQuestion(sentence) else { continue }
      var told: Set<Int> = []
      for token in sentence where document.tokens[token].upos == "VERB" {
        guard let holding = holding(token), let commitment = commitment(token, holding, in: index, after: found.last)
        else { continue }
        found.append(commitment)
        told.formUnion(holding.words + [token])
      }
      for token in sentence where !told.contains(token) && holdsNoun(token) {
        let holding = Holding(form: Self.offering.contains(lemma(token)) ? .offered : .pledged)
        guard let commitment = commitment(token, holding, in: index, after: nil) else { continue }
        found.append(commitment)
        told.insert(token)
      }
      for event in events where event.sentence == index && !told.contains(event.token) {
        // "under a deal between the ministries", "…, the two governments agreed": what it is about is told by the verb.
        guard told.isEmpty || tellsWhat(event.token), !recalls(event.token) else { continue }
        if let commitment = commitment(event, in: index) { found.append(commitment) }
      }
    }
    found.sort { ($0.token, $0.content.start) < ($1.token, $1.content.start) }
    return found.enumerated().map { index, commitment in
      var commitment = commitment
      commitment.id = "c\(index + 1)"
      return commitment
    }
  }

  /// Whether a verb of promising says itself what is promised.
  private func tellsWhat(_ token: Int) -> Bool {
    guard document.tokens[token].upos == "VERB" else { return false }
    return !children(token, "obj", "xcomp", "ccomp", "advcl").isEmpty
      || children(token, "obl").contains { place in
        ["on", "to", "over", "about"].contains { word in children(place, "case").contains { lemma($0) == word } }
          && !dates.contains { $0.tokens.contains(place) }
      }
  }

  /// Whether words name a promise without saying what it is: "the promise", "kits that Moscow had promised".
  private func recalls(_ token: Int) -> Bool {
    if document.tokens[token].upos != "VERB" {
      return !tree.dependents(of: token).contains { child in
        switch document.tokens[child].relation {
        case "acl", "ccomp", "xcomp": true
        case "nmod": children(child, "case").contains { ["of", "on", "for", "to"].contains(lemma($0)) }
        default: false
        }
      }
    }
    return document.tokens[token].deprel == "acl:relcl"
      && tree.dependents(of: token).contains {
        document.tokens[$0].upos == "PRON" && document.tokens[$0].relation == "obj"
      }
  }

  private func isQuestion(_ sentence: Range<Int>) -> Bool {
    sentence.reversed().prefix(2).contains { document.form($0) == "?" }
  }

  // MARK: Holding out

  /// What holds a verb's act out: how, by which words, and whose subject is the actor's where the verb has none.
  private struct Holding {
    var form: Commitment.Form
    var words: [Int] = []
    /// The verb or noun above, whose subject or owner is to act.
    var governor: Int?
    /// Whether another is allowed to act.
    var isAllowance = false
  }

  private static let pledging: Set<String> = [
    "agree", "promise", "pledge", "undertake", "commit", "vow", "guarantee", "assure", "swear", "resolve",
  ]
  private static let announcing: Set<String> = [
    "plan", "intend", "decide", "announce", "prepare", "mean", "aim", "schedule", "expect", "arrange", "approve",
  ]
  private static let offering: Set<String> = ["offer", "propose", "volunteer"]
  private static let pledges: Set<String> = [
    "promise", "pledge", "commitment", "undertaking", "assurance", "agreement", "deal", "vow", "guarantee", "word",
    "obligation", "contract",
  ]
  private static let plans: Set<String> = ["plan", "decision", "intention", "order"]
  private static let offers: Set<String> = ["offer", "proposal", "readiness", "willingness"]
  private static let readiness: Set<String> = ["due", "set", "scheduled", "bound", "expected", "slated", "about"]
  private static let willing: Set<String> = ["ready", "willing", "prepared"]

  private func lemma(_ token: Int) -> String { document.tokens[token].lemma.lowercased() }

  private func children(_ token: Int, _ relations: String...) -> [Int] {
    tree.dependents(of: token).filter { relations.contains(String(document.tokens[$0].relation)) }
  }

  private func isNegated(_ token: Int) -> Bool {
    tree.dependents(of: token).contains {
      ["not", "n't", "n’t", "never", "no", "nobody", "neither"].contains(lemma($0))
    }
  }

  private func holding(_ token: Int, depth: Int = 0) -> Holding? {
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
    if isInfinitive, let be = forms.first(where: { lemma($0.0) == "be" && isPresentOrPast($0.0) }) {
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
        if relation == "xcomp", let up = holding(governor, depth: depth + 1) { return up }
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

  /// Whether somebody says that another's people may do something: "Rudin told him that residents could visit the graves".
  private func isAllowed(_ token: Int) -> Bool {
    guard let speaker = speaking(speaker(of: token)).first, let subject = subject(of: token)?.token else {
      return false
    }
    let codes = codes(entities(of: subject, modifiers: true))
    return !codes.isEmpty && !codes.contains(cast.entities[speaker].code)
  }

  /// Whether a verb holds out what its object names: "proposed a joint exercise".
  private func holdsNoun(_ token: Int) -> Bool {
    guard document.tokens[token].upos == "VERB", !isNegated(token),
      Self.pledging.contains(lemma(token)) || Self.offering.contains(lemma(token)),
      event(at: token)?.category != .agree
    else { return false }
    return children(token, "obj").contains { object in
      document.tokens[object].upos == "NOUN" && (entitiesAt[object] ?? []).isEmpty && !Self.talk.contains(lemma(object))
    }
  }

  private func isPresentOrPast(_ token: Int) -> Bool {
    ["is", "are", "was", "were", "am", "'s", "’s", "'re", "’re"].contains(document.form(token).lowercased())
  }

  /// The form that the words above a clause give it: "promised that it would", "under a pledge that".
  private func pledgeAbove(_ token: Int) -> (form: Commitment.Form, word: Int)? {
    guard let up = document.tokens[token].head.index else { return nil }
    let relation = String(document.tokens[token].relation)
    // "will be freed, he promised"
    let beside = children(token, "parataxis").map { $0 }
    for word in (["ccomp", "acl", "xcomp"].contains(relation) ? [up] : []) + beside {
      if Self.pledging.contains(lemma(word)) || Self.pledges.contains(lemma(word)) { return (.pledged, word) }
      if Self.offering.contains(lemma(word)) || Self.offers.contains(lemma(word)) { return (.offered, word) }
    }
    return nil
  }

  // MARK: What is held out

  /// Verbs of speech, thought and state, and those of meeting and travelling, which are contacts.
  private static let idle: Set<String> = [
    "say", "tell", "ask", "speak", "talk", "discuss", "meet", "visit", "travel", "fly", "arrive", "attend", "host",
    "receive", "welcome", "see", "hear", "know", "believe", "think", "consider", "decide", "hope", "want", "wish",
    "expect", "seek", "try", "look", "like", "need", "be", "have", "remain", "stay", "seem", "appear", "depend",
    "mean", "cost", "last", "become", "happen", "continue", "face", "raise", "urge", "demand", "warn", "respond",
    "reply", "answer", "judge", "wait", "watch", "address", "chair", "brief", "hold", "do", "make", "get", "let",
    "take", "go", "come", "pay",
  ]
  /// Verbs of what is held out against somebody, not to him.
  private static let hostile: Set<String> = [
    "retaliate", "punish", "impose", "attack", "strike", "expel", "ban", "bomb", "invade", "seize", "arrest", "block",
    "detain", "deport", "fight", "destroy", "kill", "jail", "invoke", "fire", "shoot", "oppose", "veto", "reject",
    "refuse", "sue", "prosecute",
  ]
  /// What these light verbs carry tells the act; without an object they do not make one.
  private static let light: Set<String> = ["hold", "do", "make", "get", "let", "take", "come", "go", "pay", "have"]
  /// Objects of light verbs that are contacts, or nothing done for anybody.
  private static let talk: Set<String> = [
    "talk", "meeting", "visit", "trip", "summit", "negotiation", "conversation", "consultation", "conference",
    "discussion", "place", "part", "decision", "statement", "speech", "dialogue", "call", "tour", "session",
  ]

  private func isIdle(_ token: Int) -> Bool {
    let word = lemma(token)
    guard Self.idle.contains(word) else { return false }
    guard Self.light.contains(word) else { return true }
    let complements = children(token, "obj", "xcomp", "ccomp", "obl", "nsubj")
    if ["come", "go"].contains(word) {
      // Goods come; people come to visit.
      return children(token, "nsubj").allSatisfy { subject in
        entitiesAt[subject]?.contains { [.person, .state].contains(cast.entities[$0].kind) } ?? false
      } || children(token, "nsubj").isEmpty
    }
    if word == "take", complements.contains(where: { lemma($0) == "part" }) { return false }
    let objects = children(token, "obj", "xcomp", "ccomp")
    return objects.isEmpty || objects.contains { Self.talk.contains(lemma($0)) }
  }

  /// The event that a token tells.
  private func event(at token: Int) -> Event? { events.first { $0.token == token } }

  private func commitment(
    _ token: Int, _ holding: Holding, in sentence: Int, after last: Commitment?
  ) -> Commitment? {
    guard holding.isAllowance || !isIdle(token), !Self.hostile.contains(lemma(token)), !isHypothetical(token) else {
      return nil
    }
    if let event = event(at: token) {
      switch event.category {
      case .agree, .support, .cooperate, .aid, .retreat, .concede: break
      case .consult: return nil
      case .request where Self.offering.contains(lemma(token)): break
      // A ban to be lifted is told by the ban.
      case .sanction, .coerce, .mobilize:
        guard event.auxiliaries.contains(.future), !Self.arriving.contains(lemma(token)) else { break }
        return nil
      default: return nil
      }
    }
    let extent = clause(of: token)
    let speaker = speaker(of: token)
    var actors = actors(of: token, holding, speaker)
    // "The doctors are to arrive within a week. Some 150 water purifiers will follow."
    if codes(actors).isEmpty, speaker?.speaker == nil, let last, sentence - last.sentence <= 1 { actors = last.actors }
    let codes = codes(actors)
    guard !codes.isEmpty else { return nil }
    let recipients = recipients(of: token, in: sentence, but: codes, speaker)
    // Those who act together do so for one another.
    guard !recipients.isEmpty || codes.count > 1 else { return nil }
    return Commitment(
      id: "", actors: actors, recipients: recipients, form: holding.form, content: document.span(extent), token: token,
      sentence: sentence, due: due(after: token, extent, in: sentence),
      statement: statementAt[token] >= 0 ? statementAt[token] : nil,
      isDenied: isDenied(token) || holding.words.contains(where: isDenied))
  }

  /// A commitment that only an act of agreeing or signing tells: "agreed on a joint company", "signed a contract".
  private func commitment(_ event: Event, in sentence: Int) -> Commitment? {
    let word = lemma(event.token)
    let isSigning = event.category == .support && ["sign", "ink", "conclude", "initial", "put"].contains(word)
    guard event.category == .agree || isSigning, !event.auxiliaries.contains(.negation),
      !event.auxiliaries.contains(.hypothetical)
    else { return nil }
    // Invitations are contacts'.
    guard !["invite", "invitation", "accept"].contains(word) else { return nil }
    var actors = event.actors.map { cast.mentions[$0].entity }
    let codes = codes(actors)
    guard !codes.isEmpty else { return nil }
    actors = actors.filter { !cast.entities[$0].code.isEmpty }
    var recipients = event.recipients.map { cast.mentions[$0].entity }.filter { entity in
      !cast.entities[entity].code.isEmpty && !codes.contains(cast.entities[entity].code)
    }
    if recipients.isEmpty, codes.count < 2 {
      recipients = self.recipients(of: event.token, in: sentence, but: codes, speaker(of: event.token))
    }
    guard !recipients.isEmpty || codes.count > 1 else { return nil }
    let extent = clause(of: event.token)
    let form: Commitment.Form =
      isSigning ? .signed : ["offer", "propose", "proposal"].contains(word) ? .offered : .pledged
    return Commitment(
      id: "", actors: actors, recipients: recipients, form: form, content: document.span(extent), token: event.token,
      sentence: sentence, due: due(after: event.token, extent, in: sentence),
      statement: statementAt[event.token] >= 0 ? statementAt[event.token] : nil, isDenied: !event.deniedBy.isEmpty)
  }

  private func isDenied(_ token: Int) -> Bool {
    events.contains { $0.token == token && !$0.deniedBy.isEmpty }
      || statementAt[token] >= 0 && statements[statementAt[token]].stance == .deny
  }

  /// Whether the verb stands in a condition or a question within the sentence.
  private func isHypothetical(_ token: Int) -> Bool {
    var at = token
    for _ in 0..<6 {
      if children(at, "mark").contains(where: { ["if", "unless", "whether", "before", "until"].contains(lemma($0)) }) {
        return true
      }
      guard let up = document.tokens[at].head.index else { return false }
      at = up
    }
    return false
  }

  /// The words of a verb's clause, but for clauses that tell something else about it: what is said beside, and reasons.
  private func clause(of token: Int) -> Range<Int> {
    let sentence = document.sentences[document.sentenceIndex(of: token)]
    var extent = token..<(token + 1)
    var stack = [token]
    while let top = stack.popLast() {
      for child in tree.dependents(of: top) {
        let relation = String(document.tokens[child].relation)
        if top == token, ["parataxis", "advcl", "conj", "punct", "mark", "aux", "cc"].contains(relation) { continue }
        if document.tokens[child].relation == "punct" { continue }
        extent = min(extent.lowerBound, child)..<max(extent.upperBound, child + 1)
        stack.append(child)
      }
    }
    return extent.clamped(to: sentence)
  }

  // MARK: Whose it is

  private func codes(_ entities: [Int]) -> Set<String> {
    Set(entities.map { cast.entities[$0].code }).subtracting([""])
  }

  /// Who speaks the words that a token stands in, where a state's or body's.
  private func speaker(of token: Int) -> Statement? {
    statementAt[token] >= 0 ? statements[statementAt[token]] : nil
  }

  private func speaking(_ statement: Statement?) -> [Int] {
    guard let entity = statement?.speaker?.entity, cast.entities[entity].code.isStateCode else { return [] }
    let isOutside = cast.entities[entity].sectors.contains { ["JRN", "EDU", "CVL", "BUS", "LAB", "REB"].contains($0) }
    return isOutside ? [] : [entity]
  }

  private static let telling: Set<String> = ["tell", "say", "inform", "announce", "confirm", "assure", "add", "state"]

  /// Who tells it by the verb above: "Xie told his guest that he would be allowed home".
  private func telling(_ token: Int) -> [Int] {
    guard document.tokens[token].relation == "ccomp", let up = document.tokens[token].head.index,
      Self.telling.contains(lemma(up)), let subject = subject(of: up), !subject.isPassive
    else { return [] }
    return entities(of: subject.token, modifiers: true).filter { cast.entities[$0].code.isStateCode }
  }

  /// The entities of a noun and those joined to it; of a noun that is none, those that its modifiers name.
  private func entities(of noun: Int, modifiers: Bool) -> [Int] {
    var found: [Int] = []
    for head in [noun] + children(noun, "conj") {
      let own = (entitiesAt[head] ?? []).filter { !cast.entities[$0].code.isEmpty }
      found += own
      if own.isEmpty, modifiers {
        for child in tree.dependents(of: head)
        where ["amod", "compound", "nmod"].contains(String(document.tokens[child].relation)) {
          for named in [child] + children(child, "conj") {
            found += (entitiesAt[named] ?? []).filter { !cast.entities[$0].code.isEmpty }
          }
        }
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The subject of a verb; of one that is joined to another and has none, the other's.
  private func subject(of token: Int) -> (token: Int, isPassive: Bool)? {
    var at = token
    for _ in 0..<4 {
      if let subject = tree.dependents(of: at).first(where: { document.tokens[$0].relation == "nsubj" }) {
        return (subject, document.tokens[subject].deprel == "nsubj:pass")
      }
      guard document.tokens[at].relation == "conj", let up = document.tokens[at].head.index else { return nil }
      at = up
    }
    return nil
  }

  private func actors(of token: Int, _ holding: Holding, _ statement: Statement?) -> [Int] {
    let told = telling(token)
    let speaking = told.isEmpty ? speaking(statement) : told
    if let agent = tree.dependents(of: token).first(where: { document.tokens[$0].deprel == "obl:agent" }) {
      let found = entities(of: agent, modifiers: true)
      if !found.isEmpty { return found }
    }
    var subject = subject(of: token)
    if subject == nil, let governor = holding.governor { subject = self.subject(of: governor) }
    if holding.isAllowance { return speaking }
    if let subject {
      let own = entities(of: subject.token, modifiers: false)
      let isPassive =
        subject.isPassive || tree.dependents(of: token).contains { document.tokens[$0].deprel == "aux:pass" }
      // Goods and teams that leave or arrive are sent by who says so.
      let isSent = Self.arriving.contains(lemma(token)) && !own.contains { isWho($0) } && !speaking.isEmpty
      if !own.isEmpty, !isPassive, !isSent { return own }
      // What is done to somebody, or with a thing, is done by who says so.
      let above = above(token)
      if !above.isEmpty { return above }
      if !speaking.isEmpty { return speaking }
      let modifying = entities(of: subject.token, modifiers: true)
      if !modifying.isEmpty { return modifying }
      return []
    }
    if let governor = holding.governor, document.tokens[governor].upos == "NOUN" {
      let owners = tree.dependents(of: governor).filter {
        ["nmod", "amod", "compound"].contains(String(document.tokens[$0].relation))
      }.flatMap { entitiesAt[$0] ?? [] }.filter { !cast.entities[$0].code.isEmpty }
      if let owner = owners.first { return [owner] }
    }
    let above = above(token)
    return above.isEmpty ? speaking : above
  }

  private static let arriving: Set<String> = [
    "follow", "come", "arrive", "leave", "go", "flow", "sail", "reach", "depart", "run", "begin", "start",
  ]

  private func isWho(_ entity: Int) -> Bool { [.person, .state].contains(cast.entities[entity].kind) }

  /// Those who agree or promise, in the clause above or beside.
  private func above(_ token: Int) -> [Int] {
    var words = children(token, "parataxis")
    if let up = document.tokens[token].head.index { words.append(up) }
    for word in words where Self.pledging.contains(lemma(word)) || Self.offering.contains(lemma(word)) {
      if let subject = subject(of: word), !subject.isPassive {
        let found = entities(of: subject.token, modifiers: true)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Those for whom it is: others in the sentence, who is spoken to, others of the sentence before, whom the article speaks of most.
  private func recipients(of token: Int, in sentence: Int, but codes: Set<String>, _ statement: Statement?) -> [Int] {
    func others(_ range: Range<Int>) -> [Int] {
      var found: [Int] = []
      for mention in cast.mentions where range.contains(mention.head) {
        let entity = cast.entities[mention.entity]
        guard entity.code.isStateCode, !codes.contains(entity.code), !found.contains(mention.entity),
          entity.kind != .place || tellsWhere(mention.head)
        else { continue }
        if !found.contains(where: { cast.entities[$0].code == entity.code }) { found.append(mention.entity) }
      }
      return found
    }
    let own = others(document.sentences[sentence])
    if !own.isEmpty { return Array(own.prefix(3)) }
    if codes.count > 1 { return [] }
    if let addressee = statement?.addressee?.entity, cast.entities[addressee].code.isStateCode,
      !codes.contains(cast.entities[addressee].code)
    {
      return [addressee]
    }
    if sentence > 0 {
      let before = others(document.sentences[sentence - 1])
      if !before.isEmpty { return Array(before.prefix(1)) }
    }
    var counts: [(entity: Int, count: Int)] = []
    for mention in cast.mentions {
      let code = cast.entities[mention.entity].code
      guard code.isStateCode, !codes.contains(code) else { continue }
      if let place = counts.firstIndex(where: { cast.entities[$0.entity].code == code }) {
        counts[place].count += 1
      } else {
        counts.append((mention.entity, 1))
      }
    }
    return counts.max { $0.count < $1.count }.map { [$0.entity] } ?? []
  }

  /// Whether a place is where something goes or is done: "to Novorossiysk".
  private func tellsWhere(_ token: Int) -> Bool { !children(token, "case").isEmpty }

  // MARK: By when

  /// The last day that the words after a verb, in its clause or sentence, put it to.
  private func due(after token: Int, _ extent: Range<Int>, in sentence: Int) -> CalendarDay? {
    guard let published else { return nil }
    let range = document.sentences[sentence]
    let ahead = dates.filter { range.contains($0.tokens.lowerBound) }.compactMap { date -> (Int, CalendarDay)? in
      day(of: date, after: published).map { (date.tokens.lowerBound, $0) }
    }
    return
      (ahead.first { extent.contains($0.0) && $0.0 > token } ?? ahead.first { extent.contains($0.0) }
      ?? ahead.first { $0.0 > token && isBound($0.0) })?.1
  }

  /// Whether a time's words say by when.
  private func isBound(_ token: Int) -> Bool {
    token > 0 && ["by", "before", "until", "within", "from", "till"].contains(lemma(token - 1))
  }

  /// The last day of a time that lies ahead.
  private func day(of date: DateExpression, after published: CalendarDay) -> CalendarDay? {
    if date.kind == .duration {
      guard let length = Self.days(of: date.value), date.tokens.lowerBound > 0 else { return nil }
      switch lemma(date.tokens.lowerBound - 1) {
      case "within", "inside": return published + length
      // "in three weeks", not "the first in three years" or "in nine days of marches".
      case "in" where length <= Self.soon:
        let after = date.tokens.upperBound
        return after < document.tokens.count && lemma(after) == "of" ? nil : published + length
      default: return nil
      }
    }
    guard let days = date.days, days.upperBound >= published else { return nil }
    let before = date.tokens.lowerBound > 0 ? lemma(date.tokens.lowerBound - 1) : ""
    return before == "before" && days.lowerBound > published ? days.lowerBound + -1 : days.upperBound
  }

  /// "In" tells a day that lies no more than so many days ahead.
  private static let soon = 92

  /// The days of a duration of TIMEX3: `P2W`.
  private static func days(of value: String) -> Int? {
    guard value.hasPrefix("P"), let unit = value.last, let count = Int(value.dropFirst().dropLast()) else { return nil }
    return ["D": 1, "W": 7, "M": 30, "Y": 365][unit].map { $0 * count }
  }
}
