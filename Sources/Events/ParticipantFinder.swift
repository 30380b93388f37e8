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

  /// A finder; without weights it takes what syntax says.
  init(document: Document, cast: Cast, features: ParticipantFeatures, weights: ParticipantWeights?) {
    self.document = document
    self.cast = cast
    self.features = features
    self.weights = weights
    var counts: [(code: String, count: Int)] = []
    for mention in cast.mentions {
      let entity = cast.entities[mention.entity]
      guard !entity.code.isEmpty else { continue }
      if let known = counts.firstIndex(where: { $0.code == entity.code }) {
        counts[known].count += 1
      } else {
        counts.append((entity.code, 1))
      }
    }
    let ranked = counts.indices.sorted { (-counts[$0].count, $0) < (-counts[$1].count, $1) }
    foremost = ranked.prefix(3).map { counts[$0].code }
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

    /// The names under which features know them.
    func marks(_ mention: Int) -> [String] {
      var marks: [String] = []
      if ruleActors.contains(mention) { marks.append("ra") }
      if ruleRecipients.contains(mention) { marks.append("rr") }
      if actors.contains(mention) { marks.append("da") }
      if recipients.contains(mention) { marks.append("dr") }
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
    let seen = sights(of: candidate, syntax: syntax, proposed: history.codes(candidate.category, lemma: lemma))
    let actors = choose(.actor, seen, candidate, mode: mode, weights) { sight in
      Self.told(history.features(of: sight.code, candidate.category, lemma: lemma, beside: []), sight)
    }
    let codes = codes(actors)
    let recipients = choose(.recipient, seen, candidate, mode: mode, weights) { sight in
      Self.told(history.features(of: sight.code, candidate.category, lemma: lemma, beside: codes), sight)
        + beside(sight, codes)
    }
    return (distinct(actors), distinct(recipients.filter { !actors.contains($0) }))
  }

  /// The codes of mentions, each once.
  func codes(_ mentions: [Int]) -> [String] {
    var found: [String] = []
    for mention in mentions {
      let code = cast.entities[cast.mentions[mention].entity].code
      if !found.contains(code) { found.append(code) }
    }
    return found
  }

  /// The lemma by which an act is known when it is told again.
  func lemma(of candidate: CodingSession.Candidate) -> String { document.tokens[candidate.token].lemma.lowercased() }

  /// What history says, alone and with where the code stands now.
  private static func told(_ features: [String], _ sight: Sight) -> [String] {
    features + features.map { $0 + (sight.isHere ? " here" : sight.isImplied ? " implied" : " before") }
  }

  /// A mention, or a code that the sentence leaves unsaid, as it looks from an act.
  struct Sight {
    var mention: Int
    var code: String
    var features: [String]
    var isHere: Bool
    var isPronoun: Bool
    var isImplied: Bool
    var asActor: Double
    var asRecipient: Double
  }

  /// What may be a party: the mentions of the act's sentence and of the one before, the article's foremost codes, and those
  /// that history proposes.
  func sights(of candidate: CodingSession.Candidate, syntax: Syntax, proposed: [String]) -> [Sight] {
    let sentence = document.sentenceIndex(of: candidate.token)
    let range = document.sentences[sentence]
    let window = document.sentences[max(0, sentence - 1)].lowerBound..<range.upperBound
    let hasScores =
      sentence < document.acts.actor.count && document.acts.actor[sentence].count == range.count * range.count
    let row = ((candidate.tokens.first ?? candidate.token) - range.lowerBound) * range.count
    func score(_ table: [[Float]], _ mention: Mention) -> Double {
      guard hasScores else { return 0 }
      return Double(
        mention.tokens.lazy.filter { range.contains($0) }.map { table[sentence][row + $0 - range.lowerBound] }.max()
          ?? 0)
    }
    var found: [Sight] = []
    for (index, mention) in cast.mentions.enumerated() where window.contains(mention.head) {
      let code = cast.entities[mention.entity].code
      guard !code.isEmpty else { continue }
      let isHere = range.contains(mention.head)
      found.append(
        Sight(
          mention: index, code: code,
          features: features.features(
            of: index, at: candidate.token, tokens: candidate.tokens, syntax: syntax.marks(index)),
          isHere: isHere, isPronoun: mention.form == .pronoun, isImplied: false,
          asActor: isHere ? score(document.acts.actor, mention) : 0,
          asRecipient: isHere ? score(document.acts.recipient, mention) : 0))
    }
    let later = proposed.filter { !foremost.contains($0) }
    for (rank, code) in (foremost + later).enumerated() {
      let rank = rank < foremost.count ? rank : 3
      guard let mention = nearest(code, before: range.upperBound) else { continue }
      let isHere = found.contains { $0.isHere && $0.code == code }
      found.append(
        Sight(
          mention: mention, code: code, features: ["implied \(rank)", "implied \(rank) \(isHere ? "here" : "absent")"],
          isHere: false, isPronoun: false, isImplied: true, asActor: 0, asRecipient: 0))
    }
    return found
  }

  /// The last mention of a code before a token, of a state or body rather than a place; else the first after it.
  private func nearest(_ code: String, before token: Int) -> Int? {
    let all = cast.mentions.indices.filter { cast.entities[cast.mentions[$0].entity].code == code }
    let acting = all.filter { cast.entities[cast.mentions[$0].entity].kind != .place }
    let pool = acting.isEmpty ? all : acting
    return pool.last { cast.mentions[$0].head < token } ?? pool.first
  }

  private func choose(
    _ part: ParticipantWeights.Part, _ seen: [Sight], _ candidate: CodingSession.Candidate, mode: String,
    _ weights: ParticipantWeights, more: (Sight) -> [String]
  ) -> [Int] {
    let meeting = weights.meeting(part)
    var best: [(code: String, mention: Int, probability: Double)] = []
    for sight in seen {
      let sum = weights.sum(part, sight.features + more(sight), category: candidate.category.rawValue, mode: mode)
      let own = part == .actor ? sight.asActor : sight.asRecipient
      let other = part == .actor ? sight.asRecipient : sight.asActor
      var logit = meeting.features * sum + meeting.bias
      if sight.isHere { logit += meeting.own * Self.logit(own) + meeting.other * Self.logit(other) + meeting.here }
      if sight.isPronoun { logit += meeting.pronoun }
      if sight.isImplied { logit += meeting.implied }
      let probability = 1 / (1 + exp(-logit))
      if let known = best.firstIndex(where: { $0.code == sight.code }) {
        if probability > best[known].probability { best[known] = (sight.code, sight.mention, probability) }
      } else {
        best.append((sight.code, sight.mention, probability))
      }
    }
    let chosen = best.filter { $0.probability >= meeting.threshold }
    if !chosen.isEmpty { return chosen.map(\.mention) }
    guard let top = best.max(by: { $0.probability < $1.probability }), top.probability >= meeting.least else {
      return []
    }
    return [top.mention]
  }

  /// What a possible recipient is beside the actors chosen.
  private func beside(_ sight: Sight, _ actors: [String]) -> [String] {
    let relation = actors.contains(sight.code) ? "same as actor" : actors.isEmpty ? "no actor" : "other than actor"
    var found = [relation, relation + (sight.isHere ? " here" : sight.isImplied ? " implied" : " before")]
    if sight.isHere, let path = sight.features.first(where: { $0.hasPrefix("path") }) {
      found.append("\(relation) \(path)")
    }
    return found
  }

  static func logit(_ probability: Double) -> Double {
    let p = min(max(probability, 1e-4), 1 - 1e-4)
    return log(p / (1 - p))
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
