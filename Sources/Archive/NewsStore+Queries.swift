public import Chancery
internal import GRDB

extension NewsStore {
  /// The events that a question asks for, in the order of their days.
  ///
  /// With a limit, over a million events, some ten milliseconds (`Documentation/archive.md`).
  ///
  /// - Throws: ``ArchiveError`` where the question cannot be answered.
  public func events(_ query: EventQuery) throws -> [EventRow] {
    try read { db in try RowReader(db).events(try query.selection(db).numbers(db)) }
  }

  /// Hands on the events that a question asks for, in the order of their days, some at a time, so that memory stays bounded.
  public func forEachEvent(_ query: EventQuery, _ body: (EventRow) throws -> Void) throws {
    try read { db in
      try Self.forEachPage(of: query.selection(db).numbers(db)) { try RowReader(db).events($0).forEach(body) }
    }
  }

  /// The statements that a question asks for, in the order of their days.
  public func statements(_ query: StatementQuery) throws -> [StatementRow] {
    try read { db in try RowReader(db).statements(try query.selection(db).numbers(db)) }
  }

  /// Hands on the statements that a question asks for, some at a time.
  public func forEachStatement(_ query: StatementQuery, _ body: (StatementRow) throws -> Void) throws {
    try read { db in
      try Self.forEachPage(of: query.selection(db).numbers(db)) { try RowReader(db).statements($0).forEach(body) }
    }
  }

  /// The figures that a question asks for, in the order of their days.
  public func figures(_ query: FigureQuery) throws -> [FigureRow] {
    try read { db in try RowReader(db).figures(try query.selection(db).numbers(db)) }
  }

  /// Hands on the figures that a question asks for, some at a time.
  public func forEachFigure(_ query: FigureQuery, _ body: (FigureRow) throws -> Void) throws {
    try read { db in
      try Self.forEachPage(of: query.selection(db).numbers(db)) { try RowReader(db).figures($0).forEach(body) }
    }
  }

  /// Hands on numbers some at a time.
  private static func forEachPage(of numbers: [Int64], _ body: ([Int64]) throws -> Void) throws {
    for start in stride(from: 0, to: numbers.count, by: page) {
      try body(Array(numbers[start..<min(numbers.count, start + page)]))
    }
  }

  private static let page = 1000

  /// How many articles, events, statements, figures and happenings there are.
  public func counts() throws -> Counts {
    try read { db in
      func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
      return Counts(
        articles: try count("articles"), failures: try count("failures"), events: try count("events"),
        statements: try count("statements"), figures: try count("figures"), happenings: try count("happenings"))
    }
  }

  /// Whether there are more events than some; they are not all counted.
  public func hasEvents(moreThan count: Int) throws -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT 1 FROM events LIMIT 1 OFFSET ?", arguments: [count]) ?? false }
  }

  /// What an archive holds.
  public struct Counts: Sendable, Hashable {
    /// Articles that were read.
    public let articles: Int
    /// Articles that could not be.
    public let failures: Int
    /// Events.
    public let events: Int
    /// Statements.
    public let statements: Int
    /// Figures.
    public let figures: Int
    /// Happenings, those of a single report among them.
    public let happenings: Int
  }
}

extension NewsStore {
  /// An article that holds the words of a search.
  public struct Found: Sendable, Hashable {
    /// The article.
    public var article: ArticleRow
    /// The words around those that were looked for, which stand in brackets.
    public var snippet: String
    /// How many events it reports.
    public var events: Int
  }

  /// The articles that hold words, those that speak of them most first.
  ///
  /// - Parameters:
  ///   - words: Words in the language of FTS5: all of them have to stand in an article; "in quotation marks" next to each
  ///     other; `OR`, `NOT`, `NEAR(a b)`, `word*`.
  ///   - limit: How many are given at most.
  ///   - after: The id of an article after which to go on: the last one given.
  /// - Throws: ``ArchiveError`` with ``ArchiveError/Code/query`` where the words make no question, or the archive keeps no
  ///   texts.
  public func search(_ words: String, limit: Int = 20, after: String? = nil) throws -> [Found] {
    try read { db in
      try Self.check(words: words, db)
      var place = (rank: -Double.infinity, number: Int64.min)
      if let after {
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT rank, rowid FROM words
            WHERE words MATCH ? AND rowid = (SELECT number FROM articles WHERE id = ?)
            """, arguments: [words, after])
        guard let row else {
          throw ArchiveError(
            .query, path: "", "the search finds no article '\(after)' to go on after; give the id of the last one shown"
          )
        }
        place = (row[0], row[1])
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT rowid, snippet(words, 1, '[', ']', '…', 24) FROM words
          WHERE words MATCH ? AND (rank > ? OR rank = ? AND rowid > ?) ORDER BY rank, rowid LIMIT ?
          """, arguments: [words, place.rank, place.rank, place.number, limit])
      return try rows.map { row in
        let number: Int64 = row[0]
        let events =
          try Int.fetchOne(db, sql: "SELECT count(*) FROM events WHERE article = ?", arguments: [number]) ?? 0
        return Found(
          article: try RowReader(db).article(number),
          snippet: (row[1] as String).split(whereSeparator: \.isWhitespace).joined(separator: " "), events: events)
      }
    }
  }

  /// Whether words make a question for FTS5.
  static func check(words: String, _ db: Database) throws {
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ArchiveError(.query, path: "", "there is no word to look for; give one")
    }
    do {
      _ = try Int.fetchOne(db, sql: "SELECT rowid FROM words WHERE words MATCH ? LIMIT 1", arguments: [words])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw ArchiveError(
        .query, path: "",
        """
        '\(words)' cannot be looked for (\(error.message ?? "")); put words with signs between quotation marks: \
        "\\"U.S. troops\\""
        """)
    }
    let hasTexts = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM texts)") ?? false
    let hasArticles = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM articles)") ?? false
    if hasArticles, !hasTexts {
      throw ArchiveError(
        .query, path: "", "this archive keeps no texts (--no-text), so that words cannot be looked for")
    }
  }

  /// The names that the dictionary of actors does not know, as articles have them, in the order in which those came.
  public func forEachUnknownName(_ body: ([UnknownMention]) -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, u.name, u.kind, u.code, u.sectors, u.count,
            substr(t.text, u.sentence_start + 1, u.sentence_end - u.sentence_start)
          FROM unknown_names AS u JOIN articles AS a ON a.number = u.article LEFT JOIN texts AS t ON t.article = u.article
          ORDER BY u.article, u.position
          """)
      var mentions: [UnknownMention] = []
      while let row = try rows.next() {
        let article: String = row[0]
        if let last = mentions.last, last.article != article {
          body(mentions)
          mentions = []
        }
        let name = UnknownName(
          name: row[1], kind: Name.Kind(rawValue: row[2]) ?? .organization, code: row[3],
          sectors: (row[4] as String).split(separator: " ").map(String.init), count: row[5], sentence: 0)
        mentions.append(UnknownMention(name: name, article: article, sentence: row[6] ?? ""))
      }
      if !mentions.isEmpty { body(mentions) }
    }
  }
}
