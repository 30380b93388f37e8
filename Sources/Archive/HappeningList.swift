import Chancery
internal import GRDB

/// Happenings in the order of their days, then ids: a question for them as SQL.
struct HappeningList {
  var conditions: [Selection.Fragment]
  private let isLatestFirst: Bool
  private let limit: Int?
  /// The day of the happening after which to go on.
  private var start: String?

  /// All that have enough reports and sources.
  init(_ query: HappeningQuery) {
    conditions = [.init(sql: "reports >= ? AND sources >= ?", values: [query.leastReports, query.leastSources])]
    isLatestFirst = query.isLatestFirst
    limit = query.limit
  }

  /// Goes on after a happening.
  ///
  /// - Throws: ``ArchiveError`` where there is none of that id.
  mutating func goOn(after id: String, _ db: Database) throws {
    guard let day = try String.fetchOne(db, sql: "SELECT day FROM happenings WHERE id = ?", arguments: [id]) else {
      throw ArchiveError(
        .query, path: "", "there is no happening '\(id)' to go on after; give the id of the last one shown")
    }
    conditions.append(.init(sql: "(day, id) \(isLatestFirst ? "<" : ">") (?, ?)", values: [day, id]))
    start = day
  }

  /// So many happenings are looked at one by one for those that a question asks for.
  private static let nearby = 4000

  /// Those that stand first, as many as can be looked at one by one.
  func near(_ db: Database) throws -> HappeningList {
    let (sign, direction) = isLatestFirst ? ("<=", "DESC") : (">=", "ASC")
    let last = try String.fetchOne(
      db,
      sql: """
        SELECT day FROM happenings\(start == nil ? "" : " WHERE day \(sign) ?") ORDER BY day \(direction)
        LIMIT 1 OFFSET \(Self.nearby)
        """, arguments: StatementArguments([start].compactMap(\.self)))
    guard let last else { return self }
    var near = self
    near.conditions.append(.init(sql: "day \(isLatestFirst ? ">=" : "<=") ?", values: [last]))
    return near
  }

  /// Those of which one of the reports is such an event.
  func filtered(by events: Selection) -> HappeningList {
    let test = events.test
    var list = self
    // Without statistics SQLite would go by the index of a category, of which there are many more.
    list.conditions.append(
      .init(
        sql: """
          EXISTS (SELECT 1 FROM events AS x INDEXED BY events_happening WHERE x.happening = h.number AND \(test.sql))
          """, values: test.values))
    return list
  }

  func rows(_ db: Database) throws -> [HappeningRow] {
    let direction = isLatestFirst ? "DESC" : "ASC"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, category, day, reports, mentions, sources, claimed, denied FROM happenings AS h
        WHERE \(conditions.map { "(\($0.sql))" }.joined(separator: " AND "))
        ORDER BY day \(direction), id \(direction) LIMIT ?
        """, arguments: StatementArguments(conditions.flatMap(\.values) + [limit ?? -1])
    ).compactMap(HappeningRow.init)
  }
}

extension HappeningRow {
  /// The happening of a row: `id, category, day, reports, mentions, sources, claimed, denied`.
  init?(_ row: Row) {
    guard let category = Category(rawValue: row[1]) else { return nil }
    self.init(
      id: row[0], category: category, day: (row[2] as String).isEmpty ? nil : row[2], reports: row[3],
      mentions: row[4], sources: row[5], claimed: row[6], denied: row[7])
  }
}
