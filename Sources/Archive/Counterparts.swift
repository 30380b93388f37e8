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
    try read { db in
      let (speaker, values) = SpeakerSQL.test([.party(actor)], statement: "s")
      let subjects = try PartySQL.numbers(of: other, db).map(String.init).joined(separator: ", ")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.stance, count(*) FROM statements AS s
          WHERE (\(speaker)) AND s.day >= ? AND s.day < ?
            AND s.number IN (SELECT statement FROM topics WHERE actor IN (\(subjects))) GROUP BY s.stance
          """, arguments: StatementArguments(values + [since ?? "", (until ?? "") + "~"]))
      var counts: [Statements.Statement.Stance: Int] = [:]
      for row in rows {
        if let stance = Statements.Statement.Stance(rawValue: row[0]) { counts[stance] = row[1] }
      }
      return counts
    }
  }
}
