import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct TokenTests {
  private static let token = "a token of twenty-two"

  @Test func whoHasNoTokenGetsNothing() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, token: Self.token) { desk in
      for path in ["/", "/api/v1/status", "/openapi.json", "/assets/desk.css", "/none", "/?token=wrong"] {
        let answer = try await desk.get(path)
        #expect(answer.status == 401 && answer["www-authenticate"]?.hasPrefix("Bearer") == true, "\(path)")
      }
      for field in ["Bearer wrong", "Basic \(Self.token)", "Bearer", "Bearer \(Self.token)x"] {
        #expect(try await desk.get("/api/v1/status", ["Authorization: \(field)"]).status == 401, "\(field)")
      }
      #expect(try await desk.get("/api/v1/status", ["Cookie: chancery=\(Self.token)"]).status == 401)
      #expect(try await desk.get("/api/v1/status", ["Authorization: Bearer \(Self.token)"]).status == 200)
    }
  }

  @Test func browserGivesTheTokenOnceAndKeepsACookie() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, token: Self.token) { desk in
      let answer = try await desk.get("/api/v1/events?limit=1&token=a%20token+of+twenty-two")
      #expect(answer.status == 303 && answer["location"] == "/api/v1/events?limit=1")
      let cookie = try #require(answer["set-cookie"])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("twenty"))
      let pair = String(cookie.prefix { $0 != ";" })
      #expect(try await desk.get("/api/v1/status", ["Cookie: other=1; \(pair)"]).status == 200)
    }
  }

  @Test func otherAddressesAreNotServedWithoutToken() throws {
    let archive = try News.archive()
    let desk = try Desk(path: archive.path, threads: 1)
    for host in ["0.0.0.0", "192.168.1.5", "::", "example.org", "127.0.0.1.example.org"] {
      #expect(throws: DeskServerError.tokenRequired(host: host)) {
        _ = try DeskServer(desk, host: host, port: 0, token: nil)
      }
    }
    for host in ["127.0.0.1", "127.8.9.1", "::1", "localhost"] {
      #expect(throws: Never.self) { try DeskServer(desk, host: host, port: 0, token: nil) }
    }
  }
}
