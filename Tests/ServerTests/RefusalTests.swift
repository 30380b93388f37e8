import Foundation
import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct RefusalTests {
  /// What is asked, and with which status and problem it is refused, about which parameter.
  @Test func senselessQuestionsAreRefusedWithWhatToDo() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for (path, status, problem, parameter) in [
        ("events?colour=red", 400, "unknown-parameter", "colour"),
        ("events?since=2020&since=2021", 400, "repeated-parameter", "since"),
        ("events?since=2021&until=2020", 400, "bad-value", "until"),
        ("events?since=2020-02-30", 400, "bad-value", "since"), ("events?since=", 400, "bad-value", "since"),
        ("events?actor=Nobodyland", 400, "bad-value", "actor"), ("events?limit=0", 400, "bad-value", "limit"),
        ("events?limit=1001", 400, "bad-value", "limit"), ("events?limit=%2B5", 400, "bad-value", "limit"),
        ("events?between=USA", 400, "missing-parameter", "between"), ("events?quad=5", 400, "bad-value", "quad"),
        ("events?category=DANCE", 400, "bad-value", "category"), ("events?cameo=x", 400, "bad-value", "cameo"),
        ("events?format=xml", 400, "bad-value", "format"), ("events?after=a1", 400, "bad-value", nil),
        ("events?after=a1/e99", 400, "bad-value", nil), ("events?article=none", 400, "bad-value", nil),
        ("events?text=%22", 400, "bad-value", nil), ("events?place=%00", 400, "bad-value", "place"),
        ("events?place=%FF", 400, "bad-request", nil), ("events?%FF=1", 400, "bad-request", nil),
        ("search", 400, "missing-parameter", "q"), ("search?q=NEAR(", 400, "bad-value", nil),
        ("actors", 400, "missing-parameter", "name"), ("status?format=csv", 400, "unknown-parameter", "format"),
        ("dyad?first=USA", 400, "missing-parameter", "second"), ("nothing", 404, "not-found", nil),
        ("events/", 200, "", nil), ("articles/..%2F..%2Fetc%2Fpasswd", 404, "not-found", "id"),
        ("events?text=" + String(repeating: "a", count: 20_000), 414, "address-too-long", nil),
        ("events?text=" + String(repeating: "a", count: 500_000), 414, "address-too-long", nil),
      ] as [(String, Int, String, String?)] {
        let answer = try await desk.get("/api/v1/" + path)
        let name = "\(path.prefix(80)): \(answer.text.prefix(300))"
        #expect(answer.status == status, "\(name)")
        guard status != 200 else { continue }
        #expect(answer["content-type"] == "application/problem+json", "\(name)")
        #expect(answer.problem == problem && answer.object["parameter"] as? String == parameter, "\(name)")
        #expect(answer.object["status"] as? Int == status && answer.object["detail"] is String, "\(name)")
      }
    }
  }

  @Test func wrongMethodIsToldWhichAreRight() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for (method, path, allowed) in [
        ("POST", "/api/v1/events", "GET, HEAD"), ("DELETE", "/api/v1/articles/a1", "GET, HEAD"),
        ("GET", "/api/v1/read", "POST"), ("TRACE", "/api/v1/status", "GET, HEAD"),
        ("PUT", "/assets/desk.css", "GET, HEAD"),
      ] {
        let answer = try await desk.send(method, path)
        #expect(answer.status == 405 && answer["allow"] == allowed, "\(method) \(path)")
      }
    }
  }

  @Test func requestsForOtherHostsAndFromOtherSitesAreRefused() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      #expect(try await desk.get("/api/v1/status", ["Host: evil.example"]).status == 421)
      #expect(try await desk.get("/api/v1/status", ["Host: 127.0.0.1.evil.example:80"]).status == 421)
      #expect(try await desk.get("/api/v1/status", ["Host: 127.0.0.1"]).status == 200)
      #expect(try await desk.get("/api/v1/status", ["Host: [::1]:9"]).status == 200)
      let plain = "Content-Type: text/plain"
      for field in ["Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"] {
        let answer = try await desk.send("POST", "/api/v1/read", [plain, field], body: "Talks.")
        #expect(answer.status == 403 && answer.problem == "foreign-origin", "\(field)")
      }
    }
  }

  @Test func whatIsNoArticleIsNotRead() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      func send(_ body: String, _ media: String = "application/json") async throws -> DeskClient.Answer {
        try await desk.send("POST", "/api/v1/read", ["Content-Type: \(media)"], body: body)
      }
      for body in [
        "{", "[]", "{}", "{\"text\": \"\"}", "{\"text\": 5}", "{\"text\": \"Talks.\", \"colour\": 1}",
        "{\"text\": \"Talks.\", \"published\": \"soon\"}",
        "{\"text\": \"Die Talks.\", \"language\": \"de\"}",
      ] {
        let answer = try await send(body)
        #expect(answer.status == 422 && answer.problem == "unreadable-article", "\(body): \(answer.text)")
      }
      for (body, media, status) in [
        ("", "text/plain", 422), ("\u{0}talks", "text/plain", 422), ("<p>Talks.</p>", "text/html", 415),
        ("{\"text\": \"\(String(repeating: "a", count: 1 << 20))\"}", "application/json", 413),
      ] {
        let answer = try await send(body, media)
        #expect(answer.status == status, "\(body.prefix(40)): \(answer.text)")
      }
    }
  }

  @Test func errorsThatAreShownAsPagesHoldNothingOfTheRequest() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let answer = try await desk.get("/%3Cscript%3Ealert(1)%3C/script%3E", ["Accept: text/html"])
      #expect(answer.status == 404 && answer["content-type"] == "text/html; charset=utf-8")
      #expect(!answer.text.contains("alert(1)"))
    }
  }
}
