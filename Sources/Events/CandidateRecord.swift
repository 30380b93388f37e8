public import Actors
public import Articles
import Foundation
public import Language
public import Statements

/// An act that a witness sees, before anything is decided, with all that the deciding goes by: what `Training/participants.py`
/// and `Training/confidence.py` learn from.
public struct CandidateRecord: Sendable, Encodable {
  /// What may be a party.
  public struct Party: Sendable, Encodable {
    /// Its code.
    public let code: String
    /// Its words.
    public let text: String
    /// Its sectors.
    public let sector: [String]
    /// Where it stands: `here`, in the act's sentence, `before`, in the one before, or `implied`.
    public let stand: String
    /// Whether it is a pronoun.
    public let pronoun: Bool
    /// The party head's logits that it is an actor and a recipient; empty where the head has not seen both act and mention.
    public let head: [Float]
    /// The token that heads the phrase in which it is joined with others, or its own; -1 for what is implied.
    public let phrase: Int
    /// The name of the path from the act to it, or empty.
    public let path: String
    /// What is seen of it.
    public let f: [String]
    /// Whether each of these is weighed with the act's mode too, 0 or 1.
    public let m: [Int]
  }

  /// The article's id.
  public let id: String
  /// The category.
  public let event: String
  /// The lemma at the head of the act's words.
  public let lemma: String
  /// The mode.
  public let mode: String
  /// The first code point of the act's words.
  public let start: Int
  /// The code point after their last.
  public let end: Int
  /// The rule that applies, or empty.
  public let rule: String
  /// How many words that rule asks for.
  public let weight: Int
  /// The event head's probability of the category.
  public let p: Double
  /// The head's probabilities of future, hypothetical, negation, historical.
  public let aux: [Double]
  /// Whether syntax tells each of these, 0 or 1.
  public let syn: [Int]
  /// The head's probability that somebody else vouches for the act.
  public let hearsay: Double
  /// How many statements hold it.
  public let held: Int
  /// The head's probability that somebody denies it.
  public let denial: Double
  /// The party head's greatest logits of each code that is named near: as actor and as recipient.
  public let codes: [String: [Float]]
  /// What may be its parties.
  public let mentions: [Party]
}

extension EventCoder {
  /// Every act that rules or event head see in a document, undecided, in no order that matters.
  public func candidates(
    in document: Document, cast: Cast, statements: [Statement], article: Article
  ) -> [CandidateRecord] {
    let session = CodingSession(
      book: book, weights: weights, document: document, cast: cast, statements: statements, article: article,
      coding: document.acts.isEmpty ? .rules : .both)
    return session.candidates().compactMap { candidate in
      guard let first = candidate.tokens.first, let last = candidate.tokens.last else { return nil }
      let rule = candidate.rule.map { book.rules[$0.rule] }
      let p = session.proposition(candidate)
      let mode = session.mode(candidate, rule: rule, at: first)
      let syntax = session.participants.syntax(
        of: candidate, proposition: p, mode: mode, matcher: session.matcher, propositions: session.propositions)
      let told = p.map { session.modality.auxiliaries(of: $0) } ?? []
      let span = document.text.codePoints(document.tokens[first].span.union(document.tokens[last].span))
      return CandidateRecord(
        id: article.id, event: candidate.category.rawValue,
        lemma: session.participants.lemma(of: candidate), mode: mode, start: span.start.value, end: span.end.value,
        rule: rule?.id ?? "", weight: candidate.rule?.weight ?? 0, p: candidate.learned,
        aux: Auxiliary.allCases.map { session.head.auxiliary($0, at: first) },
        syn: Auxiliary.allCases.map { told.contains($0) ? 1 : 0 }, hearsay: session.head.hearsay(at: first),
        held: session.index.holding(candidate.token).count, denial: session.head.denial(at: first),
        codes: session.participants.logits(at: first),
        mentions: session.participants.sights(of: candidate, syntax: syntax, proposed: [], areRead: true).map { sight in
          let mention = cast.mentions[sight.mention]
          return CandidateRecord.Party(
            code: sight.code,
            text: document.text(mention.tokens),
            sector: cast.entities[mention.entity].sectors,
            stand: sight.stand.name.trimmingCharacters(in: .whitespaces), pronoun: sight.isPronoun,
            head: [sight.asActor, sight.asRecipient].compactMap(\.self), phrase: sight.phrase,
            path: sight.path?.text ?? "",
            f: sight.seen.names ?? [], m: sight.seen.features.map { $0.meetsMode ? 1 : 0 })
        })
    }
  }
}
