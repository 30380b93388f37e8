import ChanceryTestSupport
import Foundation
import Testing

@testable import Feeds

/// Over a server of its own, on this machine.
@Suite struct FetcherTests {
  private static let news = Array("Talks went on.\n".utf8)

  @Test func aDocumentComesWithItsTypeAndByWhatToAskAgain() throws {
    let server = try LocalServer { _ in
      .init(
        headers: [
          "Content-Type": "application/rss+xml", "ETag": "\"a1\"", "Last-Modified": "Tue, 05 Mar 2024 10:00:00 GMT",
        ], body: Self.news)
    }
    let fetched = try #require(try Fetcher(agent: "Chancery/test").fetch(server.address("/news.xml")))
    #expect(fetched.bytes == Self.news)
    #expect(fetched.type == "application/rss+xml" && fetched.url == server.address("/news.xml"))
    #expect(fetched.validator == Validator(tag: "\"a1\"", modified: "Tue, 05 Mar 2024 10:00:00 GMT"))
    let asked = try #require(server.requests.first)
    #expect(asked.path == "/news.xml" && asked.headers["user-agent"] == "Chancery/test")
    #expect(asked.headers["if-none-match"] == nil && asked.headers["if-modified-since"] == nil)
  }

  @Test func whatHasNotChangedIsNotSentAgain() throws {
    let server = try LocalServer { request in
      request.headers["if-none-match"] == "\"a1\"" ? .init(status: 304) : .init(body: Self.news)
    }
    let validator = Validator(tag: "\"a1\"", modified: "Tue, 05 Mar 2024 10:00:00 GMT")
    let fetcher = Fetcher(agent: "test")
    #expect(try fetcher.fetch(server.address("/"), since: validator) == nil)
    #expect(server.requests.first?.headers["if-modified-since"] == validator.modified)
    #expect(try fetcher.fetch(server.address("/"), since: Validator(tag: "\"a0\""))?.bytes == Self.news)
  }

  @Test(arguments: [429, 503])
  func aBusyServerSaysWhenToAskAgain(status: Int) throws {
    let server = try LocalServer { _ in .init(status: status, headers: ["Retry-After": "120"]) }
    let error = #expect(throws: FetchError.self) { try Fetcher(agent: "test").fetch(server.address("/")) }
    #expect(error?.retryAfter == 120)
    #expect(error?.description == "\(server.address("/")): the server is busy (\(status))")
  }

  @Test func theTimeToAskAgainMayBeADate() throws {
    let now = Date(timeIntervalSince1970: 1_709_632_800)  // 2024-03-05 10:00
    #expect(Fetcher.seconds(of: "Tue, 05 Mar 2024 10:02:00 GMT", now: now) == 120)
    #expect(Fetcher.seconds(of: "Mon, 04 Mar 2024 10:00:00 GMT", now: now) == 0)
    #expect(Fetcher.seconds(of: "-5", now: now) == 0)
    #expect(Fetcher.seconds(of: "soon", now: now) == nil)
  }

  @Test(arguments: [(404, "check the address"), (403, "does not give it out"), (500, "status 500")])
  func otherAnswersAreErrors(status: Int, message: String) throws {
    let server = try LocalServer { _ in .init(status: status) }
    let error = #expect(throws: FetchError.self) { try Fetcher(agent: "test").fetch(server.address("/")) }
    #expect(error?.message.contains(message) == true && error?.retryAfter == nil)
  }

  @Test func packedDocumentsAreUnpacked() throws {
    let packed = try #require(Data(base64Encoded: "H4sIAAAAAAAC/wtJzMkuVihPzStRyM/T4wIAjcYcaw8AAAA="))
    let server = try LocalServer { _ in .init(headers: ["Content-Encoding": "gzip"], body: Array(packed)) }
    #expect(try Fetcher(agent: "test").fetch(server.address("/"))?.bytes == Self.news)
    #expect(server.requests.first?.headers["accept-encoding"]?.contains("gzip") == true)
  }

  @Test func noMoreIsTakenThanTheLimitHoweverItIsSent() throws {
    // 300,000 zeros, packed.
    let zeros = "H4sIAAAAAAAC/+3BAQ0AAADCoPdPbQ8HFA" + String(repeating: "A", count: 431) + "/Bj74rL24JMEAA=="
    let packed = Array(try #require(Data(base64Encoded: zeros)))
    let server = try LocalServer { request in
      switch request.path {
      case "/packed": .init(headers: ["Content-Encoding": "gzip"], body: packed)
      case "/endless": .init(body: [UInt8](repeating: 0, count: 300_000), tellsLength: false)
      default: .init(body: [UInt8](repeating: 0, count: 300_000))
      }
    }
    for path in ["/packed", "/endless", "/plain"] {
      let error = #expect(throws: FetchError.self) {
        try Fetcher(agent: "test", limit: 100_000).fetch(server.address(path))
      }
      #expect(error?.message.contains("bytes") == true)
    }
  }

  @Test func redirectionsAreFollowedWithinTheWebAlone() throws {
    let server = try LocalServer { request in
      switch request.path {
      case "/old": .init(status: 301, headers: ["Location": "/new"])
      case "/out": .init(status: 302, headers: ["Location": "ftp://a.example/news"])
      default: .init(body: Self.news)
      }
    }
    let fetcher = Fetcher(agent: "test")
    #expect(try fetcher.fetch(server.address("/old"))?.url == server.address("/new"))
    #expect(throws: FetchError.self) { try fetcher.fetch(server.address("/out")) }
  }

  @Test func aServerThatIsSilentOrGoneIsLeft() throws {
    let server = try LocalServer { _ in
      Thread.sleep(forTimeInterval: 3)
      return .init()
    }
    let silent = #expect(throws: FetchError.self) {
      try Fetcher(agent: "test", timeout: 1).fetch(server.address("/"))
    }
    #expect(silent?.message.contains("in time") == true)
    let address = server.address("/")
    server.stop()
    let gone = #expect(throws: FetchError.self) { try Fetcher(agent: "test").fetch(address) }
    #expect(gone?.message.contains("cannot be reached") == true)
  }
}
