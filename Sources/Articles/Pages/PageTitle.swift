import Foundation

/// The headline of a page among the titles it has.
enum PageTitle {
  /// The title declared for the article, less the name of the site; else a first-level heading, else the page's title.
  static func chosen(declared: [String], headings: [String], page: String?, site: String?) -> String? {
    let headings = headings.filter { !$0.isEmpty }
    // A heading that all of a declared title begins with, or that is it, is how the headline is printed.
    for title in declared + [page?.collapsed ?? ""] where !title.isEmpty {
      if let heading = headings.first(where: { $0.count >= 8 && title.hasPrefix($0) }) { return heading }
    }
    if let title = declared.first(where: { !$0.isEmpty }) { return withoutSite(title, site) }
    if let heading = headings.first(where: { $0.count >= 15 }) { return heading }
    guard let page = page?.collapsed, !page.isEmpty else { return nil }
    return withoutSite(page, site)
  }

  /// Less what follows the last ` - `, ` | ` or its like, where that is the site's name or short beside the rest.
  private static func withoutSite(_ title: String, _ site: String?) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " • "] {
      guard let range = title.range(of: separator, options: .backwards) else { continue }
      let head = title[..<range.lowerBound]
      let tail = title[range.upperBound...]
      let isSite = site.map { PagePhrases.isSame(String(tail), $0) } ?? false
      if isSite || head.count >= 20 && tail.count <= 30 && tail.split(separator: " ").count <= 4 {
        return String(head).collapsed
      }
    }
    return title
  }
}
