import Actors
import Foundation
import Language

/// Who acts and who is acted upon: syntax, by the rule's or the category's places, and the encoder's participant head, weighed
/// together.
struct ParticipantFinder {
  let document: Document
  let cast: Cast
  let features: ParticipantFeatures
  let weights: ParticipantWeights?
  /// The codes that the article names most often, foremost first: parties that a sentence may leave unsaid.
  let foremost: [String]
  /// The mentions, in the order of their heads.
  private let byHead: [Int]
  /// For each code the mentions that bear it, in the order of the text: of states, bodies and people, where there are any.
  private let bearers: [String: [Int]]

  /// A finder; without weights it takes what syntax says.
  init(document: Document, cast: Cast, features: ParticipantFeatures, weights: ParticipantWeights?) {
    self.document = document
    self.cast = cast
    self.features = features
    self.weights = weights
    byHead = cast.mentions.indices.sorted { (cast.mentions[$0].head, $0) < (cast.mentions[$1].head, $1) }
    var order: [String] = []
    var all: [String: [Int]] = [:]
    for index in cast.mentions.indices {
      let code = cast.entities[cast.mentions[index].entity].code
      guard !code.isEmpty else { continue }
      if all[code] == nil { order.append(code) }
      all[code, default: []].append(index)
    }
    let counts = order.map { all[$0]?.count ?? 0 }
    foremost = order.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(3).map { order[$0] }
    bearers = all.mapValues { mentions in
      let acting = mentions.filter { cast.entities[cast.mentions[$0].entity].kind != .place }
      return acting.isEmpty ? mentions : acting
    }
  }

  /// Where the parties of a category stand when no rule says so.
  static func places(_ category: Category, mode: String) -> (actor: [[Rule.Place]], recipient: [[Rule.Place]]) {
    func o(_ word: String) -> Rule.Place { .role(.oblique(word)) }
    let agent: [[Rule.Place]] = [[.role(.agent)]]
    switch category {
    case .consult where mode == "visit":
      return (agent, [[.role(.patient)], [o("to")], [o("in")], [o("with")], [o("at")]])
    case .consult where mode == "phone" || mode == "third-party":
      return (agent, [[.role(.patient)], [o("to"), o("with"), o("between")]])
    case .consult: return ([[.role(.agent), o("with"), o("between"), .role(.patient)]], [])
    case .agree: return (agent, [[o("with")], [o("to")], [.role(.patient)]])
    case .support, .concede: return (agent, [[.role(.patient)], [o("to")], [o("for")], [o("with")], [.inPatient]])
    case .cooperate: return (agent, [[o("with")], [o("to")], [o("from")], [.role(.patient)], [.inPatient]])
    case .aid: return (agent, [[o("to")], [o("for")], [.role(.patient)], [.inPatient], [o("in")]])
    case .retreat: return (agent, [[o("from")], [.role(.patient)], [o("to")], [.inPatient]])
    case .request: return (agent, [[.complement], [.role(.patient)], [o("on")], [o("to")], [o("from")], [.inPatient]])
    case .accuse:
      return (
        agent, [[.role(.patient)], [o("of")], [o("against")], [o("on")], [o("for")], [.inPatient], [.complement]]
      )
    case .reject: return (agent, [[o("to")], [o("with")], [.possessorOfPatient], [o("by")], [o("from")], [.inPatient]])
    case .threaten: return (agent, [[.role(.patient)], [o("against")], [o("to")], [o("on")], [.inPatient]])
    case .protest: return (agent, [[o("against")], [o("at")], [.role(.patient)], [.inPatient]])
    case .sanction:
      return (agent, [[o("on")], [o("against")], [o("from")], [o("with")], [.role(.patient)], [o("to")], [.inPatient]])
    case .mobilize: return (agent, [[o("against")], [o("at")], [o("over")]])
    case .coerce: return (agent, [[.role(.patient)], [o("on")], [o("against")], [o("of")], [.inPatient]])
    case .assault: return (agent, [[.role(.patient)], [o("on")], [o("against")], [o("at")], [o("of")], [.inPatient]])
    }
  }

  /// Where syntax puts parties: by the rule that applies, and by the category's own places.
  struct Syntax {
    var ruleActors: [Int] = []
    var ruleRecipients: [Int] = []
    var actors: [Int] = []
    var recipients: [Int] = []

    /// The names under which features know them: each alone, and all together.
    struct Marks {
      var each: [String] = []
      var all = "none"
    }

    func marks(_ mention: Int) -> Marks {
      var marks = Marks()
      for (name, mentions) in [
        ("ra", ruleActors), ("rr", ruleRecipients), ("da", actors), ("dr", recipients),
      ] where mentions.contains(mention) {
        marks.each.append(name)
      }
      if !marks.each.isEmpty { marks.all = marks.each.joined(separator: " ") }
      return marks
    }
  }

  func syntax(
    of candidate: CodingSession.Candidate, proposition p: Proposition?, mode: String, matcher: RuleMatcher,
    propositions: [Proposition?]
  ) -> Syntax {
    var found = Syntax()
    if let match = candidate.rule {
      found.ruleActors = match.actors
      found.ruleRecipients = match.recipients
    }
    if let p {
      let places = Self.places(candidate.category, mode: mode)
      found.actors = matcher.find(places.actor, of: p, among: propositions)
      found.recipients = matcher.find(places.recipient, of: p, among: propositions)
    }
    return found
  }

  /// The parties of an act, as mentions.
  ///
  /// - Parameter history: The parties of the acts told before.
  func parties(
    of candidate: CodingSession.Candidate, mode: String, syntax: Syntax, history: PartyHistory
  ) -> (actors: [Int], recipients: [Int]) {
    guard let weights else {
      let actors = syntax.ruleActors.isEmpty ? syntax.actors : syntax.ruleActors
      let recipients = candidate.rule == nil ? syntax.recipients : syntax.ruleRecipients
      return (distinct(actors), distinct(recipients.filter { !actors.contains($0) }))
    }
    let lemma = lemma(of: candidate)
    let context = ParticipantWeights.Context(category: candidate.category.rawValue, mode: mode)
    var seen = sights(of: candidate, syntax: syntax, proposed: history.codes(candidate.category, lemma: lemma))
    let actors = choose(.actor, &seen, context, weights, placed: syntax.ruleActors + syntax.actors) { sight in
      history.note(sight.code, candidate.category, lemma: lemma, beside: [], sight.stand.name, in: &sight.seen)
    }
    let codes = codes(actors)
    seen.removeAll { actors.contains($0.mention) && $0.stand != .implied }
    let placed = syntax.ruleRecipients + syntax.recipients
    let recipients = choose(.recipient, &seen, context, weights, placed: placed) { sight in
      history.note(sight.code, candidate.category, lemma: lemma, beside: codes, sight.stand.name, in: &sight.seen)
      noteBeside(&sight, codes)
    }
    return (distinct(actors), distinct(others(than: actors, among: recipients, at: candidate.token)))
  }

  /// Recipients none of whom acts: nobody acts on himself. Where one does, it is another of his state or body, who was named nearest.
  private func others(than actors: [Int], among recipients: [Int], at token: Int) -> [Int] {
    let acting = actors.map { cast.mentions[$0].entity }
    return recipients.compactMap { mention in
      let entity = cast.mentions[mention].entity
      guard acting.contains(entity) else { return mention }
      let all = bearers[cast.entities[entity].code] ?? []
      let after = all.firstPosition { cast.mentions[$0].tokens.lowerBound >= token }
      let isOther = { (mention: Int) in !acting.contains(cast.mentions[mention].entity) }
      return all[..<after].last(where: isOther) ?? all[after...].first(where: isOther)
        ?? (cast.entities[entity].kind == .state ? mention : nil)
    }
  }

  /// The codes of mentions, each once.
  func codes(_ mentions: [Int]) -> [String] {
    var found: [String] = []
    for mention in mentions {
      let code = cast.entities[cast.mentions[mention].entity].code
      if !code.isEmpty, !found.contains(code) { found.append(code) }
    }
    return found
  }

  /// The lemma by which an act is known when it is told again.
  func lemma(of candidate: CodingSession.Candidate) -> String { document.tokens[candidate.token].lemma.lowercased() }

  /// A mention, or a code that the sentence leaves unsaid, as it looks from an act.
  struct Sight {
    /// Where it stands: in the act's sentence, in the one before, or nowhere near.
    enum Stand {
      case here, before, implied

      var name: String {
        switch self {
        case .here: " here"
        case .before: " before"
        case .implied: " implied"
        }
      }
    }

    var mention: Int
    var code: String
    var stand: Stand
    var isPronoun = false
    /// The party head's logits; `nil` where it has seen neither act nor mention.
    var asActor: Float?
    var asRecipient: Float?
    var seen: FeatureList
    /// The name of the path from the act, where it stands here.
    var path: FeatureName?
    /// The token that heads the phrase in which it is joined with others, or its own; -1 for what is implied.
    var phrase = -1
  }

  /// What may be a party: the mentions of the act's sentence and of the one before, the article's foremost codes, and those
  /// that history proposes. Those without a code are chosen as one.
  func sights(
    of candidate: CodingSession.Candidate, syntax: Syntax, proposed: [String], areRead: Bool = false
  ) -> [Sight] {
    let sentence = document.sentenceIndex(of: candidate.token)
    let range = document.sentences[sentence]
    let near = document.sentences[max(0, sentence - 1)].lowerBound..<range.upperBound
    let trigger = candidate.tokens.first ?? candidate.token
    let scores = document.acts.parties
    var found: [Sight] = []
    for index in mentions(within: near) {
      let mention = cast.mentions[index]
      var seen = FeatureList(isRead: areRead)
      let path = features.note(
        index, at: candidate.token, tokens: candidate.tokens, syntax: syntax.marks(index), in: &seen)
      found.append(
        Sight(
          mention: index, code: cast.entities[mention.entity].code,
          stand: range.contains(mention.head) ? .here : .before, isPronoun: mention.form == .pronoun,
          asActor: scores.logit(.actor, at: trigger, of: mention.tokens),
          asRecipient: scores.logit(.recipient, at: trigger, of: mention.tokens), seen: seen, path: path,
          phrase: features.firstJoined(mention.head)))
    }
    let later = proposed.filter { !foremost.contains($0) }
    for (rank, code) in (foremost + later).enumerated() {
      guard let mention = nearest(code, before: range.upperBound) else { continue }
      let isHere = found.contains { $0.stand == .here && $0.code == code }
      var seen = FeatureList(isRead: areRead)
      let name = Self.ranks[min(rank, foremost.count)]
      seen.add(name)
      seen.add(name, isHere ? " here" : " absent")
      let (asActor, asRecipient) = logits(of: code, at: trigger)
      found.append(
        Sight(
          mention: mention, code: code, stand: .implied, asActor: asActor, asRecipient: asRecipient, seen: seen))
    }
    return found
  }

  /// The party head's greatest logits of a code's mentions, anywhere that the encoder read together with the act.
  private func logits(of code: String, at trigger: Int) -> (actor: Float?, recipient: Float?) {
    let scores = document.acts.parties
    guard let window = scores.window(at: trigger) else { return (nil, nil) }
    let mentions = mentions(of: code, within: window)
    func most(_ part: PartyScores.Part) -> Float? {
      mentions.lazy.compactMap { scores.logit(part, at: trigger, of: cast.mentions[$0].tokens) }.max()
    }
    return (most(.actor), most(.recipient))
  }

  /// The same of all codes that are named there.
  func logits(at trigger: Int) -> [String: [Float]] {
    var found: [String: [Float]] = [:]
    for code in bearers.keys {
      if case (let actor?, let recipient?) = logits(of: code, at: trigger) { found[code] = [actor, recipient] }
    }
    return found
  }

  private static let ranks = ["implied 0", "implied 1", "implied 2", "implied 3"]

  /// The mentions whose heads lie in a range, in the order of the text.
  private func mentions(within range: Range<Int>) -> [Int] {
    let first = byHead.firstPosition { cast.mentions[$0].head >= range.lowerBound }
    return byHead[first...].prefix { cast.mentions[$0].head < range.upperBound }.sorted()
  }

  /// The mentions of a code whose first words lie in a range.
  private func mentions(of code: String, within range: Range<Int>) -> ArraySlice<Int> {
    let all = bearers[code] ?? []
    let first = all.firstPosition { cast.mentions[$0].tokens.lowerBound >= range.lowerBound }
    return all[first...].prefix { cast.mentions[$0].tokens.lowerBound < range.upperBound }
  }

  /// The last mention of a code that begins before a token, of a state or body rather than a place; else the first after it.
  private func nearest(_ code: String, before token: Int) -> Int? {
    let all = bearers[code] ?? []
    let after = all.firstPosition { cast.mentions[$0].tokens.lowerBound >= token }
    return after > 0 ? all[after - 1] : all.first
  }

  /// Chooses the mentions that have a part; what `note` adds to a sight counts for this part alone.
  ///
  /// - Parameter placed: Where syntax puts it, the surest first. The weights know codes, not people: of several of one code that which
  ///   stands in the place acts, the minister who travels and not the ministry that says so.
  private func choose(
    _ part: PartyScores.Part, _ sights: inout [Sight], _ context: ParticipantWeights.Context,
    _ weights: ParticipantWeights, placed: [Int], note: (inout Sight) -> Void
  ) -> [Int] {
    let meeting = weights.meeting(part)
    var best: [Choice] = []
    for i in sights.indices {
      let count = sights[i].seen.features.count
      note(&sights[i])
      let probability = meeting.probability(
        of: sights[i], part, sum: weights.sum(part, sights[i].seen, context))
      sights[i].seen.keep(count)
      if let known = best.firstIndex(where: { $0.code == sights[i].code }) {
        if probability > best[known].probability { best[known] = Choice(sights[i], probability) }
      } else {
        best.append(Choice(sights[i], probability))
      }
    }
    var chosen = best.filter { $0.probability >= meeting.threshold }
    // One without a code does not speak against one with: most acts that are told have parties of a state or body.
    if chosen.allSatisfy(\.code.isEmpty) {
      let likeliest = best.filter { !$0.code.isEmpty }.max { $0.probability < $1.probability }
      if let likeliest, likeliest.probability >= meeting.least { chosen.append(likeliest) }
    }
    // "Both states": who is told by one phrase is a party as one.
    for sight in sights where sight.stand != .implied {
      let tokens = cast.mentions[sight.mention].tokens
      if !chosen.contains(where: { $0.code == sight.code }),
        chosen.contains(where: { $0.phrase >= 0 && cast.mentions[$0.mention].tokens == tokens })
      {
        chosen.append(Choice(sight, 0))
      }
    }
    // "Senegal and Ghana": who is joined with a party is one sooner.
    let joined = best.filter { choice in
      choice.probability >= meeting.joined && !chosen.contains { $0.code == choice.code }
        && choice.phrase >= 0 && chosen.contains { $0.phrase == choice.phrase }
    }
    let here = Set(sights.lazy.filter { $0.stand == .here }.map(\.mention))
    return (chosen + joined).map { choice in
      guard !choice.code.isEmpty, !placed.contains(choice.mention) else { return choice.mention }
      return placed.first { here.contains($0) && cast.entities[cast.mentions[$0].entity].code == choice.code }
        ?? actingRather(than: choice.mention)
    }
  }

  /// A state's media tell of its acts; where syntax does not make them act, the nearest other of its bodies or the state itself does.
  private func actingRather(than mention: Int) -> Int {
    let entity = cast.entities[cast.mentions[mention].entity]
    guard entity.sectors == ["JRN"] else { return mention }
    let others = (bearers[entity.code] ?? []).filter { cast.entities[cast.mentions[$0].entity].sectors != ["JRN"] }
    return others.min { abs($0 - mention) < abs($1 - mention) } ?? mention
  }

  /// The likeliest mention of a code.
  private struct Choice {
    var code: String
    var mention: Int
    var phrase: Int
    var probability: Double

    init(_ sight: Sight, _ probability: Double) {
      code = sight.code
      mention = sight.mention
      phrase = sight.phrase
      self.probability = probability
    }
  }

  /// Notes what a possible recipient is beside the actors chosen.
  private func noteBeside(_ sight: inout Sight, _ actors: [String]) {
    let relation =
      actors.contains(sight.code) ? "same as actor" : actors.isEmpty ? "no actor" : "other than actor"
    sight.seen.add(relation, meetsMode: true)
    sight.seen.add(relation, sight.stand.name, meetsMode: true)
    if var path = sight.path {
      path.append(" ")
      path.append(relation)
      sight.seen.add(path, meetsMode: true)
    }
  }

  /// One mention an entity: the first.
  private func distinct(_ mentions: [Int]) -> [Int] {
    var seen: [Int] = []
    return mentions.filter { mention in
      let entity = cast.mentions[mention].entity
      if seen.contains(entity) { return false }
      seen.append(entity)
      return true
    }
  }
}

extension ParticipantWeights.Meeting {
  /// The probability that a mention has a part in an act.
  func probability(
    of sight: ParticipantFinder.Sight, _ part: PartyScores.Part, sum: Double
  ) -> Double {
    var logit = features * sum + bias
    let stand =
      switch sight.stand {
      case .here: here
      case .before: before
      case .implied: implied
      }
    let own = part == .actor ? sight.asActor : sight.asRecipient
    let other = part == .actor ? sight.asRecipient : sight.asActor
    if let own, let other { logit += stand.own * Double(own) + stand.other * Double(other) + stand.seen }
    if sight.isPronoun { logit += pronoun }
    return 1 / (1 + exp(-logit))
  }
}

extension Array {
  /// The first position from which a condition holds to the end. Logarithmic.
  fileprivate func firstPosition(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
