public import Articles
public import Language

/// The facts about actors: states, organisations, people and the nouns that make a sector, ready for look-up.
public struct ActorDictionary: Sendable {
  /// The records, in the order of the files.
  public private(set) var records: [ActorRecord] = []
  /// What was left out of dictionaries of other forms, because it says nothing that can be used.
  public private(set) var warnings: [FactsFinding] = []
  /// The names, each with the record it names and its ``Role``.
  private(set) var names: NameTrie
  /// The nouns and titles that make a sector.
  private(set) var nouns: NameTrie
  /// The sectors that ``nouns`` give, by their value.
  private(set) var sectors: [SectorRecord] = []
  /// The names of ``sectors``.
  private(set) var sectorNames: [String] = []

  private var index: [String: Int] = [:]
  /// Whose name a first name is, by its folded hash: that of people of states and of lists; `nil` where it is both women's and men's.
  private var genders: [UInt64: Gender?] = [:]
  private var peopleOfCode: [String: [Int]] = [:]
  /// The last file that told of each record, by number.
  private var lastFile: [Int] = []
  private var fileCount = 0
  /// Which dictionary each file belongs to: 0 the first, others after it.
  private var layers: [String: Int] = [:]
  /// The files in PETRARCH's form.
  private(set) var petrarchFiles: Set<String> = []
  /// The number of dictionaries added to the first.
  private var layer = 0

  /// How a name names its record.
  enum Role: UInt8 {
    case name, adjective, demonym, capital, seat, city, surname, bare
  }

  /// Whether a word makes a sector as a noun or before a name.
  enum NounRole: UInt8 {
    case noun, title
  }

  /// A dictionary of some files, of facts or in PETRARCH's form; later ones add to earlier ones.
  ///
  /// A record whose id an earlier file has adds to that record.
  ///
  /// - Throws: ``ActorsError`` where a line breaks the grammar of facts or an id comes twice in a file.
  public init(facts files: [FactsFile]) throws {
    let size = files.reduce(0) { $0 + $1.bytes.count }
    names = NameTrie(capacity: size / 14)
    nouns = NameTrie(capacity: 4096)
    for file in files { try take(file) }
    for (names, gender) in [(FirstNames.female, Gender.female), (FirstNames.male, Gender.male)] {
      for name in names {
        if let first = NameFolding.pieces(name).first { genders[first.hash] = gender }
      }
    }
  }

  /// The dictionary with others added, which win over it: a name that they give to somebody is no longer that of others, a
  /// noun that they give a sector has no other, and of offices held at a time theirs decide.
  ///
  /// - Throws: ``ActorsError`` where a line breaks the grammar of facts or an id comes twice in a file.
  public func adding(_ files: [FactsFile]) throws -> ActorDictionary {
    var sum = self
    for file in files {
      sum.layer += 1
      try sum.take(file)
    }
    return sum
  }

  private mutating func take(_ file: FactsFile) throws {
    fileCount += 1
    layers[file.name] = layer
    guard PetrarchReader.reads(file.bytes) else {
      let read = try FactsReader.read(file)
      for record in read.records {
        if let earlier = index[record.id], lastFile[earlier] == fileCount {
          throw ActorsError(
            code: .duplicate, file: record.file, line: record.line,
            problem: "'\(record.id)' is already at line \(line(of: earlier, in: record.file))",
            remedy: "Give one of them another slug, or join the two records")
        }
        merge(record, into: index[record.id])
      }
      for sector in read.sectors { merge(sector) }
      return
    }
    petrarchFiles.insert(file.name)
    let parents = Dictionary(
      records.filter { $0.kind == .state }.map { ($0.id, $0.parent ?? "") }, uniquingKeysWith: { first, _ in first })
    let read = PetrarchReader.read(file) { parents[$0] }
    warnings += read.warnings
    for name in read.nobodies { replace(name) }
    for record in read.records { merge(record, into: index[record.id] ?? namesake(of: record)) }
    for sector in read.sectors { merge(sector) }
  }

  /// The line at which a file's record of an id begins.
  private func line(of record: Int, in file: String) -> Int {
    let record = records[record]
    return record.file == file ? record.line : record.sources.last { $0.file == file }.map(\.line) ?? record.line
  }

  /// A record of the same code that bears one of a record's names in full.
  private func namesake(of record: ActorRecord) -> Int? {
    for name in [record.name] + record.names {
      let found = names.entries(named: pieces(of: name)).first { entry in
        let other = records[Int(entry.value)]
        return entry.role == Role.name.rawValue && other.code == record.code
          && (other.kind == record.kind
            || record.kind == .organization && record.offices.isEmpty && other.kind == .person)
      }
      if let found { return Int(found.value) }
    }
    return nil
  }

  private mutating func merge(_ record: ActorRecord, into earlier: Int?) {
    var record = record
    for i in record.offices.indices { record.offices[i].layer = layer }
    let seats = earlier.map { records[$0].seats.count } ?? 0
    let target = earlier ?? records.count
    if let earlier {
      let wasPerson = records[earlier].kind == .person
      records[earlier].add(record)
      lastFile[earlier] = fileCount
      if !wasPerson, records[earlier].kind == .person {
        peopleOfCode[records[earlier].code, default: []].append(earlier)
      }
    } else {
      index[record.id] = target
      records.append(record)
      lastFile.append(fileCount)
      if record.kind == .person { peopleOfCode[record.code, default: []].append(target) }
      learnGender(of: record)
    }
    add(record.name, target, .name)
    for name in record.names { add(name, target, .name) }
    for name in record.adjectives { add(name, target, .adjective) }
    for name in record.demonyms { add(name, target, .demonym) }
    for name in record.capitals { add(name, target, .capital) }
    for (j, seat) in record.seats.enumerated() { add(seat.name, target, .seat, detail: seats + j) }
    for name in record.cities { add(name, target, .city) }
    for name in record.bare { add(name, target, .bare) }
    if records[target].kind == .person {
      for name in Self.surnames(of: earlier == nil ? record : records[target]) { add(name, target, .surname) }
    }
  }

  /// First names of the people of a state tell the gender of others: unless some are women's and some men's.
  private mutating func learnGender(of record: ActorRecord) {
    guard let gender = record.gender, record.surname == nil else { return }
    let pieces = pieces(of: record.name)
    guard pieces.count > 1 else { return }
    if let earlier = genders[pieces[0].hash] {
      if earlier != gender { genders[pieces[0].hash] = .some(nil) }
    } else {
      genders[pieces[0].hash] = gender
    }
  }

  /// A name's pieces as they are kept: without a first "the", unless it is written as part of the name.
  func pieces(of name: String) -> [NamePiece] {
    var pieces = NameFolding.pieces(name)
    if pieces.count > 1, pieces[0] == Self.the { pieces.removeFirst() }
    return pieces
  }

  /// A name as it compares with others: the same for spellings that differ in case, accents, hyphens, apostrophes or points.
  public static func folded(_ name: String) -> String {
    NameFolding.slug(name).split(separator: "-").joined(separator: " ")
  }

  /// The pieces under which a name may be kept: as it is, and without a first "The".
  func spellings(of name: String) -> [[NamePiece]] {
    let pieces = NameFolding.pieces(name)
    guard pieces.count > 1, pieces[0].hash == Self.the.hash else { return [pieces] }
    return [pieces, Array(pieces.dropFirst())]
  }

  private mutating func add(_ name: String, _ record: Int, _ role: Role, detail: Int = 0) {
    let pieces = pieces(of: name)
    if layer > 0 {
      let layer = layer
      // Whether an entry gives way to one of this dictionary that names another record; surnames are told by their context.
      let records = records
      let isReplaced = { (entry: NameTrie.Entry) in
        Int(entry.value) != record && Int(entry.layer) < layer && entry.role != Role.surname.rawValue
          && !records[Int(entry.value)].isOnePerson(with: records[record])
      }
      let others = names.entries(named: pieces)
      if others.contains(where: {
        Int($0.value) == record && $0.role <= role.rawValue && $0.role != Role.surname.rawValue
      }) {
        // It bears the name already.
        if role == .name { names.replace(pieces, where: isReplaced) }
        return
      }
      if role != .surname, role != .bare, !others.isEmpty { names.replace(pieces, where: isReplaced) }
    }
    names.add(pieces, value: record, role: role.rawValue, detail: detail, layer: layer)
  }

  /// Takes a name from all whom earlier dictionaries give it to.
  private mutating func replace(_ name: String) {
    let layer = layer
    names.replace(pieces(of: name)) { Int($0.layer) < layer }
  }

  private mutating func merge(_ sector: SectorRecord) {
    let value = sectors.count
    sectors.append(sector)
    sectorNames.append(sector.sector)
    for (words, role) in [(sector.nouns, NounRole.noun), (sector.titles, NounRole.title)] {
      for word in words {
        let pieces = NameFolding.pieces(word)
        if layer > 0 {
          let layer = layer
          nouns.replace(pieces) { Int($0.layer) < layer && $0.role == role.rawValue }
        }
        nouns.add(pieces, value: value, role: role.rawValue, layer: layer)
      }
    }
  }

  /// The record with an id.
  public func record(id: String) -> ActorRecord? { index[id].map { records[$0] } }

  /// Which dictionary a file belongs to: 0 the first, others after it.
  func layer(of file: String) -> Int { layers[file] ?? 0 }

  /// The place of an id's record.
  func recordIndex(id: String) -> Int? { index[id] }

  /// The people of a state, by place in ``records``.
  func people(of code: String) -> [Int] { peopleOfCode[code] ?? [] }

  /// Which pronouns speak of those who bear a first name, where nearly all are spoken of alike.
  func gender(ofFirstName piece: UInt64) -> Gender? { genders[piece] ?? nil }

  /// The states that a headline names, in its order.
  ///
  /// - Parameter role: The last of the roles that tell a state: with ``Role/city``, those of whose cities it names one.
  func states(named text: String, by role: Role = .capital) -> [String] {
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
        for entry in names.entries(at: node) where entry.role <= role.rawValue {
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
    var seen: Set<Int32> = []
    var ranked: [(rank: Int, value: Int)] = []
    for entry in spellings(of: name).flatMap(names.entries(named:)) where seen.insert(entry.value).inserted {
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
  ///
  /// - Parameter acquaintances: People whom other articles introduce.
  public func cast(of document: Document, article: Article, knowing acquaintances: Acquaintances = .none) -> Cast {
    guard !document.tokens.isEmpty, !document.sentences.isEmpty else { return Cast() }
    var builder = CastBuilder(
      dictionary: self, document: document, article: article, knowing: acquaintances)
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
        id: record.id, name: record.name, kind: .organization, code: record.code,
        sectors: record.office(on: day)?.sectors ?? record.sectors)
    case .person:
      var entity = Entity(id: record.id, name: record.name, kind: .person, code: record.code)
      if let office = record.office(on: day) {
        if let day, !office.isHeld(on: day) {
          // Out of office: those who governed are former officials, others stay what they were.
          let governed = office.sectors.contains { ["GOV", "LEG", "JUD", "SPY"].contains($0) }
          entity.sectors = governed ? ["ELI"] : office.sectors
        } else {
          entity.sectors = office.sectors
          entity.office = record.title(of: office, on: day)
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
  static func surnames(of record: ActorRecord) -> [String] {
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
