import Foundation

/// What a page's JSON-LD says of its article (schema.org's `NewsArticle` and its kin).
struct LinkedData {
  var headline: String?
  var published: String?
  var byline: String?
  var publisher: String?
  var url: String?
  var language: String?
  var body: String?

  /// The first article in a script of JSON-LD; `nil` where there is none, or no JSON.
  static func article(in script: String) -> LinkedData? {
    guard let json = parse(script) else { return nil }
    var waiting: [Any] = [json]
    var looked = 0
    while let value = waiting.popLast(), looked < 500 {
      looked += 1
      if let list = value as? [Any] {
        waiting.append(contentsOf: list.reversed())
      } else if let object = value as? [String: Any] {
        if isArticle(object) { return LinkedData(object) }
        for key in ["mainEntityOfPage", "mainEntity", "@graph"] {
          if let inner = object[key], !(inner is String) { waiting.append(inner) }
        }
      }
    }
    return nil
  }

  private init(_ object: [String: Any]) {
    headline = Self.text(object["headline"]) ?? Self.text(object["name"])
    published = Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    publisher = Self.names(object["publisher"])
    byline = Self.names(object["author"]) ?? Self.names(object["creator"])
    url = Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
    language = Self.text(object["inLanguage"])
    body = Self.text(object["articleBody"])
  }

  /// Scripts are read even with line breaks within strings or a comment around them, as browsers' users never see.
  private static func parse(_ script: String) -> Any? {
    let text = script.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count <= 2_000_000 else { return nil }
    if let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) { return json }
    guard let start = text.firstIndex(where: { $0 == "{" || $0 == "[" }),
      let end = text.lastIndex(where: { $0 == "}" || $0 == "]" }), start < end
    else { return nil }
    let bare = text[start...end].utf8.map { $0 < 0x20 ? 0x20 : $0 }
    return try? JSONSerialization.jsonObject(with: Data(bare))
  }

  private static let kinds: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report",
    "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SatiricalArticle",
  ]

  private static func isArticle(_ object: [String: Any]) -> Bool {
    switch object["@type"] {
    case let kind as String: kinds.contains(kind.split(separator: "/").last.map(String.init) ?? kind)
    case let list as [Any]: list.contains { ($0 as? String).map(kinds.contains) ?? false }
    default: false
    }
  }

  /// A text, with its character references read.
  private static func text(_ value: Any?) -> String? {
    guard let text = value as? String, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text.contains("&") || text.contains("<") ? PageText.plain(text) : text
  }

  /// The names of persons or organisations, joined by commas.
  private static func names(_ value: Any?) -> String? {
    let list = value as? [Any] ?? [value as Any]
    let names = list.compactMap { item -> String? in
      let name = text(item as? String) ?? text((item as? [String: Any])?["name"])
      guard let name = name?.collapsed, !name.contains("://") else { return nil }
      return name
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
