public import Articles
public import Language

/// The facts about actors: states, organisations, people and the nouns that make a sector, ready for look-up.
public struct ActorDictionary: Sendable {
  /// The records, in the order of the files.
  public let records: [ActorRecord]
  /// The names, each with the record it names and its ``Role``.
  let names: NameTrie
  /// The nouns and titles that make a sector.
  let nouns: NameTrie
  /// The sectors that ``nouns`` give, by their value.
  let sectorNames: [String]

  private let index: [String: Int]
  private let genders: [UInt64: Gender?]
  private let peopleOfCode: [String: [Int]]

  /// How a name names its record.
  enum Role: UInt8 {
    case name, adjective, demonym, capital, seat, city, surname, bare
  }

  /// Whether a word makes a sector as a noun or before a name.
  enum NounRole: UInt8 {
    case noun, title
  }

  /// A dictionary of some files of facts; later ones add to earlier ones.
  ///
  /// A record whose id an earlier file has adds to that record.
  ///
  /// - Throws: ``ActorsError`` where a line breaks the grammar or an id comes twice in a file.
  public init(facts files: [FactsFile]) throws {
    var records: [ActorRecord] = []
    var sectors: [SectorRecord] = []
    var index: [String: Int] = [:]
    for file in files {
      let read = try FactsReader.read(file)
      let first = records.count
      index.reserveCapacity(first + read.records.count)
      for record in read.records {
        guard let earlier = index[record.id] else {
          index[record.id] = records.count
          records.append(record)
          continue
        }
        if earlier >= first {
          throw ActorsError(
            code: .duplicate, file: record.file, line: record.line,
            problem: "'\(record.id)' is already at line \(records[earlier].line)",
            remedy: "Give one of them another slug, or join the two records")
        }
        records[earlier].add(record)
      }
      sectors += read.sectors
    }
    var genders: [UInt64: Gender?] = [:]
    var names = NameTrie(capacity: records.count * 8)
    var pieces: [NamePiece] = []
    func add(_ name: String, _ record: Int, _ role: Role, detail: Int = 0) {
      pieces.removeAll(keepingCapacity: true)
      NameFolding.pieces(name.utf8, into: &pieces)
      if pieces.count > 1, pieces[0] == Self.the { pieces.removeFirst() }
      names.add(pieces, value: record, role: role.rawValue, detail: detail)
    }
    for (i, record) in records.enumerated() {
      add(record.name, i, .name)
      // First names of the people of a state tell the gender of others: unless some are women's and some men's.
      if let gender = record.gender, record.surname == nil, pieces.count > 1 {
        if let earlier = genders[pieces[0].hash] {
          if earlier != gender { genders[pieces[0].hash] = .some(nil) }
        } else {
          genders[pieces[0].hash] = gender
        }
      }
      for name in record.names { add(name, i, .name) }
      for name in record.adjectives { add(name, i, .adjective) }
      for name in record.demonyms { add(name, i, .demonym) }
      for name in record.capitals { add(name, i, .capital) }
      for (j, seat) in record.seats.enumerated() { add(seat.name, i, .seat, detail: j) }
      for name in record.cities { add(name, i, .city) }
      for name in record.bare { add(name, i, .bare) }
      if record.kind == .person {
        for name in Self.surnames(of: record) { add(name, i, .surname) }
      }
    }
    var nouns = NameTrie(capacity: sectors.reduce(0) { $0 + $1.nouns.count + $1.titles.count } * 2)
    for (i, sector) in sectors.enumerated() {
      for noun in sector.nouns {
        nouns.add(NameFolding.pieces(noun), value: i, role: NounRole.noun.rawValue)
      }
      for title in sector.titles {
        nouns.add(NameFolding.pieces(title), value: i, role: NounRole.title.rawValue)
      }
    }
    for (names, gender) in [(FirstNames.female, Gender.female), (FirstNames.male, Gender.male)] {
      for name in names {
        pieces.removeAll(keepingCapacity: true)
        NameFolding.pieces(name.utf8, into: &pieces)
        if let first = pieces.first { genders[first.hash] = gender }
      }
    }
    self.genders = genders
    self.records = records
    self.index = index
    var peopleOfCode: [String: [Int]] = [:]
    for (i, record) in records.enumerated() where record.kind == .person {
      peopleOfCode[record.code, default: []].append(i)
    }
    self.peopleOfCode = peopleOfCode
    self.names = names
    self.nouns = nouns
    sectorNames = sectors.map(\.sector)
  }

  /// The record with an id.
  public func record(id: String) -> ActorRecord? { index[id].map { records[$0] } }

  /// The place of an id's record.
  func recordIndex(id: String) -> Int? { index[id] }

  /// The people of a state, by place in ``records``.
  func people(of code: String) -> [Int] { peopleOfCode[code] ?? [] }

  /// Which pronouns speak of those who bear a first name, where nearly all are spoken of alike.
  func gender(ofFirstName piece: UInt64) -> Gender? { genders[piece] ?? nil }

  /// The states that a headline names, in its order.
  func states(named text: String) -> [String] {
    let pieces = NameFolding.pieces(text)
    var found: [String] = []
    var at = 0
    while at < pieces.count {
      var node: Int32 = 0
      var end = at
      var best: (code: String, end: Int)?
      while end < pieces.count, let next = names.child(of: node, pieces[end].hash) {
        node = next
        end += 1
        for entry in names.entries(at: node) where entry.role <= Role.capital.rawValue {
          let record = records[Int(entry.value)]
          guard record.kind == .state, pieces[at].isCapitalised, entry.upper == 0 || pieces[at].isUpperCase else {
            continue
          }
          best = (record.code, end)
        }
      }
      if let best { found.append(best.code) }
      at = best?.end ?? at + 1
    }
    return found
  }

  /// Everything a name may mean on a day, the likeliest first: names before surnames, holders of an office before others.
  public func actors(named name: String, on day: CalendarDate? = nil) -> [Entity] {
    var pieces = NameFolding.pieces(name)
    if pieces.count > 1, pieces[0].hash == Self.the.hash { pieces.removeFirst() }
    var seen: Set<Int32> = []
    var ranked: [(rank: Int, value: Int)] = []
    for entry in names.entries(named: pieces) where seen.insert(entry.value).inserted {
      let record = records[Int(entry.value)]
      var rank = Int(entry.role) * 2
      if record.kind == .person, let day, record.office(on: day)?.isHeld(on: day) != true { rank += 1 }
      ranked.append((rank, Int(entry.value)))
    }
    ranked.sort { ($0.rank, $0.value) < ($1.rank, $1.value) }
    return ranked.map { entity(of: $0.value, on: day) }
  }

  /// The likeliest actor of a name on a day.
  public func actor(named name: String, on day: CalendarDate? = nil) -> Entity? { actors(named: name, on: day).first }

  /// Who acts in an article: every mention of an actor, resolved as of the article's date.
  public func cast(of document: Document, article: Article) -> Cast {
    guard !document.tokens.isEmpty, !document.sentences.isEmpty else { return Cast() }
    var builder = CastBuilder(dictionary: self, document: document, article: article)
    return builder.cast()
  }

  /// A record as an entity, as of a day.
  func entity(of record: Int, on day: CalendarDate?) -> Entity {
    let record = records[record]
    switch record.kind {
    case .state:
      return Entity(id: record.id, name: record.name, kind: .state, code: record.code)
    case .organization:
      return Entity(
        id: record.id, name: record.name, kind: .organization, code: record.code, sectors: record.sectors)
    case .person:
      var entity = Entity(id: record.id, name: record.name, kind: .person, code: record.code)
      if let office = record.office(on: day) {
        if let day, !office.isHeld(on: day) {
          // Out of office: those who governed are former officials, others stay what they were.
          let governed = office.sectors.contains { ["GOV", "LEG", "JUD", "SPY"].contains($0) }
          entity.sectors = governed ? ["ELI"] : office.sectors
        } else {
          entity.sectors = office.sectors
          entity.office = office.title
        }
      } else if let day, let next = record.offices.min(by: { $0.begin < $1.begin }), next.sectors == ["GOV"],
        next.begin - Office.first(day) < 2_00_00
      {
        entity.sectors = ["PTY"]
      }
      return entity
    }
  }

  /// The words by which a person is named after the first time.
  private static func surnames(of record: ActorRecord) -> [String] {
    if let surname = record.surname { return [surname] + withoutArticle(surname) }
    let words = record.name.split(separator: " ")
    let suffixes = ["Jr.", "Jr", "Sr.", "II", "III", "IV", "V", "VI"]
    guard words.count > 1, let last = words.last(where: { !suffixes.contains(String($0)) }) else { return [] }
    return [String(last)] + withoutArticle(String(last))
  }

  private static func withoutArticle(_ surname: String) -> [String] {
    for article in ["al-", "Al-", "el-", "El-", "Al ", "ul-"] where surname.hasPrefix(article) {
      return [String(surname.dropFirst(article.count))]
    }
    return []
  }

  private static let the = NameFolding.pieces("the")[0]
}
