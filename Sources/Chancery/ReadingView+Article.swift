public import Articles

extension ReadingView {
  /// An article laid out for people: what is known of it, then its text, ended by a line feed.
  public func text(of article: Article) -> String {
    var out = lines(StyledText(article.title ?? article.id, .strong))
    let known = [
      article.published.map(Self.spelled), article.publisher, article.byline, article.language,
      article.title == nil ? nil : article.id,
    ].compactMap(\.self)
    if !known.isEmpty { out += lines(StyledText(known.joined(separator: ", "), .faint)) }
    if let url = article.url, url != article.id { out += lines(StyledText(url, .faint)) }
    for paragraph in article.text.string.split(whereSeparator: \.isNewline) {
      out += [""] + lines(StyledText(String(paragraph)))
    }
    return out.joined(separator: "\n") + "\n"
  }
}
