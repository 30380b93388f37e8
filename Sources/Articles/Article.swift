/// A piece of news as it was published: what a reading starts from.
///
/// Offsets of everything derived from an article count into ``text``.
public struct Article: Sendable, Hashable {
  /// A name for the article that is unique where it is used: a file's name, a record's id.
  public let id: String
  /// The running text.
  public let text: SourceText
  /// The headline. Nothing is coded from it, nor from a first line of the text that repeats it.
  public let title: String?
  /// The day of publication, in the calendar of the place of publication.
  public let published: CalendarDate?
  /// Who published it, as a name or an internet domain.
  public let publisher: String?
  /// Who wrote it.
  public let byline: String?
  /// Where it was found.
  public let url: String?
  /// The language of the text, as an ISO 639-1 code. ``ArticleReader`` recognises it.
  public let language: String?

  /// Makes an article from what is known of it.
  public init(
    id: String, text: String, title: String? = nil, published: CalendarDate? = nil, publisher: String? = nil,
    byline: String? = nil, url: String? = nil, language: String? = nil
  ) {
    self.id = id
    self.text = SourceText(text)
    self.title = title
    self.published = published
    self.publisher = publisher
    self.byline = byline
    self.url = url
    self.language = language
  }

  /// The same article, of another language.
  init(_ article: Article, language: String?) {
    id = article.id
    text = article.text
    title = article.title
    published = article.published
    publisher = article.publisher
    byline = article.byline
    url = article.url
    self.language = language
  }
}
