import Foundation
internal import GRDB
public import Chancery

extension NewsStore {
  /// What became of an article.
  public enum Change: Sendable, Hashable {
    /// It is new.
    case added
    /// It was there with another text, or read by another reader.
    case replaced
    /// It was there just so.
    case unchanged
  }

  /// What the archive knows of an article.
  public struct Known: Sendable, Hashable {
    /// Its digest: ``Entry/digest(of:)``.
    public let digest: [UInt8]
    /// What read it.
    public let reader: String
  }

  /// What the archive knows of an article; `nil` where it has none of that id.
  public func known(id: String) throws -> Known? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT digest, reader FROM articles WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map { Known(digest: Array($0[0] as Data), reader: $0[1]) }
    }
  }

  /// Takes entries in, all of them or none.
  ///
  /// Some 0.3 ms an entry. What happenings come of them is reckoned by ``reckonHappenings(progress:)``.
  ///
  /// - Parameter isAnew: Whether entries take the place of articles that the archive has just so: they were read with other acquaintances.
  /// - Returns: What became of each.
  @discardableResult public func add(_ entries: [Entry], isAnew: Bool = false) throws -> [Change] {
    try write { db in
      var writer = EntryWriter(db)
      return try entries.map { try writer.write($0, isAnew: isAnew) }
    }
  }

  /// Keeps the reasons why articles could not be taken in; those that an earlier run gave for the same places are replaced.
  public func addFailures(_ failures: [Failed], run: Int) throws {
    try write { db in
      for failure in failures {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)").execute(
          arguments: [failure.source, failure.line ?? 0, failure.reason, run])
      }
    }
  }

  /// An article that could not be taken in.
  public struct Failed: Sendable, Hashable {
    /// Its file, feed or address.
    public var source: String
    /// The line, from 1, where the source holds an article a line.
    public var line: Int?
    /// Why.
    public var reason: String

    /// A failure.
    public init(source: String, line: Int? = nil, reason: String) {
      self.source = source
      self.line = line
      self.reason = reason
    }
  }

  /// The number of the next run of taking in.
  public func nextRun() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT coalesce(max(run), 0) + 1 FROM failures") ?? 1 }
  }

  /// Forgets the failures of sources that a run has gone through to their end without meeting them again.
  public func forgetFailures(of sources: [String], before run: Int) throws {
    try write { db in
      for source in sources {
        try db.execute(
          sql: "DELETE FROM failures WHERE source = ? AND run < ?", arguments: [source, run])
      }
    }
  }

  /// The articles that could not be taken in, in the order of their places.
  public func failures() throws -> [Failed] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT source, line, reason FROM failures ORDER BY source, line").map {
        Failed(source: $0[0], line: ($0[1] as Int) == 0 ? nil : $0[1], reason: $0[2])
      }
    }
  }

  /// The ids of the archive's articles, in the order in which they came.
  public func articleIDs() throws -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT id FROM articles ORDER BY number") }
  }

  /// The whole reading of an article, as the JSON line that `chancery read --format jsonl` prints; `nil` where there is none.
  public func reading(id: String) throws -> String? {
    try read { db in
      let data = try Data.fetchOne(
        db, sql: "SELECT json FROM readings JOIN articles ON number = article WHERE id = ?", arguments: [id])
      guard let data else { return nil }
      guard let bytes = Deflate.expand(Array(data)) else {
        throw ArchiveError(
          .corrupt, path: path, "the reading of '\(id)' is damaged; ingest the article again with --reread")
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// An article with its text; `nil` where the archive has none of that id, or keeps no texts.
  public func article(id: String) throws -> Article? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT text, articles.title, published, publisher, byline, url, language
          FROM articles JOIN texts ON article = number WHERE id = ?
          """, arguments: [id])
      return row.map { row in
        Article(
          id: id, text: row[0], title: row[1], published: (row[2] as String?).flatMap { CalendarDate($0) },
          publisher: row[3], byline: row[4], url: row[5], language: row[6])
      }
    }
  }
}
