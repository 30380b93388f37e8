import Chancery
import Foundation
internal import GRDB

/// Groups of articles whose texts are copies of one another.
enum WireCopies {
  /// Groups anew the copies of articles that changed; all of a group whose members changed count as changed.
  static func regroup(_ changed: [Int64], _ db: Database) throws {
    var seen: Set<Int64> = []
    let neighbours = try db.cachedStatement(
      sql: "SELECT b FROM copies WHERE a = ? UNION SELECT a FROM copies WHERE b = ?")
    for article in changed where seen.insert(article).inserted {
      var group = [article]
      var at = 0
      while at < group.count {
        for other in try Int64.fetchAll(neighbours, arguments: [group[at], group[at]]) where seen.insert(other).inserted
        {
          group.append(other)
        }
        at += 1
      }
      let name = group.min() ?? article
      for member in group {
        try db.cachedStatement(
          sql: "UPDATE articles SET wire = ?, is_pending = 2 WHERE number = ? AND (wire <> ? OR is_pending = 0)"
        ).execute(arguments: [name, member, name])
      }
    }
  }
}

/// Makes happenings of acts that links connect.
struct HappeningWriter {
  private struct Report {
    var event: Int64
    var id: String
    var act: Int64
    var article: String
    var published: String
    var publisher: String
    var wire: Int64
    var day: String
    var isDated: Bool
    var category: String
    var isClaimed: Bool
    var isDenied: Bool

    /// Reports in their order: as they appeared, then by the articles' ids.
    func precedes(_ other: Report) -> Bool {
      (published, article, event) < (other.published, other.article, other.event)
    }
  }

  private let db: Database
  private var seen: Set<Int64> = []
  /// Happenings that acts have been taken from.
  private var left: Set<Int64> = []

  static func regroup(_ changed: [Int64], _ db: Database) throws {
    var writer = HappeningWriter(db: db)
    let pending = try Int64.fetchAll(db, sql: "SELECT number FROM articles WHERE is_pending = 2 ORDER BY number")
    for article in pending {
      let first = article * Int64(EntryWriter.places)
      let acts = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT act FROM events WHERE number >= ? AND number < ? ORDER BY act"),
        arguments: [first, first + Int64(EntryWriter.places)])
      for act in acts where !writer.seen.contains(act) { try writer.regroup(around: act) }
    }
    // What lost its last report is gone.
    for happening in writer.left.sorted() {
      try db.cachedStatement(
        sql: """
          DELETE FROM happenings WHERE number = ?
          AND NOT EXISTS (SELECT 1 FROM events WHERE happening = happenings.number)
          """
      ).execute(arguments: [happening])
    }
  }

  private init(db: Database) { self.db = db }

  /// All acts that links connect with one, clustered.
  private mutating func regroup(around act: Int64) throws {
    var acts = [act]
    seen.insert(act)
    let linked = try db.cachedStatement(
      sql: """
        SELECT b FROM links WHERE a = ? AND score > \(ActGrouping.across)
        UNION SELECT a FROM links WHERE b = ? AND score > \(ActGrouping.across)
        """)
    var at = 0
    while at < acts.count {
      for other in try Int64.fetchAll(linked, arguments: [acts[at], acts[at]]) where seen.insert(other).inserted {
        acts.append(other)
      }
      at += 1
    }
    var reports: [Int64: [Report]] = [:]
    for act in acts { reports[act] = try self.reports(of: act) }
    acts.sort { a, b in
      guard let first = reports[a]?.first, let second = reports[b]?.first else { return a < b }
      return (first.article, first.event) < (second.article, second.event)
    }
    for cluster in try clusters(of: acts) {
      try write(cluster.flatMap { reports[$0] ?? [] }.sorted { $0.precedes($1) })
    }
  }

  private func clusters(of acts: [Int64]) throws -> [[Int64]] {
    guard acts.count > 1 else { return [acts] }
    let index = Dictionary(uniqueKeysWithValues: zip(acts, acts.indices))
    let links = try db.cachedStatement(sql: "SELECT b, score FROM links WHERE a = ?")
    var scores: [(a: Int, b: Int, score: Double)] = []
    for (i, act) in acts.enumerated() {
      for row in try Row.fetchAll(links, arguments: [act]) {
        if let j = index[row[0]] { scores.append((min(i, j), max(i, j), row[1])) }
      }
    }
    scores.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    // Within an article acts are told apart already: those that are two there stay two.
    let articles = acts.map { Int($0 / Int64(EntryWriter.places)) }
    return Linkage.clusters(
      of: acts.count, scores: scores, exclusive: articles, missing: ActGrouping.missing, threshold: ActGrouping.across
    ).map { $0.map { acts[$0] } }
  }

  private mutating func reports(of act: Int64) throws -> [Report] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT e.number, e.id, a.id, coalesce(a.published, '9999'), coalesce(a.publisher, ''), a.wire, e.day,
            e.date IS NOT NULL, e.category,
            EXISTS (SELECT 1 FROM vouchers WHERE event = e.number AND relation = 0), e.reality & 16 > 0, e.happening
          FROM events AS e JOIN articles AS a ON a.number = e.article WHERE e.act = ? ORDER BY e.number
          """), arguments: [act])
    for row in rows { if let happening = row[11] as Int64? { left.insert(happening) } }
    return rows.map { row in
      Report(
        event: row[0], id: row[1], act: act, article: row[2], published: row[3], publisher: row[4], wire: row[5],
        day: row[6], isDated: row[7], category: row[8], isClaimed: row[9], isDenied: row[10])
    }
  }

  private mutating func write(_ mentions: [Report]) throws {
    let reports = try principal(of: mentions).sorted { $0.precedes($1) }
    guard let first = reports.first else { return }
    let id = Self.id(of: first.article, first.id)
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT number FROM happenings WHERE id = ?"), arguments: [id])
    let counts: StatementArguments = [
      first.category, Self.day(of: reports), reports.count, mentions.count, Self.sources(of: reports),
      reports.count { $0.isClaimed }, Set(mentions.filter(\.isDenied).map(\.article)).count, id,
    ]
    let number: Int64
    if let known {
      number = known
      try db.cachedStatement(
        sql: """
          UPDATE happenings SET category = ?, day = ?, reports = ?, mentions = ?, sources = ?, claimed = ?, denied = ?
          WHERE id = ?
          """
      ).execute(arguments: counts)
    } else {
      try db.cachedStatement(
        sql: """
          INSERT INTO happenings (category, day, reports, mentions, sources, claimed, denied, id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: counts)
      number = db.lastInsertedRowID
    }
    let update = try db.cachedStatement(sql: "UPDATE events SET happening = ?, is_report = ? WHERE number = ?")
    let principal = Set(reports.map(\.event))
    for mention in mentions {
      try update.execute(arguments: [number, principal.contains(mention.event), mention.event])
    }
  }

  /// For each article the mention that is most like what the others tell: its report. Of an act that one article tells it is
  /// the first.
  private func principal(of mentions: [Report]) throws -> [Report] {
    var articles: [(number: Int64, mentions: [Report])] = []
    for mention in mentions {
      let number = mention.event / Int64(EntryWriter.places)
      if articles.last?.number == number {
        articles[articles.count - 1].mentions.append(mention)
      } else {
        articles.append((number, [mention]))
      }
    }
    guard articles.count > 1 else { return Array(mentions.prefix(1)) }
    let sides = try articles.map { try ArticleSide(of: $0.number, $0.mentions.map(\.event), db) }
    return articles.indices.compactMap { own in
      guard articles[own].mentions.count > 1 else { return articles[own].mentions.first }
      let others = sides.indices.filter { $0 != own }.prefix(Self.compared).map { sides[$0] }
      let likeness = articles[own].mentions.indices.map { mention in
        others.reduce(0) { $0 + sides[own].likeness(of: mention, to: $1) }
      }
      let best = likeness.indices.max { (likeness[$0], -$0) < (likeness[$1], -$1) }
      return best.map { articles[own].mentions[$0] }
    }
  }

  /// With so many other articles a mention is compared at most.
  private static let compared = 24

  /// A happening bears an id made of its first report's: it stays while that report is the first.
  static func id(of article: String, _ event: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(article)/\(event)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    // The last letters change all digits.
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    let digits = String(hash, radix: 16)
    return "h" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The day that most reports give, of several the first; where none tells, the day of the first report.
  private static func day(of reports: [Report]) -> String {
    let told = reports.filter(\.isDated).map(\.day)
    let counts = Dictionary(told.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? reports[0].day
  }

  /// How many sources do not depend on one another as far as can be seen: copies of one text are one, and so is all that
  /// one publisher brings.
  private static func sources(of reports: [Report]) -> Int {
    var groups: [(wires: Set<Int64>, publishers: Set<String>)] = []
    for report in reports {
      var joined: (wires: Set<Int64>, publishers: Set<String>) = ([report.wire], [])
      if !report.publisher.isEmpty { joined.publishers.insert(report.publisher.lowercased()) }
      var apart: [(wires: Set<Int64>, publishers: Set<String>)] = []
      for group in groups {
        if group.wires.isDisjoint(with: joined.wires), group.publishers.isDisjoint(with: joined.publishers) {
          apart.append(group)
        } else {
          joined.wires.formUnion(group.wires)
          joined.publishers.formUnion(group.publishers)
        }
      }
      groups = apart + [joined]
    }
    return groups.count
  }
}

/// What one article's mentions of an act are compared by.
private struct ArticleSide {
  private let sketch: Sketch?
  private let traits: [Traits?]

  init(of article: Int64, _ events: [Int64], _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT data, day FROM sketches WHERE article = ?"), arguments: [article])
    sketch = row.flatMap { Sketch(bytes: Array($0[0] as Data), day: $0[1]) }
    let find = try db.cachedStatement(sql: "SELECT data FROM traits WHERE event = ?")
    traits = try events.map { event in
      try Data.fetchOne(find, arguments: [event]).flatMap { Traits(bytes: Array($0)) }
    }
  }

  /// How like one of its mentions is to the one of another article that is most like it.
  func likeness(of mention: Int, to other: ArticleSide) -> Double {
    guard let sketch, let theirs = other.sketch, let own = traits[mention] else { return -ActGrouping.limit }
    let story = sketch.story.likeness(to: theirs.story)
    let apart = sketch.day.flatMap { day in theirs.day.map { abs(day - $0) } }
    return other.traits.compactMap(\.self).map { mention in
      ActGrouping.clipped(ReportScore(own, mention, story: story, apart: apart).total)
    }.max() ?? -ActGrouping.limit
  }
}
