import Archive
import Foundation
import Testing

@testable import ChanceryTestSupport

@Suite struct RowTests {
  @Test func pagesByKeyGiveEveryRowOnce() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for (path, key) in [
        ("events", { (row: [String: Any]) in (row["article"] as? [String: Any])?["id"] as? String }),
        ("statements", { ($0["article"] as? [String: Any])?["id"] as? String }),
        ("happenings", { $0["id"] as? String }), ("happenings?order=latest", { $0["id"] as? String }),
        ("articles", { $0["id"] as? String }), ("articles?order=latest", { $0["id"] as? String }),
        ("search?q=pipeline", { ($0["article"] as? [String: Any])?["id"] as? String }),
      ] {
        let whole = try await desk.get("/api/v1/\(path)")
        #expect(whole.status == 200 && whole.object["next"] is NSNull && whole["link"] == nil, "\(path)")
        var next: String? = "/api/v1/\(path)\(path.contains("?") ? "&" : "?")limit=5"
        var keys: [String] = []
        while let address = next {
          let page = try await desk.get(address)
          #expect(page.items.count <= 5)
          keys += page.items.compactMap(key)
          next = page["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
        }
        #expect(keys == whole.items.compactMap(key) && Set(keys).count == keys.count && keys.count >= 1, "\(path)")
      }
    }
  }

  @Test func filtersAreThoseOfTheCommand() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for (query, count) in [
        ("actor=United+States", 12), ("actor=CHN", 0), ("between=CHN&between=USA&since=2020-03-11", 2),
        ("category=CONSULT&category=AID&quad=1&until=2020-03", 12), ("cameo=19", 0), ("article=a3", 1),
        ("text=pipeline%20geneva&limit=3", 3),
      ] {
        let answer = try await desk.get("/api/v1/events?" + query)
        #expect(answer.status == 200 && answer.items.count == count, "\(query): \(answer.text.prefix(300))")
      }
    }
  }

  @Test func formIsThatOfTheParameterOrElseOfTheFieldAccept() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let csv = try await desk.get("/api/v1/events?format=csv&limit=2", ["Accept: application/json"])
      #expect(csv["content-type"] == "text/csv; charset=utf-8; header=present")
      #expect(csv.text.split(separator: "\r\n").count == 3 && csv.text.hasPrefix(EventRow.csvHeader + "\r\n"))
      let lines = try await desk.get("/api/v1/events?limit=2", ["Accept: application/x-ndjson;q=0.9, text/html"])
      #expect(lines["content-type"] == "application/x-ndjson")
      #expect(lines.text.split(separator: "\n").count == 2)
      #expect(try await desk.get("/api/v1/events", ["Accept: */*"])["content-type"] == "application/json")
      let none = try await desk.get("/api/v1/events", ["Accept: application/xml, application/json;q=0"])
      #expect(none.status == 406 && none.problem == "no-such-form")
    }
  }

  @Test func articleComesWithTextAndReading() async throws {
    let archive = try TestArchive()
    let article = ArchiveSample.article("news/2020 ü?")
    try archive.store.add([
      ArchiveSample.entry(article, "<script>alert(1)</script> \u{202E}evil", [ArchiveSample.event(article)])
    ])
    try await withDesk(archive.path) { desk in
      let answer = try await desk.get("/api/v1/articles/news%2F2020%20%C3%BC%3F")
      #expect(answer.status == 200)
      #expect(answer.object["text"] as? String == "<script>alert(1)</script> \u{202E}evil")
      #expect((answer.object["article"] as? [String: Any])?["id"] as? String == "news/2020 ü?")
      #expect(answer.object["reading"] is [String: Any])
      #expect(answer["content-type"] == "application/json" && answer["x-content-type-options"] == "nosniff")
      let missing = try await desk.get("/api/v1/articles/%3Cscript%3E")
      #expect(missing.status == 404 && missing["content-type"] == "application/problem+json")
    }
  }

  @Test func happeningComesWithItsReports() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let id = try #require(try await desk.get("/api/v1/happenings?limit=1").items.first?["id"] as? String)
      let told = try await desk.get("/api/v1/happenings/\(id)")
      #expect(told.status == 200 && (told.object["reports"] as? [Any])?.isEmpty == false)
      #expect(try await desk.get("/api/v1/happenings/h0").problem == "not-found")
    }
  }

  @Test func emptyArchiveAnswersWithNothing() async throws {
    let archive = try TestArchive()
    try await withDesk(archive.path) { desk in
      for path in ["events", "statements", "figures", "happenings", "articles", "search?q=talks"] {
        let answer = try await desk.get("/api/v1/\(path)")
        #expect(answer.status == 200 && answer.items.isEmpty, "\(path)")
      }
      #expect(try await desk.get("/api/v1/status").object["articles"] as? Int == 0)
    }
  }

  @Test func manyQuestionsAtOnceAreAllAnswered() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<100 {
          group.addTask { try await desk.get("/api/v1/events?limit=\(number % 12 + 1)").items.count - number % 12 - 1 }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { $0 == 0 } && statuses.count == 100)
    }
  }
}
