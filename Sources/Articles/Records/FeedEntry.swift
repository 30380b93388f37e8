/// What an entry of a feed, or the feed itself, says of itself.
struct FeedEntry {
  var id: String?
  var about: String?
  var title: String?
  var link: String?
  var published: String?
  var updated: String?
  var byline: String?
  var source: String?
  var language: String?
  private var content: String?
  private var summary: String?

  /// Takes an element in.
  mutating func take(
    prefix: String, element: String, attributes: [String: String], content written: String, name: String
  ) {
    let content = written.trimmingWhite
    func keep(_ field: inout String?, _ value: String) { if field == nil, !value.isEmpty { field = value } }
    switch (prefix, element) {
    case ("", "title"), ("atom", "title"): keep(&title, Self.markup(content, attributes))
    case ("dc", "title"): keep(&title, content)
    case ("", "guid"), ("", "id"), ("atom", "id"): keep(&id, content)
    case ("", "link"), ("atom", "link"):
      if let address = attributes["href"] {
        if ["alternate", nil].contains(attributes["rel"]) { keep(&link, address) }
      } else {
        keep(&link, content)
      }
    case ("", "pubDate"), ("", "published"), ("atom", "published"), ("", "issued"): keep(&published, content)
    case ("dc", "date"), ("dcterms", "issued"), ("dcterms", "created"): keep(&published, content)
    case ("", "updated"), ("atom", "updated"), ("", "modified"), ("dcterms", "modified"): keep(&updated, content)
    case ("dc", "creator"): keep(&byline, content.collapsed)
    case ("", "author"), ("atom", "author"): keep(&byline, name.isEmpty ? Self.name(content) : name.collapsed)
    case ("", "source"): keep(&source, (name.isEmpty ? content : name).collapsed)
    case ("", "language"), ("dc", "language"): keep(&language, content)
    case ("content", "encoded"): self.content = content
    case ("", "content"), ("atom", "content"): keep(&self.content, Self.markup(content, attributes))
    case ("", "description"), ("", "summary"), ("atom", "summary"), ("dc", "description"):
      keep(&summary, Self.markup(content, attributes))
    default: break
    }
  }

  /// The text: the content where it is given, else the summary; the longer where both are.
  var text: String? {
    [content, summary].compactMap { $0.map(Self.plain) }.max { $0.utf8.count < $1.utf8.count }
  }

  private static func plain(_ html: String) -> String {
    PageText.plain(html) { block in !PagePhrases.isFurniture(block) && !block.string.isFeedFooter }
  }

  /// HTML from content of Atom's types; RSS has none, and HTML in all.
  private static func markup(_ content: String, _ attributes: [String: String]) -> String {
    attributes["type"] == "text" ? escaped(content) : content
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return text }
    return text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }

  /// The name in RSS's `address@example.org (Name)`.
  private static func name(_ author: String) -> String {
    guard author.contains("@"), let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"),
      open < close
    else { return author.collapsed }
    return String(author[author.index(after: open)..<close]).collapsed
  }
}

extension String {
  /// The line that blogs put under each entry.
  fileprivate var isFeedFooter: Bool { hasPrefix("The post ") && contains(" appeared first on ") }
}
