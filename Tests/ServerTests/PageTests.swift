import Foundation
import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct PageTests {
  private static let html = ["Accept: text/html,application/xhtml+xml,*/*;q=0.8"]

  private static let paths = [
    "/", "/happenings", "/actor", "/actor?actor=USA", "/dyad", "/dyad?a=USA&b=CHN", "/audiences?actor=USA&about=CHN",
    "/schedule", "/map", "/search?q=pipeline",
  ]

  @Test func everyPageIsHadAsHTMLAndAsCSV() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for path in Self.paths + ["/search", "/read", "/guide", "/audiences"] {
        let page = try await desk.get(path, Self.html)
        #expect(page.status == 200 && page["content-type"] == "text/html; charset=utf-8", "\(path) \(page.status)")
        #expect(page.text.contains("<h1") && page.text.contains(" – Chancery</title>"), "\(path)")
      }
      for path in Self.paths {
        let table = try await desk.get(path + (path.contains("?") ? "&" : "?") + "format=csv")
        #expect(table.status == 200 && table["content-type"]?.hasPrefix("text/csv") == true, "\(path)")
      }
      for part in ["words", "acts", "contacts", "promises"] {
        let table = try await desk.get("/dyad?a=USA&b=CHN&part=\(part)&format=csv")
        #expect(table.status == 200 && table.text.contains("\r\n"), "\(part)")
      }
    }
  }

  @Test func fieldsThatAFormLeavesBlankAreLeftOut() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let page = try await desk.get(
        "/happenings?actor=USA&recipient=&category=&modality=&since=&until=&text=", Self.html)
      #expect(page.status == 200 && page.text.contains("What United States did"))
    }
  }

  @Test(arguments: [
    ("/article?id=none", 404, "no article"), ("/happening?id=none", 404, "no happening"),
    ("/actor?actor=QQQ", 404, "nothing of"), ("/dyad?a=FRA&b=DEU", 404, "nothing between"),
    ("/nothing", 404, "nothing"),
    ("/actor?actor=Nowheria", 400, "does not know"), ("/dyad?a=USA&b=USA", 400, "same actor"),
    ("/happenings?since=2021&until=2020", 400, "other way round"), ("/happenings?colour=red", 400, "no parameter"),
    ("/search?q=%22", 400, "word"), ("/map?quad=5", 400, "from 1 to 4"), ("/happenings?after=none", 400, "go on after"),
  ])
  func whatCannotBeShownIsAnsweredWithAPageThatSaysWhatToDo(path: String, status: Int, words: String) async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let page = try await desk.get(path, Self.html)
      #expect(page.status == status && page["content-type"] == "text/html; charset=utf-8", "\(page.status)")
      #expect(page.text.contains(words) && page.text.contains("What you can do"))
    }
  }

  @Test func anEmptyArchiveHasPages() async throws {
    let archive = try TestArchive()
    try await withDesk(archive.path) { desk in
      for path in ["/", "/happenings", "/actor", "/dyad", "/schedule", "/map", "/search?q=talks"] {
        let page = try await desk.get(path, Self.html)
        #expect(page.status == 200, "\(path)")
      }
      #expect(try await desk.get("/", Self.html).text.contains("chancery ingest"))
    }
  }

  @Test func whatIsSentByAFormIsReadOrRefusedWithAPage() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let blank = try await desk.send(
        "POST", "/read", Self.html + ["Content-Type: application/x-www-form-urlencoded"], body: "text=+")
      #expect(blank.status == 422 && blank.text.contains("paste one"))
      let foreign = try await desk.send("POST", "/read", Self.html + ["Content-Type: text/plain"], body: "talks")
      #expect(foreign.status == 415)
    }
  }
}
