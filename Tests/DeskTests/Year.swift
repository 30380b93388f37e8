import Archive
import Chancery
@testable import ChanceryTestSupport
import Foundation

/// A year of invented news, read into an archive once for all tests, with what was written down beside it by hand.
struct Year {
  let ledger: Ledger
  let store: NewsStore

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The year that `make desk` opens.
  static func demonstration() throws -> Year { try Year(root.appending(path: "Examples/desk")) }
  /// Half a year of others: `pacific`, `indus`.
  static func other(_ name: String) throws -> Year { try Year(root.appending(path: "Tests/DeskTests/Years/\(name)")) }

  private init(_ folder: URL) throws {
    ledger = try JSONDecoder().decode(Ledger.self, from: Data(contentsOf: folder.appending(path: "ledger.json")))
    let archive = FileManager.default.temporaryDirectory.appending(
      path: "chancery-\(folder.lastPathComponent)-tests-\(ProcessInfo.processInfo.processIdentifier).sqlite")
    let isMade = FileManager.default.fileExists(atPath: archive.path)
    store = try NewsStore(path: archive.path, access: .write)
    guard !isMade else { return }
    let reader = try Reader.load()
    let articles = try Self.articles(folder)
    for start in stride(from: 0, to: articles.count, by: 32) {
      try store.add(articles[start..<min(articles.count, start + 32)].map { Entry(reader.read($0)) })
    }
    try store.readAgain(by: reader)
    try store.reckonHappenings()
  }

  private struct Line: Decodable {
    let id: String
    let text: String
    let title: String?
    let published: String?
    let publisher: String?
    let byline: String?
  }

  private static func articles(_ folder: URL) throws -> [Article] {
    let text = try String(contentsOf: folder.appending(path: "articles.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      return Article(
        id: line.id, text: line.text, title: line.title, published: line.published.flatMap { CalendarDate($0) },
        publisher: line.publisher, byline: line.byline)
    }
  }
}
