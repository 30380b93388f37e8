import Actors
import Articles
import Events
import Language
import Particulars
import Statements

/// Finds what actors hold out to one another: by the future of a verb, by the verb or noun of a promise above it, or by an act of
/// agreeing or signing.
struct CommitmentReader {
  let document: Document
  let tree: DependencyTree
  let cast: Cast
  let dates: [DateExpression]
  let statements: [Statement]
  let events: [Event]
  let published: CalendarDay?
  /// The statement that each token stands in, the innermost; -1 where it stands in none.
  let statementAt: [Int]
  /// Entities by the token at the head of their mentions.
  let entitiesAt: [Int: [Int]]
  /// Mentions by their sentence.
  let mentionsIn: [[Mention]]
  /// Entities of states, the first of each code, by how often the article speaks of them.
  let states: [Int]
  private let eventAt: [Int: Int]
  private let datelines: [Span]

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
    datelines = Datelines.find(in: document.text)
    var at = [Int](repeating: -1, count: document.tokens.count)
    let widest = statements.indices.sorted { a, b in
      statements[a].content.end - statements[a].content.start > statements[b].content.end - statements[b].content.start
    }
    for index in widest {
      for token in statements[index].contentTokens.joined() where at.indices.contains(token) { at[token] = index }
    }
    statementAt = at
    var entities: [Int: [Int]] = [:]
    var mentionsIn = [[Mention]](repeating: [], count: document.sentences.count)
    var counts: [(entity: Int, code: String, count: Int)] = []
    for mention in cast.mentions {
      entities[mention.head, default: []].append(mention.entity)
      mentionsIn[document.sentenceIndex(of: mention.head)].append(mention)
      let code = cast.entities[mention.entity].code
      guard code.isStateCode else { continue }
      if let place = counts.firstIndex(where: { $0.code == code }) {
        counts[place].count += 1
      } else {
        counts.append((mention.entity, code, 1))
      }
    }
    entitiesAt = entities
    self.mentionsIn = mentionsIn
    states = counts.indices.sorted { (counts[$1].count, $0) < (counts[$0].count, $1) }.map { counts[$0].entity }
    eventAt = Dictionary(events.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { a, _ in a })
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
  func tellsWhat(_ token: Int) -> Bool {
    guard document.tokens[token].upos == "VERB" else { return false }
    return !children(token, "obj", "xcomp", "ccomp", "advcl").isEmpty
      || children(token, "obl").contains { place in
        ["on", "to", "over", "about"].contains { word in children(place, "case").contains { lemma($0) == word } }
          && !dates.contains { $0.tokens.contains(place) }
      }
  }

  /// Whether words name a promise without saying what it is: "the promise", "kits that Moscow had promised".
  func recalls(_ token: Int) -> Bool {
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

  func isQuestion(_ sentence: Range<Int>) -> Bool {
    sentence.reversed().prefix(2).contains { document.form($0) == "?" }
  }

  func lemma(_ token: Int) -> String { document.tokens[token].lemma.lowercased() }

  func children(_ token: Int, _ relations: String...) -> [Int] {
    tree.dependents(of: token).filter { relations.contains(String(document.tokens[$0].relation)) }
  }

  /// Verbs of speech, thought and state, and those of meeting and travelling, which are contacts.
  static let idle: Set<String> = [
    "say", "tell", "ask", "speak", "talk", "discuss", "meet", "visit", "travel", "fly", "arrive", "attend", "host",
    "receive", "welcome", "see", "hear", "know", "believe", "think", "consider", "decide", "hope", "want", "wish",
    "expect", "seek", "try", "look", "like", "need", "be", "have", "remain", "stay", "seem", "appear", "depend",
    "mean", "cost", "last", "become", "happen", "continue", "face", "raise", "urge", "demand", "warn", "respond",
    "reply", "answer", "judge", "wait", "watch", "address", "chair", "brief", "hold", "do", "make", "get", "let",
    "take", "go", "come", "pay",
  ]
  /// Verbs of what is held out against somebody, not to him.
  static let hostile: Set<String> = [
    "retaliate", "punish", "impose", "attack", "strike", "expel", "ban", "bomb", "invade", "seize", "arrest", "block",
    "detain", "deport", "fight", "destroy", "kill", "jail", "invoke", "fire", "shoot", "oppose", "veto", "reject",
    "refuse", "sue", "prosecute",
  ]
  /// What these light verbs carry tells the act; without an object they do not make one.
  static let light: Set<String> = ["hold", "do", "make", "get", "let", "take", "come", "go", "pay", "have"]
  /// Objects of light verbs that are contacts, or nothing done for anybody.
  static let talk: Set<String> = [
    "talk", "meeting", "visit", "trip", "summit", "negotiation", "conversation", "consultation", "conference",
    "discussion", "place", "part", "decision", "statement", "speech", "dialogue", "call", "tour", "session",
  ]

  func isIdle(_ token: Int) -> Bool {
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
    if word == "let" { return complements.isEmpty }
    if word == "take", complements.contains(where: { lemma($0) == "part" }) { return false }
    let objects = children(token, "obj", "xcomp", "ccomp")
    return objects.isEmpty || objects.contains { Self.talk.contains(lemma($0)) }
  }

  private static let joint: Set<String> = ["joint", "jointly", "together", "bilateral", "mutual"]

  /// The noun that names what a verb is to do: its object, what is done in the passive, what is agreed on, what comes.
  private func object(of token: Int) -> Int? {
    let subject = subject(of: token)
    let candidates =
      children(token, "obj")
      + (subject.map { $0.isPassive || Self.arriving.contains(lemma(token)) ? [$0.token] : [] } ?? [])
      + children(token, "obl").filter { place in children(place, "case").contains { ["on", "to"].contains(lemma($0)) } }
    return candidates.first { document.tokens[$0].upos == "NOUN" }
  }

  /// The event that a token tells.
  func event(at token: Int) -> Event? { eventAt[token].map { events[$0] } }

  func commitment(
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
    let speaker = statement(around: token)
    var actors = actors(of: token, holding, speaker)
    // "The doctors are to arrive within a week. Some 150 water purifiers will follow."
    if codes(actors).isEmpty, speaker?.speaker == nil, let last, sentence - last.sentence <= 1 { actors = last.actors }
    let codes = codes(actors)
    guard !codes.isEmpty else { return nil }
    let recipients = recipients(of: token, in: sentence, but: codes, speaker)
    // What is joint, all of them do.
    if let other = recipients.first, extent.contains(where: { Self.joint.contains(lemma($0)) }) {
      actors.append(other)
    }
    // Those who act together do so for one another.
    guard !recipients.isEmpty || codes.count > 1 else { return nil }
    return Commitment(
      id: "", actors: actors, recipients: recipients, form: holding.form, content: document.span(extent), token: token,
      object: object(of: token),
      sentence: sentence, due: due(after: token, extent, in: sentence) ?? dueOfComing(holding, in: sentence),
      statement: statementAt[token] >= 0 ? statementAt[token] : nil,
      isDenied: isDenied(token) || holding.words.contains(where: isDenied))
  }

  /// A commitment that only an act of agreeing or signing tells: "agreed on a joint company", "signed a contract".
  func commitment(_ event: Event, in sentence: Int) -> Commitment? {
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
      recipients = self.recipients(of: event.token, in: sentence, but: codes, statement(around: event.token))
    }
    guard !recipients.isEmpty || codes.count > 1 else { return nil }
    let extent = clause(of: event.token)
    let form: Commitment.Form =
      isSigning ? .signed : ["offer", "propose", "proposal"].contains(word) ? .offered : .pledged
    return Commitment(
      id: "", actors: actors, recipients: recipients, form: form, content: document.span(extent), token: event.token,
      object: object(of: event.token),
      sentence: sentence, due: due(after: event.token, extent, in: sentence),
      statement: statementAt[event.token] >= 0 ? statementAt[event.token] : nil, isDenied: !event.deniedBy.isEmpty)
  }

  func isDenied(_ token: Int) -> Bool {
    !(event(at: token)?.deniedBy.isEmpty ?? true)
      || statementAt[token] >= 0 && statements[statementAt[token]].stance == .deny
  }

  /// Whether the verb stands in a condition or a question within the sentence.
  func isHypothetical(_ token: Int) -> Bool {
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
  func clause(of token: Int) -> Range<Int> {
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
    extent = extent.clamped(to: sentence)
    // "ANKARA - Turkey will send two planes"
    while let first = extent.first,
      datelines.contains(where: { $0.overlaps(document.tokens[first].span) })
        || document.tokens[first].upos == "PUNCT", extent.count > 1
    {
      extent = (extent.lowerBound + 1)..<extent.upperBound
    }
    return extent
  }
}
