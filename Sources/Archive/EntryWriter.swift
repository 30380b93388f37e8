import Chancery
import Foundation
internal import GRDB

/// Lays entries down in the tables.
///
/// The number of an article's events, statements and figures is made of the article's and their place in it, so that no row
/// has to be asked for its number.
struct EntryWriter {
  /// Places for an article's rows: more than the longest text that is read can fill.
  static let places = 1 << 20

  private let db: Database
  /// Numbers of actors that were written last.
  private var actors: [ActorRow: Int64] = [:]

  init(_ db: Database) { self.db = db }

  /// - Parameter isAnew: Whether the entry is written even where the archive has the article, read by the same reader.
  mutating func write(_ entry: Entry, isAnew: Bool = false) throws -> NewsStore.Change {
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, digest, reader FROM articles WHERE id = ?"),
      arguments: [entry.article.id])
    if !isAnew, let known, known[1] as Data == Data(entry.digest), known[2] == entry.reader { return .unchanged }
    let number: Int64
    if let known {
      number = known[0]
      try remove(number)
    } else {
      number = try Int64.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) + 1 FROM articles")) ?? 1
    }
    try write(entry, as: number)
    return known == nil ? .added : .replaced
  }

  /// Takes an article out; those whose acts were merged with its own have to be looked at again.
  private func remove(_ article: Int64) throws {
    let first = article * Int64(Self.places)
    let range: StatementArguments = [first, first + Int64(Self.places)]
    for (mine, others) in [("a", "b"), ("b", "a")] {
      try db.execute(
        sql: """
          UPDATE articles SET is_pending = 1 WHERE number IN
          (SELECT DISTINCT \(others) / \(Self.places) FROM links WHERE \(mine) >= ? AND \(mine) < ?)
          """, arguments: range)
    }
    for side in ["a", "b"] {
      try db.execute(sql: "DELETE FROM links WHERE \(side) >= ? AND \(side) < ?", arguments: range)
    }
    for side in [("a", "b"), ("b", "a")] {
      try db.execute(
        sql: "UPDATE articles SET is_pending = 1 WHERE number IN (SELECT \(side.1) FROM copies WHERE \(side.0) = ?)",
        arguments: [article])
    }
    try db.execute(sql: "DELETE FROM texts WHERE article = ?", arguments: [article])
    try db.execute(sql: "DELETE FROM articles WHERE number = ?", arguments: [article])
  }

  private func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?], ignoring: Bool = false) throws {
    let marks = repeatElement("?", count: values.count).joined(separator: ",")
    let verb = ignoring ? "INSERT OR IGNORE" : "INSERT"
    try db.cachedStatement(sql: "\(verb) INTO \(table) VALUES (\(marks))").execute(
      arguments: StatementArguments(values))
  }

  private mutating func write(_ entry: Entry, as number: Int64) throws {
    let article = entry.article
    try insert(
      "articles",
      [
        number, article.id, article.url, article.title, article.publisher, article.byline, article.published,
        article.language, article.words, Data(entry.digest), entry.reader, number, 1,
      ])
    try insert("readings", [number, Data(entry.reading)])
    if let text = entry.text { try insert("texts", [number, article.title, text]) }
    let first = number * Int64(Self.places)
    try writeCast(entry, article: number)
    for (index, statement) in entry.statements.enumerated() {
      try write(statement, as: first + Int64(index), article: number)
    }
    let statements = Dictionary(
      entry.statements.enumerated().map { ($1.id, first + Int64($0)) }, uniquingKeysWith: { a, _ in a })
    for (index, event) in entry.events.enumerated() {
      let act = first + Int64(entry.acts[index])
      try write(event, as: first + Int64(index), article: number, act: act, statements: statements)
      try insert("traits", [first + Int64(index), Data(entry.traits[index].bytes)])
    }
    let events = Dictionary(
      entry.events.enumerated().map { ($1.id, first + Int64($0)) }, uniquingKeysWith: { a, _ in a })
    for (index, statement) in entry.statements.enumerated() {
      for event in statement.events.compactMap({ events[$0] }) {
        try insert("vouchers", [event, Relation.told.rawValue, first + Int64(index)], ignoring: true)
      }
    }
    for (index, commitment) in entry.commitments.enumerated() {
      try write(commitment, as: first + Int64(index), article: number, statements: statements)
    }
    try insert("sentences", [number, Data(entry.sentences.bytes)])
    for (index, figure) in entry.figures.enumerated() {
      try insert(
        "figures",
        [
          first + Int64(index), number, figure.value, figure.unit, figure.of, figure.bound?.rawValue, figure.period,
          figure.text, figure.start, figure.end, figure.sentenceStart, figure.sentenceEnd, figure.day ?? "",
        ])
    }
    try insert("sketches", [number, entry.sketch.day, Data(entry.sketch.bytes)])
    for word in entry.sketch.keywords {
      try insert("keywords", [Int64(word), entry.sketch.day ?? Sketch.undated, 0, number])
      for day in entry.sketch.toldDays { try insert("keywords", [Int64(word), day, 1, number]) }
    }
  }

  private mutating func writeCast(_ entry: Entry, article: Int64) throws {
    for (actor, mentions) in entry.cast {
      try db.cachedStatement(
        sql: "INSERT INTO mentions VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count"
      ).execute(arguments: [article, self.number(of: actor), mentions])
    }
    for person in entry.people {
      try insert(
        "people",
        [
          person.name, article, person.code, person.sectors.joined(separator: " "), person.office,
          person.basis.rawValue,
        ], ignoring: true)
    }
    for (index, row) in entry.unknown.enumerated() {
      try insert(
        "unknown_names",
        [
          article, index, row.name.name, row.name.kind.rawValue, row.name.code, row.name.sectors.joined(separator: " "),
          row.name.count, row.start, row.end,
        ])
    }
  }

  private mutating func write(
    _ event: EventRow, as number: Int64, article: Int64, act: Int64, statements: [String: Int64]
  ) throws {
    try insert(
      "events",
      [
        number, article, event.id, event.category.rawValue, event.mode, event.contexts.joined(separator: " "),
        event.auxiliaries.map(\.rawValue).joined(separator: " "),
        Reality(event.auxiliaries, isDenied: !event.deniedBy.isEmpty).rawValue, event.plover?.rawValue, event.cameo,
        event.category.quadClass, event.category.scale, event.day ?? "", event.date, event.endDate, event.dateText,
        event.place?.text, event.place?.name, event.place?.kind?.rawValue, event.place?.country,
        event.place?.location?.latitude,
        event.place?.location?.longitude, event.trigger, event.start, event.end, event.sentence, event.sentenceStart,
        event.sentenceEnd, event.size.dead, event.size.injured, event.size.arrested, event.rule, event.confidence, act,
        1, nil,
      ])
    for (role, parties) in [event.actors, event.recipients].enumerated() {
      for (position, party) in parties.enumerated() {
        try insert(
          "parties",
          [
            number, role, position, self.number(of: party.actor), party.actor.code, event.day ?? "", party.text,
            party.start,
            party.end,
          ])
      }
    }
    for (source, target) in event.dyads {
      try insert("dyads", [source, target, event.day ?? "", number], ignoring: true)
    }
    for (relation, vouchers) in [(Relation.attributed, event.attributedTo), (.denied, event.deniedBy)] {
      for statement in vouchers.compactMap({ statements[$0.statement] }) {
        try insert("vouchers", [number, relation.rawValue, statement], ignoring: true)
      }
    }
  }

  private mutating func write(_ statement: StatementRow, as number: Int64, article: Int64) throws {
    try insert(
      "statements",
      [
        number, article, statement.id, statement.speaker, try statement.actor.map { try self.number(of: $0) },
        statement.actor?.code ?? "", statement.cue, statement.content, statement.start, statement.end,
        statement.quotation.rawValue, statement.stance.rawValue, statement.day ?? "",
        statement.addressee, try statement.addresseeActor.map { try self.number(of: $0) }, statement.venue,
        statement.venueCountry,
      ])
    for (position, actor) in statement.about.enumerated() {
      try insert("topics", [number, self.number(of: actor), position])
    }
  }

  private mutating func write(
    _ commitment: CommitmentTraits, as number: Int64, article: Int64, statements: [String: Int64]
  ) throws {
    try insert(
      "commitments",
      [
        number, article, commitment.id, commitment.form.rawValue, commitment.start, commitment.end,
        commitment.sentence, commitment.due, commitment.statement.flatMap { statements[$0] },
        commitment.isDenied ? 1 : 0, commitment.category?.rawValue, Data(commitment.bytes),
      ])
    for (role, actors) in [commitment.actors, commitment.recipients].enumerated() {
      for (position, actor) in actors.enumerated() {
        try insert("undertakers", [number, role, position, self.number(of: actor), actor.code])
      }
    }
  }

  /// The number of an actor, which is given one where it is new.
  private mutating func number(of actor: ActorRow) throws -> Int64 {
    if let known = actors[actor] { return known }
    let fields: StatementArguments = [
      actor.id, actor.name, actor.kind.rawValue, actor.code, actor.sectors.joined(separator: " "), actor.office ?? "",
      actor.affiliation ?? "",
    ]
    let find = try db.cachedStatement(
      sql: """
        SELECT number FROM actors WHERE id = ? AND name = ? AND kind = ? AND code = ? AND sectors = ? AND office = ?
        AND affiliation = ?
        """)
    let number: Int64
    if let known = try Int64.fetchOne(find, arguments: fields) {
      number = known
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO actors (id, name, kind, code, sectors, office, affiliation) VALUES (?, ?, ?, ?, ?, ?, ?)"
      ).execute(arguments: fields)
      number = db.lastInsertedRowID
    }
    if actors.count > 100_000 { actors = [:] }
    actors[actor] = number
    return number
  }
}

/// How a statement bears on an event.
enum Relation: Int {
  /// The event rests on it.
  case attributed
  /// It denies the event.
  case denied
  /// It tells the event.
  case told
}

extension EventRow {
  /// The pairs of codes between which it is, each once; a side without a known code is empty.
  var dyads: [(source: String, target: String)] {
    func codes(_ parties: [PartyRow]) -> [String] {
      var codes: [String] = []
      for party in parties where !party.actor.code.isEmpty && !codes.contains(party.actor.code) {
        codes.append(party.actor.code)
      }
      return codes.isEmpty ? [""] : codes
    }
    let (sources, targets) = (codes(actors), codes(recipients))
    // Those who stand on one footing are each other's counterparts.
    if targets == [""], sources.count > 1 {
      return sources.flatMap { a in sources.filter { $0 != a }.map { (a, $0) } }
    }
    return sources.flatMap { source in targets.map { (source, $0) } }
  }
}
