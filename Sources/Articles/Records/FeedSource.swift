/// The entries of a feed: RSS 2.0 and its forerunners, RSS 1.0, Atom.
final class FeedSource: ArticleSource {
  private let events: XMLEvents
  private let name: String
  private let intake: Intake
  private var feed = FeedEntry()
  private var count = 0
  private var hasEnded = false

  init(_ source: any ByteSource, intake: Intake) {
    events = XMLEvents(source)
    name = source.name
    self.intake = intake
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    while !hasEnded {
      guard let event = try event() else {
        hasEnded = true
        if count == 0 { throw ArticleProblem(.empty, source: name, "the feed has no entries") }
        break
      }
      guard case .start(let prefix, let element, let attributes) = event else { continue }
      switch element {
      case "item", "entry":
        count += 1
        var entry = FeedEntry()
        entry.about = attributes["rdf:about"]
        entry.language = attributes["xml:lang"]
        try read(&entry, until: element)
        return .article(try article(entry), warnings: [])
      case "rss", "RDF", "channel", "feed":
        feed.language = attributes["xml:lang"] ?? feed.language
      default: try read(&feed, prefix: prefix, element: element, attributes: attributes)
      }
    }
    return nil
  }

  private func event() throws(ArticleProblem) -> XMLEvent? {
    do throws(ArticleProblem) { return try events.event() } catch {
      hasEnded = true
      throw error
    }
  }

  /// Reads the elements of an entry.
  private func read(_ entry: inout FeedEntry, until end: String) throws(ArticleProblem) {
    while let event = try event() {
      switch event {
      case .end(_, end): return
      case .start(let prefix, let element, let attributes):
        try read(&entry, prefix: prefix, element: element, attributes: attributes)
      default: break
      }
    }
  }

  /// Reads an element with all that it holds; markup within is written out, as Atom's XHTML has it.
  private func read(
    _ entry: inout FeedEntry, prefix: String, element: String, attributes: [String: String]
  ) throws(ArticleProblem) {
    var content = ""
    var name = ""  // of a person, or of the feed that an entry is taken from
    var depth = 1
    var isName = false
    let isMarkup = attributes["type"] == "xhtml"
    while depth > 0, let event = try event() {
      switch event {
      case .start(_, let inner, _):
        depth += 1
        isName = inner == "name" || element == "source" && inner == "title"
        if isMarkup { content += "<\(inner)>" }
      case .end(_, let inner):
        depth -= 1
        isName = false
        if isMarkup, depth > 0 { content += "</\(inner)>" }
      case .text(let text):
        if isName { name += text }
        if content.utf8.count <= ArticleLimits.pageBytes { content += isMarkup ? FeedEntry.escaped(text) : text }
      }
    }
    entry.take(prefix: prefix, element: element, attributes: attributes, content: content, name: name)
  }

  private func article(_ entry: FeedEntry) throws(ArticleProblem) -> Article {
    let title = entry.title.map { PageText.plain($0).collapsed }
    let link = entry.link ?? entry.about
    guard let name = entry.id ?? link ?? title, !name.isEmpty else {
      throw ArticleProblem(.record, source: self.name, "entry \(count) has neither guid, link nor title")
    }
    guard let text = entry.text, !text.isEmpty else {
      throw ArticleProblem(.textless, source: self.name, "entry \(count) (\(name)) has no text; fetch its page instead")
    }
    guard text.utf8.count <= ArticleLimits.textBytes else {
      throw ArticleProblem(
        .size, source: self.name,
        "entry \(count) (\(name)) has more than the \(ArticleLimits.textBytes) bytes that are read")
    }
    return Article(
      id: intake.names.unique(name.collapsed), text: text, title: title,
      published: (entry.published ?? entry.updated).flatMap { WrittenDate.date($0) } ?? intake.published,
      publisher: entry.source ?? feed.title.map { PageText.plain($0).collapsed } ?? link.flatMap(PageMetadata.host),
      byline: entry.byline, url: link.flatMap { $0.contains("://") ? $0 : nil },
      language: (entry.language ?? feed.language).flatMap(LanguageCode.normal))
  }
}
