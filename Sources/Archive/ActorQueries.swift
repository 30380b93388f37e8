import Chancery
internal import GRDB

/// How much an archive has of an actor.
public struct ActorCounts: Sendable, Hashable {
  /// Events in which it acts.
  public var acts: Int
  /// Events in which it is acted on.
  public var received: Int
  /// Statements that it makes.
  public var statements: Int
  /// Articles that mention it.
  public var articles: Int
}

extension NewsStore {
  /// The actor of an id as articles have it: of several forms the last.
  ///
  /// - Returns: `nil` where no article mentions it.
  public func actor(id: String) throws -> ActorRow? {
    try read { db in
      let number = try Int64.fetchOne(db, sql: "SELECT max(number) FROM actors WHERE id = ?", arguments: [id])
      return try number.map { try RowReader(db).actor($0) }
    }
  }

  /// Whether there is anything of an actor.
  public func knows(_ actor: PartyFilter) throws -> Bool {
    try read { db in
      let numbers = try PartySQL.numbers(of: actor, db).map(String.init).joined(separator: ", ")
      return try ["parties", "statements", "mentions"].contains { table in
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE actor IN (\(numbers)))") ?? false
      }
    }
  }

  /// How much there is of an actor: of a code, of all who bear it.
  public func counts(of actor: PartyFilter) throws -> ActorCounts {
    try read { db in
      func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
      }
      let numbers = try PartySQL.numbers(of: actor, db).map(String.init).joined(separator: ", ")
      let articles = try count("SELECT count(DISTINCT article) FROM mentions WHERE actor IN (\(numbers))")
      guard case .code(let code, nil) = actor else {
        func events(_ role: Int) -> String {
          "SELECT count(DISTINCT event) FROM parties WHERE actor IN (\(numbers)) AND role = \(role)"
        }
        return ActorCounts(
          acts: try count(events(0)), received: try count(events(1)),
          statements: try count("SELECT count(*) FROM statements WHERE actor IN (\(numbers))"), articles: articles)
      }
      // All parties of an event have its day: in the order of the index, an event's stand together.
      func events(_ role: Int) -> String {
        "SELECT count(*) FROM (SELECT DISTINCT day, event FROM parties WHERE role = \(role) AND code = ?)"
      }
      return ActorCounts(
        acts: try count(events(0), [code]), received: try count(events(1), [code]),
        statements: try count("SELECT count(*) FROM statements WHERE code = ?", [code]), articles: articles)
    }
  }

  /// People and bodies of a code that articles mention most.
  public func members(of code: String, limit: Int) throws -> [(actor: ActorRow, mentions: Int)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT max(a.number), sum(m.count) FROM actors AS a JOIN mentions AS m ON m.actor = a.number
          WHERE a.code = ? AND a.kind IN ('person', 'organization') GROUP BY a.id ORDER BY 2 DESC, a.id LIMIT ?
          """, arguments: [code, limit])
      return try rows.map { (actor: try RowReader(db).actor($0[0]), mentions: $0[1]) }
    }
  }
}
