import Foundation
import Testing

@testable import ChanceryTestSupport
@testable import Server

@Suite struct PieceTests {
  private static let html = ["Accept: text/html"]

  @Test func theBeginningOfAPageIsSentBeforeTheRestIsKnown() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, patience: .zero) { desk in
      for path in [
        "/", "/happenings", "/actor?actor=USA", "/dyad?a=USA&b=CHN", "/audiences?actor=USA&about=CHN", "/schedule",
        "/map",
      ] {
        let first = try await desk.get(path, Self.html)
        #expect(first.status == 200 && first["transfer-encoding"] == "chunked", "\(path)")
        #expect(first["etag"] == nil && first["cache-control"] == "no-store" && first["content-length"] == nil)
        #expect(first.text.contains("</h1>") && first.text.hasSuffix("</html>\n"), "\(path)")
        // The desk has kept it.
        let second = try await desk.get(path, Self.html)
        #expect(second["etag"] != nil && second["content-length"] == String(first.bytes.count), "\(path)")
        #expect(second.bytes == first.bytes, "\(path)")
        let packed = try await desk.get(path, Self.html + ["Accept-Encoding: gzip"])
        #expect(packed["content-encoding"] == "gzip", "\(path)")
      }
    }
  }

  @Test func aPageIsTheSameHoweverItIsSent() async throws {
    let archive = try News.archive()
    var pages: [[UInt8]] = []
    for patience in [Duration.zero, .seconds(60)] {
      try await withDesk(archive.path, patience: patience) { desk in
        pages.append(try await desk.get("/dyad?a=USA&b=CHN&by=week", Self.html).bytes)
      }
    }
    #expect(pages[0] == pages[1])
  }

  @Test func whoAsksForTheHeadAloneIsToldTheLength() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, patience: .zero) { desk in
      let head = try await desk.send("HEAD", "/actor?actor=USA", Self.html)
      let page = try await desk.get("/actor?actor=USA", Self.html)
      #expect(head.bytes.isEmpty && head["content-length"] == page["content-length"])
      #expect(head["content-length"] == String(page.bytes.count) && head["etag"] == page["etag"])
    }
  }

  @Test func whatIsWrongWithAQuestionIsToldBeforeAPageIsBegun() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, patience: .zero) { desk in
      for path in ["/actor?actor=QQQ", "/dyad?a=FRA&b=DEU"] {
        let answer = try await desk.get(path, Self.html)
        #expect(answer.status == 404, "\(path)")
      }
    }
  }

  @Test func aProblemStandsInThePlaceOfItsPiece() async throws {
    let archive = try News.archive()
    let desk = try Desk(path: archive.path, threads: 1)
    let work = PieceWork([{ "one" }, { throw Problem(.notFound, "no <two>") }, { "three" }], on: desk)
    #expect(await work.isDone(within: .seconds(60)))
    var texts: [String] = []
    for await piece in work.done {
      do { texts.append(try piece.get()) } catch { texts.append(Pages.part(of: Problem(error))) }
    }
    #expect(texts == ["one", "<p class=\"note\">There is nothing here. No &lt;two&gt;.</p>\n", "three"])
    try await desk.close()
  }

  @Test func whatIsNotDoneInTimeIsNotWaitedFor() async throws {
    let archive = try News.archive()
    let desk = try Desk(path: archive.path, threads: 1)
    let gate = DispatchSemaphore(value: 0)
    let work = PieceWork(
      [
        {
          gate.wait()
          return "late"
        }
      ], on: desk)
    #expect(await !work.isDone(within: .milliseconds(10)))
    gate.signal()
    for await piece in work.done { #expect(try piece.get() == "late") }
    try await desk.close()
  }

  @Test func aQuestionThatTakesTooLongIsBrokenOff() async throws {
    let archive = try News.archive()
    try await withDesk(archive.path, limit: .zero) { desk in
      let answer = try await desk.get("/api/v1/events")
      #expect(answer.status == 503 && answer.problem == "took-too-long" && answer["retry-after"] == "60")
      let page = try await desk.get("/map", Self.html)
      #expect(page.status == 503 && page.text.contains("The question takes too long"))
    }
  }
}
