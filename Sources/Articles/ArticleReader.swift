/// How articles are laid down in a file.
public enum ArticleFormat: String, Sendable, Hashable, CaseIterable {
  /// One article: a plain text.
  case text
  /// An article a line, each a JSON object: `{"id", "text", "title"?, "published"?, "publisher"?, "byline"?, "url"?,
  /// "language"?}`.
  case jsonl
}

/// What an ``ArticleReader`` comes upon.
public enum ArticleItem: Sendable {
  /// An article, with what was amiss without keeping it from being read.
  case article(Article, warnings: [ArticleProblem])
  /// An article that could not be taken in. What follows it still can.
  case failure(ArticleProblem)
}

/// The articles of a file, one after another, as they are asked for.
///
/// Memory is bounded by ``ArticleLimits``, however long the file; a reader of JSON Lines holds a line at a time.
public struct ArticleReader: Sequence, IteratorProtocol {
  private enum State {
    case unopened
    case lines(LineInput, source: String)
    case ended
  }

  private let path: String
  private let format: ArticleFormat
  private let published: CalendarDate?
  private var state = State.unopened
  private var isEmpty = true

  /// A reader of a file, or of standard input for `-`. The file is opened when the first article is asked for.
  ///
  /// - Parameter published: the date of publication of articles that bring none of their own.
  public init(path: String, format: ArticleFormat, published: CalendarDate? = nil) {
    self.path = path
    self.format = format
    self.published = published
  }

  /// The next article, or what keeps it from being read; `nil` at the end.
  public mutating func next() -> ArticleItem? {
    do throws(ArticleProblem) {
      switch state {
      case .ended: return nil
      case .lines(let lines, let source): return try item(after: lines, source: source)
      case .unopened:
        state = .ended
        switch format {
        case .text: return .article(try PlainText.article(path: path, published: published), warnings: [])
        case .jsonl:
          let input = try ByteInput(path: path)
          let lines = LineInput(input, limit: ArticleLimits.lineBytes)
          state = .lines(lines, source: input.name)
          return try item(after: lines, source: input.name)
        }
      }
    } catch {
      return .failure(error)
    }
  }

  /// What the next line that is not blank holds.
  private mutating func item(after lines: LineInput, source: String) throws(ArticleProblem) -> ArticleItem? {
    while let line = try lines.next() {
      switch line {
      case .tooLong(let length):
        isEmpty = false
        throw ArticleProblem(
          .size, source: source, line: lines.count,
          "the line has \(length) bytes, more than the \(ArticleLimits.lineBytes) that are read")
      case .bytes(let bytes) where bytes.allSatisfy(ArticleRecord.isSpace): continue
      case .bytes(let bytes):
        isEmpty = false
        return try ArticleRecord.item(from: bytes, source: source, line: lines.count, published: published)
      }
    }
    state = .ended
    if isEmpty {
      throw ArticleProblem(.empty, source: source, "this is empty; give an article a line, as JSON")
    }
    return nil
  }
}
