internal import GRDB

extension NewsStore {
  /// Who acts on whom most, of the latest events (``busiest``).
  ///
  /// - Parameter until: The last day that is looked at.
  /// - Returns: Codes with how many events there are, the most first; those of one state on itself are left out.
  public func busiestPairs(limit: Int, until: String?) throws -> [(source: String, target: String, events: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT source, target, count(*) FROM \(Self.latestDyads)
          GROUP BY source, target ORDER BY 3 DESC, 1, 2 LIMIT ?
          """, arguments: [(until ?? "") + "~", Self.busiest, limit]
      ).map { (source: $0[0], target: $0[1], events: $0[2]) }
    }
  }

  /// Who acts on others most, of the latest events (``busiest``).
  ///
  /// - Parameter until: The last day that is looked at.
  /// - Returns: Codes with how many events they act in, the most first.
  public func busiestActors(limit: Int, until: String?) throws -> [(code: String, events: Int)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT source, count(*) FROM \(Self.latestDyads) GROUP BY source ORDER BY 2 DESC, 1 LIMIT ?",
        arguments: [(until ?? "") + "~", Self.busiest, limit]
      ).map { (code: $0[0], events: $0[1]) }
    }
  }

  /// So many of the latest events are looked at for who acts most.
  public static let busiest = 20_000

  /// The pairs of the latest events.
  private static let latestDyads = """
    (SELECT number FROM events WHERE day < ? ORDER BY day DESC, number DESC LIMIT ?) AS e
    JOIN dyads AS d ON d.event = e.number AND d.source <> '' AND d.target <> '' AND d.source <> d.target
    """
}
