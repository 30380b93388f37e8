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
      let denied = denied(by: denial, index, events)
      for i in denied + accusation(deniedBy: denial, events) where !events[i].deniedBy.contains(index) {
        events[i].deniedBy.append(index)
      }
    }
    let contradictions = contradictions(of: events)
    for i in events.indices {
      guard let probability = document.acts.denial(at: firstToken(of: events[i])) else { continue }
      let token = events[i].token
      events[i].deniedBy.removeAll { probability < (isWithin(token, $0) ? Self.hardlyWithin : Self.hardly) }
      if probability > Self.surely, events[i].deniedBy.isEmpty,
        let denial = nearestDenial(of: events[i]) ?? contradictions[i]
          ?? (probability > Self.moreSurely ? answer(to: events[i]) : nil)
      {
        events[i].deniedBy = [denial]
      }
    }
    // Who denies an act does not vouch for it, nor does the article say that it was not done.
    for i in events.indices {
      if events[i].deniedBy.contains(where: { isWithin(events[i].token, $0) && deniesExistence(statements[$0]) }) {
        events[i].auxiliaries.removeAll { $0 == .negation }
      }
      let denials = events[i].attributedTo.filter { statements[$0].stance == .deny }
      events[i].attributedTo.removeAll(where: denials.contains)
    }
    return events
  }

  /// Acts that somebody tells and somebody else says did not happen: "The rebels say the army shelled the town. The army said it had
  /// shelled nothing." Each with the statement that contradicts it.
  private func contradictions(of events: [Event]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (place, negated) in events.enumerated() where negated.auxiliaries.contains(.negation) {
      guard let index = negated.attributedTo.first, let speaker = statements[index].speaker, speaker.entity != nil
      else {
        continue
      }
      let sentence = document.sentenceIndex(of: negated.token)
      func isNear(_ i: Int) -> Bool { abs(document.sentenceIndex(of: events[i].token) - sentence) <= Self.reach }
      // Events come in the order of the text.
      let near =
        Array(events[..<place].indices.reversed().prefix(while: isNear))
        + events.indices[(place + 1)...].prefix(while: isNear)
      for i in near where contradicts(negated, events[i], speaker) { found[i] = index }
    }
    return found
  }

  /// Whether what did not happen by one account is what happened by another: an act of a kind, by the same, on the same or by who
  /// denies it.
  private func contradicts(_ negated: Event, _ event: Event, _ speaker: Interlocutor) -> Bool {
    event.category == negated.category && !event.auxiliaries.contains(.negation)
      && !event.attributedTo.contains { isSameParty(statements[$0].speaker, speaker) }
      && (acts(event, as: speaker) || !codes(event.actors).isDisjoint(with: codes(negated.actors))
        || !codes(event.recipients).isDisjoint(with: codes(negated.recipients)))
  }

  private func codes(_ mentions: [Int]) -> Set<String> {
    Set(mentions.map { cast.entities[cast.mentions[$0].entity].code }).subtracting([""])
  }

  /// The encoder's probability that an act is denied below which a denial elsewhere is not taken to mean it, the same of one whose words
  /// tell the act, and the probability from which it is denied though no words tie the two.
  private static let hardly: Float = 0.05
  private static let hardlyWithin: Float = 0.01
  private static let surely: Float = 0.3
  /// The probability from which what the other side says near by is taken for its denial.
  private static let moreSurely: Float = 0.65

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
    func distance(_ index: Int) -> Int { abs(document.sentenceIndex(of: place(index)) - sentence) }
    return denials.filter { acts(event, as: statements[$0].speaker) || distance($0) <= 1 }
      .min { (distance($0), $0) < (distance($1), $1) }
  }

  private func denied(by denial: Statement, _ index: Int, _ events: [Event]) -> [Int] {
    let isOfExistence = deniesExistence(denial)
    let inside = events.indices.filter { i in
      denial.contentTokens.contains { $0.contains(events[i].token) } && !isDenial(events[i], denial)
        && events[i].category != .accuse && !(isOfExistence && events[i].category == .reject)
        && isOwn(events[i].token, of: denial, index)
    }
    guard let cue = denial.cueToken else { return inside }
    let words = denial.contentTokens.joined().map { document.tokens[$0].lemma.lowercased() }
    let namesAccusation = words.contains(where: Self.accusations.contains)
    let denies = Self.deniers.contains(document.tokens[cue].lemma.lowercased())
    if !inside.isEmpty { return denies || namesAccusation || isOfExistence ? inside : [] }
    let takesUp = isOfExistence || takesUp(denial)
    guard takesUp || denies else { return [] }
    // What was said before: in this sentence, else in the nearest before it.
    let sentence = document.sentenceIndex(of: cue)
    for back in 0...Self.reach where sentence - back >= 0 {
      let range = document.sentences[sentence - back]
      let told = indices(of: events, in: range).filter { i in
        let event = events[i]
        return (back > 0 || event.token < cue) && !isDenial(event, denial)
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

  /// "No such meeting took place".
  private func deniesExistence(_ denial: Statement) -> Bool {
    denial.contentTokens.joined().contains { token in
      token > 0 && document.tokens[token].lemma.lowercased() == "such"
        && document.tokens[token - 1].lemma.lowercased() == "no"
    }
  }

  /// The accusation that a denial names: the nearest before it by somebody else, in its sentence or the one before.
  private func accusation(deniedBy denial: Statement, _ events: [Event]) -> [Int] {
    guard let cue = denial.cueToken, takesUp(denial) else { return [] }
    let sentence = document.sentenceIndex(of: cue)
    let first = document.sentences[max(0, sentence - 1)].lowerBound
    let before = indices(of: events, in: first..<document.sentences[sentence].upperBound).last { i in
      events[i].category == .accuse && !isDenial(events[i], denial) && !acts(events[i], as: denial.speaker)
        && (events[i].token < cue || denial.contentTokens.contains { $0.contains(events[i].token) })
    }
    return before.map { [$0] } ?? []
  }

  /// Of events in the order of the text those whose token lies in a range; in logarithmic time.
  private func indices(of events: [Event], in tokens: Range<Int>) -> Range<Int> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = events.count
      while low < high {
        let middle = (low + high) / 2
        if events[middle].token < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: tokens.lowerBound)..<first(from: tokens.upperBound)
  }

  /// Whether a denial takes up what was said, rather than telling itself what it denies: "rejected the charge", "denies it".
  private func takesUp(_ denial: Statement) -> Bool {
    let words = denial.contentTokens.joined().map { document.tokens[$0].lemma.lowercased() }
    if words.count <= 4, words.isEmpty || words.contains(where: Self.pronouns.contains) { return true }
    return words.contains(where: Self.accusations.contains) && !tells(denial)
  }

  /// Whether a clause of its own says what is denied: "that it sold arms", "reports that it sold arms".
  private func tells(_ denial: Statement) -> Bool {
    denial.contentTokens.joined().contains { token in
      let relation = document.tokens[token].deprel.prefix { $0 != ":" }
      if relation == "acl", let noun = document.tokens[token].head.index {
        return Self.accusations.subtracting(Self.judgements).contains(document.tokens[noun].lemma.lowercased())
      }
      return document.tokens[token].upos == "VERB" && ["ccomp", "xcomp", "csubj"].contains(relation)
    }
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

  /// The token by which a statement stands in the text: its cue's, or its content's first.
  private func place(_ statement: Int) -> Int {
    statements[statement].cueToken ?? statements[statement].contentTokens.first?.lowerBound ?? 0
  }

  /// What those who are told to have acted say themselves, in the act's sentence or the two around it: "Moscow countered that it was a
  /// stray mine".
  private func answer(to event: Event) -> Int? {
    let sentence = document.sentenceIndex(of: event.token)
    let answers = statements.indices.filter { index in
      abs(document.sentenceIndex(of: place(index)) - sentence) <= 2 && statements[index].cueToken != event.token
        && acts(event, as: statements[index].speaker) && !isWithin(event.token, index)
        && !event.attributedTo.contains { isSameParty(statements[$0].speaker, statements[index].speaker) }
    }
    return answers.min { (abs(place($0) - event.token), $0) < (abs(place($1) - event.token), $1) }
  }

  /// Whether two speak for the same: one entity, or one side of one state.
  private func isSameParty(_ one: Interlocutor?, _ other: Interlocutor?) -> Bool {
    guard let one = one?.entity, let other = other?.entity else { return false }
    return isSameSide(one, other)
  }

  /// Whether the denier is who acts, or of the same side.
  private func acts(_ event: Event, as speaker: Interlocutor?) -> Bool {
    guard let speaker = speaker?.entity else { return false }
    return event.actors.contains { isSameSide(cast.mentions[$0].entity, speaker) }
  }

  /// Whether two entities are one, or of one state and both of its organs, or of one kind there: its rebels are not its army.
  private func isSameSide(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (cast.entities[one], cast.entities[other])
    guard one.id != other.id else { return true }
    guard !one.code.isEmpty, one.code == other.code else { return false }
    func isOfficial(_ entity: Entity) -> Bool {
      entity.sectors.isEmpty || entity.sectors.contains(where: Self.official.contains)
    }
    return isOfficial(one) && isOfficial(other) || !Set(one.sectors).isDisjoint(with: other.sectors)
  }

  /// Sectors of those who speak and act for a state.
  private static let official: Set<String> = ["GOV", "MIL", "LEG", "JUD", "COP", "SPY"]
}
