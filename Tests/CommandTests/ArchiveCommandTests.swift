import ChanceryTestSupport
import Foundation
import Testing

@testable import Archive

/// The archive's commands from articles to tables.
@Suite struct ArchiveCommandTests {
  private static let news = """
    {"id": "a", "text": "France accused Japan of spying. Japan denied that it had spied on France.", "published": "2024-05-06"}
    {"id": "broken"
    {"id": "b", "text": "Germany will impose sanctions on Brazil next week, officials said.", "published": "2024-05-07"}

    """

  @Test func articlesAreTakenInOnceAndFailuresDoNotStopTheRest() throws {
    let folder = try Command.Folder()
    let news = try folder.file("news.jsonl", Self.news.utf8)
    let archive = folder.url.appending(path: "news.sqlite").path
    let first = try Command.run("ingest", news, "--archive", archive, "--workers", "2")
    #expect(first.status == 65)
    #expect(first.messages.count == 1 && first.errors.contains("news.jsonl:2"))
    #expect(first.output.hasPrefix("3 articles: 2 added, 0 replaced, 0 unchanged, 0 set aside, 1 failed;"))
    let again = try Command.run("ingest", news, "--archive", archive)
    #expect(again.output.hasPrefix("3 articles: 0 added, 0 replaced, 2 unchanged, 0 set aside, 1 failed;"))
    let changed = try folder.file("news.jsonl", Self.news.replacing("Japan of spying", with: "India of spying").utf8)
    let third = try Command.run("ingest", changed, "--archive", archive)
    #expect(third.output.hasPrefix("3 articles: 0 added, 1 replaced, 1 unchanged, 0 set aside, 1 failed;"))
  }

  @Test func questionsAreAnsweredAsTablesAndLines() throws {
    let folder = try Command.Folder()
    let news = try folder.file("news.jsonl", Self.news.utf8)
    let archive = folder.url.appending(path: "news.sqlite").path
    _ = try Command.run("ingest", news, "--archive", archive)
    func ask(_ arguments: String...) throws -> Command.Result {
      let process = try Command.shell(
        (["\"$CHANCERY\""] + arguments.map { "'\($0)'" } + ["--archive", "'\(archive)'"]).joined(separator: " "))
      return process
    }
    let table = try ask("events", "--actor", "France")
    #expect(table.output.contains("ACCUSE") && table.output.contains("a/e1"))
    let planned = try ask("events", "--modality", "planned", "--format", "jsonl")
    #expect(planned.output.contains("\"modality\": \"planned\""))
    #expect(try ask("events", "--category", "aid").output == "none\n")
    #expect(try ask("events", "--actor", "Nobody Known").status == 64)
    #expect(try ask("search", "sanction").output.contains("[sanctions]"))
    #expect(try ask("search", "\"half").status == 64)
    #expect(try ask("statements", "--format", "csv").output.hasPrefix("article,published,"))
    let happenings = try ask("happenings", "--format", "csv")
    let id = try #require(happenings.output.split(separator: "\r\n").dropFirst().first?.split(separator: ",").first)
    #expect(try ask("happening", String(id)).output.contains("1 report by 1 independent source"))
    #expect(try ask("happening", "h0").status == 65)
    let plover = try ask("export", "--format", "plover")
    let read = try Command.run("read", news, "--format", "plover")
    #expect(plover.output.split(separator: "\n").sorted() == read.output.split(separator: "\n").sorted())
    #expect(try ask("export", "--format", "conllu").output.hasPrefix("# newdoc id = a\n"))
  }

  @Test func whatHasNoTextIsCountedAndDoesNotFail() throws {
    let folder = try Command.Folder()
    let feed = try folder.file(
      "feed.xml",
      """
      <rss><channel><item><guid>1</guid><title>T</title></item>
      <item><guid>2</guid><description>France accused Japan of spying.</description></item></channel></rss>
      """.utf8)
    let archive = folder.url.appending(path: "news.sqlite").path
    let result = try Command.run("ingest", feed, "--archive", archive)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      result.output.hasPrefix("1 articles: 1 added, 0 replaced, 0 unchanged, 0 set aside, 0 failed, 1 without text;"))
    let empty = try folder.file("empty.xml", "<rss><channel><item><guid>1</guid></item></channel></rss>".utf8)
    let alone = try Command.run("ingest", empty, "--archive", archive)
    #expect(alone.status == 65 && alone.messages.count == 1 && alone.errors.contains("entry 1 (1) has no text"))
  }

  @Test func pagesOfOneNameInTwoFoldersAreTwoArticles() throws {
    let folder = try Command.Folder()
    let archive = folder.url.appending(path: "news.sqlite").path
    for (name, act) in [("a", "France accused Japan of spying."), ("b", "Germany accused Brazil of spying.")] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
      let text = "<p>\(act)</p><p>Officials said so in a long statement, and asked for talks.</p>"
      let page = try folder.file("\(name)/index.html", "<html><body>\(text)</body></html>".utf8)
      let result = try Command.run("ingest", page, "--archive", archive)
      #expect(result.output.hasPrefix("1 articles: 1 added, 0 replaced"))
    }
  }

  @Test func anArchiveInWhichAnotherProgramWritesIsBusy() throws {
    let folder = try Command.Folder()
    let news = try folder.file("news.jsonl", Self.news.utf8)
    let archive = folder.url.appending(path: "news.sqlite").path
    let store = try NewsStore(path: archive, access: .write)
    let result = try store.write { _ in try Command.run("ingest", news, "--archive", archive) }
    #expect(result.status == 75)
    #expect(
      result.messages.last
        == "chancery: \(archive): another program is writing to the archive; try again when it is done")
    #expect(try store.articleIDs().isEmpty)
    #expect(try Command.run("ingest", news, "--archive", archive).output.hasPrefix("3 articles: 2 added"))
  }

  @Test func feedsAreNotFetchedAnewAfterARestart() throws {
    let server = try LocalServer { request in
      guard request.headers["if-none-match"] != "\"1\"" else { return .init(status: 304) }
      let feed =
        "<rss><channel><item><guid>1</guid><description>France accused Japan of spying.</description></item></channel></rss>"
      return .init(headers: ["ETag": "\"1\""], body: Array(feed.utf8))
    }
    let folder = try Command.Folder()
    let archive = folder.url.appending(path: "news.sqlite").path
    let first = try Command.run("watch", server.address("/news.xml"), "--once", "--archive", archive)
    #expect(first.status == 0 && first.output.contains("1 added"))
    let second = try Command.run("watch", server.address("/news.xml"), "--once", "--archive", archive)
    #expect(second.status == 0 && second.output.isEmpty && second.errors.isEmpty)
    #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"1\""])
  }

  @Test func filesThatAreNoArchiveAreRefused() throws {
    let folder = try Command.Folder()
    let text = try folder.file("letter.txt", "Dear reader,\n".utf8)
    let news = try folder.file("news.jsonl", Self.news.utf8)
    let ingest = try Command.run("ingest", news, "--archive", text)
    #expect(ingest.status == 65 && ingest.errors.contains("no archive of Chancery"))
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "Dear reader,\n")
    let events = try Command.run("events", "--archive", folder.url.appending(path: "none").path)
    #expect(events.status == 66 && events.errors.contains("chancery ingest"))
  }
}
