/// Articles that are web pages.
enum HTMLArticle {
  /// The article of a page's bytes.
  ///
  /// - Parameters:
  ///   - charset: The character set that the HTTP header named.
  ///   - id: What the article is called.
  ///   - isOfAddress: Whether it is called by the address that its marks give, where they do, instead.
  ///   - url: The address that the page was fetched from, where its own marks give none.
  static func article(
    _ bytes: [UInt8], charset: String? = nil, id: String, isOfAddress: Bool = false, url: String? = nil, source: String,
    intake: Intake
  ) throws(ArticleProblem) -> ArticleStep {
    guard bytes.count <= ArticleLimits.pageBytes else {
      throw ArticleProblem(
        .size, source: source,
        "the page has more than the \(ArticleLimits.pageBytes) bytes that are read; save it as text")
    }
    guard let decoded = CharacterSets.decoded(bytes, declared: charset ?? CharacterSets.declaration(in: bytes[...]))
    else {
      throw ArticleProblem(.binary, source: source, "this is no text; give pages as HTML")
    }
    let page: WebPage
    do throws(WebPage.Flaw) { page = try WebPage(decoded.utf8) } catch {
      throw ArticleProblem(
        .markup, source: source,
        error == .depth
          ? "the page's elements are nested more than \(WebPage.depth) deep, as only a trap's are; save its text instead"
          : "the page takes more than the \(ArticleLimits.pageMemory / 1_000_000) MB of memory that it may; save its text instead"
      )
    }
    guard !page.text.isEmpty else {
      throw ArticleProblem(
        .textless, source: source, "no text of an article was found in the page; give its text if there is one")
    }
    guard page.text.utf8.count <= ArticleLimits.textBytes else {
      throw ArticleProblem(
        .size, source: source, "the text has more than the \(ArticleLimits.textBytes) bytes that are read; divide it")
    }
    let metadata = page.metadata
    let own = isOfAddress ? metadata.url.flatMap { PageMetadata.isOfPage($0) ? $0 : nil } : nil
    let article = Article(
      id: intake.names.unique(own ?? id), text: page.text, title: metadata.title,
      published: metadata.published ?? url.flatMap { WrittenDate.date(inURL: $0) } ?? intake.published,
      publisher: metadata.publisher ?? url.flatMap(PageMetadata.host),
      byline: metadata.byline, url: metadata.url ?? url, language: metadata.language)
    return .article(article, warnings: [])
  }
}
