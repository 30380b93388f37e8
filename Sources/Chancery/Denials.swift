import Actors
import Events
import Language
import Statements

/// Ties denials to the acts they deny, in their own words ("denied selling arms") or sentences away ("Beijing flatly rejects
/// these accusations").
struct Denials {
  let document: Document
  let cast: Cast
  let statements: [Statement]

  /// Nouns for what others said.
  private static let accusations: Set<String> = [
    "accusation", "allegation", "charge", "claim", "report", "suggestion", "story", "account", "version", "reading",
    "assertion",
    "rumor", "rumour", "insinuation", "complaint", "finding", "notion", "slander", "fabrication", "lie", "invention",
    "figure",
    "speculation", "narrative", "link", "involvement", "role", "hand", "part", "wrongdoing",
    "responsibility",
  ]

  /// Of these, what the denier calls it.
  private static let judgements: Set<String> = [
    "slander", "fabrication", "lie", "invention", "speculation", "insinuation",
  ]

  /// Words that stand for it.
  private static let pronouns: Set<String> = [
    "it", "that", "this", "them", "which", "any", "all", "these", "those", "everything", "so", "both",
  ]

  /// Verbs that deny whatever stands after them; others ("reject", "dismiss") also turn down offers.
  private static let deniers: Set<String> = [
    "deny", "dispute", "refute", "disclaim", "contest", "disown", "disavow", "rebut", "denial",
  ]

  /// So many sentences back a denial may reach.
  private static let reach = 3

  /// The events with those who deny them.
  func tied(to events: [Event]) -> [Event] {
    var events = events
    for (index, denial) in statements.enumerated() where denial.stance == .deny {
      for i in denied(by: denial, index, events) where !events[i].deniedBy.contains(index) {
        events[i].deniedBy.append(index)
      }
    }
    for i in events.indices {
      guard let probability = document.acts.denial(at: firstToken(of: events[i])) else { continue }
      let token = events[i].token
      if probability < Self.hardly { events[i].deniedBy.removeAll { !isWithin(token, $0) } }
      if probability > Self.surely, events[i].deniedBy.isEmpty, let denial = nearestDenial(of: events[i]) {
        events[i].deniedBy = [denial]
      }
    }
    // Who denies an act does not vouch for it.
    for i in events.indices {
      let denials = events[i].attributedTo.filter { statements[$0].stance == .deny }
      events[i].attributedTo.removeAll(where: denials.contains)
    }
    return events
  }

  /// The encoder's probability that an act is denied below which a denial elsewhere is not taken to mean it, and from which it is denied
  /// though no words tie the two.
  private static let hardly: Float = 0.03
  private static let surely: Float = 0.5

  private func firstToken(of event: Event) -> Int {
    var token = event.token
    while token > 0, document.tokens[token - 1].span.start >= event.trigger.start { token -= 1 }
    return token
  }

  private func isWithin(_ token: Int, _ statement: Int) -> Bool {
    statements[statement].contentTokens.contains { $0.contains(token) }
  }

  /// The denial nearest to an act, by somebody other than who tells it: by the one who acts, or said close by.
  private func nearestDenial(of event: Event) -> Int? {
    let sentence = document.sentenceIndex(of: event.token)
    let denials = statements.indices.filter { index in
      statements[index].stance == .deny && !isDenial(event, statements[index])
        && !event.attributedTo.contains { isSameParty(statements[$0].speaker, statements[index].speaker) }
    }
    func distance(_ index: Int) -> Int {
      let token = statements[index].cueToken ?? statements[index].contentTokens.first?.lowerBound ?? 0
      return abs(document.sentenceIndex(of: token) - sentence)
    }
    return denials.filter { acts(event, as: statements[$0].speaker) || distance($0) <= 1 }
      .min { (distance($0), $0) < (distance($1), $1) }
  }

  private func denied(by denial: Statement, _ index: Int, _ events: [Event]) -> [Int] {
    let inside = events.indices.filter { i in
      denial.contentTokens.contains { $0.contains(events[i].token) } && !isDenial(events[i], denial)
        && events[i].category != .accuse
        && isOwn(events[i].token, of: denial, index)
    }
    guard let cue = denial.cueToken else { return inside }
    let words = denial.contentTokens.joined().map { document.tokens[$0].lemma.lowercased() }
    let namesAccusation = words.contains(where: Self.accusations.contains)
    let denies = Self.deniers.contains(document.tokens[cue].lemma.lowercased())
    if !inside.isEmpty { return denies || namesAccusation ? inside : [] }
    // A clause of its own says what is denied: "that it sold arms", "reports that it sold arms".
    let tells = denial.contentTokens.joined().contains { token in
      let relation = document.tokens[token].deprel.prefix { $0 != ":" }
      if relation == "acl", let noun = document.tokens[token].head.index {
        return Self.accusations.subtracting(Self.judgements).contains(document.tokens[noun].lemma.lowercased())
      }
      return document.tokens[token].upos == "VERB" && ["ccomp", "xcomp", "csubj"].contains(relation)
    }
    let takesUp =
      !tells && namesAccusation || words.count <= 4 && (words.isEmpty || words.contains(where: Self.pronouns.contains))
    guard takesUp || denies else { return [] }
    // What was said before: in this sentence, else in the nearest before it.
    let sentence = document.sentenceIndex(of: cue)
    for back in 0...Self.reach where sentence - back >= 0 {
      let range = document.sentences[sentence - back]
      let told = events.indices.filter { i in
        let event = events[i]
        return range.contains(event.token) && (back > 0 || event.token < cue) && !isDenial(event, denial)
          && event.category != .accuse && event.category != .reject && !event.auxiliaries.contains(.negation)
      }
      let said = told.filter { isSaidByAnother(events[$0], denial, events) }
      let own = said.filter { acts(events[$0], as: denial.speaker) }
      if !own.isEmpty { return own }
      if takesUp, !said.isEmpty { return said }
      if back == 1 {
        // Nobody was heard to say it, but it is denied, and is the denier's doing.
        let done = told.filter { acts(events[$0], as: denial.speaker) && events[$0].auxiliaries.isEmpty }
        if takesUp, let last = done.last { return [last] }
      }
      if !takesUp, back == 1 { return [] }
    }
    return []
  }

  /// Whether an event is the denial itself.
  private func isDenial(_ event: Event, _ denial: Statement) -> Bool {
    guard let cue = denial.cueToken else { return false }
    return event.trigger.overlaps(document.tokens[cue].span)
  }

  /// Whether a token stands in a denial's words, and not in what these words say that somebody else told.
  private func isOwn(_ token: Int, of denial: Statement, _ index: Int) -> Bool {
    !statements.indices.contains { other in
      guard other != index, let cue = statements[other].cueToken, cue != denial.cueToken,
        statements[other].speaker != nil,
        denial.contentTokens.contains(where: { $0.contains(cue) })
      else { return false }
      // "denied reports that …": the noun of telling governs the whole content.
      guard document.tokens[cue].upos == "VERB" else { return false }
      return statements[other].contentTokens.contains { $0.contains(token) }
    }
  }

  /// Whether somebody other than the denier vouches for an act, or accuses of it.
  private func isSaidByAnother(_ event: Event, _ denial: Statement, _ events: [Event]) -> Bool {
    if event.attributedTo.contains(where: { !isSameParty(statements[$0].speaker, denial.speaker) }) { return true }
    var node = event.token
    for _ in 0..<8 {
      guard let head = document.tokens[node].head.index else { return false }
      if events.contains(where: { $0.category == .accuse && $0.token == head }) { return true }
      node = head
    }
    return false
  }

  /// Whether two speak for the same: one entity, or one state.
  private func isSameParty(_ one: Speaker?, _ other: Speaker?) -> Bool {
    guard let one = one?.entity, let other = other?.entity else { return false }
    return one == other || !cast.entities[one].code.isEmpty && cast.entities[one].code == cast.entities[other].code
  }

  /// Whether the denier is who acts, or of the same state.
  private func acts(_ event: Event, as speaker: Speaker?) -> Bool {
    guard let speaker = speaker?.entity else { return false }
    let code = cast.entities[speaker].code
    return event.actors.contains { mention in
      let entity = cast.mentions[mention].entity
      return entity == speaker || !code.isEmpty && cast.entities[entity].code == code
    }
  }
}
