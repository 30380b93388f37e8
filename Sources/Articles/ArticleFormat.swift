/// How articles are laid down in a file.
///
/// Folders, zip archives and what gzip has packed are opened whatever the format; it is that of the files within.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  /// One article: a plain text.
  case text
  /// An article a line, each a JSON object: `{"id", "text", "title"?, "published"?, "publisher"?, "byline"?, "url"?,
  /// "language"?}`.
  case jsonl
  /// One article: a web page.
  case html
  /// An article an entry: RSS or Atom.
  case feed
  /// An article a row of a table, whose first row names the columns.
  case csv
  /// An article a page of a web archive.
  case warc
  /// An article a sentence of PETRARCH's XML.
  case petrarch

  /// The format that the beginning of a file tells, else its name; plain text where neither does.
  init(head: ArraySlice<UInt8>, name: String) {
    switch ContentKind(of: head) {
    case .html: self = .html
    case .feed: self = .feed
    case .sentences: self = .petrarch
    case .warc: self = .warc
    case .jsonl: self = .jsonl
    case .csv: self = .csv
    case .zip, .gzip, nil: self = Self.named(name) ?? .text
    }
  }

  /// The format that a file's name tells.
  private static func named(_ name: String) -> ArticleFormat? {
    var name = name.lowercased()[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    switch name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last {
    case "jsonl", "ndjson": return .jsonl
    case "html", "htm", "xhtml", "shtml": return .html
    case "csv", "tsv": return .csv
    case "rss", "atom", "rdf": return .feed
    case "warc", "wet": return .warc
    default: return nil
    }
  }
}
