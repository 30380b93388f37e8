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

  /// How many statements an actor makes about others, by stance; those of each of the others, in their order.
  ///
  /// - Complexity: The actor's statements are gone through once, however many the others are.
  public func stances(
    of actor: PartyFilter, about others: [PartyFilter], since: String? = nil, until: String? = nil
  ) throws -> [[Statements.Statement.Stance: Int]] {
    try read { db in
      let (speaker, values) = SpeakerSQL.test([.party(actor)], statement: "s")
      let subjects = try others.map { Set(try PartySQL.numbers(of: $0, db)) }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.number, s.stance, t.actor FROM statements AS s CROSS JOIN topics AS t ON t.statement = s.number
          WHERE (\(speaker)) AND s.day >= ? AND s.day < ?
          """, arguments: StatementArguments(values + [since ?? "", (until ?? "") + "~"]))
      var counts = others.map { _ in [Statements.Statement.Stance: Int]() }
      // A statement's subjects follow one another; one that speaks of several people of a state counts once.
      var last: [Int64?] = others.map { _ in nil }
      while let row = try rows.next() {
        let (number, subject): (Int64, Int64) = (row[0], row[2])
        for place in others.indices where last[place] != number && subjects[place].contains(subject) {
          last[place] = number
          if let stance = Statements.Statement.Stance(rawValue: row[1]) { counts[place][stance, default: 0] += 1 }
        }
      }
      return counts
    }
  }
}
