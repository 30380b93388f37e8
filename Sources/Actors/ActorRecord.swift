public import Articles

/// What the dictionary knows of one actor.
public struct ActorRecord: Sendable, Hashable {
  /// What a record is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A state or territory.
    case state
    /// An organisation of states, of a state, or of people.
    case organization
    /// A human being.
    case person
  }

  /// `CODE` or `CODE/slug`.
  public var id: String
  /// The name as a reader would give it.
  public var name: String
  /// What it is about.
  public var kind: Kind
  /// Other names.
  public var names: [String] = []
  /// PLOVER sectors of an organisation; empty where it is spoken of as a whole.
  public var sectors: [String] = []
  /// The offices of a person, the latest first as a rule.
  public var offices: [Office] = []
  /// The grammatical gender of a person, where known.
  public var gender: Gender?
  /// The word by which a person is named after the first time.
  public var surname: String?
  /// Adjectives of a state.
  public var adjectives: [String] = []
  /// Names of a state's people.
  public var demonyms: [String] = []
  /// The seat of a state's government.
  public var capitals: [String] = []
  /// Places and buildings that stand for an organ, each with its sector.
  public var seats: [Seat] = []
  /// Places that tell no more than the state.
  public var cities: [String] = []
  /// Names that bodies of several states bear: this one where the text gives its state.
  public var bare: [String] = []
  /// The state that a territory belongs to, by code.
  public var parent: String?
  /// Member states of an organisation, by code.
  public var members: [String] = []
  /// The file it comes from.
  public var file: String
  /// The line it begins at, from 1.
  public var line: Int

  /// ISO 3166-1 alpha-3 of the state it belongs to, or UNO, EUR, IGO, NGO, IMG, ISM, MNC.
  public var code: String { String(id.prefix { $0 != "/" }) }

  /// Takes in what another record of the same id adds.
  mutating func add(_ other: ActorRecord) {
    if other.name != name { names.append(other.name) }
    if kind == .organization { kind = other.kind }
    names += other.names
    sectors += other.sectors.filter { !sectors.contains($0) }
    offices += other.offices
    gender = gender ?? other.gender
    surname = surname ?? other.surname
    adjectives += other.adjectives
    demonyms += other.demonyms
    capitals += other.capitals
    seats += other.seats
    cities += other.cities
    bare += other.bare
    members += other.members
    parent = parent ?? other.parent
  }

  /// The office held on a day; with no day, or after the last, the latest; `nil` before the first.
  public func office(on day: CalendarDate?) -> Office? {
    guard let day else { return offices.max { $0.begin < $1.begin } }
    let number = Office.first(day)
    let begun = offices.filter { $0.begin <= number }
    // The latest begun among those still held decides, else the latest that ended.
    return begun.filter { $0.end >= number }.max { $0.begin < $1.begin } ?? begun.max { $0.end < $1.end }
  }
}

/// A place that stands for an organ.
public struct Seat: Sendable, Hashable {
  /// The place's name.
  public var name: String
  /// The organ's PLOVER sector; empty where it stands for the whole.
  public var sector: String

  /// A seat.
  public init(name: String, sector: String) {
    self.name = name
    self.sector = sector
  }
}

/// Which pronouns speak of a person.
public enum Gender: String, Sendable, Hashable {
  /// "She".
  case female = "f"
  /// "He".
  case male = "m"
}

/// An office that somebody held from one day to another.
public struct Office: Sendable, Hashable {
  /// "Foreign Minister".
  public var title: String
  /// Its PLOVER sectors.
  public var sectors: [String]
  /// The first day; `nil` where unknown.
  public var from: CalendarDate?
  /// The last day; `nil` where it is still held.
  public var to: CalendarDate?

  let begin: Int
  let end: Int

  /// An office held from a day to another.
  public init(title: String, sectors: [String], from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.title = title
    self.sectors = sectors
    self.from = from
    self.to = to
    begin = from.map(Self.first) ?? 0
    end = to.map(Self.last) ?? Int.max
  }

  /// Whether it is held on a day.
  public func isHeld(on day: CalendarDate) -> Bool {
    let number = Self.first(day)
    return begin <= number && number <= end
  }

  /// The first day that a date may mean, as a number that orders.
  static func first(_ date: CalendarDate) -> Int { date.year * 10000 + (date.month ?? 1) * 100 + (date.day ?? 1) }

  /// The last day that a date may mean.
  static func last(_ date: CalendarDate) -> Int { date.year * 10000 + (date.month ?? 12) * 100 + (date.day ?? 31) }
}
