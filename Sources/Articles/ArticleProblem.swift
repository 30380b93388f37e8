/// What keeps an article, or a line of a file of articles, from being read as it stands.
///
/// The text of an article is never part of it; files, lines and bytes are.
public struct ArticleProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of problem it is.
  public enum Kind: Sendable, Hashable {
    /// No such file.
    case missing
    /// A file that cannot be opened or read: a folder, or one without permission.
    case unreadable
    /// No text where a file, a line or a row should have one.
    case empty
    /// A page, or an entry of a feed, without the text of an article, of which there are some among any.
    case textless
    /// Bytes that are no text.
    case binary
    /// Bytes that are not of the encoding they should be.
    case encoding
    /// More than ``ArticleLimits`` allow.
    case size
    /// A line or record that is not of its format, or lacks what an article needs.
    case record
    /// Packed or archived data that are cut off, corrupt, or of other lengths than they say.
    case damaged
    /// Markup that is broken, or that is refused since it would take time or memory without bound.
    case markup
    /// A text that is in another language than the one that is read.
    case language
    /// A date of publication that cannot be read. The article is read without it.
    case date
  }

  /// What kind of problem it is.
  public let kind: Kind
  /// The file as it was given, or `standard input`.
  public let source: String
  /// The line, counted from 1, where the source holds an article a line.
  public let line: Int?
  /// What is wrong and what to do about it, without the place.
  public let message: String

  /// A problem at a place.
  public init(_ kind: Kind, source: String, line: Int? = nil, _ message: String) {
    self.kind = kind
    self.source = source
    self.line = line
    self.message = message
  }

  /// `file:line: what is wrong; what to do`.
  public var description: String {
    if let line { "\(source):\(line): \(message)" } else { "\(source): \(message)" }
  }
}

/// How much is taken in at once. What is larger is refused, so that memory stays bounded.
public enum ArticleLimits {
  /// The longest text of an article: 4 MB of UTF-8, some 650,000 words.
  public static let textBytes = 4_000_000
  /// The longest line of JSON Lines: 16 MB.
  public static let lineBytes = 16_000_000
  /// The longest page or record of an archive: 16 MB.
  public static let pageBytes = 16_000_000
  /// The longest archive that lies within another, or comes from standard input: 256 MB.
  public static let archiveBytes = 256_000_000
  /// The most memory that the tree of a page may take: 256 MB.
  static let pageMemory = 256_000_000
}
