import Chancery
internal import GRDB

/// What articles are asked for; what is left out asks for all.
public struct ArticleQuery: Sendable, Hashable {
  /// Any of these published it, whatever the case.
  public var publishers: [String] = []
  /// The first day of publication, ISO 8601; a year or month stands for all of it.
  public var since: String?
  /// The last day, inclusive.
  public var until: String?
  /// Words that the article holds, in the language of FTS5.
  public var text: String?
  /// Whether the latest come first.
  public var isLatestFirst = false
  /// How many are given at most; `nil` for all.
  public var limit: Int?
  /// The id of an article after which to go on.
  public var after: String?

  /// A question for all articles.
  public init() {}
}

extension NewsStore {
  /// The articles that a question asks for, in the order of their days; those without a day are the earliest.
  ///
  /// - Throws: ``ArchiveError`` where the question cannot be answered.
  public func articles(_ query: ArticleQuery) throws -> [ArticleRow] {
    try read { db in
      var conditions = ["1"]
      var values: [(any DatabaseValueConvertible)?] = []
      if !query.publishers.isEmpty {
        let marks = repeatElement("?", count: query.publishers.count).joined(separator: ", ")
        conditions.append("lower(publisher) IN (\(marks))")
        values += query.publishers.map { $0.lowercased() }
      }
      if let since = query.since {
        conditions.append("published >= ?")
        values.append(since)
      }
      if let until = query.until {
        // A month's or year's last day sorts before this.
        conditions.append("published < ?")
        values.append(until + "~")
      }
      if let text = query.text {
        try Self.check(words: text, db)
        conditions.append("number IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(text)
      }
      if let after = query.after {
        let place = try Row.fetchOne(db, sql: "SELECT published, number FROM articles WHERE id = ?", arguments: [after])
        guard let place else {
          throw ArchiveError(
            .query, path: "", "there is no article '\(after)' to go on after; give the id of the last one shown")
        }
        let (day, number) = (place[0] as String?, place[1] as Int64)
        switch (day, query.isLatestFirst) {
        case (let day?, false):
          conditions.append("(published, number) > (?, ?)")
          values += [day, number]
        case (let day?, true):
          conditions.append("(published < ? OR published = ? AND number < ? OR published IS NULL)")
          values += [day, day, number]
        case (nil, false):
          conditions.append("(published IS NOT NULL OR number > ?)")
          values.append(number)
        case (nil, true):
          conditions.append("published IS NULL AND number < ?")
          values.append(number)
        }
      }
      let direction = query.isLatestFirst ? "DESC" : "ASC"
      values.append(query.limit ?? -1)
      let numbers = try Int64.fetchAll(
        db,
        sql: """
          SELECT number FROM articles WHERE \(conditions.joined(separator: " AND "))
          ORDER BY published \(direction), number \(direction) LIMIT ?
          """, arguments: StatementArguments(values))
      return try numbers.map { try RowReader(db).article($0) }
    }
  }

  /// What is known of an article; `nil` where the archive has none of that id.
  public func articleRow(id: String) throws -> ArticleRow? {
    try read { db in
      try Int64.fetchOne(db, sql: "SELECT number FROM articles WHERE id = ?", arguments: [id])
        .map { try RowReader(db).article($0) }
    }
  }
}
