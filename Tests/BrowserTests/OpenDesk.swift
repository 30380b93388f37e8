import Archive
import Chancery
import Foundation
@testable import Server

/// A desk on the year of invented news and on hostile articles, open as long as the tests run.
struct OpenDesk: Sendable {
  /// `http://127.0.0.1:40123`
  let address: String
  let store: NewsStore

  /// One for all tests: its articles take some time to be read.
  static let shared = Task { try await OpenDesk() }

  /// Where what is made for tests and made by them is kept.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build")

  private init() async throws {
    let path = Self.folder.appending(path: "browser-tests.sqlite").path
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    try Self.fill(path)
    let desk = try Desk(path: path, threads: 2)
    store = desk.store
    let server = try DeskServer(desk, host: "127.0.0.1", port: 0, token: nil)
    let (addresses, continuation) = AsyncThrowingStream<String, any Error>.makeStream()
    Task {
      do { try await server.run { continuation.yield($0) } } catch { continuation.finish(throwing: error) }
    }
    var iterator = addresses.makeAsyncIterator()
    guard let address = try await iterator.next() else { throw BrowserError("the desk did not open") }
    self.address = address
  }

  private static func fill(_ path: String) throws {
    let store = try NewsStore(path: path, access: .write)
    let reader = try Reader.load()
    let year = folder.deletingLastPathComponent().appending(path: "Examples/desk/articles.jsonl").path
    var entries: [Entry] = []
    for item in ArticleReader(path: year) {
      if case .article(let article, _) = item { entries.append(Entry(reader.read(article))) }
    }
    for article in HostileArticles.all { entries.append(Entry(reader.read(article))) }
    try store.add(entries)
    try store.reckonHappenings()
  }
}

/// Articles that would rather be pages.
enum HostileArticles {
  static let script = Article(
    id: "hostile/../<script>\"&'",
    text: """
      WASHINGTON - President <script>window.ran = 1</script> Smith of the United States imposed sanctions on Russia on Monday, \
      "<img src=x onerror='window.ran = 2'>" he said. \u{202E}gnp.exe\u{202C} Russia accused the United States of lies, \
      Foreign Minister Ivan "\u{308} onmouseover="window.ran = 3" Petrov said.</p></article></main><script>window.ran = 4</script>

      China denied on Tuesday that it had sold missiles to Iran. {{constructor}} &lt;b&gt; \u{8}\u{1B}[31m\u{7F}\u{85} \u{2066}javascript:window.ran=5\u{2069}
      """,
    title: "</title><script>window.ran = 6</script>\"\u{308} onfocus=\"window.ran = 7\" autofocus=\"",
    published: CalendarDate("2031-12-30"), publisher: "<svg onload='window.ran = 8'>", byline: "\u{202E}By nobody",
    url: "javascript:window.ran=9")

  static let line = Article(
    id: "line",
    text: "Japan praised Australia on Monday. " + String(repeating: "A", count: 1_000_000)
      + " South Korea thanked Japan.",
    title: String(repeating: "Long", count: 400), published: CalendarDate("2031-12-29"))

  static let all = [script, line]
}
