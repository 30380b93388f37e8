import Chancery
import Foundation

extension Article {
  /// An article as it was sent: JSON as a line of JSON Lines holds it, whose `id` may lack, or a text alone.
  ///
  /// - Throws: ``Problem`` or `ArticleProblem` where it is none, or in a language that is not read.
  init(sent content: Question.RequestContent?) throws {
    guard let content, !content.bytes.isEmpty else {
      throw Problem(.unreadableArticle, "the body is empty; send the text of an article")
    }
    let bytes: [UInt8]
    let format: ArticleFormat
    switch content.media {
    case "application/json":
      bytes = try Self.line(of: content.bytes)
      format = .jsonl
    case "text/plain":
      bytes = content.bytes
      format = .text
    default:
      throw Problem(.wrongMedia, "send the article as application/json or text/plain, named in the field Content-Type")
    }
    var articles = ArticleReader(bytes: bytes, name: Self.name, format: format)
    switch articles.next() {
    case .article(let article, let warnings):
      // On the spot a date that cannot be read is told, not passed over.
      if let warning = warnings.first { throw warning }
      if let problem = article.problem(readingOnly: "en") { throw problem }
      self = article
    case .failure(let problem): throw problem
    case nil: throw Problem(.unreadableArticle, "the body holds no article; send the text of one")
    }
  }

  /// What an article is called that brings no id.
  private static let name = "article"

  /// The object on a line of its own, with an id.
  private static func line(of bytes: [UInt8]) throws -> [UInt8] {
    guard var object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Problem(.unreadableArticle, "the body is no JSON object; send {\"text\": …}")
    }
    let known = ["id", "text", "title", "published", "publisher", "byline", "url", "language"]
    if let other = object.keys.sorted().first(where: { !known.contains($0) }) {
      throw Problem(
        .unreadableArticle, "an article has no \"\(other.prefix(100))\"; it has \(known.joined(separator: ", "))")
    }
    if object["id"] == nil { object["id"] = name }
    return Array(try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
  }
}
