internal import GRDB

extension NewsStore {
  /// By what a server is asked whether a feed has changed since its entries were taken in.
  ///
  /// They are kept where the entries are, so that neither can be had without the other.
  public struct FeedMarks: Sendable, Hashable {
    /// Its `ETag`.
    public var tag: String?
    /// Its `Last-Modified`.
    public var modified: String?

    /// Marks as a server sent them.
    public init(tag: String? = nil, modified: String? = nil) {
      self.tag = tag
      self.modified = modified
    }
  }

  /// The marks of all feeds, by their addresses.
  public func feedMarks() throws -> [String: FeedMarks] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT url, tag, modified FROM feeds")
      return Dictionary(
        rows.map { ($0[0] as String, FeedMarks(tag: $0[1], modified: $0[2])) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Keeps the marks of a feed, whose entries have been taken in.
  public func setFeedMarks(_ marks: FeedMarks, of url: String) throws {
    try write { db in
      try db.execute(sql: "INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", arguments: [url, marks.tag, marks.modified])
    }
  }
}
