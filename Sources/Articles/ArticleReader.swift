/// What an ``ArticleReader`` comes upon.
public enum ArticleItem: Sendable {
  /// An article, with what was amiss without keeping it from being read.
  case article(Article, warnings: [ArticleProblem])
  /// An article that could not be taken in. What follows it still can.
  case failure(ArticleProblem)
}

/// The articles of files, one after another, as they are asked for.
///
/// What a file holds is told by its first bytes, then by its name; folders and archives are read file by file. Memory is
/// bounded by ``ArticleLimits``, however long the files. Each article has its language recognised.
public struct ArticleReader: Sequence, IteratorProtocol {
  private let intake: Intake
  private var paths: ArraySlice<String>
  /// What is being read, the innermost last.
  private var open: [any ArticleSource] = []
  /// What was come upon while looking ahead.
  private var waiting: ArticleItem?

  /// A reader of files and folders, or of standard input for `-`. Each is opened when its first article is asked for.
  ///
  /// - Parameters:
  ///   - format: The format of the files; where it is `nil`, each file tells its own.
  ///   - published: The date of publication of articles that bring none of their own.
  ///   - naming: What articles are called that bring no name.
  public init(
    paths: [String], format: ArticleFormat? = nil, published: CalendarDate? = nil, naming: ArticleNaming = .file
  ) {
    self.paths = paths[...]
    intake = Intake(format: format, published: published, naming: naming)
  }

  /// A reader of one file or folder.
  public init(path: String, format: ArticleFormat? = nil, published: CalendarDate? = nil) {
    self.init(paths: [path], format: format, published: published)
  }

  /// A reader of what is already in memory.
  ///
  /// - Parameters:
  ///   - name: What problems name it, and what its article is called where it is one.
  ///   - address: Where it was fetched. By ``ArticleNaming/place`` its article is called so.
  public init(
    bytes: [UInt8], name: String, address: String? = nil, format: ArticleFormat? = nil,
    published: CalendarDate? = nil, naming: ArticleNaming = .file
  ) {
    paths = []
    intake = Intake(format: format, published: published, naming: naming, address: address)
    open = [MemoryFile(bytes, name: name, intake: intake)]
  }

  /// Whether there is one file alone and it is one article: a text or a page. Opens the file, and reads it where it is so.
  public mutating func holdsOneArticle() -> Bool {
    guard waiting == nil, open.isEmpty, paths.count == 1, let path = paths.popFirst() else { return false }
    let file = FileSource(path, intake: intake)
    do throws(ArticleProblem) {
      switch try file.next() {
      case .article(let article, let warnings):
        waiting = .article(article.withLanguage(), warnings: warnings)
        return true
      case .source(let source): open.append(source)
      case nil: break
      }
    } catch {
      waiting = .failure(error)
    }
    return false
  }

  /// The next article, or what keeps it from being read; `nil` at the end.
  public mutating func next() -> ArticleItem? {
    if let item = waiting {
      waiting = nil
      return item
    }
    while true {
      guard let source = open.last else {
        guard let path = paths.popFirst() else { return nil }
        open.append(FileSource(path, intake: intake))
        continue
      }
      do throws(ArticleProblem) {
        switch try source.next() {
        case nil: open.removeLast()
        case .source(let inner): open.append(inner)
        case .article(let article, let warnings): return .article(article.withLanguage(), warnings: warnings)
        }
      } catch {
        return .failure(error)
      }
    }
  }
}

/// A file whose bytes are in memory.
private final class MemoryFile: ArticleSource {
  private var bytes: MemorySource?
  private let intake: Intake

  init(_ bytes: [UInt8], name: String, intake: Intake) {
    self.bytes = MemorySource(bytes, name: name)
    self.intake = intake
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    guard let source = bytes else { return nil }
    bytes = nil
    return try FileSource.step(source, file: source.name, intake: intake, isOnDisk: false)
  }
}
