import Chancery
internal import GRDB

/// Reads rows back into values, with prepared statements.
struct RowReader {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func article(_ number: Int64) throws -> ArticleRow {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, url, title, publisher, byline, published, language, words FROM articles WHERE number = ?"),
      arguments: [number])
    guard let row else { throw ArchiveError(.corrupt, path: "", "the archive lacks an article that its events name") }
    return ArticleRow(
      id: row[0], url: row[1], title: row[2], publisher: row[3], byline: row[4], published: row[5], language: row[6],
      words: row[7])
  }

  func actor(_ number: Int64) throws -> ActorRow {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, name, kind, code, sectors, office, affiliation FROM actors WHERE number = ?"),
      arguments: [number])
    guard let row else { throw ArchiveError(.corrupt, path: "", "the archive lacks an actor that its events name") }
    return ActorRow(
      id: row[0], name: row[1], kind: Entity.Kind(rawValue: row[2]) ?? .organization, code: row[3],
      sectors: Self.list(row[4]), office: Self.given(row[5]), affiliation: Self.given(row[6]))
  }

  private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }

  // MARK: Events

  func events(_ numbers: [Int64]) throws -> [EventRow] {
    var articles: [Int64: ArticleRow] = [:]
    return try numbers.map { number in
      guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.event), arguments: [number]) else {
        throw ArchiveError(.corrupt, path: "", "the archive lacks an event that its indices name; run: PRAGMA reindex")
      }
      let key: Int64 = row["article"]
      if articles[key] == nil { articles[key] = try article(key) }
      guard let article = articles[key] else { throw ArchiveError(.corrupt, path: "", "an article is lacking") }
      return try event(row, number, article)
    }
  }

  private static let event = """
    SELECT e.*, h.id AS happening_id, substr(t.text, e.sentence_start + 1, e.sentence_end - e.sentence_start) AS words
    FROM events AS e LEFT JOIN happenings AS h ON h.number = e.happening LEFT JOIN texts AS t ON t.article = e.article
    WHERE e.number = ?
    """

  private func event(_ row: Row, _ number: Int64, _ article: ArticleRow) throws -> EventRow {
    let category: String = row["category"]
    guard let category = Category(rawValue: category) else {
      throw ArchiveError(
        .newer, path: "", "the archive has events of the category \(category), which this version lacks")
    }
    let (actors, recipients) = try parties(number)
    let (attributed, denied) = try vouchers(number)
    var place: PlaceRow?
    if let name: String = row["place"] {
      let location = (row["latitude"] as Double?).flatMap { latitude in
        (row["longitude"] as Double?).map { Location(latitude: latitude, longitude: $0) }
      }
      place = PlaceRow(
        text: row["place_text"] ?? name, name: name, kind: (row["place_kind"] as String?).flatMap(Place.Kind.init),
        country: row["place_country"], location: location)
    }
    return EventRow(
      article: article, id: row["id"], category: category, mode: row["mode"], contexts: Self.list(row["contexts"]),
      auxiliaries: Self.list(row["auxiliaries"]).compactMap(Auxiliary.init),
      plover: (row["plover"] as String?).flatMap(Category.init),
      cameo: row["cameo"], actors: actors, recipients: recipients, day: Self.given(row["day"]), date: row["date"],
      endDate: row["enddate"], dateText: row["date_text"], place: place, trigger: row["trigger"], start: row["start"],
      end: row["end"], sentence: row["sentence"], sentenceStart: row["sentence_start"],
      sentenceEnd: row["sentence_end"],
      text: row["words"], size: EventSize(dead: row["dead"], injured: row["injured"], arrested: row["arrested"]),
      attributedTo: attributed, deniedBy: denied, rule: row["rule"], confidence: row["confidence"],
      happening: row["happening_id"])
  }

  private func parties(_ event: Int64) throws -> (actors: [PartyRow], recipients: [PartyRow]) {
    var sides: [[PartyRow]] = [[], []]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT role, actor, text, start, \"end\" FROM parties WHERE event = ? ORDER BY role, position"),
      arguments: [event])
    for row in rows {
      let role: Int = row[0]
      guard sides.indices.contains(role) else { continue }
      sides[role].append(PartyRow(actor: try actor(row[1]), text: row[2], start: row[3], end: row[4]))
    }
    return (sides[0], sides[1])
  }

  private func vouchers(_ event: Int64) throws -> (attributed: [VoucherRow], denied: [VoucherRow]) {
    var sides: [[VoucherRow]] = [[], []]
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT v.relation, s.id, coalesce(s.speaker, s.cue, 'somebody') FROM vouchers AS v
          JOIN statements AS s ON s.number = v.statement WHERE v.event = ? AND v.relation < 2
          ORDER BY v.relation, v.statement
          """), arguments: [event])
    for row in rows {
      let relation: Int = row[0]
      guard sides.indices.contains(relation) else { continue }
      sides[relation].append(VoucherRow(statement: row[1], speaker: row[2]))
    }
    return (sides[0], sides[1])
  }

  // MARK: Statements and figures

  func statements(_ numbers: [Int64]) throws -> [StatementRow] {
    try numbers.map { number in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM statements WHERE number = ?"), arguments: [number])
      guard let row else { throw ArchiveError(.corrupt, path: "", "a statement is lacking") }
      let about = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT actor FROM topics WHERE statement = ? ORDER BY position"), arguments: [number])
      let told = try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT e.id FROM vouchers AS v JOIN events AS e ON e.number = v.event
            WHERE v.statement = ? AND v.relation = 2 ORDER BY v.event
            """), arguments: [number])
      return StatementRow(
        article: try article(row["article"]), id: row["id"], speaker: row["speaker"],
        actor: try (row["actor"] as Int64?).map { try actor($0) }, addressee: row["addressee"],
        addresseeActor: try (row["addressee_actor"] as Int64?).map { try actor($0) }, venue: row["venue"],
        venueCountry: row["venue_country"], cue: row["cue"], content: row["content"],
        start: row["start"], end: row["end"], quotation: Statement.Quotation(rawValue: row["quotation"]) ?? .indirect,
        stance: Statement.Stance(rawValue: row["stance"]) ?? .assert, about: try about.map { try actor($0) },
        events: told, day: Self.given(row["day"]))
    }
  }

  func figures(_ numbers: [Int64]) throws -> [FigureRow] {
    try numbers.map { number in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT f.*, substr(t.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS words
            FROM figures AS f LEFT JOIN texts AS t ON t.article = f.article WHERE f.number = ?
            """), arguments: [number])
      guard let row else { throw ArchiveError(.corrupt, path: "", "a figure is lacking") }
      return FigureRow(
        article: try article(row["article"]), position: Int(number % Int64(EntryWriter.places)) + 1,
        value: row["value"],
        unit: row["unit"], of: row["of"], bound: (row["bound"] as String?).flatMap(Figure.Bound.init),
        period: row["period"], text: row["text"], start: row["start"], end: row["end"],
        sentenceStart: row["sentence_start"], sentenceEnd: row["sentence_end"], sentence: row["words"],
        day: Self.given(row["day"]))
    }
  }
}
