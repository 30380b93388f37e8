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

  /// How much there is of an actor: of a code, of all who bear it.
  public func counts(of actor: PartyFilter) throws -> ActorCounts {
    try read { db in
      func count(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
      }
      switch actor {
      case .code(let code, let sector):
        // The sectors of an actor stand with it, parted by spaces.
        let mark = sector.map { "% \($0) %" }
        let test = mark == nil ? "" : " AND actor IN (SELECT number FROM actors WHERE ' ' || sectors || ' ' LIKE ?)"
        let arguments = StatementArguments([code] + (mark.map { [$0] } ?? []))
        let own = mark == nil ? "code = ?" : "code = ? AND ' ' || sectors || ' ' LIKE ?"
        return ActorCounts(
          acts: try count("SELECT count(DISTINCT event) FROM parties WHERE role = 0 AND code = ?" + test, arguments),
          received: try count(
            "SELECT count(DISTINCT event) FROM parties WHERE role = 1 AND code = ?" + test, arguments),
          statements: try count("SELECT count(*) FROM statements WHERE code = ?" + test, arguments),
          articles: try count(
            "SELECT count(DISTINCT article) FROM mentions WHERE actor IN (SELECT number FROM actors WHERE \(own))",
            arguments))
      case .actor(let id):
        let actors = "(SELECT number FROM actors WHERE id = ?)"
        return ActorCounts(
          acts: try count(
            "SELECT count(DISTINCT event) FROM parties WHERE role = 0 AND actor IN \(actors)", [id]),
          received: try count(
            "SELECT count(DISTINCT event) FROM parties WHERE role = 1 AND actor IN \(actors)", [id]),
          statements: try count("SELECT count(*) FROM statements WHERE actor IN \(actors)", [id]),
          articles: try count("SELECT count(DISTINCT article) FROM mentions WHERE actor IN \(actors)", [id]))
      }
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
