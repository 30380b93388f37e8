public import Chancery

/// An article as an archive lists it.
public struct ArticleRow: Sendable, Hashable {
  /// Its id, unique in the archive.
  public var id: String
  /// Where it was found.
  public var url: String?
  /// The headline.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var byline: String?
  /// The day of publication, ISO 8601.
  public var published: String?
  /// Its language, ISO 639-1.
  public var language: String?
  /// How many words it has.
  public var words: Int
}

/// A party to an event.
public struct PartyRow: Sendable, Hashable {
  /// The actor.
  public var actor: ActorRow
  /// The words that name it.
  public var text: String
  /// Where the words begin, in code points of the article's text.
  public var start: Int
  /// Where they end.
  public var end: Int
}

/// An actor as one article or several have it.
public struct ActorRow: Sendable, Hashable {
  /// `USA`, `USA/antony-blinken`.
  public var id: String
  /// The name.
  public var name: String
  /// State, organisation, person, group or place.
  public var kind: Entity.Kind
  /// ISO 3166-1 alpha-3, or UNO, EUR …; empty where unknown.
  public var code: String
  /// PLOVER sectors.
  public var sectors: [String]
  /// The office held on the day of the article.
  public var office: String?
  /// What a person belongs to, as the text tells.
  public var affiliation: String?
}

/// Who vouches for an event, or denies it.
public struct VoucherRow: Sendable, Hashable {
  /// The statement's id in its article.
  public var statement: String
  /// Who speaks; where nobody does, the words that vouch ("reportedly").
  public var speaker: String
}

/// Where an event is.
public struct PlaceRow: Sendable, Hashable {
  /// The name in the text.
  public var text: String
  /// Its usual name.
  public var name: String
  /// Country, region, city or other; `nil` where the gazetteer lacks it.
  public var kind: Place.Kind?
  /// ISO 3166-1 alpha-3 of the state it lies in; `nil` where unknown.
  public var country: String?
  /// Where it lies; `nil` where the gazetteer lacks it.
  public var location: Location?
}

/// An event with all that the archive has of it: what queries give, exports write and analyses count.
public struct EventRow: Sendable, Hashable {
  /// The article that reports it.
  public var article: ArticleRow
  /// `e1`, `e2` … in its article.
  public var id: String
  /// The category of the act itself.
  public var category: Category
  /// PLOVER's mode; empty for none.
  public var mode: String
  /// PLOVER's contexts.
  public var contexts: [String]
  /// Planned, supposed, not done, long past; none for what happened.
  public var auxiliaries: [Auxiliary]
  /// The category after PLOVER's reduction.
  public var plover: Category?
  /// The CAMEO code.
  public var cameo: String
  /// Who acts.
  public var actors: [PartyRow]
  /// Who is acted on.
  public var recipients: [PartyRow]
  /// The day by which it is ordered and filtered: its first day, or, where that is unknown, the article's.
  public var day: String?
  /// Its first day, as far as it is known, ISO 8601.
  public var date: String?
  /// Its last day, as far as it is known.
  public var endDate: String?
  /// The words that tell when.
  public var dateText: String?
  /// Where it is.
  public var place: PlaceRow?
  /// The words that tell the act.
  public var trigger: String
  /// Where the words begin, in code points of the article's text.
  public var start: Int
  /// Where they end.
  public var end: Int
  /// The number of its sentence, from 1.
  public var sentence: Int
  /// Where its sentence begins.
  public var sentenceStart: Int
  /// Where that ends.
  public var sentenceEnd: Int
  /// The sentence; `nil` in an archive without texts.
  public var text: String?
  /// How many people it killed, hurt or put in custody.
  public var size: EventSize
  /// Who vouches for it; none where the article does.
  public var attributedTo: [VoucherRow]
  /// Who denies it.
  public var deniedBy: [VoucherRow]
  /// The rule that made it, or `learned`.
  public var rule: String
  /// How likely the coding is right, 0 to 1, to two decimals.
  public var confidence: Double
  /// The id of its happening; `nil` before happenings are reckoned.
  public var happening: String?

  /// Unique in the archive: `ARTICLE/e1`.
  public var key: String { "\(article.id)/\(id)" }
  /// What became of it, in one word.
  public var modality: Modality { Modality(auxiliaries, isDenied: !deniedBy.isEmpty) }
}

/// What became of an act: the first that holds, in this order.
public enum Modality: String, Sendable, Hashable, CaseIterable {
  /// Somebody denies it.
  case denied
  /// It is reported not to have happened.
  case negated
  /// It is supposed, feared or conditional.
  case feared
  /// It is planned or expected.
  case planned
  /// It happened more than twelve months before the article.
  case past
  /// It happened, or goes on.
  case happened

  /// What auxiliary modes and denials come to.
  public init(_ auxiliaries: [Auxiliary], isDenied: Bool) {
    self =
      if isDenied {
        .denied
      } else if auxiliaries.contains(.negation) {
        .negated
      } else if auxiliaries.contains(.hypothetical) {
        .feared
      } else if auxiliaries.contains(.future) {
        .planned
      } else if auxiliaries.contains(.historical) {
        .past
      } else {
        .happened
      }
  }
}

/// A statement with all that the archive has of it.
public struct StatementRow: Sendable, Hashable {
  /// The article that has it.
  public var article: ArticleRow
  /// `s1`, `s2` … in its article.
  public var id: String
  /// Who speaks; `nil` where nobody is named.
  public var speaker: String?
  /// The speaker as an actor, where it is one.
  public var actor: ActorRow?
  /// To whom it is said, where the text tells: "told reporters".
  public var addressee: String?
  /// The addressee as an actor, where it is one.
  public var addresseeActor: ActorRow?
  /// Where it is said, as the sentence of the cue tells: "said in Moscow".
  public var venue: String?
  /// The state that the venue lies in, ISO 3166-1 alpha-3; `nil` where unknown.
  public var venueCountry: String?
  /// The words that attribute it.
  public var cue: String?
  /// What is said.
  public var content: String
  /// Where the words begin, in code points of the article's text.
  public var start: Int
  /// Where they end.
  public var end: Int
  /// Direct, indirect or mixed.
  public var quotation: Statement.Quotation
  /// Asserts, denies, asks, demands, promises.
  public var stance: Statement.Stance
  /// Whom it speaks of.
  public var about: [ActorRow]
  /// Ids of the events told in it.
  public var events: [String]
  /// The article's day.
  public var day: String?

  /// Unique in the archive: `ARTICLE/s1`.
  public var key: String { "\(article.id)/\(id)" }
}

/// A figure with all that the archive has of it.
public struct FigureRow: Sendable, Hashable {
  /// The article that has it.
  public var article: ArticleRow
  /// Its place among the article's figures, from 1.
  public var position: Int
  /// The number, in base units.
  public var value: Double
  /// ISO 4217 for money, `percent`, `people`, else the plural noun of what is counted.
  public var unit: String
  /// What it measures.
  public var of: String?
  /// "At least", "at most", "about".
  public var bound: Figure.Bound?
  /// The time it is for, as TIMEX3 writes it.
  public var period: String?
  /// The words.
  public var text: String
  /// Where the words begin, in code points of the article's text.
  public var start: Int
  /// Where they end.
  public var end: Int
  /// Where its sentence begins, in code points of the article's text.
  public var sentenceStart: Int
  /// Where that ends.
  public var sentenceEnd: Int
  /// The sentence; `nil` in an archive without texts.
  public var sentence: String?
  /// The article's day.
  public var day: String?

  /// Unique in the archive: `ARTICLE/f1`.
  public var key: String { "\(article.id)/f\(position)" }
}
