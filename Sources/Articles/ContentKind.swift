/// What bytes hold, told by their beginning.
enum ContentKind: Hashable {
  case zip, gzip, warc, feed, sentences, html, jsonl, csv

  /// What the beginning of a file tells; `nil` where that is nothing.
  init?(of head: ArraySlice<UInt8>) {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: Array("WARC/".utf8)) {
      self = .warc
    } else {
      let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      var text = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 == 0xFE || $0 == 0xFF }
      if isWide { text = text.filter { $0 != 0 }[...] }
      let start = text.drop(while: Self.isSpace)
      switch start.first {
      case 0x7B where start.dropFirst().drop(while: Self.isSpace).first == 0x22: self = .jsonl
      case 0x3C:
        guard let kind = Self.markup(start) else { return nil }
        self = kind
      default:
        guard CSVSource.isTable(text) else { return nil }
        self = .csv
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// What the first element is, after declarations and comments.
  private static func markup(_ start: ArraySlice<UInt8>) -> ContentKind? {
    var rest = String(decoding: start, as: UTF8.self).lowercased()[...]
    while rest.first == "<" {
      if rest.hasPrefix("<!doctype html") { return .html }
      let isComment = rest.hasPrefix("<!--")
      if isComment || rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        let mark = rest.firstRange(of: isComment ? "-->" : ">")
        guard var end = mark?.upperBound else { return nil }
        // Declarations may stand within that of the document's type.
        if rest.hasPrefix("<!doctype"), rest[..<end].contains("[") {
          guard let close = rest.firstIndex(of: "]"), let after = rest[close...].firstIndex(of: ">") else { return nil }
          end = rest.index(after: after)
        }
        rest = rest[end...].drop(while: \.isWhitespace)
        continue
      }
      let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
      switch name {
      case "rss", "rdf:rdf", "feed", "atom:feed", "channel": return .feed
      case "sentences": return .sentences
      default: return elements.contains(String(name)) ? .html : nil
      }
    }
    return nil
  }

  /// Elements with which a page or a piece of one begins.
  private static let elements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "article", "section",
    "main",
    "header", "h1", "h2", "h3", "table", "span", "a", "b", "i", "em", "strong", "ul", "ol", "br", "center", "font",
    "img",
    "nav", "figure", "blockquote", "pre", "noscript",
  ]
}
