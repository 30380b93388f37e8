import Chancery
import Foundation

/// What a form sends: its fields, and files.
struct FormParts: Sendable {
  /// A field.
  struct Part: Sendable, Hashable {
    var name: String
    /// The name of a file; `nil` for a field that is none.
    var file: String?
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let parts: [Part]

  /// Reads `application/x-www-form-urlencoded` and `multipart/form-data` (RFC 7578).
  ///
  /// - Throws: ``Problem`` where it is neither.
  init(_ content: Question.RequestContent?) throws {
    switch content?.media {
    case "application/x-www-form-urlencoded":
      parts = try AddressEncoding.pairs(String(decoding: content?.bytes ?? [], as: UTF8.self))
        .map { Part(name: $0.name, bytes: Array($0.text.utf8)) }
    case "multipart/form-data": parts = try Self.parts(of: content?.bytes ?? [])
    default: throw Problem(.wrongMedia, "send the article with the form of the page 'Read an article'")
    }
  }

  /// The text of a field; `nil` where it is blank.
  func text(_ name: String) -> String? {
    parts.first { $0.name == name && $0.file == nil }.map(\.text).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  /// A file that was chosen; `nil` where none was.
  func file(_ name: String) -> Part? {
    parts.first { $0.name == name && !($0.file ?? "").isEmpty && !$0.bytes.isEmpty }
  }

  /// Parts stand between lines that begin alike; the body's first line is one of them.
  private static func parts(of bytes: [UInt8]) throws -> [Part] {
    let broken = Problem(.badRequest, "the form was not sent whole; send it again")
    guard let end = bytes.firstRange(of: newline), bytes.starts(with: [45, 45]), end.lowerBound > 2 else {
      throw broken
    }
    let delimiter = newline + bytes[..<end.lowerBound]
    var parts: [Part] = []
    var rest = bytes[end.upperBound...]
    while let range = rest.firstRange(of: delimiter) {
      guard let head = rest[..<range.lowerBound].firstRange(of: newline + newline) else { throw broken }
      let fields = String(decoding: rest[..<head.lowerBound], as: UTF8.self)
      if let disposition = fields.split(separator: "\r\n").first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }),
        let name = value("name", in: disposition)
      {
        parts.append(
          Part(
            name: name, file: value("filename", in: disposition), bytes: Array(rest[head.upperBound..<range.lowerBound])
          ))
      }
      let after = rest[range.upperBound...]
      if after.starts(with: [45, 45]) { return parts }
      guard after.starts(with: newline) else { throw broken }
      rest = after.dropFirst(newline.count)
    }
    throw broken
  }

  private static let newline: [UInt8] = [13, 10]

  /// `form-data; name="text"; filename="news.txt"`
  private static func value(_ name: String, in disposition: some StringProtocol) -> String? {
    guard let start = disposition.range(of: "; \(name)=\"") else { return nil }
    return String(disposition[start.upperBound...].prefix { $0 != "\"" })
  }
}
