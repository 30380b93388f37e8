internal import GRDB

extension NewsStore {
  /// The first report of each happening; `nil` where the archive has none of that id.
  ///
  /// - Parameter happenings: Ids of happenings.
  public func firstReports(of happenings: [String]) throws -> [EventRow?] {
    try read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT e.number FROM events AS e JOIN happenings AS h ON h.number = e.happening
          JOIN articles AS a ON a.number = e.article
          WHERE h.id = ? AND e.is_report ORDER BY coalesce(a.published, '9999'), a.id, e.number LIMIT 1
          """)
      let reader = RowReader(db)
      return try happenings.map { id in
        try Int64.fetchOne(find, arguments: [id]).flatMap { try reader.events([$0]).first }
      }
    }
  }
}
