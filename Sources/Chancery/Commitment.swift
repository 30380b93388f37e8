public import Articles
public import Particulars

/// What an actor says, or is said, to be going to do for others: what it promises, offers, agrees to, or announces.
///
/// Visits and talks are acts of their own, and what is held out against somebody is a threat; neither is a commitment.
public struct Commitment: Sendable, Hashable {
  /// How it is held out.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// Said to be going to happen: "will", "is to", "plans to".
    case announced
    /// Promised, agreed, undertaken.
    case pledged
    /// Laid down in what was signed.
    case signed
    /// Offered, or bound to a condition.
    case offered
  }

  /// `c1`, `c2` … in the order of the text.
  public var id: String
  /// Indices in the cast of the entities that are to do it.
  public var actors: [Int]
  /// Indices in the cast of those for whom it is to be done.
  public var recipients: [Int]
  /// How it is held out.
  public var form: Form
  /// The words that tell what is to be done.
  public var content: Span
  /// The token of the verb, or of the noun, that tells it.
  public var token: Int
  /// The token of the noun that names what is given or done; `nil` where none does.
  public var object: Int?
  /// The index of its sentence.
  public var sentence: Int
  /// The last day by which it is to be done; `nil` where no words tell.
  public var due: CalendarDay?
  /// The index of the statement that it is told in.
  public var statement: Int?
  /// Whether somebody denies it.
  public var isDenied: Bool
}
