public import Actors
public import Articles
public import Language
public import Particulars
public import Statements

/// Which witnesses decide what act a proposition is.
public enum Coding: String, Sendable, Hashable, CaseIterable {
  /// The rules alone: every code can be traced by hand.
  case rules
  /// The encoder's event head alone.
  case head
  /// Both, by one confidence.
  case both
}

/// Finds the events of a document: what acts it tells, who does them to whom, and whether they are real.
public struct EventCoder: Sendable {
  let book: RuleBook
  let weights: ParticipantWeights

  /// A coder with a book of rules and weights for the parties.
  public init(rules: RuleBook, weights: ParticipantWeights) {
    book = rules
    self.weights = weights
  }

  /// A coder with the rules that come with Chancery, and a user's own.
  ///
  /// - Throws: ``RulesError`` where they are missing, damaged or have errors.
  public static func load(adding rules: [RuleFile] = []) throws -> EventCoder {
    EventCoder(rules: try RuleBook.load(adding: rules), weights: try ParticipantWeights.load())
  }

  /// The events of a document, in the order of the text. Linear in its length but for very long sentences.
  ///
  /// - Parameters:
  ///   - document: The words, trees and act scores.
  ///   - cast: Who acts in it.
  ///   - dates: Its expressions of time.
  ///   - places: Its places.
  ///   - statements: Who says what in it.
  ///   - article: Gives the date of publication and the title.
  ///   - coding: Which witnesses decide. Without act scores the rules decide, whatever it says.
  public func events(
    in document: Document, cast: Cast, dates: [DateExpression] = [], places: [Place] = [], statements: [Statement],
    article: Article, coding: Coding = .both
  ) -> [Event] {
    let session = CodingSession(
      book: book, weights: weights, document: document, cast: cast, statements: statements, article: article,
      coding: document.acts.isEmpty ? .rules : coding)
    return session.events(dates: dates, places: places)
  }
}
