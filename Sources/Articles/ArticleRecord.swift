import Foundation

/// A line of JSON Lines that holds an article.
struct ArticleRecord: Decodable {
  var id: String
  var text: String
  var title: String?
  var published: Published?
  var publisher: String?
  var byline: String?
  var url: String?
  var language: String?

  /// A date as it was written; anything that is no string is kept apart, since it only costs the date.
  enum Published: Decodable {
    case string(String)
    case other

    init(from decoder: any Decoder) throws {
      self = (try? decoder.singleValueContainer().decode(String.self)).map(Self.string) ?? .other
    }
  }

  private enum CodingKeys: CodingKey { case id, text, title, published, publisher, byline, url, language }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? fields.decode(Int.self, forKey: .id) {
      id = String(number)
    } else {
      id = try fields.decode(String.self, forKey: .id)
    }
    text = try fields.decode(String.self, forKey: .text)
    title = try fields.decodeIfPresent(String.self, forKey: .title)
    published = try fields.decodeIfPresent(Published.self, forKey: .published)
    publisher = try fields.decodeIfPresent(String.self, forKey: .publisher)
    byline = try fields.decodeIfPresent(String.self, forKey: .byline)
    url = try fields.decodeIfPresent(String.self, forKey: .url)
    language = try fields.decodeIfPresent(String.self, forKey: .language)
  }

  /// The article of a line, or what is wrong with it.
  static func step(
    from bytes: [UInt8], source: String, line: Int, published standard: CalendarDate?
  ) throws(ArticleProblem) -> ArticleStep {
    func problem(_ kind: ArticleProblem.Kind, _ message: String) -> ArticleProblem {
      ArticleProblem(kind, source: source, line: line, message)
    }
    let json = try TextDecoding.text(of: bytes[...], source: source, line: line)
    let record: ArticleRecord
    do {
      record = try JSONDecoder().decode(ArticleRecord.self, from: Data(json.utf8))
    } catch {
      throw problem(.record, Self.explain(error, json: json))
    }
    guard !record.id.allSatisfy(\.isWhitespace) else {
      throw problem(.record, "\"id\" is empty; give each article one of its own")
    }
    guard record.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw problem(.empty, "\"text\" is empty; give the text of an article")
    }
    guard !record.text.utf8.contains(0) else { throw problem(.binary, "\"text\" is no text: it holds a zero byte") }
    guard record.text.utf8.count <= ArticleLimits.textBytes else {
      throw problem(
        .size, "\"text\" has \(record.text.utf8.count) bytes, more than the \(ArticleLimits.textBytes) that are read")
    }
    var date: CalendarDate?
    var warnings: [ArticleProblem] = []
    switch record.published {
    case nil, .string(""): break
    case .string(let written):
      date = CalendarDate(written)
      if date == nil {
        warnings.append(
          problem(
            .date,
            "\"published\" is \"\(written.prefix(40))\", which is no ISO 8601 date (2018-01-05); read without it"))
      }
    case .other:
      warnings.append(problem(.date, "\"published\" is no string; write an ISO 8601 date (\"2018-01-05\")"))
    }
    return .article(record.article(published: date ?? standard), warnings: warnings)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func article(published: CalendarDate?) -> Article {
    func given(_ text: String?) -> String? { text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
    return Article(
      id: id, text: text, title: given(title), published: published, publisher: given(publisher),
      byline: given(byline), url: given(url), language: given(language))
  }

  private static func explain(_ error: any Error, json: String) -> String {
    guard let error = error as? DecodingError else { return "this is no JSON; write an object a line" }
    switch error {
    case .keyNotFound(let key, _): return "\"\(key.stringValue)\" is missing; an article needs \"id\" and \"text\""
    case .valueNotFound(_, let context) where !context.codingPath.isEmpty,
      .typeMismatch(_, let context) where !context.codingPath.isEmpty:
      return "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is not a string"
    case .typeMismatch, .valueNotFound: return "this is no JSON object; write {\"id\": …, \"text\": …} a line"
    case .dataCorrupted: return "this is no JSON\(flaw(of: json).map { " (\($0))" } ?? ""); write an object a line"
    @unknown default: return "this is no JSON; write an object a line"
    }
  }

  /// Where a text ceases to be JSON, as Foundation's other parser tells; the decoder does not.
  private static func flaw(of json: String) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
      return nil
    } catch {
      let reason = (error as NSError).userInfo["NSDebugDescription"] as? String
      return reason.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    }
  }
}
