public import Chancery
internal import GRDB

/// A report of an act without its words: what analyses count by the ten thousand.
public struct ReportRow: Sendable, Hashable {
  /// The number of the event in this archive; it changes when the article is read anew.
  public var number: Int64
  /// `ARTICLE/e1`.
  public var key: String
  /// The id of the happening that it tells; the report's own key before happenings are reckoned.
  public var happening: String
  /// Who published it, in lower case; `nil` where unknown.
  public var publisher: String?
  /// The same for articles that are copies of one text.
  public var wire: Int64
  /// The day of the article, ISO 8601.
  public var published: String?
  /// The category of the act itself.
  public var category: Category
  /// PLOVER's mode; empty for none.
  public var mode: String
  /// The day by which it is counted: that which most reports of the happening give, or the article's.
  public var day: String?
  /// Whether the act's own day is known.
  public var isDated: Bool
  /// Planned, supposed, not done, long past; none for what happened.
  public var auxiliaries: [Auxiliary]
  /// Whether somebody denies it.
  public var isDenied: Bool
  /// Who vouches for it where the article does not: codes, or names where there is no code.
  public var claimants: [String]
  /// How likely the coding is right, 0 to 1.
  public var confidence: Double
}

/// Acts of one actor on another, as analyses ask for them.
public struct ReportQuery: Sendable, Hashable {
  /// Who acts.
  public var actor: PartyFilter
  /// Who is acted on; `nil` for anybody, also nobody.
  public var recipient: PartyFilter?
  /// The first day, ISO 8601; a year or month stands for all of it.
  public var since: String?
  /// The last day, inclusive.
  public var until: String?
  /// What else has to hold of the events: categories, who says so, place, words …; its parties and days are not looked at.
  public var filter = EventQuery()

  /// A question for all that one does to another.
  public init(_ actor: PartyFilter, on recipient: PartyFilter? = nil, since: String? = nil, until: String? = nil) {
    self.actor = actor
    self.recipient = recipient
    self.since = since
    self.until = until
  }
}

extension NewsStore {
  /// The reports of what one does to another; acts on one footing are those of both on each other.
  ///
  /// Ten thousand take some tens of milliseconds where both are named by codes alone.
  ///
  /// - Returns: Reports in the order of their events' numbers.
  /// - Throws: ``ArchiveError`` where the question cannot be answered.
  public func reports(_ query: ReportQuery) throws -> [ReportRow] {
    try read { db in
      let numbers = try Self.numbers(of: query, db)
      let find = try db.cachedStatement(sql: Self.report)
      return try numbers.map { number in
        guard let row = try Row.fetchOne(find, arguments: [number]) else {
          throw ArchiveError(
            .corrupt, path: path, "the archive lacks an event that its indices name; run: PRAGMA reindex")
        }
        return try Self.report(row)
      }
    }
  }

  private static let report = """
    SELECT e.number, e.id, a.id, h.id, h.day, lower(a.publisher), a.wire, a.published, e.category, e.mode, e.day,
      e.date IS NOT NULL, e.reality, e.confidence,
      (SELECT group_concat(CASE s.code WHEN '' THEN coalesce(s.speaker, s.cue, '') ELSE s.code END, char(31))
       FROM vouchers AS v JOIN statements AS s ON s.number = v.statement WHERE v.event = e.number AND v.relation = 0)
    FROM events AS e JOIN articles AS a ON a.number = e.article LEFT JOIN happenings AS h ON h.number = e.happening
    WHERE e.number = ?
    """

  private static func report(_ row: Row) throws -> ReportRow {
    let name: String = row[8]
    guard let category = Category(rawValue: name) else {
      throw ArchiveError(.newer, path: "", "the archive has events of the category \(name), which this version lacks")
    }
    let key = "\(row[2] as String)/\(row[1] as String)"
    let own: String = row[10]
    let isDated: Bool = row[11]
    // A happening's day is what most reports give; a report that tells its own day is not moved by others' want of one.
    let day = (row[4] as String?) ?? own
    let reality = Reality(rawValue: row[12])
    return ReportRow(
      number: row[0], key: key, happening: row[3] ?? key, publisher: row[5], wire: row[6], published: row[7],
      category: category, mode: row[9], day: day.isEmpty ? nil : day, isDated: isDated,
      auxiliaries: reality.auxiliaries, isDenied: reality.contains(.denied),
      claimants: (row[14] as String?)?.split(separator: "\u{1F}").map(String.init) ?? [], confidence: row[13])
  }

  /// Numbers of the events that a question means, in their order.
  private static func numbers(of query: ReportQuery, _ db: Database) throws -> [Int64] {
    var numbers = try events(query.actor, query.recipient, since: query.since, until: query.until, db)
    var filter = query.filter
    filter.actors = []
    filter.recipients = []
    filter.between = []
    filter.limit = nil
    filter.after = nil
    guard filter != EventQuery() else { return numbers }
    filter.since = query.since
    filter.until = query.until
    let asked = Set(try filter.selection(db).numbers(db))
    numbers.removeAll { !asked.contains($0) }
    return numbers
  }

  private static func events(
    _ actor: PartyFilter, _ recipient: PartyFilter?, since: String?, until: String?, _ db: Database
  ) throws -> [Int64] {
    var directed = EventQuery()
    directed.since = since
    directed.until = until
    directed.actors = [actor]
    guard let recipient else { return try directed.selection(db).numbers(db).sorted() }
    if case .code(let source, nil) = actor, case .code(let target, nil) = recipient {
      var sql = "SELECT event FROM dyads WHERE source = ? AND target = ?"
      var values: [(any DatabaseValueConvertible)?] = [source, target]
      if let since {
        sql += " AND day >= ?"
        values.append(since)
      } else if until != nil {
        sql += " AND day > ''"
      }
      if let until {
        sql += " AND day < ?"
        values.append(until + "~")
      }
      return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(values)).sorted()
    }
    // Those who act alone, and those who stand on one footing, all of them actors.
    directed.recipients = [recipient]
    var footing = EventQuery()
    footing.since = since
    footing.until = until
    footing.actors = [actor]
    let others = Set(
      try {
        var query = footing
        query.actors = [recipient]
        return try query.selection(db).numbers(db)
      }())
    let without = try db.cachedStatement(
      sql: "SELECT NOT EXISTS (SELECT 1 FROM parties WHERE event = ? AND role = 1)")
    let together = try footing.selection(db).numbers(db).filter { number in
      guard others.contains(number) else { return false }
      return try Bool.fetchOne(without, arguments: [number]) ?? false
    }
    return Array(Set(try directed.selection(db).numbers(db) + together)).sorted()
  }

  /// How many articles appeared on each day, in the order of days; those without a day are left out.
  public func articlesByDay() throws -> [(day: String, articles: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT published, count(*) FROM articles WHERE published IS NOT NULL GROUP BY published ORDER BY published"
      ).map { (day: $0[0], articles: $0[1]) }
    }
  }

  /// Full events by their numbers, which ``ReportRow/number`` gives, in that order.
  public func events(numbered numbers: [Int64]) throws -> [EventRow] {
    try read { db in try RowReader(db).events(numbers) }
  }
}
