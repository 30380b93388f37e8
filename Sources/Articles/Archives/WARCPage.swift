/// A page in a record of a WARC file.
struct WARCPage {
  private let name: String
  private let url: String?
  private let body: [UInt8]
  private let charset: String?
  private let isHTML: Bool

  /// The page that a record holds; `nil` where it is a failed response, or neither HTML nor plain text.
  init?(_ header: WARCHeader, _ block: [UInt8], source: String) throws(ArticleProblem) {
    name = header.name
    url = header.uri
    guard header.type == "response", block.starts(with: Array("HTTP/".utf8)) else {
      body = block
      charset = Self.charset(of: header.contentType)
      isHTML = header.contentType.contains("html") || header.contentType.isEmpty && Self.looksLikeHTML(block)
      return
    }
    guard let response = HTTPResponse(block), response.status == 200 else { return nil }
    let type = response.contentType
    isHTML = type.contains("html") || type.isEmpty && Self.looksLikeHTML(response.body)
    guard isHTML || type.hasPrefix("text/plain") else { return nil }
    charset = Self.charset(of: type)
    body = try response.decodedBody(source: source, name: header.name)
  }

  func article(intake: Intake, source: String) throws(ArticleProblem) -> ArticleStep {
    let place = "\(source): \(name)"
    if isHTML {
      return try HTMLArticle.article(body, charset: charset, id: name, url: url, source: place, intake: intake)
    }
    guard let decoded = CharacterSets.decoded(body, declared: charset) else {
      throw ArticleProblem(.binary, source: place, "this is no text")
    }
    let text = String(decoding: decoded.utf8, as: UTF8.self)
    guard text.utf8.count <= ArticleLimits.textBytes else {
      throw ArticleProblem(
        .size, source: place, "the text has more than the \(ArticleLimits.textBytes) bytes that are read")
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw ArticleProblem(.textless, source: place, "the record has no text")
    }
    return .article(
      Article(
        id: intake.names.unique(name), text: text, published: intake.published,
        publisher: url.flatMap(PageMetadata.host), url: url),
      warnings: [])
  }

  private static func charset(of type: String) -> String? {
    type.contains("charset") ? CharacterSets.declaration(in: Array(type.utf8)[...]) : nil
  }

  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool { ContentKind(of: bytes.prefix(1024)) == .html }
}
