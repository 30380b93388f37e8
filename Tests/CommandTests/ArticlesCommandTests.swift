import ChanceryTestSupport
import Foundation
import Testing

extension CommandTests {
  /// Over the files in `Articles` beside this one, which hold invented news in several formats.
  @Suite struct Articles {
    private var folder: String {
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Articles").path
    }

    @Test func help() throws {
      Snapshot.expect(try Command.run("articles", "--help").output, named: "articles-help.txt")
    }

    @Test func everyFormatAsJSONLines() throws {
      let result = try Command.run("articles", folder)
      Snapshot.expect(result.output, named: "articles.jsonl")
      #expect(result.status == 0)
      #expect(
        result.messages == [
          "chancery: 1 page or entry of a feed was passed over: it has no text of an article"
        ])
    }

    @Test func whatHasNoTextAtAllIsAFailure() throws {
      let folder = try Command.Folder()
      let page = try folder.file("page.html", "<html><body><img src='a.png'></body></html>".utf8)
      let result = try Command.run("articles", page)
      #expect(result.status == 65 && result.output.isEmpty)
      #expect(result.messages.count == 1 && result.errors.contains("page.html: no text of an article"))
      let pages = try Command.run("articles", page, page)
      #expect(pages.status == 65 && pages.errors.contains("2 pages or entries of feeds were passed over"))
    }

    @Test func forPeople() throws {
      let result = try Command.run("articles", "\(folder)/courier.html", "--format", "text")
      Snapshot.expect(result.output, named: "articles.txt")
      #expect(result.status == 0)
    }

    @Test func whatIsPrintedIsReadAlike() throws {
      let printed = try Command.run("articles", "\(folder)/courier.html").output
      let again = try Command.run("articles", "-", input: printed)
      #expect(again.output == printed)
      let page = try Command.run("read", "\(folder)/courier.html", "--format", "jsonl")
      let lines = try Command.run("read", "-", "--format", "jsonl", input: printed)
      #expect(page.status == 0)
      #expect(page.output == lines.output)
    }

    @Test func filesThatFailCostThemselvesAlone() throws {
      let folder = try Command.Folder()
      let bad = try folder.file("bad.html", [0x7F, 0, 1, 2])
      let result = try Command.run("articles", "nowhere.html", bad, "\(self.folder)/posts.csv")
      #expect(result.status == 66)
      #expect(result.output.split(separator: "\n").count == 2)
      #expect(
        result.messages == [
          "chancery: nowhere.html: there is no such file; check the path",
          "chancery: \(bad): this is no text; give pages as HTML",
        ])
    }

    @Test func givenFormatAndDate() throws {
      let result = try Command.run(
        "articles", "-", "--input", "text", "--published", "2024-03-05", input: "<p>Talks</p>")
      #expect(result.output == #"{"id": "stdin", "text": "<p>Talks</p>", "published": "2024-03-05"}"# + "\n")
    }
  }
}
