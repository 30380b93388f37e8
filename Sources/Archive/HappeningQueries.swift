public import Chancery
import Foundation
internal import GRDB

/// What happenings are asked for; what is left out asks for all.
public struct HappeningQuery: Sendable, Hashable {
  /// What one of the reports has to be.
  public var report = EventQuery()
  /// How many articles have to report it.
  public var leastReports = 1
  /// By how many independent sources.
  public var leastSources = 1
  /// Whether the latest come first.
  public var isLatestFirst = false
  /// How many are given at most; `nil` for all.
  public var limit: Int?
  /// The id of a happening after which to go on.
  public var after: String?

  /// A question for all happenings.
  public init() {}
}

/// One act, as several reports tell it.
public struct HappeningRow: Sendable, Hashable {
  /// Made of its first report's key; it stays while that report is the first.
  public var id: String
  /// The category of the act.
  public var category: Category
  /// The day that most reports give.
  public var day: String?
  /// How many articles report it.
  public var reports: Int
  /// How many events tell it: an article may tell it more than once.
  public var mentions: Int
  /// How many sources do not depend on one another: copies of one text are one, and all that one publisher brings.
  public var sources: Int
  /// How many reports rest on somebody's word.
  public var claimed: Int
  /// In how many articles somebody denies it.
  public var denied: Int
}

/// Why an article's report is told as a happening's.
public struct HappeningLink: Sendable, Hashable {
  /// The key of the earlier report that one is most like.
  public var first: String
  /// The key of that one.
  public var second: String
  /// What speaks for it and against it.
  public var score: ReportScore
}

extension NewsStore {
  /// The happenings that a question asks for, in the order of their days, then ids.
  ///
  /// With a limit, some ten milliseconds over a million events, where one happening in a hundred is asked for, or few are.
  ///
  /// - Throws: ``ArchiveError`` where the question cannot be answered.
  public func happenings(_ query: HappeningQuery) throws -> [HappeningRow] {
    try read { db in
      var list = HappeningList(query)
      if let after = query.after { try list.goOn(after: after, db) }
      guard query.report != EventQuery() else { return try list.rows(db) }
      var report = query.report
      report.limit = nil
      let selection = try report.selection(db)
      if let limit = query.limit, try selection.isFrequent(db) {
        let near = try list.near(db).filtered(by: selection).rows(db)
        if near.count == limit { return near }
      }
      guard let events = try selection.question(for: "x.happening", db) else { return [] }
      list.conditions.append(.init(sql: "number IN (\(events.sql))", values: events.values))
      return try list.rows(db)
    }
  }

  /// A happening; `nil` where the archive has none of that id.
  public func happening(id: String) throws -> HappeningRow? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: "SELECT id, category, day, reports, mentions, sources, claimed, denied FROM happenings WHERE id = ?",
        arguments: [id]
      ).flatMap(HappeningRow.init)
    }
  }

  /// The reports of a happening, as they appeared: of each article the event that is most like the others'.
  public func reports(of happening: String) throws -> [EventRow] {
    try mentions(of: happening, "AND e.is_report")
  }

  /// All events that tell a happening, as they appeared.
  public func mentions(of happening: String) throws -> [EventRow] { try mentions(of: happening, "") }

  private func mentions(of happening: String, _ condition: String) throws -> [EventRow] {
    try read { db in
      let numbers = try Int64.fetchAll(
        db,
        sql: """
          SELECT e.number FROM events AS e JOIN happenings AS h ON h.number = e.happening
          JOIN articles AS a ON a.number = e.article
          WHERE h.id = ? \(condition) ORDER BY coalesce(a.published, '9999'), a.id, e.number
          """, arguments: [happening])
      return try RowReader(db).events(numbers)
    }
  }

  /// Why the reports of a happening are told as one: for each but the first the earlier one that it is most like, and what the
  /// likeness is made of.
  public func links(of happening: String) throws -> [HappeningLink] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.article, a.id || '/' || e.id, t.data, s.data, s.day FROM events AS e
          JOIN happenings AS h ON h.number = e.happening JOIN articles AS a ON a.number = e.article
          JOIN traits AS t ON t.event = e.number JOIN sketches AS s ON s.article = a.number
          WHERE h.id = ? AND e.is_report ORDER BY coalesce(a.published, '9999'), a.id, e.number
          """, arguments: [happening])
      let sides = rows.compactMap { row -> LinkSide? in
        guard let traits = Traits(bytes: Array(row[2] as Data)),
          let sketch = Sketch(bytes: Array(row[3] as Data), day: row[4])
        else { return nil }
        return LinkSide(article: row[0], key: row[1], traits: traits, sketch: sketch)
      }
      var links: [HappeningLink] = []
      for (index, side) in sides.enumerated().dropFirst() {
        var best: HappeningLink?
        for earlier in sides[..<index] {
          let score = side.score(with: earlier)
          if score.total > best?.score.total ?? -.infinity {
            best = HappeningLink(first: earlier.key, second: side.key, score: score)
          }
        }
        if let best { links.append(best) }
      }
      return links
    }
  }
}

private struct LinkSide {
  var article: Int64
  var key: String
  var traits: Traits
  var sketch: Sketch

  func score(with other: LinkSide) -> ReportScore {
    ReportScore(
      traits, other.traits, story: sketch.story.likeness(to: other.sketch.story),
      apart: sketch.day.flatMap { day in other.sketch.day.map { abs(day - $0) } })
  }
}

extension HappeningRow {
  /// The happening as JSON: `id`, `event`, `date`, counts, and a member of `reports` for each article, with the event and the
  /// code points of the words that tell it; `retold` holds the other events of the article that do.
  ///
  /// - Parameter mentions: All events that tell it; `reports` names those of them that are reports.
  public func json(mentions: [EventRow], reports: [EventRow]) -> JSON {
    func names(_ vouchers: [VoucherRow]) -> [String] {
      var names: [String] = []
      for voucher in vouchers where !names.contains(voucher.speaker) { names.append(voucher.speaker) }
      return names
    }
    return .object([
      .init("id", .string(id)), .init("event", .string(category.rawValue)), .init("date", .optional(day)),
      .init("mentions", .integer(mentions.count)), .init("sources", .integer(sources)),
      .init("claimed", .integer(claimed)),
      .init("denied", .integer(denied)),
      .init("claimed_by", .strings(names(mentions.flatMap(\.attributedTo)))),
      .init("denied_by", .strings(names(mentions.flatMap(\.deniedBy)))),
      .init(
        "reports",
        .array(
          reports.map { report in
            .object([
              .init("article", .string(report.article.id)), .init("id", .string(report.id)),
              .init("event", .string(report.category.rawValue)),
              .init("mode", .strings(report.mode.isEmpty ? [] : [report.mode])),
              .init("modality", .string(report.modality.rawValue)),
              .init("actor", .strings(report.actors.map(\.actor.id))),
              .init("recipient", .strings(report.recipients.map(\.actor.id))),
              .init("date", .optional(report.date)), .init("event_text", .string(report.trigger)),
              .init("start", .integer(report.start)), .init("end", .integer(report.end)),
              .init("attributed_to", .strings(names(report.attributedTo))),
              .init("denied_by", .strings(names(report.deniedBy))),
              .init(
                "retold",
                .strings(
                  mentions.filter { $0.article.id == report.article.id && $0.id != report.id }.map(\.id))),
            ])
          })),
    ])
  }
}
