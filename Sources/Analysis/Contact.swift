public import Chancery

/// A contact of two actors: a visit, a call, a meeting, a letter; held, planned, or come to nothing.
public struct Contact: Sendable, Hashable {
  /// How they met.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// One side travels to the other's country.
    case visit
    /// They speak from afar.
    case call
    /// They meet elsewhere, or it is not told where; with others or alone.
    case meeting
    /// One writes to the other.
    case letter
  }

  /// Who met, by the higher side.
  public enum Level: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Officials, officers, envoys, lawmakers.
    case officials
    /// Members of a government.
    case ministers
    /// Heads of state or government.
    case leaders

    /// Orders levels from the lowest.
    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    /// Its name.
    public var name: String {
      switch self {
      case .officials: "officials"
      case .ministers: "ministers"
      case .leaders: "leaders"
      }
    }
  }

  /// What became of it.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// It took place.
    case held
    /// It is still to come.
    case planned
    /// It was put off.
    case postponed
    /// One side would not.
    case refused
    /// It was cancelled, or is reported not to have taken place.
    case calledOff = "called off"
    /// Somebody says that it took place, another that it did not.
    case denied
    /// Its day went by, and no article tells of it.
    case unreported = "nothing reported"
  }

  /// How they met.
  public internal(set) var form: Form
  /// Who met; `nil` where only the states are named.
  public internal(set) var level: Level?
  /// Where; `nil` where it is not told.
  public internal(set) var place: String?
  /// The state in which it is.
  public internal(set) var country: String?
  /// The days on which it took place or was planned; `nil` where no article tells.
  public internal(set) var days: ClosedRange<CalendarDay>?
  /// What became of it.
  public internal(set) var outcome: Outcome
  /// The people and bodies of both sides, by name, in the order of the text.
  public internal(set) var people: [String]
  /// Ids of its happenings.
  public internal(set) var happenings: [String]
  /// Keys of the events that tell of it, `ARTICLE/e1`, as they appeared.
  public internal(set) var reports: [String]
  /// When the first article about it appeared.
  public internal(set) var announced: CalendarDay?
}
