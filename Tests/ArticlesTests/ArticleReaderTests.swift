import Foundation
import Testing

@testable import Articles

/// Writes bytes to a file of a folder of their own, and reads articles from there.
private func items(_ bytes: some Sequence<UInt8>, as format: ArticleFormat, named name: String = "a.txt") throws
  -> [ArticleItem]
{
  let folder = FileManager.default.temporaryDirectory.appending(path: "articles-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(bytes).write(to: file)
  return Array(ArticleReader(path: file.path, format: format))
}

extension ArticleItem {
  fileprivate var article: Article? { if case .article(let article, _) = self { article } else { nil } }
  fileprivate var warnings: [ArticleProblem] { if case .article(_, let warnings) = self { warnings } else { [] } }
  fileprivate var problem: ArticleProblem? { if case .failure(let problem) = self { problem } else { nil } }
}

@Suite struct PlainTextTests {
  private func article(_ bytes: some Sequence<UInt8>, named name: String = "a.txt") throws -> Article {
    let items = try items(bytes, as: .text, named: name)
    #expect(items.count == 1)
    return try #require(items.first?.article, "\(items)")
  }

  private func problem(_ bytes: some Sequence<UInt8>) throws -> ArticleProblem {
    try #require(try items(bytes, as: .text).first?.problem)
  }

  @Test func allCharactersStay() throws {
    let text = "Talks\r\n\r\nin “Minsk”\tended.\n\n"
    let read = try article(text.utf8, named: "minsk.talks.txt")
    #expect(read.text.string.utf8.elementsEqual(text.utf8))
    #expect(read.id == "minsk.talks")
    #expect(read.title == "Talks")
  }

  @Test func byteOrderMarkIsNoPartOfTheText() throws {
    #expect(try article([0xEF, 0xBB, 0xBF] + Array("Käse".utf8)).text.string == "Käse")
  }

  @Test(arguments: [true, false]) func utf16WithByteOrderMark(isLittleEndian: Bool) throws {
    let text = "Käse 🧀 in Łódź"
    let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittleEndian ? pair : pair.reversed()
    }
    #expect(try article(bytes).text.string == text)
    let cut = try problem(bytes.dropLast())
    #expect(cut.kind == .encoding)
  }

  @Test func invalidUTF8IsNamedWithItsByte() throws {
    let problem = try problem(Array("Käse.\ncaf".utf8) + [0xE9, 0x2E])
    #expect(problem.kind == .encoding)
    #expect(problem.message.hasPrefix("byte 10 in line 2 (0xE9) is not UTF-8"))
    #expect(problem.source.hasSuffix("a.txt"))
    #expect(problem.line == nil)
  }

  @Test func textCutWithinACharacter() throws {
    #expect(try problem(Array("Käse".utf8).prefix(2)).kind == .encoding)
  }

  @Test(arguments: ["", " \n\t\u{A0}\n"]) func emptyFile(text: String) throws {
    #expect(try problem(text.utf8).kind == .empty)
  }

  @Test func binaryFile() throws {
    let problem = try problem([0x7F, 0x45, 0x4C, 0x46, 0, 1])
    #expect(problem.kind == .binary)
    #expect(problem.message.contains("a zero byte at 4"))
  }

  @Test func binaryFileOfManyMegabytes() throws {
    #expect(try problem(repeatElement(0, count: 3 * ArticleLimits.textBytes)).kind == .binary)
  }

  @Test func longestText() throws {
    let most = ArticleLimits.textBytes
    #expect(try article(repeatElement(UInt8(ascii: "a"), count: most)).text.utf8.count == most)
    #expect(try problem(repeatElement(UInt8(ascii: "a"), count: most + 1)).kind == .size)
    #expect(try problem(repeatElement(UInt8(ascii: "a"), count: 5 * most)).kind == .size)
  }

  @Test func missingFile() {
    let missing = Array(ArticleReader(path: "/nowhere/a.txt", format: .text))
    #expect(missing.map { $0.problem?.kind } == [.missing])
  }

  @Test(arguments: [
    ("Talks end in Minsk\n\nThey ended.", "Talks end in Minsk"),
    ("Is peace near?\r\n\r\nIt is not.", "Is peace near?"),
    ("  Padded  \n  \nText.", "Padded"),
    ("Talks ended.\n\nThey did.", nil),
    ("Talks end\nThey ended.", nil),
    ("Talks end in Minsk", nil),
    ("Talks end in Minsk\n\n \n", nil),
    ("\n\nText", nil),
    ("***\n\nText", nil),
    (String(repeating: "long ", count: 40) + "\n\nText.", nil),
  ])
  func title(text: String, title: String?) {
    #expect(PlainText.title(of: text) == title)
  }
}

@Suite struct JSONLinesTests {
  private func items(_ text: String) throws -> [ArticleItem] { try ArticlesTests.items(text.utf8, as: .jsonl) }

  @Test func allFields() throws {
    let article = try #require(
      try items(
        #"{"id": "x1", "text": "Caf\u00e9.\n", "title": "T", "published": "2018-01-05T10:00:00+02:00", "#
          + #""publisher": "p.org", "byline": "B", "url": "http://p.org/1", "language": "en", "more": [1, {}]}"#
      ).first?.article)
    #expect(article.id == "x1")
    #expect(article.text.string == "Café.\n")
    #expect(article.title == "T")
    #expect(article.published == CalendarDate(year: 2018, month: 1, day: 5))
    #expect(article.publisher == "p.org")
    #expect(article.byline == "B")
    #expect(article.url == "http://p.org/1")
    #expect(article.language == "en")
  }

  @Test func fieldsMayBeNullOrEmpty() throws {
    let line = #"{"id": 17, "text": "x", "title": null, "publisher": "", "published": ""}"#
    let item = try #require(try items(line).first)
    let article = try #require(item.article)
    #expect(article.id == "17")
    #expect(article.title == nil)
    #expect(article.publisher == nil)
    #expect(item.warnings.isEmpty)
  }

  @Test func brokenLinesCostThemselvesAlone() throws {
    let items = try items(
      """
      \u{FEFF}{"id": "a", "text": "one"}

      {"id": "b", "text": "two"
      {"id": "c"}
      {"id": "d", "text": 4}
      ["e", "five"]
      {"id": "f", "text": "  "}
      {"id": "", "text": "x"}
      {"id": "g", "text": "\\ud800"}
      {"id": "h", "text": "a\\u0000"}
      {"id": "i", "text": "last"}
      """)
    #expect(items.compactMap { $0.article?.id } == ["a", "i"])
    let problems = items.compactMap(\.problem)
    #expect(problems.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10])
    #expect(problems.map(\.kind) == [.record, .record, .record, .record, .empty, .record, .record, .binary])
    #expect(problems[0].description.contains("a.txt:3: this is no JSON (Unexpected end of file"))
    #expect(problems[1].message.hasPrefix("\"text\" is missing"))
    #expect(problems[2].message == "\"text\" is not a string")
    #expect(problems[3].message.hasPrefix("this is no JSON object"))
  }

  @Test func lineThatIsNoUTF8() throws {
    let rest = "\"}\r\n" + #"{"id": "b", "text": "x"}"# + "\r\n"
    let bytes = Array(#"{"id": "a", "text": "caf"#.utf8) + [0xE9] + Array(rest.utf8)
    let items = try ArticlesTests.items(bytes, as: .jsonl)
    #expect(items.map { $0.problem?.kind } == [.encoding, nil])
    #expect(items.first?.problem?.message.hasPrefix("byte 24 (0xE9) is not UTF-8") == true)
    #expect(items.last?.article?.id == "b")
  }

  @Test(arguments: [#""2018-02-30""#, #""yesterday""#, "20180105", "true"]) func unreadableDate(date: String) throws {
    let item = try #require(try items(#"{"id": "a", "text": "x", "published": \#(date)}"#).first)
    #expect(item.article?.published == nil)
    #expect(item.article?.id == "a")
    #expect(item.warnings.map(\.kind) == [.date])
    #expect(item.warnings.map(\.line) == [1])
  }

  @Test func linesThatAreTooLong() throws {
    let long = #"{"id": "a", "text": ""# + String(repeating: "a", count: 50_000_000) + #""}"#
    let medium = #"{"id": "b", "text": ""# + String(repeating: "a", count: ArticleLimits.textBytes + 1) + #""}"#
    let items = try items(long + "\n" + medium + "\n" + #"{"id": "c", "text": "x"}"#)
    #expect(items.map { $0.problem?.kind } == [.size, .size, nil])
    #expect(items.first?.problem?.message.contains("the line has 50000023 bytes") == true)
    #expect(items.last?.article?.id == "c")
    #expect(items.map { $0.problem?.line } == [1, 2, nil])
  }

  @Test func emptyFile() throws {
    #expect(try items("").map { $0.problem?.kind } == [.empty])
    #expect(try items("\n \r\n").map { $0.problem?.kind } == [.empty])
  }

  @Test func publishedOfTheFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    try Data(#"{"id": "a", "text": "x"}"#.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = ArticleReader(path: file.path, format: .jsonl, published: CalendarDate("2020-05-06"))
    #expect(reader.next()?.article?.published == CalendarDate("2020-05-06"))
    #expect(reader.next()?.article == nil)
  }

  @Test func linesOfAnyLengthAcrossPieces() throws {
    // Lines around the size of the pieces that are read at once.
    for length in [65_500, 65_534, 65_535, 65_536, 65_537, 131_072] {
      let text = String(repeating: "b", count: length)
      let items = try items(#"{"id": "a", "text": "\#(text)"}"# + "\n" + #"{"id": "z", "text": "x"}"# + "\n")
      #expect(items.map { $0.article?.text.utf8.count } == [length, 1])
    }
  }
}
