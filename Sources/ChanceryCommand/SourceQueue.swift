import ArgumentParser
import Articles
import Feeds
import Foundation

/// The articles of several sources, files and addresses of the web, one source after another.
struct SourceQueue {
  private var sources: ArraySlice<String>
  private var reader: ArticleReader?
  private var fetched: ArraySlice<ArticleItem> = []
  private let format: ArticleFormat?
  private let published: CalendarDate?

  /// A queue of paths and addresses.
  ///
  /// - Parameter format: What they hold; where `nil`, what their bytes and names tell.
  init(_ sources: [String], format: ArticleFormat?, published: CalendarDate?) {
    self.sources = sources[...]
    self.format = format
    self.published = published
  }

  /// Whether a source is an address of the web.
  static func isAddress(_ source: String) -> Bool { source.hasPrefix("http://") || source.hasPrefix("https://") }

  /// The next article, or what keeps it from being read; `nil` at the end of the last source.
  mutating func next() -> ArticleItem? {
    while true {
      if let item = fetched.popFirst() { return item }
      if let item = reader?.next() { return item }
      reader = nil
      guard let source = sources.first else { return nil }
      if Self.isAddress(source) {
        sources.removeFirst()
        fetched = FetchedArticles.items(at: source, format, published)[...]
      } else {
        // Files beside one another are one reader's, which tells those of one name apart.
        let files = sources.prefix { !Self.isAddress($0) }
        sources.removeFirst(files.count)
        reader = ArticleReader(paths: Array(files), format: format, published: published, naming: .place)
      }
    }
  }
}

/// Articles from the web.
enum FetchedArticles {
  /// As what Chancery names itself to servers.
  static let fetcher = Fetcher(agent: "Chancery/\(ChanceryCommand.configuration.version) (news archive)")

  /// The articles of a document, or why there are none.
  static func items(at address: String, _ format: ArticleFormat?, _ published: CalendarDate?) -> [ArticleItem] {
    do {
      guard let fetched = try fetcher.fetch(address) else { return [] }
      return items(of: fetched, from: address, format, published)
    } catch let error as FetchError {
      return [.failure(ArticleProblem(.missing, source: error.url, error.message))]
    } catch {
      return [.failure(ArticleProblem(.unreadable, source: address, "\(error)"))]
    }
  }

  /// The articles of a document that was fetched.
  static func items(
    of fetched: Fetched, from address: String, _ format: ArticleFormat?, _ published: CalendarDate?
  ) -> [ArticleItem] {
    let name = URL(string: fetched.url)?.lastPathComponent ?? ""
    let reader = ArticleReader(
      bytes: fetched.bytes, name: name.isEmpty || name == "/" ? "index" : name, address: fetched.url, format: format,
      published: published, naming: .place)
    return reader.map { item in
      // Messages name the address.
      switch item {
      case .failure(let problem): .failure(named(problem, address))
      case .article(let article, let warnings): .article(article, warnings: warnings.map { named($0, address) })
      }
    }
  }

  private static func named(_ problem: ArticleProblem, _ address: String) -> ArticleProblem {
    ArticleProblem(problem.kind, source: address, line: problem.line, problem.message)
  }
}
