public import Chancery

/// What an actor promised, announced or agreed to do for others, and what became of it.
public struct Promise: Sendable, Hashable {
  /// What became of it.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// A later happening did it.
    case done
    /// A later happening did part of it, or began it.
    case underWay = "under way"
    /// Its day went by, and no article tells that it was done.
    case overdue
    /// The actor went back on it.
    case calledOff = "called off"
    /// Somebody denies that there was such a promise.
    case denied
    /// It has no day, and no article tells of it again.
    case unreported = "nothing reported"
    /// Its day is still to come.
    case open
  }

  /// The category of what was promised; AGREE where it is coded as no act.
  public internal(set) var category: Category
  /// Codes of those it was made to.
  public internal(set) var recipients: [String]
  /// Its words, as the article that told it first has them; empty in an archive without texts.
  public internal(set) var words: String
  /// When it was first reported.
  public internal(set) var announced: CalendarDay
  /// The last day by which it was to be done; `nil` where no words tell.
  public internal(set) var due: CalendarDay?
  /// What became of it.
  public internal(set) var outcome: Outcome
  /// Keys of the commitments that make it, `ARTICLE/c1`.
  public internal(set) var promisedIn: [String]
  /// Keys of the events of the sentence that settles it, `ARTICLE/e1`, or its number, `ARTICLE/n7`, where it tells none; of an overdue one,
  /// of the sentence that says so.
  public internal(set) var settledIn: [String]
  /// The happening that settles it.
  public internal(set) var settledBy: String?
  /// How likely the article of that sentence tells of this promise, 0 to 1.
  public internal(set) var likelihood: Double?
}
