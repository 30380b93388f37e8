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
  /// - Returns: Reports in the order of their events' days and numbers, or of their numbers alone where a party is named by more than its code.
  /// - Throws: ``ArchiveError`` where the question cannot be answered.
  public func reports(_ query: ReportQuery) throws -> [ReportRow] {
    try read { db in
      let asked = try Self.filtered(query, db)
      var reports: [ReportRow] = []
      func add(_ row: Row) throws {
        if asked?.contains(row[0]) ?? true { reports.append(try Self.report(row)) }
      }
      if let pair = Self.codes(of: query) {
        var sql =
          " FROM dyads AS d CROSS JOIN events AS e ON e.number = d.event \(Self.joins) WHERE d.source = ? AND d.target = ?"
        var values: [(any DatabaseValueConvertible)?] = [pair.source, pair.target]
        if let since = query.since {
          sql += " AND d.day >= ?"
          values.append(since)
        } else if query.until != nil {
          sql += " AND d.day > ''"
        }
        if let until = query.until {
          // A month's or year's last day sorts before this.
          sql += " AND d.day < ?"
          values.append(until + "~")
        }
        let rows = try Row.fetchCursor(db, sql: Self.columns + sql, arguments: StatementArguments(values))
        while let row = try rows.next() { try add(row) }
      } else {
        let find = try db.cachedStatement(sql: "\(Self.columns) FROM events AS e \(Self.joins) WHERE e.number = ?")
        for number in try Self.numbers(of: query, db).sorted() {
          if let row = try Row.fetchOne(find, arguments: [number]) { try add(row) }
        }
      }
      return reports
    }
  }

  private static let columns = """
    SELECT e.number, e.id, a.id, h.id, h.day, lower(a.publisher), a.wire, a.published, e.category, e.mode, e.day,
      e.date IS NOT NULL, e.reality, e.confidence,
      (SELECT group_concat(CASE s.code WHEN '' THEN coalesce(s.speaker, s.cue, '') ELSE s.code END, char(31))
       FROM vouchers AS v JOIN statements AS s ON s.number = v.statement WHERE v.event = e.number AND v.relation = 0)
    """
  private static let joins = """
    CROSS JOIN articles AS a ON a.number = e.article LEFT JOIN happenings AS h ON h.number = e.happening
    """

  private static func report(_ row: Row) throws -> ReportRow {
    let name: String = row[8]
    guard let category = Category(rawValue: name) else {
      throw ArchiveError(.newer, path: "", "the archive has events of the category \(name), which this version lacks")
    }
    let key = (row[2] as String) + "/" + (row[1] as String)
    let day = (row[4] as String?) ?? row[10]
    let reality = Reality(rawValue: row[12])
    return ReportRow(
      number: row[0], key: key, happening: row[3] ?? key, publisher: row[5], wire: row[6], published: row[7],
      category: category, mode: row[9], day: day.isEmpty ? nil : day, isDated: row[11],
      auxiliaries: reality.auxiliaries, isDenied: reality.contains(.denied),
      claimants: (row[14] as String?)?.split(separator: "\u{1F}").map(String.init) ?? [], confidence: row[13])
  }

  /// The codes between which reports are asked for, where codes alone are.
  private static func codes(of query: ReportQuery) -> (source: String, target: String)? {
    guard case .code(let source, nil) = query.actor, case .code(let target, nil)? = query.recipient else { return nil }
    return (source, target)
  }

  /// The events that a question's filter leaves; `nil` for all.
  private static func filtered(_ query: ReportQuery, _ db: Database) throws -> Set<Int64>? {
    var filter = query.filter
    filter.actors = []
    filter.recipients = []
    filter.between = []
    filter.limit = nil
    filter.after = nil
    guard filter != EventQuery() else { return nil }
    filter.since = query.since
    filter.until = query.until
    return Set(try filter.selection(db).numbers(db))
  }

  /// Numbers of the events between parties of which one is named by more than its code.
  private static func numbers(of query: ReportQuery, _ db: Database) throws -> [Int64] {
    var events = EventQuery()
    events.since = query.since
    events.until = query.until
    guard let recipient = query.recipient else {
      events.actors = [query.actor]
      return try events.selection(db).numbers(db)
    }
    return try events.selection(ofActsBy: query.actor, on: recipient, db).numbers(db)
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
