import Archive
import Chancery

/// An article: its text with all that was read from it marked in place, and the entries beside it.
enum ArticlePage {
  static let endpoint = Endpoint(
    "/article", name: "articlePage", "An article with what was read from it.", parameters: [PageParameters.id],
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    let id = question[PageParameters.id] ?? ""
    guard let row = try desk.store.articleRow(id: id), let reading = try desk.store.reading(id: id) else {
      throw Problem(
        .notFound, "the archive has no article '\(id)'; search for its words, or look through what happened")
    }
    var query = EventQuery()
    query.article = id
    let events = try desk.store.events(query)
    if question.form == .csv { return .rows(events) }
    let happenings = Dictionary(
      events.compactMap { event in event.happening.map { (event.id, $0) } }, uniquingKeysWith: { first, _ in first })
    return try page(
      under: Head(row), text: try desk.store.article(id: id)?.text.string, reading: try ReadingContent(json: reading),
      happenings: happenings, csv: question.csvAddress, api: API.path + "/articles/" + AddressEncoding.encoded(id)
    ).answer()
  }

  /// What stands over the text.
  struct Head {
    var title: String
    var publisher: String?
    var byline: String?
    var published: String?
    var url: String?
  }

  /// The page of an article that the archive has, or that was read on the spot.
  ///
  /// - Parameter happenings: The happening of each event, by the event's id.
  static func page(
    under head: Head, text: String?, reading: ReadingContent, happenings: [String: String] = [:], csv: String? = nil,
    api: String? = nil
  ) -> Page {
    let slots: Slots = [
      "publisher": head.publisher, "published": head.published, "byline": head.byline, "source": webAddress(head.url),
      "csv": csv, "api": api,
      "paragraphs": text.map { MarkedText($0, reading.marks).paragraphs } ?? [],
    ]
    return Page(
      title: head.title, template: "article", slots: reading.slots(happenings: happenings).adding(slots))
  }

  /// An address that may be followed: of the web, not of a script.
  private static func webAddress(_ address: String?) -> String? {
    address.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }
}

extension ArticlePage.Head {
  init(_ row: ArticleRow) {
    self.init(
      title: row.title ?? row.id, publisher: row.publisher, byline: row.byline, published: row.published, url: row.url)
  }
}

extension Answer {
  /// Rows as CSV.
  static func rows<Row: ServedRow>(_ rows: [Row]) -> Answer {
    Answer(media: Form.csv.media, text: ([Row.csvHeader] + rows.map(\.csv)).map { $0 + "\r\n" }.joined())
  }
}
