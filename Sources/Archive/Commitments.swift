public import Chancery
internal import Foundation
internal import GRDB

/// What an article says that an actor will do for others.
public struct CommitmentRow: Sendable, Hashable {
  /// The article that tells it.
  public let article: ArticleRow
  /// `c1`, `c2` … in the order of its text.
  public let id: String
  /// How it is held out.
  public let form: Commitment.Form
  /// Those who are to do it.
  public let actors: [ActorRow]
  /// Those for whom it is to be done.
  public let recipients: [ActorRow]
  /// The last day by which it is to be done, ISO 8601; `nil` where no words tell.
  public let due: String?
  /// Whether somebody denies it.
  public let isDenied: Bool
  /// The category of the act, where it is coded as an event.
  public let category: Category?
  /// The words that tell it; `nil` in an archive without texts.
  public let text: String?
  /// The number of its article, and the index of its sentence.
  package let articleNumber: Int64
  package let sentence: Int
  /// Its words that tell something, and what is counted in them.
  package let words: Terms
  package let counts: [ContentWords.Count]
  /// The noun that names what is to be given or done; 0 where none does.
  package let object: Terms.Word

  /// `ARTICLE/c1`.
  public var key: String { article.id + "/" + id }
}

/// An article as the record of what became of things.
package struct ToldArticle: Sendable {
  package let number: Int64
  package let id: String
  package let title: String?
  package let published: CalendarDay
  package let sentences: [SentenceTraits]
  /// The codes of those whom it mentions.
  package let codes: Set<String>
}

/// An event of an article as far as it bears on what became of a promise.
package struct ToldEvent: Sendable {
  package let id: String
  package let happening: String?
  package let category: Category
  package let hasHappened: Bool
  package let actors: Set<String>
  package let recipients: Set<String>
}

extension NewsStore {
  /// What articles say that an actor will do, in the order of the articles' days, ids and texts.
  ///
  /// - Parameters:
  ///   - recipient: For whom; `nil` for anybody.
  ///   - since: The first day of publication, ISO 8601.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public func commitments(
    of actor: PartyFilter, to recipient: PartyFilter? = nil, since: String? = nil
  ) throws -> [CommitmentRow] {
    try read { db in
      let own = Self.actors(actor)
      var sql = """
        SELECT c.number, c.article, c.id, c.form, c.sentence, c.due, c.is_denied, c.category, c.words,
          substr(t.text, c.start + 1, c."end" - c.start)
        FROM commitments AS c JOIN articles AS a ON a.number = c.article LEFT JOIN texts AS t ON t.article = c.article
        WHERE c.number IN (SELECT commitment FROM undertakers WHERE role = 0 AND \(own.sql))
        """
      var arguments = own.arguments
      if let recipient {
        let other = Self.actors(recipient)
        sql += " AND c.number IN (SELECT commitment FROM undertakers WHERE \(other.sql))"
        arguments += other.arguments
      }
      if let since {
        sql += " AND a.published >= ?"
        arguments += [since]
      }
      sql += " ORDER BY a.published, a.id, c.start"
      let reader = RowReader(db)
      var articles: [Int64: ArticleRow] = [:]
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      var found: [CommitmentRow] = []
      while let row = try rows.next() {
        let number: Int64 = row[1]
        let article = try articles[number] ?? reader.article(number)
        articles[number] = article
        guard let form = Commitment.Form(rawValue: row[3]),
          let words = CommitmentTraits.words(bytes: Array(row[8] as Data))
        else { continue }
        func undertakers(_ role: Int) throws -> [ActorRow] {
          try Int64.fetchAll(
            db.cachedStatement(
              sql: "SELECT actor FROM undertakers WHERE commitment = ? AND role = ? ORDER BY position"),
            arguments: [row[0] as Int64, role]
          ).map(reader.actor)
        }
        found.append(
          CommitmentRow(
            article: article, id: row[2], form: form, actors: try undertakers(0), recipients: try undertakers(1),
            due: row[5], isDenied: row[6], category: (row[7] as String?).flatMap(Category.init(rawValue:)),
            text: row[9], articleNumber: number, sentence: row[4], words: words.words, counts: words.counts,
            object: words.object))
      }
      return found
    }
  }

  /// The articles that mention an actor, in the order of their days and ids; those without a day are left out.
  ///
  /// - Parameters:
  ///   - other: Somebody whom they mention, too; `nil` for anybody.
  ///   - since: The first day, ISO 8601.
  package func articles(
    mentioning actor: PartyFilter, and other: PartyFilter? = nil, since: String? = nil
  ) throws -> [ToldArticle] {
    try read { db in
      var sql = "SELECT a.number FROM articles AS a WHERE a.published IS NOT NULL"
      var arguments = StatementArguments()
      for party in [actor, other].compactMap(\.self) {
        let own = Self.actors(party, column: "m.actor")
        sql += " AND a.number IN (SELECT m.article FROM mentions AS m WHERE \(own.sql))"
        arguments += own.arguments
      }
      if let since {
        sql += " AND a.published >= ?"
        arguments += [since]
      }
      var codes: [Int64: Set<String>] = [:]
      let mentioned = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT m.article, a.code FROM mentions AS m JOIN actors AS a ON a.number = m.actor
          WHERE m.article IN (\(sql))
          """, arguments: arguments)
      while let row = try mentioned.next() { codes[row[0], default: []].insert(row[1]) }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.number, a.id, a.title, a.published, s.data FROM articles AS a JOIN sentences AS s ON s.article = a.number
          WHERE a.number IN (\(sql)) ORDER BY a.published, a.id
          """, arguments: arguments)
      var found: [ToldArticle] = []
      while let row = try rows.next() {
        guard let day = CalendarDate(row[3] as String).flatMap({ CalendarDay($0) }) else { continue }
        let number: Int64 = row[0]
        found.append(
          ToldArticle(
            number: number, id: row[1], title: row[2], published: day,
            sentences: [SentenceTraits](bytes: Array(row[4] as Data)), codes: codes[number] ?? []))
      }
      return found
    }
  }

  /// The events of an article by the index of their sentence.
  package func toldEvents(of article: Int64) throws -> [Int: [ToldEvent]] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT e.number, e.id, h.id, e.category, e.auxiliaries, e.sentence FROM events AS e
            LEFT JOIN happenings AS h ON h.number = e.happening WHERE e.article = ? ORDER BY e.start
            """), arguments: [article])
      let parties = try db.cachedStatement(sql: "SELECT role, code FROM parties WHERE event = ?")
      var events: [Int: [ToldEvent]] = [:]
      for row in rows {
        guard let category = Category(rawValue: row[3]) else { continue }
        var sides: [Set<String>] = [[], []]
        for party in try Row.fetchAll(parties, arguments: [row[0] as Int64]) { sides[party[0]].insert(party[1]) }
        events[(row[5] as Int) - 1, default: []].append(
          ToldEvent(
            id: row[1], happening: row[2], category: category, hasHappened: (row[4] as String).isEmpty,
            actors: sides[0], recipients: sides[1]))
      }
      return events
    }
  }

  /// The articles of which an event answers a question, whatever its parties, days and categories; `nil` where it asks for nothing else.
  package func articles(telling filter: EventQuery) throws -> Set<Int64>? {
    var filter = filter
    filter.actors = []
    filter.recipients = []
    filter.between = []
    filter.categories = []
    filter.since = nil
    filter.until = nil
    filter.limit = nil
    filter.after = nil
    guard filter != EventQuery() else { return nil }
    return try read { db in
      Set(try filter.selection(db).numbers(db).map { $0 / Int64(EntryWriter.places) })
    }
  }

  /// The rows of a party, as a condition on a column of actors' numbers.
  private static func actors(_ party: PartyFilter, column: String = "actor") -> (
    sql: String, arguments: StatementArguments
  ) {
    switch party {
    case .code(let code, nil): ("\(column) IN (SELECT number FROM actors WHERE code = ?)", [code])
    case .code(let code, let sector?):
      (
        "\(column) IN (SELECT number FROM actors WHERE code = ? AND ' ' || sectors || ' ' LIKE ?)",
        [code, "% \(sector) %"]
      )
    case .actor(let id): ("\(column) IN (SELECT number FROM actors WHERE id = ?)", [id])
    }
  }
}
