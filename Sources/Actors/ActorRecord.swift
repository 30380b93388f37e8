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
  /// The code under which a territory is party to events, where it is not its own.
  public var actsAs: String?
  /// Member states of an organisation, by code.
  public var members: [String] = []
  /// Others of the same name, by id, that are somebody or something else.
  public var namesakes: [String] = []
  /// Records of the same human being under other codes, by id.
  public var also: [String] = []
  /// What is said of the offices of a state or organisation: since when there are any, which are shared, which stood empty.
  public var officeTerms: [OfficeTerm] = []
  /// Where the fields stand that the facts above come from, in the same order.
  public var sources: [FactSource] = []
  /// The file it comes from.
  public var file: String
  /// The line it begins at, from 1.
  public var line: Int

  /// ISO 3166-1 alpha-3 of the state it belongs to, or UNO, EUR, IGO, NGO, IMG, ISM, MNC.
  public var code: String { actsAs ?? String(id.prefix { $0 != "/" }) }

  /// Takes in what another record of the same id adds.
  mutating func add(_ other: ActorRecord) {
    add(name: other.name, FactPlace(file: other.file, line: other.line))
    for (i, name) in other.names.enumerated() { add(name: name, other.place(of: .names, at: i)) }
    if kind == .organization { kind = other.kind }
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
    namesakes += other.namesakes
    also += other.also
    officeTerms += other.officeTerms
    parent = parent ?? other.parent
    actsAs = actsAs ?? other.actsAs
    sources += other.sources.filter { $0.field != .names }
  }

  private mutating func add(name: String, _ place: FactPlace) {
    guard name != self.name, !names.contains(name) else { return }
    names.append(name)
    sources.append(FactSource(field: .names, count: 1, file: place.file, line: place.line))
  }

  /// Codes of those who are of no state.
  static let bodies: Set<String> = ["UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"]

  /// Whether another record is of the same human being: one who served a state and an organisation has a record for each.
  func isOnePerson(with other: ActorRecord) -> Bool {
    guard kind == .person, other.kind == .person else { return false }
    if also.contains(other.id) || other.also.contains(id) { return true }
    return id.dropFirst(4) == other.id.dropFirst(4) && (Self.bodies.contains(code) || Self.bodies.contains(other.code))
  }

  /// The office held on a day; with no day, or after the last, the latest; `nil` before the first.
  ///
  /// Of several held at once those with dates go before those without, those with a title or sector before those without,
  /// those of dictionaries added later before others, the latest begun before earlier ones.
  public func office(on day: CalendarDate?) -> Office? { officeIndex(on: day).map { offices[$0] } }

  /// The place in ``offices`` of the office held on a day.
  func officeIndex(on day: CalendarDate?) -> Int? {
    func weight(_ index: Int) -> (Int, Int, Int, Int) {
      let office = offices[index]
      let isDated = office.from != nil || office.to != nil
      let isTold = !office.title.isEmpty || !office.sectors.isEmpty
      return (isDated ? 1 : 0, isTold ? 1 : 0, office.layer, office.begin)
    }
    guard let day else { return offices.indices.max { weight($0) < weight($1) } }
    let number = Office.first(day)
    let begun = offices.indices.filter { offices[$0].begin <= number }
    // What is still held decides, else the latest that ended.
    return begun.filter { offices[$0].end >= number }.max { weight($0) < weight($1) }
      ?? begun.max { offices[$0].end < offices[$1].end }
  }

  /// The title of an office; where it has none, that of another one of the same sectors held on the day.
  func title(of office: Office, on day: CalendarDate?) -> String? {
    if !office.title.isEmpty { return office.title }
    guard let day else { return nil }
    return offices.filter { !$0.title.isEmpty && $0.sectors == office.sectors && $0.isHeld(on: day) }
      .max { $0.begin < $1.begin }?.title
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
  /// "Foreign Minister"; empty where a dictionary tells sector and time alone.
  public var title: String
  /// Its PLOVER sectors.
  public var sectors: [String]
  /// The first day; `nil` where unknown.
  public var from: CalendarDate?
  /// The last day; `nil` where it is still held.
  public var to: CalendarDate?

  /// Which dictionary it comes from: 0 the first, others after it.
  var layer = 0

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

  /// Whether it is known to be held on a day: a term without an end says nothing of days long after it was written down.
  func isKnown(on day: CalendarDate) -> Bool { isHeld(on: day) && (to != nil || layer > 0 || day.year <= Self.known) }

  /// The year after that of which the dictionary knows the offices (`Resources/SOURCES.md`).
  private static let known = 2026

  /// The first day that a date may mean, as a number that orders.
  static func first(_ date: CalendarDate) -> Int { date.year * 10000 + (date.month ?? 1) * 100 + (date.day ?? 1) }

  /// The last day that a date may mean.
  static func last(_ date: CalendarDate) -> Int { date.year * 10000 + (date.month ?? 12) * 100 + (date.day ?? 31) }
}
