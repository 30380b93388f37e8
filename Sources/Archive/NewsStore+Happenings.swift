import Chancery
import Foundation
internal import GRDB

/// How far the reckoning of happenings has come.
public struct ReckoningProgress: Sendable, Hashable {
  /// Articles compared with those around them.
  public var compared: Int
  /// Articles that are to be compared.
  public var all: Int
}

extension NewsStore {
  /// Reckons which reports tell one happening, as far as articles that came or went since the last time change it.
  ///
  /// What comes out depends on the archive's articles alone, not on the order in which they came, nor on how many at a time:
  /// whether two acts are linked depends on their two articles only, and acts that links connect are clustered anew
  /// together, in the order of their articles' ids. The time grows with the new articles and those of the same days.
  /// Whatever breaks it off, the next call goes on.
  public func reckonHappenings(progress: (ReckoningProgress) -> Void = { _ in }) throws {
    var comparer = ArticleComparer()
    var done = ReckoningProgress(
      compared: 0,
      all: try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE is_pending = 1") ?? 0 })
    while true {
      let count = try write { db in
        let articles = try Int64.fetchAll(
          db, sql: "SELECT number FROM articles WHERE is_pending = 1 ORDER BY number LIMIT 100")
        for article in articles {
          try comparer.compare(article, db)
          try db.execute(sql: "UPDATE articles SET is_pending = 2 WHERE number = ?", arguments: [article])
        }
        return articles.count
      }
      guard count > 0 else { break }
      done.compared += count
      progress(done)
    }
    try write { db in
      let changed = try Int64.fetchAll(db, sql: "SELECT number FROM articles WHERE is_pending = 2 ORDER BY number")
      guard !changed.isEmpty else { return }
      try WireCopies.regroup(changed, db)
      try HappeningWriter.regroup(changed, db)
      try db.execute(sql: "UPDATE articles SET is_pending = 0 WHERE is_pending = 2")
    }
  }
}

/// Compares an article with those of its story, and keeps links between their acts.
private struct ArticleComparer {
  private struct Side {
    var sketch: Sketch
    var events: [(act: Int64, traits: Traits)]
  }

  private var sides: [Int64: Side] = [:]

  /// Articles are compared that appeared within two weeks, or of which one tells of the other's day or of one that the other
  /// tells of, that share so many of their keywords …
  private static let sharedKeywords = 2
  /// … and are so much alike at least.
  private static let leastStory = 0.2
  /// Texts with so large a share of their wording in common are copies of one.
  private static let copy = 0.5

  mutating func compare(_ article: Int64, _ db: Database) throws {
    guard let own = try side(of: article, db) else { return }
    let around = try db.cachedStatement(
      sql: """
        SELECT k.article FROM keywords AS own JOIN keywords AS k
          ON k.word = own.word AND k.day BETWEEN own.day - ?2 AND own.day + ?2
        WHERE own.article = ?1 AND k.article <> ?1
          AND (abs(k.day - own.day) <= 1 OR NOT (own.is_told OR k.is_told))
        GROUP BY k.article HAVING count(DISTINCT k.word) >= \(Self.sharedKeywords) ORDER BY k.article
        """)
    let others = try Int64.fetchAll(around, arguments: [article, Sketch.window])
    for other in others {
      // What waits after this one is compared when its turn comes.
      let isWaiting = try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT is_pending = 1 FROM articles WHERE number = ?"), arguments: [other])
      if isWaiting == true, other > article { continue }
      guard let side = try side(of: other, db) else { continue }
      if own.sketch.sharedWording(with: side.sketch) >= Self.copy {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO copies VALUES (?, ?)").execute(
          arguments: [min(article, other), max(article, other)])
      }
      let story = own.sketch.story.likeness(to: side.sketch.story)
      guard story >= Self.leastStory else { continue }
      try link(own, side, story: story, db)
    }
  }

  private func link(_ own: Side, _ other: Side, story: Double, _ db: Database) throws {
    let apart = own.sketch.day.flatMap { day in other.sketch.day.map { abs(day - $0) } }
    var best: [Pair: Double] = [:]
    for a in own.events {
      for b in other.events where a.traits.category == b.traits.category {
        // What appeared long after is the same act only where words put it on one day.
        guard apart ?? 0 <= Sketch.window || ReportScore.isToldOfOneDay(a.traits, b.traits) else { continue }
        let score = ActGrouping.clipped(ReportScore(a.traits, b.traits, story: story, apart: apart).total)
        let pair = Pair(a: min(a.act, b.act), b: max(a.act, b.act))
        best[pair] = max(best[pair] ?? -.infinity, score)
      }
    }
    for (pair, score) in best where score > ActGrouping.weakest {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO links VALUES (?, ?, ?)").execute(
        arguments: [pair.a, pair.b, score])
    }
  }

  private struct Pair: Hashable {
    var a: Int64
    var b: Int64
  }

  private mutating func side(of article: Int64, _ db: Database) throws -> Side? {
    if let known = sides[article] { return known }
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT data, day FROM sketches WHERE article = ?"), arguments: [article]),
      let sketch = Sketch(bytes: Array(row[0] as Data), day: row[1])
    else { return nil }
    let first = article * Int64(EntryWriter.places)
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT act, data FROM traits JOIN events ON number = event WHERE event >= ? AND event < ? ORDER BY event
          """), arguments: [first, first + Int64(EntryWriter.places)])
    let events = rows.compactMap { row in Traits(bytes: Array(row[1] as Data)).map { (row[0] as Int64, $0) } }
    if sides.count >= 4000 { sides = [:] }
    let side = Side(sketch: sketch, events: events.map { (act: $0.0, traits: $0.1) })
    sides[article] = side
    return side
  }
}
