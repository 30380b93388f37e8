import Actors
import Language

/// Who acts and who is acted upon: syntax by the rule's or the category's places, and the encoder's participant head.
struct ParticipantFinder {
  let document: Document
  let cast: Cast
  let parties: PartyFinder
  let usesHead: Bool

  /// Where the parties of a category stand when no rule says so.
  private static func places(_ category: Category, mode: String) -> (actor: [[Rule.Place]], recipient: [[Rule.Place]]) {
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
    case .accuse: return (agent, [[.role(.patient)], [o("of")], [o("against")], [o("on")], [o("for")], [.inPatient], [.complement]])
    case .reject: return (agent, [[o("to")], [o("with")], [.possessorOfPatient], [o("by")], [o("from")], [.inPatient]])
    case .threaten: return (agent, [[.role(.patient)], [o("against")], [o("to")], [o("on")], [.inPatient]])
    case .protest: return (agent, [[o("against")], [o("at")], [.role(.patient)], [.inPatient]])
    case .sanction: return (agent, [[o("on")], [o("against")], [o("from")], [o("with")], [.role(.patient)], [o("to")], [.inPatient]])
    case .mobilize: return (agent, [[o("against")], [o("at")], [o("over")]])
    case .coerce: return (agent, [[.role(.patient)], [o("on")], [o("against")], [o("of")], [.inPatient]])
    case .assault: return (agent, [[.role(.patient)], [o("on")], [o("against")], [o("at")], [o("of")], [.inPatient]])
    }
  }

  func parties(
    of candidate: CodingSession.Candidate, proposition p: Proposition?, rule: Rule?, mode: String, sentence: Int,
    matcher: RuleMatcher, propositions: [Proposition?]
  ) -> (actors: [Int], recipients: [Int]) {
    var actors: [Int] = []
    var recipients: [Int] = []
    if let match = candidate.rule {
      actors = match.actors
      recipients = match.recipients
    }
    if let p {
      let places = Self.places(candidate.category, mode: mode)
      if actors.isEmpty { actors = matcher.find(places.actor, of: p, among: propositions) }
      if recipients.isEmpty, rule == nil || !(rule?.recipient.isEmpty ?? true) {
        recipients = matcher.find(places.recipient, of: p, among: propositions)
      }
    }
    recipients.removeAll { actors.contains($0) }
    guard usesHead else { return (actors, recipients) }
    return weigh(actors, recipients, candidate, sentence: sentence)
  }

  /// Lets the participant head confirm, correct or fill what syntax found.
  private func weigh(
    _ actors: [Int], _ recipients: [Int], _ candidate: CodingSession.Candidate, sentence: Int
  ) -> (actors: [Int], recipients: [Int]) {
    let range = document.sentences[sentence]
    guard sentence < document.acts.actor.count, let trigger = candidate.tokens.first else { return (actors, recipients) }
    let row = (trigger - range.lowerBound) * range.count
    func scores(_ table: [Float]) -> [(mention: Int, score: Float)] {
      guard table.count == range.count * range.count else { return [] }
      var found: [(mention: Int, score: Float)] = []
      for (index, mention) in cast.mentions.enumerated() where range.contains(mention.head) {
        guard parties.isParty(index, allowsPlaces: true) else { continue }
        let score = mention.tokens.lazy.filter { range.contains($0) }.map { table[row + $0 - range.lowerBound] }.max() ?? 0
        found.append((index, score))
      }
      return found
    }
    let asActor = scores(document.acts.actor[sentence])
    let asRecipient = scores(document.acts.recipient[sentence])
    let newActors = choose(actors, asActor)
    let newRecipients = choose(recipients, asRecipient).filter { !newActors.contains($0) }
    return (newActors, newRecipients)
  }

  private func choose(_ syntactic: [Int], _ scored: [(mention: Int, score: Float)]) -> [Int] {
    func score(_ mention: Int) -> Float { scored.first { $0.mention == mention }?.score ?? 0 }
    let strong = scored.filter { $0.score >= 0.6 }
    guard !syntactic.isEmpty else { return distinct(strong.map(\.mention)) }
    let support = syntactic.map(score).max() ?? 0
    if support < 0.1, !strong.isEmpty { return distinct(strong.map(\.mention)) }
    let more = scored.filter { $0.score >= 0.8 && !syntactic.contains($0.mention) }.map(\.mention)
    return distinct(syntactic + more)
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
