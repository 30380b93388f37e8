import CGumbo
import Foundation

/// What a page says of its article, apart from the text.
struct PageMetadata {
  var title: String?
  var published: CalendarDate?
  var publisher: String?
  var byline: String?
  var url: String?
  var language: String?
  /// The article's text as JSON-LD gives it.
  var body: String?

  /// Gathers it from JSON-LD, `<meta>` and the markup, in this order of trust.
  init(marks: PageMarks) {
    let linked = marks.jsonLD.lazy.compactMap { LinkedData.article(in: $0) }.first
    func first(_ values: String?...) -> String? { values.lazy.compactMap { $0?.collapsed }.first { !$0.isEmpty } }

    let site = PageMetadata.siteName(
      first(
        linked?.publisher, marks.meta["og:site_name"], marks.meta["publisher"], marks.meta["dc.publisher"],
        marks.meta["article:publisher"].flatMap { $0.contains("/") ? nil : $0 }, marks.meta["application-name"]))
    title = PageTitle.chosen(
      declared: [
        linked?.headline, marks.meta["og:title"], marks.meta["twitter:title"], marks.meta["dc.title"],
        marks.meta["parsely-title"], marks.meta["sailthru.title"],
      ].compactMap { $0?.collapsed },
      headings: marks.headings, page: marks.title, site: site)
    url = first(marks.canonical, marks.meta["og:url"], linked?.url, marks.savedFrom).flatMap {
      $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil
    }
    publisher = site ?? url.flatMap(PageMetadata.host)
    let authors =
      [linked?.byline]
      + ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"].map { marks.meta[$0] }
      + [marks.author]
    byline = authors.lazy.compactMap { $0.flatMap(PageByline.name) }.first
    let dates =
      [linked?.published]
      + [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date",
        "article.published", "date", "og:pubdate", "cxenseparse:recs:publishtime", "article_date_original",
        "originalpublicationdate", "publication_date", "published_at", "displaydate", "last-modified",
      ].map { marks.meta[$0] } + marks.dates
    published =
      dates.lazy.compactMap { $0.flatMap { WrittenDate.date($0) } }.first ?? url.flatMap { WrittenDate.date(inURL: $0) }
    language = first(marks.language, linked?.language, marks.meta["og:locale"], marks.meta["content-language"]).flatMap(
      LanguageCode.normal)
    body = linked?.body
  }

  /// The name of a site, less the sign of an account.
  private static func siteName(_ name: String?) -> String? {
    name.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether an address is that of a page: some sites give all their pages the address of the first one.
  static func isOfPage(_ url: String) -> Bool {
    guard let start = url.range(of: "://")?.upperBound,
      let slash = url[start...].firstIndex(where: { "/?".contains($0) })
    else { return false }
    return url[url.index(after: slash)...].contains { $0 != "/" }
  }

  /// The host of a URL, without `www.`.
  static func host(of url: String) -> String? {
    guard let start = url.range(of: "://")?.upperBound else { return nil }
    let host = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
