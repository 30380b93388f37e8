public import Articles

/// How a name resolves: everybody who bears it, what is known of them and where it stands, and who wins.
public struct ActorExplanation: Sendable, Hashable {
  /// The name that was asked for.
  public var name: String
  /// The day as of which it was asked; `nil` where none was given.
  public var day: CalendarDate?
  /// Everybody who bears the name, the likeliest first: the first is whom a text without more means.
  public var bearers: [Bearer]
  /// What the name is as a common noun or title.
  public var nouns: [Noun]
  /// Names that hold all its words, where nobody bears it.
  public var similar: [Similar]

  /// A record that bears the name.
  public struct Bearer: Sendable, Hashable {
    /// The record with all its facts.
    public var record: ActorRecord
    /// Whom a text of the day means: code, sectors and office as of then.
    public var entity: Entity
    /// The ways in which it bears the name.
    public var spellings: [Spelling]
    /// The place in ``ActorRecord/offices`` of the one that decides on the day.
    public var decidingOffice: Int?
    /// The records of later dictionaries that have taken the name, by id; where it is not empty, this one never wins.
    public var replacedBy: [String]
    /// Whether the text has to give the state for the name to mean this record.
    public var needsState: Bool
  }

  /// A way in which a record bears a name.
  public struct Spelling: Sendable, Hashable {
    /// The name as the file has it.
    public var name: String
    /// What it is: "name", "adjective", "demonym", "capital", "seat", "city", "surname", "bare".
    public var role: String
    /// Where it stands.
    public var place: FactPlace
  }

  /// A noun or title that makes a sector.
  public struct Noun: Sendable, Hashable {
    /// The word as the file has it.
    public var name: String
    /// Its sector.
    public var sector: String
    /// Whether it stands before persons' names.
    public var isTitle: Bool
    /// Where it stands.
    public var place: FactPlace
  }

  /// A name that holds the words of another.
  public struct Similar: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The record that bears it.
    public var id: String
  }
}

extension ActorDictionary {
  /// How a name resolves on a day, and why.
  ///
  /// What a text around the name tells (a title, a state, others named in full) is not known here and may decide otherwise.
  public func explanation(of name: String, on day: CalendarDate? = nil) -> ActorExplanation {
    let kept = spellings(of: name)
    let won = actors(named: name, on: day).compactMap { recordIndex(id: $0.id) }
    let replaced = kept.flatMap(names.replaced(named:)).map { Int($0.value) }
    let winners = kept.flatMap(names.entries(named:)).filter { $0.layer > 0 }.map { records[Int($0.value)].id }
    var bearers: [ActorExplanation.Bearer] = []
    for index in won + replaced where !bearers.contains(where: { $0.record.id == records[index].id }) {
      let record = records[index]
      let spellings = record.spellings().filter { kept.contains(Self.hashes(pieces(of: $0.name))) }
      bearers.append(
        ActorExplanation.Bearer(
          record: record, entity: entity(of: index, on: day), spellings: spellings,
          decidingOffice: record.officeIndex(on: day),
          replacedBy: won.contains(index) ? [] : winners.filter { $0 != record.id },
          needsState: !spellings.isEmpty && spellings.allSatisfy { $0.role == FactField.bare.rawValue }))
    }
    let nouns = self.nouns(named: name)
    let similar = bearers.isEmpty && nouns.isEmpty ? similar(to: name) : []
    return ActorExplanation(name: name, day: day, bearers: bearers, nouns: nouns, similar: similar)
  }

  private func nouns(named name: String) -> [ActorExplanation.Noun] {
    let pieces = NameFolding.pieces(name)
    return nouns.entries(named: pieces).map { entry in
      let sector = sectors[Int(entry.value)]
      let isTitle = entry.role == NounRole.title.rawValue
      let words = isTitle ? sector.titles : sector.nouns
      let at = words.firstIndex { Self.hashes(NameFolding.pieces($0)) == Self.hashes(pieces) } ?? 0
      return ActorExplanation.Noun(
        name: words.indices.contains(at) ? words[at] : name, sector: sector.sector, isTitle: isTitle,
        place: sector.place(of: isTitle ? .titles : .nouns, at: at))
    }
  }

  /// Names that hold all words of a name, in the order of the records; at most ten.
  private func similar(to name: String) -> [ActorExplanation.Similar] {
    let words = Set(Self.hashes(NameFolding.pieces(name)))
    guard !words.isEmpty else { return [] }
    var found: [ActorExplanation.Similar] = []
    for record in records where found.count < 10 {
      let bears = ([record.name] + record.names).first { words.isSubset(of: Self.hashes(NameFolding.pieces($0))) }
      if let bears { found.append(ActorExplanation.Similar(name: bears, id: record.id)) }
    }
    return found
  }

  static func hashes(_ pieces: [NamePiece]) -> [UInt64] { pieces.map(\.hash) }
}

extension [[NamePiece]] {
  /// Whether one of the names has these pieces, whatever their case.
  fileprivate func contains(_ hashes: [UInt64]) -> Bool { contains { $0.map(\.hash) == hashes } }
}

extension ActorRecord {
  /// All its names, with what they are and where they stand.
  func spellings() -> [ActorExplanation.Spelling] {
    var all = [ActorExplanation.Spelling(name: name, role: "name", place: FactPlace(file: file, line: line))]
    func add(_ names: [String], _ role: String, _ field: FactField) {
      for (i, name) in names.enumerated() {
        all.append(ActorExplanation.Spelling(name: name, role: role, place: place(of: field, at: i)))
      }
    }
    add(names, "name", .names)
    add(adjectives, "adjective", .adjectives)
    add(demonyms, "demonym", .demonyms)
    add(capitals, "capital", .capital)
    add(seats.map(\.name), "seat", .seats)
    add(cities, "city", .cities)
    add(bare, "bare", .bare)
    if kind == .person {
      let surnames = ActorDictionary.surnames(of: self)
      let place = surname == nil ? FactPlace(file: file, line: line) : place(of: .surname)
      for name in surnames { all.append(ActorExplanation.Spelling(name: name, role: "surname", place: place)) }
    }
    return all
  }
}

extension SectorRecord {
  /// Where a word of a field stands.
  func place(of field: FactField, at index: Int) -> FactPlace {
    var rest = index
    for source in sources where source.field == field {
      if rest < source.count { return source.place }
      rest -= source.count
    }
    return FactPlace(file: file, line: line)
  }
}
