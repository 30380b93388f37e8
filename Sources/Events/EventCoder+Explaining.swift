public import Actors
public import Articles
public import Language
public import Statements

import Foundation

extension EventCoder {
  /// How events came about, in their order.
  ///
  /// - Parameters:
  ///   - events: What ``events(in:cast:dates:places:statements:article:coding:)`` found in the same document, cast and statements,
  ///     with the same coding.
  public func explanations(
    of events: [Event], in document: Document, cast: Cast, statements: [Statement], article: Article,
    coding: Coding = .both
  ) -> [EventExplanation] {
    let session = CodingSession(
      book: book, weights: weights, document: document, cast: cast, statements: statements, article: article,
      coding: document.acts.isEmpty ? .rules : coding)
    return ExplainingSession(session: session).explanations(of: events)
  }
}

/// The coding of a document, looked at again.
private struct ExplainingSession {
  let session: CodingSession
  private var document: Document { session.document }

  init(session: CodingSession) { self.session = session }

  func explanations(of events: [Event]) -> [EventExplanation] {
    var seen: [Int: [CodingSession.Candidate]] = [:]
    for (candidate, _) in session.decided() { seen[candidate.token, default: []].append(candidate) }
    return events.map { event in
      explanation(of: event, as: seen[event.token]?.first { $0.category == event.category })
    }
  }

  private func explanation(of event: Event, as candidate: CodingSession.Candidate?) -> EventExplanation {
    let isLearned = session.coding != .rules
    let p = candidate.flatMap(session.proposition) ?? session.propositions[event.token]
    let match = candidate?.rule
    let first = candidate?.tokens.first ?? event.token
    let hasBothSides = session.hasBothSides(event)
    return EventExplanation(
      event: event, proposition: p, tense: p.flatMap(tense), rule: match.map { session.book.rules[$0.rule] },
      ruleTokens: match?.tokens ?? [], weight: match?.weight, learned: isLearned ? candidate?.learned : nil,
      learnedMode: isLearned ? session.head.mode(of: event.category, at: first) : nil,
      confidenceWithoutRule: Confidence.of(learned: candidate?.learned ?? 0, rule: nil, coding: session.coding),
      threshold: Confidence.threshold(hasBothSides: hasBothSides, coding: session.coding), hasBothSides: hasBothSides,
      hearsay: isLearned ? session.head.hearsay(at: first) : nil,
      realities: Auxiliary.allCases.compactMap { reality($0, of: event, p, at: first) },
      parties: event.actors.map { party($0, isActor: true, of: event, p, match, at: first) }
        + event.recipients.map { party($0, isActor: false, of: event, p, match, at: first) })
  }

  /// Below this what the head holds of an auxiliary mode is not worth a word.
  private static let worthTelling = 0.1

  private func reality(
    _ auxiliary: Auxiliary, of event: Event, _ p: Proposition?, at token: Int
  ) -> EventExplanation.Reality? {
    let sign = p.flatMap { session.modality.sign(of: auxiliary, in: $0) }
    let isTaken = event.auxiliaries.contains(auxiliary)
    let learned = session.coding == .rules ? nil : session.head.auxiliary(auxiliary, at: token)
    guard isTaken || sign != nil || learned ?? 0 >= Self.worthTelling else { return nil }
    return EventExplanation.Reality(
      auxiliary: auxiliary, isTaken: isTaken, sign: sign, learned: learned,
      least: Confidence.least(auxiliary, syntaxAgrees: sign != nil))
  }

  // MARK: Parties

  private func party(
    _ mention: Int, isActor: Bool, of event: Event, _ p: Proposition?, _ match: RuleMatcher.Match?, at token: Int
  ) -> EventExplanation.Party {
    let there = session.cast.mentions[mention]
    let isHere = document.sentences[event.sentence].contains(there.head)
    return EventExplanation.Party(
      mention: mention, isActor: isActor, path: isHere ? path(from: event.token, to: there.head) : [],
      role: p.flatMap { role(of: mention, in: $0) },
      isNamedByRule: (isActor ? match?.actors : match?.recipients)?.contains(mention) == true,
      learned: probability(of: there, isActor: isActor, at: token))
  }

  private func role(of mention: Int, in p: Proposition) -> Proposition.Role? {
    let parties = session.matcher.parties
    let head = session.cast.mentions[mention].head
    let found =
      p.arguments.first { $0.head == head }
      ?? p.arguments.first { parties.mentions(at: $0.head, allowsPlaces: true).contains(mention) }
      ?? p.arguments.first { session.tree.extent(of: $0.head).contains(head) }
    return found?.role
  }

  private func probability(of mention: Mention, isActor: Bool, at trigger: Int) -> Double? {
    guard session.coding != .rules else { return nil }
    let logit = document.acts.parties.logit(isActor ? .actor : .recipient, at: trigger, of: mention.tokens)
    return logit.map { 1 / (1 + exp(-Double($0))) }
  }

  /// The arcs from one token of a sentence to another, up to what both hang on and down from there.
  private func path(from: Int, to: Int) -> [EventExplanation.Step] {
    func line(_ token: Int) -> [Int] {
      var line = [token]
      while let last = line.last, let head = document.tokens[last].head.index, line.count <= document.tokens.count {
        line.append(head)
      }
      return line
    }
    let up = line(from)
    let down = line(to)
    guard let meeting = up.first(where: down.contains), let above = up.firstIndex(of: meeting),
      let below = down.firstIndex(of: meeting)
    else { return [] }
    let climb = up[..<above].map { token in
      EventExplanation.Step(
        token: document.tokens[token].head.index ?? token, relation: document.tokens[token].deprel, isUp: true)
    }
    let descent = down[..<below].reversed().map { token in
      EventExplanation.Step(token: token, relation: document.tokens[token].deprel, isUp: false)
    }
    return climb + descent
  }

  // MARK: Tense

  private func tense(of p: Proposition) -> EventExplanation.Tense? {
    let finite = p.finite
    if p.kind == .noun, p.carrier == nil, !session.reader.hasCopula(finite) { return nil }
    let auxiliaries = session.tree.dependents(of: finite).filter {
      ["aux", "cop"].contains(document.tokens[$0].relation)
    }
    if auxiliaries.contains(where: { ["will", "shall", "'ll", "’ll", "wo"].contains(document.form($0).lowercased()) }) {
      return .future
    }
    for token in auxiliaries + [finite] where document.tokens[token].feature("VerbForm") == "Fin" {
      return document.tokens[token].feature("Tense") == "Past" ? .past : .present
    }
    switch document.tokens[finite].feature("VerbForm") {
    case "Inf": return .infinitive
    case "Part", "Ger": return .participle
    default: return document.tokens[finite].feature("Tense") == "Past" ? .past : .present
    }
  }
}
