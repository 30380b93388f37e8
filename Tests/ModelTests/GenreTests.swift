import Articles
import Chancery
import ChanceryTestSupport
import Foundation
import Testing

/// Texts that are no plain reports: marks that do not close, interviews, transcripts, lists of tweets, press releases.
@Suite struct GenreTests {
  static let names = ["unbalanced", "interview", "transcript", "tweets", "press-release"]

  static func text(_ name: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Genres/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test(arguments: names) func statementsAreReadAsRecorded(_ name: String) throws {
    let reading = try Loaded.reader.get().read(
      Article(id: name, text: Self.text(name), published: CalendarDate(year: 2025, month: 3, day: 15)))
    let lines = reading.statements.map { statement in
      let addressee = statement.addressee.map { " to \($0.name)" } ?? ""
      return "\(statement.speaker?.name ?? "nobody")\(addressee) \(statement.stance): "
        + reading.document.text[statement.content].replacing(/\s+/, with: " ")
    }
    Snapshot.expect(lines.joined(separator: "\n") + "\n", named: "\(name)-statements.txt")
  }

  /// A mark that is not closed must not lay the rest of the article at somebody's door.
  @Test(arguments: names) func noQuotationRunsAway(_ name: String) throws {
    let text = try Self.text(name)
    let reading = try Loaded.reader.get().read(Article(id: name, text: text))
    for statement in reading.statements {
      let words = reading.document.text[statement.content]
      #expect(!words.contains("\n\n"), "\(words)")
    }
  }
}
