import Chancery

/// An article that is pasted or uploaded, read on the spot. Nothing is kept of it.
enum ReadPage {
  static let form = Endpoint(
    "/read", name: "readForm", "A form to paste or upload an article.", forms: [.html], schema: .none
  ) { _, _ in
    try Page(
      title: "Read an article", template: "read", section: .read,
      slots: ["most": ReadingContent.written(Double(ReadingRoom.mostBytes / 1024))]
    ).answer()
  }

  static let reading = Endpoint(
    posting: "/read", name: "readArticle", "The reading of an article that is pasted or uploaded.", forms: [.html],
    schema: .none
  ) { question, desk in
    let parts = try FormParts(question.body)
    let article = try article(in: parts)
    let reading = try await desk.readingRoom.read(article)
    switch parts.text("as") {
    case "csv":
      return Answer(media: Form.csv.media, text: ([Reading.csvHeader] + reading.csvRows).map { $0 + "\r\n" }.joined())
    case "json": return .json(reading.json)
    default:
      let head = ArticlePage.Head(
        title: article.title ?? "An article read on the spot", publisher: article.publisher, byline: article.byline,
        published: article.published?.description, url: article.url)
      let content = try ReadingContent(json: reading.json.line)
      return try ArticlePage.page(under: head, text: article.text.string, reading: content).answer()
    }
  }

  /// The article that a form sends: a file, in any form that `chancery read` takes, else the text.
  private static func article(in parts: FormParts) throws -> Article {
    guard let file = parts.file("file") else {
      guard let text = parts.text("text") else {
        throw Problem(.unreadableArticle, "there is no article; go back and paste one, or choose a file")
      }
      var members: [JSON.Member] = [.init("text", .string(text.replacing("\r\n", with: "\n")))]
      for name in ["title", "published", "publisher"] {
        if let value = parts.text(name) { members.append(.init(name, .string(value))) }
      }
      return try Article(
        sent: Question.RequestContent(media: "application/json", bytes: Array(JSON.object(members).line.utf8)))
    }
    let published = try parts.text("published").map { text in
      guard let date = CalendarDate(text) else {
        throw Problem(.badValue, "'published' takes a date (2018-01-05), a month (2018-01) or a year (2018)")
      }
      return date
    }
    var articles = ArticleReader(bytes: file.bytes, name: file.file ?? "article", published: published)
    switch articles.next() {
    case .article(let article, _):
      if let problem = article.problem(readingOnly: "en") { throw problem }
      return article
    case .failure(let problem): throw problem
    case nil: throw Problem(.unreadableArticle, "the file holds no article; choose another")
    }
  }
}
