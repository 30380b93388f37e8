public import Actors
public import Articles
public import Events
public import Language
public import Particulars
public import Statements

/// All that was read in one article.
///
/// Indices count into one another as the parts say: an event's parties into ``Cast/mentions``, its vouchers into
/// ``statements``, sentences and tokens into ``document``.
public struct Reading: Sendable {
  /// What was read.
  public let article: Article
  /// Its sentences and words.
  public let document: Document
  /// Who acts in it.
  public let cast: Cast
  /// Every expression of time in it, in the order of the text.
  public let dates: [DateExpression]
  /// Every place that it names, in the order of the text.
  public let places: [Place]
  /// Its figures: money, shares, counts, in the order of the text.
  public let figures: [Figure]
  /// Who says what in it, in the order of the text.
  public let statements: [Statement]
  /// Who did what to whom in it, in the order of the text.
  public let events: [Event]
  /// What actors hold out to one another, in the order of the text.
  public let commitments: [Commitment]

  /// A reading of parts that were made from one article.
  public init(
    article: Article, document: Document, cast: Cast, dates: [DateExpression], places: [Place], figures: [Figure],
    statements: [Statement], events: [Event], commitments: [Commitment] = []
  ) {
    self.article = article
    self.document = document
    self.cast = cast
    self.dates = dates
    self.places = places
    self.figures = figures
    self.statements = statements
    self.events = events
    self.commitments = commitments
  }
}

extension Reading {
  /// The text of a sentence, as it stands.
  package func sentence(_ index: Int) -> String { document.text(document.sentences[index]) }

  /// The entity that a mention stands for.
  package func entity(of mention: Int) -> Entity { cast.entities[cast.mentions[mention].entity] }

  /// The stretch of text of a sentence.
  package func span(ofSentence index: Int) -> Span { document.span(document.sentences[index]) }

  /// The days that an event is put on record for: as the text tells; else the article's own, for what happened and nobody denies; `nil`
  /// for all else.
  package func days(of event: Event) -> (first: CalendarDate, last: CalendarDate)? {
    if let days = event.date.flatMap({ dates[$0].days }), let first = days.lowerBound.date,
      let last = days.upperBound.date
    {
      return (first, last)
    }
    return event.auxiliaries.isEmpty && event.deniedBy.isEmpty ? article.published.map { ($0, $0) } : nil
  }

  /// The statements within whose content a token stands.
  func statements(telling token: Int) -> [Statement] {
    statements.filter { statement in statement.contentTokens.contains { $0.contains(token) } }
  }

  /// The events told within a statement's content.
  package func events(in statement: Statement) -> [Event] {
    events.filter { event in statement.contentTokens.contains { $0.contains(event.token) } }
  }
}
