import Articles
import Chancery
import Foundation
import Testing

/// Expressions of time, read with the model as users read them.
@Suite struct DateTests {
  /// A line of Dates.txt.
  struct Example: Sendable, CustomTestStringConvertible {
    let published: CalendarDate?
    let text: String
    let expected: [String]
    var testDescription: String { text }
  }

  static let examples: [Example] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Dates.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "|", maxSplits: 1)
      let marked = parts[1].trimmingCharacters(in: .whitespaces)
      let expected = marked.matches(of: /\[([^\]]+)\]\{([^}]+)\}/).map { "\($0.1) \($0.2)" }
      return Example(
        published: CalendarDate(parts[0].trimmingCharacters(in: .whitespaces)),
        text: marked.replacing(/\[([^\]]+)\]\{[^}]+\}/) { $0.1 }, expected: expected)
    }
  }()

  @Test func thereAreExamples() { #expect(Self.examples.count > 60) }

  @Test(arguments: examples) func timesAreFoundAndValued(_ example: Example) throws {
    let article = Article(id: "1", text: example.text, published: example.published)
    let reading = try Loaded.reader.get().read(article)
    let found = reading.dates.map { "\(reading.document.text[$0.span]) \($0.value)" }
    #expect(found.count == example.expected.count && zip(found, example.expected).allSatisfy(Self.agree), "\(found)")
  }

  /// The same value, and words that are part of the others: an article or a preposition more does not count.
  private static func agree(_ found: String, _ expected: String) -> Bool {
    let (a, b) = (found.split(separator: " "), expected.split(separator: " "))
    guard a.last == b.last else { return false }
    let (x, y) = (a.dropLast().joined(separator: " ").lowercased(), b.dropLast().joined(separator: " ").lowercased())
    return x.contains(y) || y.contains(x)
  }
}
