internal import GRDB

extension NewsStore {
  /// Who acts on whom most.
  ///
  /// - Returns: Codes with how many events there are, the most first; those of one state on itself are left out.
  public func busiestPairs(limit: Int) throws -> [(source: String, target: String, events: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT source, target, count(*) FROM dyads WHERE source <> '' AND target <> '' AND source <> target
          GROUP BY source, target ORDER BY 3 DESC, 1, 2 LIMIT ?
          """, arguments: [limit]
      ).map { (source: $0[0], target: $0[1], events: $0[2]) }
    }
  }
}
