import Archive
import Chancery

extension HappeningRow: ServedRow {
  var key: String { id }

  /// The happening without its reports.
  var json: JSON {
    .object([
      .init("id", .string(id)), .init("event", .string(category.rawValue)), .init("date", .optional(day)),
      .init("reports", .integer(reports)), .init("mentions", .integer(mentions)), .init("sources", .integer(sources)),
      .init("claimed", .integer(claimed)), .init("denied", .integer(denied)),
    ])
  }
}

extension ArticleRow: ServedRow {
  static var csvHeader: String { "article,published,publisher,title,byline,url,language,words" }

  var csv: String {
    [id, published ?? "", publisher ?? "", title ?? "", byline ?? "", url ?? "", language ?? "", String(words)]
      .map(CSV.quoted).joined(separator: ",")
  }

  var key: String { id }
}

extension NewsStore.Found: ServedRow {
  static var csvHeader: String { "article,published,publisher,title,events,snippet" }

  var csv: String {
    [
      article.id, article.published ?? "", article.publisher ?? "", article.title ?? "", String(events), snippet,
    ].map(CSV.quoted).joined(separator: ",")
  }

  var json: JSON {
    .object([
      .init("article", article.json), .init("snippet", .string(snippet)), .init("events", .integer(events)),
    ])
  }

  var key: String { article.id }
}
