import Archive
import Foundation
import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct HeadTests {
  @Test func tagStaysUntilAnotherProgramChangesTheArchive() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let first = try await desk.get("/api/v1/articles")
      let tag = try #require(first["etag"])
      let again = try await desk.get("/api/v1/articles", ["If-None-Match: \"x\", \(tag)"])
      #expect(again.status == 304 && again.bytes.isEmpty && again["etag"] == tag)
      #expect(try await desk.get("/api/v1/articles?format=csv")["etag"] != tag)
      #expect(try await desk.get("/api/v1/articles?limit=0", ["If-None-Match: \(tag)"]).status == 400)

      let other = try NewsStore(path: archive.path, access: .write)
      let article = ArchiveSample.article("new", day: "2021-01-01")
      try other.add([ArchiveSample.entry(article, [ArchiveSample.event(article)])])
      let changed = try await desk.get("/api/v1/articles", ["If-None-Match: \(tag)"])
      #expect(changed.status == 200 && changed["etag"] != tag)
      #expect(changed.items.last?["id"] as? String == "new")
    }
  }

  @Test func headHasTheFieldsOfGetAndNoBody() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for path in ["/api/v1/events", "/api/v1/events?limit=0", "/openapi.json", "/", "/assets/desk.css", "/none"] {
        let get = try await desk.get(path)
        let head = try await desk.send("HEAD", path)
        #expect(head.status == get.status && head.bytes.isEmpty, "\(path)")
        for name in ["content-length", "content-type", "etag"] { #expect(head[name] == get[name], "\(path) \(name)") }
      }
    }
  }

  @Test func longAnswersAreSentAsGzipToWhoTakesIt() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let plain = try await desk.get("/api/v1/events")
      #expect(plain["content-encoding"] == nil && plain["vary"]?.contains("Accept-Encoding") == true)
      let packed = try await desk.get("/api/v1/events", ["Accept-Encoding: br, gzip"])
      #expect(packed["content-encoding"] == "gzip" && packed.bytes.count < plain.bytes.count / 4)
      #expect(packed["content-length"] == String(packed.bytes.count))
      #expect(packed.bytes == Gzip.compress(plain.bytes))
      #expect(try await desk.get("/api/v1/events", ["Accept-Encoding: gzip;q=0"])["content-encoding"] == nil)
      #expect(try await desk.get("/api/v1/status", ["Accept-Encoding: gzip"])["content-encoding"] == nil)
    }
  }

  @Test func browsersAreToldToRunNothingElseEvenByErrors() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      for path in ["/", "/api/v1/events", "/api/v1/events?x=1", "/none", "/assets/desk.css", "/openapi.json"] {
        let answer = try await desk.get(path)
        let policy = answer["content-security-policy"] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"), "\(path)")
        #expect(!policy.contains("unsafe"), "\(path)")
        #expect(answer["x-content-type-options"] == "nosniff" && answer["referrer-policy"] == "same-origin", "\(path)")
      }
    }
  }

  @Test func filesAreKnownByNameAlone() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path) { desk in
      let file = try await desk.get("/assets/desk.css")
      #expect(file["content-type"] == "text/css; charset=utf-8")
      for path in ["..%2Fpages", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "desk.css%00", "", "DESK.CSS"] {
        #expect(try await desk.get("/assets/\(path)").status == 404, "\(path)")
      }
    }
  }
}
