public import Chancery
internal import GRDB

extension NewsStore {
  /// On whom an actor acts most.
  ///
  /// - Returns: Codes with how many events there are, the most first; the actor's own code and unknown ones are left out.
  public func counterparts(
    of actor: PartyFilter, since: String? = nil, until: String? = nil, limit: Int
  ) throws -> [(code: String, events: Int)] {
    guard let code = actor.code else { return [] }
    return try read { db in
      // The last day sorts before '~'.
      try Row.fetchAll(
        db,
        sql: """
          SELECT target, count(*) FROM dyads WHERE source = ? AND target NOT IN (?, '') AND day >= ? AND day < ?
          GROUP BY target ORDER BY 2 DESC, 1 LIMIT ?
          """, arguments: [code, code, since ?? "", (until ?? "") + "~", limit]
      ).map { (code: $0[0], events: $0[1]) }
    }
  }

  /// How many statements an actor makes about another, by stance.
  public func stances(
    of actor: PartyFilter, about other: PartyFilter, since: String? = nil, until: String? = nil
  ) throws -> [Statements.Statement.Stance: Int] {
    var query = StatementQuery()
    query.saidBy = [.party(actor)]
    query.about = [other]
    query.since = since
    query.until = until
    return try read { db in
      let find = try db.cachedStatement(sql: "SELECT stance FROM statements WHERE number = ?")
      var counts: [Statements.Statement.Stance: Int] = [:]
      for number in try query.selection(db).numbers(db) {
        let stance = try String.fetchOne(find, arguments: [number]).flatMap(Statements.Statement.Stance.init)
        if let stance { counts[stance, default: 0] += 1 }
      }
      return counts
    }
  }
}
