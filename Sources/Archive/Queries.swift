public import Chancery

/// An actor as a question names it.
public enum PartyFilter: Sendable, Hashable {
  /// All of a state or kind of organisation: `USA`, `NGO`; with a sector, those of it alone.
  case code(String, sector: String? = nil)
  /// One actor: `USA/antony-blinken`.
  case actor(id: String)
}

extension PartyFilter {
  /// The state or kind of organisation that it belongs to.
  public var code: String? {
    switch self {
    case .code(let code, _): code
    case .actor(let id): id.split(separator: "/").first.map(String.init)
    }
  }

  /// Whether an actor is meant.
  public func matches(_ actor: ActorRow) -> Bool {
    switch self {
    case .code(let code, let sector): actor.code == code && (sector.map(actor.sectors.contains) ?? true)
    case .actor(let id): actor.id == id
    }
  }

  /// As a question writes it: `USA`, `USA MIL`, `USA/antony-blinken`.
  public var name: String {
    switch self {
    case .code(let code, let sector): sector.map { "\(code) \($0)" } ?? code
    case .actor(let id): id
    }
  }
}

/// What questions for rows have in common: when, in which articles, and how many.
public protocol RowQuery: Sendable {
  /// The first day, ISO 8601; a year or month stands for all of it.
  var since: String? { get set }
  /// The last day, inclusive.
  var until: String? { get set }
  /// Words that the article holds, in the language of FTS5.
  var text: String? { get set }
  /// The article's id.
  var article: String? { get set }
  /// How many are given at most; `nil` for all.
  var limit: Int? { get set }
  /// The key of a row, `ARTICLE/e3`, after which to go on.
  var after: String? { get set }
}

/// What events are asked for; what is left out asks for all.
public struct EventQuery: RowQuery, Hashable {
  /// Any of these acts.
  public var actors: [PartyFilter] = []
  /// Any of these is acted on.
  public var recipients: [PartyFilter] = []
  /// One of the first acts on one of the second or the other way round; on one footing, too.
  public var between: [PartyFilter] = []
  /// CAMEO codes, whole or their first digits.
  public var cameo: [String] = []
  /// PLOVER's categories.
  public var categories: [Category] = []
  /// Quad classes, 1 to 4.
  public var quads: [Int] = []
  /// What became of the act.
  public var modalities: [Modality] = []
  /// Whether words have to tell its day.
  public var isDayTold = false
  /// Who vouches for it.
  public var saidBy: [SpeakerFilter] = []
  /// The first day, ISO 8601; a year or month stands for all of it.
  public var since: String?
  /// The last day, inclusive.
  public var until: String?
  /// A place's name, or the three letters of a state, in which it is.
  public var place: String?
  /// Words that the article holds, in the language of FTS5.
  public var text: String?
  /// The article's id.
  public var article: String?
  /// How many are given at most; `nil` for all.
  public var limit: Int?
  /// The key of an event after which to go on: ``EventRow/key`` of the last one given.
  public var after: String?

  /// A question for all events.
  public init() {}
}

/// Who speaks, as a question names them.
public enum SpeakerFilter: Sendable, Hashable {
  /// An actor that the dictionary knows.
  case party(PartyFilter)
  /// A name as the articles give it, whatever its case.
  case name(String)
}

/// What statements are asked for; what is left out asks for all.
public struct StatementQuery: RowQuery, Hashable {
  /// Who speaks.
  public var saidBy: [SpeakerFilter] = []
  /// Whom the statement speaks of.
  public var about: [PartyFilter] = []
  /// What the speaker does by saying it.
  public var stances: [Statement.Stance] = []
  /// The first day of publication, ISO 8601; a year or month stands for all of it.
  public var since: String?
  /// The last day, inclusive.
  public var until: String?
  /// Words that the article holds, in the language of FTS5.
  public var text: String?
  /// The article's id.
  public var article: String?
  /// How many are given at most; `nil` for all.
  public var limit: Int?
  /// The key of a statement after which to go on.
  public var after: String?

  /// A question for all statements.
  public init() {}
}

/// What figures are asked for; what is left out asks for all.
public struct FigureQuery: RowQuery, Hashable {
  /// Units: `USD`, `percent`, `people`.
  public var units: [String] = []
  /// The first day of publication, ISO 8601; a year or month stands for all of it.
  public var since: String?
  /// The last day, inclusive.
  public var until: String?
  /// Words that the article holds, in the language of FTS5.
  public var text: String?
  /// The article's id.
  public var article: String?
  /// How many are given at most; `nil` for all.
  public var limit: Int?
  /// The key of a figure after which to go on.
  public var after: String?

  /// A question for all figures.
  public init() {}
}
