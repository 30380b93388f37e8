import Chancery
internal import GRDB

/// Reads rows back into values.
///
/// Analyses read them by the ten thousand: statements are prepared once for all rows of a call, columns are read by their
/// places, and articles and actors, which rows share, are read once.
final class RowReader {
  private let db: Database
  private var articles: [Int64: ArticleRow] = [:]
  private var actors: [Int64: ActorRow] = [:]

  init(_ db: Database) { self.db = db }

  func article(_ number: Int64) throws -> ArticleRow {
    if let known = articles[number] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, url, title, publisher, byline, published, language, words FROM articles WHERE number = ?"),
      arguments: [number])
    guard let row else { throw ArchiveError(.corrupt, path: "", "the archive lacks an article that its events name") }
    let article = ArticleRow(
      id: row[0], url: row[1], title: row[2], publisher: row[3], byline: row[4], published: row[5], language: row[6],
      words: row[7])
    articles[number] = article
    return article
  }

  func actor(_ number: Int64) throws -> ActorRow {
    if let known = actors[number] { return known }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, name, kind, code, sectors, office, affiliation FROM actors WHERE number = ?"),
      arguments: [number])
    guard let row else { throw ArchiveError(.corrupt, path: "", "the archive lacks an actor that its events name") }
    let actor = ActorRow(
      id: row[0], name: row[1], kind: Entity.Kind(rawValue: row[2]) ?? .organization, code: row[3],
      sectors: Self.list(row[4]), office: Self.given(row[5]), affiliation: Self.given(row[6]))
    actors[number] = actor
    return actor
  }

  private static func list(_ text: String) -> [String] {
    text.isEmpty ? [] : text.split(separator: " ").map(String.init)
  }
  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  // MARK: Events

  func events(_ numbers: [Int64]) throws -> [EventRow] {
    let find = try db.cachedStatement(sql: Self.event)
    let parties = try db.cachedStatement(sql: Self.parties)
    let vouchers = try db.cachedStatement(sql: Self.vouchers)
    return try numbers.map { number in
      guard var event = try Row.fetchCursor(find, arguments: [number]).map(event).next() else {
        throw ArchiveError(.corrupt, path: "", "the archive lacks an event that its indices name; run: PRAGMA reindex")
      }
      (event.actors, event.recipients) = try self.parties(number, parties)
      (event.attributedTo, event.deniedBy) = try self.vouchers(number, vouchers)
      return event
    }
  }

  private static let event = """
    SELECT e.article, e.id, e.category, e.mode, e.contexts, e.auxiliaries, e.plover, e.cameo, e.day, e.date, e.enddate,
      e.date_text, e.place_text, e.place, e.place_kind, e.place_country, e.latitude, e.longitude, e.trigger, e.start,
      e."end", e.sentence, e.sentence_start, e.sentence_end, e.dead, e.injured, e.arrested, e.rule, e.confidence, h.id,
      substr(t.text, e.sentence_start + 1, e.sentence_end - e.sentence_start)
    FROM events AS e LEFT JOIN happenings AS h ON h.number = e.happening LEFT JOIN texts AS t ON t.article = e.article
    WHERE e.number = ?
    """

  /// An event without its parties and vouchers.
  private func event(_ row: Row) throws -> EventRow {
    let name: String = row[2]
    guard let category = Category(rawValue: name) else {
      throw ArchiveError(.newer, path: "", "the archive has events of the category \(name), which this version lacks")
    }
    return EventRow(
      article: try article(row[0]), id: row[1], category: category, mode: row[3], contexts: Self.list(row[4]),
      auxiliaries: Self.list(row[5]).compactMap(Auxiliary.init), plover: (row[6] as String?).flatMap(Category.init),
      cameo: row[7], actors: [], recipients: [], day: Self.given(row[8]), date: row[9], endDate: row[10],
      dateText: row[11], place: Self.place(row), trigger: row[18], start: row[19], end: row[20], sentence: row[21],
      sentenceStart: row[22], sentenceEnd: row[23], text: row[30],
      size: EventSize(dead: row[24], injured: row[25], arrested: row[26]), attributedTo: [], deniedBy: [],
      rule: row[27], confidence: row[28], happening: row[29])
  }

  private static func place(_ row: Row) -> PlaceRow? {
    guard let name: String = row[13] else { return nil }
    let location = (row[16] as Double?).flatMap { latitude in
      (row[17] as Double?).map { Location(latitude: latitude, longitude: $0) }
    }
    return PlaceRow(
      text: row[12] ?? name, name: name, kind: (row[14] as String?).flatMap(Place.Kind.init), country: row[15],
      location: location)
  }

  private static let parties =
    "SELECT role, actor, text, start, \"end\" FROM parties WHERE event = ? ORDER BY role, position"

  private func parties(
    _ event: Int64, _ find: GRDB.Statement
  ) throws -> (actors: [PartyRow], recipients: [PartyRow]) {
    var sides: [[PartyRow]] = [[], []]
    let rows = try Row.fetchCursor(find, arguments: [event])
    while let row = try rows.next() {
      let role: Int = row[0]
      guard sides.indices.contains(role) else { continue }
      sides[role].append(PartyRow(actor: try actor(row[1]), text: row[2], start: row[3], end: row[4]))
    }
    return (sides[0], sides[1])
  }

  private static let vouchers = """
    SELECT v.relation, s.id, coalesce(s.speaker, s.cue, 'somebody') FROM vouchers AS v
    JOIN statements AS s ON s.number = v.statement WHERE v.event = ? AND v.relation < 2
    ORDER BY v.relation, v.statement
    """

  private func vouchers(
    _ event: Int64, _ find: GRDB.Statement
  ) throws -> (attributed: [VoucherRow], denied: [VoucherRow]) {
    var sides: [[VoucherRow]] = [[], []]
    let rows = try Row.fetchCursor(find, arguments: [event])
    while let row = try rows.next() {
      let relation: Int = row[0]
      guard sides.indices.contains(relation) else { continue }
      sides[relation].append(VoucherRow(statement: row[1], speaker: row[2]))
    }
    return (sides[0], sides[1])
  }

  // MARK: Statements and figures

  func statements(_ numbers: [Int64]) throws -> [StatementRow] {
    let find = try db.cachedStatement(
      sql: """
        SELECT article, id, speaker, actor, addressee, addressee_actor, venue, venue_country, cue, content, start, "end",
          quotation, stance, day
        FROM statements WHERE number = ?
        """)
    let topics = try db.cachedStatement(sql: "SELECT actor FROM topics WHERE statement = ? ORDER BY position")
    let told = try db.cachedStatement(
      sql: """
        SELECT e.id FROM vouchers AS v JOIN events AS e ON e.number = v.event
        WHERE v.statement = ? AND v.relation = 2 ORDER BY v.event
        """)
    return try numbers.map { number in
      guard var statement = try Row.fetchCursor(find, arguments: [number]).map(statement).next() else {
        throw ArchiveError(.corrupt, path: "", "a statement is lacking")
      }
      statement.about = try Int64.fetchAll(topics, arguments: [number]).map(actor)
      statement.events = try String.fetchAll(told, arguments: [number])
      return statement
    }
  }

  /// A statement without whom it speaks of and what it tells.
  private func statement(_ row: Row) throws -> StatementRow {
    StatementRow(
      article: try article(row[0]), id: row[1], speaker: row[2], actor: try (row[3] as Int64?).map(actor),
      addressee: row[4], addresseeActor: try (row[5] as Int64?).map(actor), venue: row[6], venueCountry: row[7],
      cue: row[8], content: row[9], start: row[10], end: row[11],
      quotation: Statement.Quotation(rawValue: row[12]) ?? .indirect,
      stance: Statement.Stance(rawValue: row[13]) ?? .assert, about: [], events: [], day: Self.given(row[14]))
  }

  func figures(_ numbers: [Int64]) throws -> [FigureRow] {
    let find = try db.cachedStatement(
      sql: """
        SELECT f.article, f.value, f.unit, f.of, f.bound, f.period, f.text, f.start, f."end", f.sentence_start,
          f.sentence_end, f.day, substr(t.text, f.sentence_start + 1, f.sentence_end - f.sentence_start),
          f.number
        FROM figures AS f LEFT JOIN texts AS t ON t.article = f.article WHERE f.number = ?
        """)
    return try numbers.map { number in
      guard let figure = try Row.fetchCursor(find, arguments: [number]).map(figure).next() else {
        throw ArchiveError(.corrupt, path: "", "a figure is lacking")
      }
      return figure
    }
  }

  private func figure(_ row: Row) throws -> FigureRow {
    FigureRow(
      article: try article(row[0]), position: Int((row[13] as Int64) % Int64(EntryWriter.places)) + 1, value: row[1],
      unit: row[2], of: row[3], bound: (row[4] as String?).flatMap(Figure.Bound.init), period: row[5], text: row[6],
      start: row[7], end: row[8], sentenceStart: row[9], sentenceEnd: row[10], sentence: row[12],
      day: Self.given(row[11]))
  }
}
