import Foundation
import Testing

@testable import Articles

@Suite struct WARCTests {
  /// A record with its length, or a false one.
  private func record(
    _ type: String, _ uri: String, _ contentType: String, _ block: [UInt8], length: Int? = nil
  ) -> [UInt8] {
    Array(
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nContent-Type: \(contentType)\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
        .utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func response(
    _ uri: String, _ body: [UInt8], headers: String = "Content-Type: text/html; charset=utf-8",
    status: String = "200 OK",
    length: Int? = nil
  ) -> [UInt8] {
    let block = Array("HTTP/1.1 \(status)\r\n\(headers)\r\n\r\n".utf8) + body
    return record("response", uri, "application/http; msgtype=response", block, length: length)
  }

  private let page = Array(News.page().utf8)
  private var info: [UInt8] { record("warcinfo", "urn:i", "application/warc-fields", Array("software: x\r\n".utf8)) }

  @Test(arguments: [false, true]) func pagesOfAnArchive(isPacked: Bool) throws {
    let chunks = stride(from: 0, to: page.count, by: 100).flatMap { start -> [UInt8] in
      let chunk = Array(page[start...].prefix(100))
      return Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    let records = [
      info, response("https://a.example/1", page),
      response(
        "https://a.example/2", chunks + Array("0\r\n\r\n".utf8),
        headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked"),
      response("https://a.example/3", Packing.gzip(page), headers: "Content-Type: text/html\r\nContent-Encoding: gzip"),
      response(
        "https://a.example/4", Packing.gzip(page, windowBits: -15),
        headers: "Content-Type: text/html\r\nContent-Encoding: deflate"),
      response(
        "https://a.example/5", page,
        headers: "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
      response("https://a.example/gone", page, status: "404 Not Found"),
      response("https://a.example/picture", [0x89, 0x50], headers: "Content-Type: image/png"),
      record(
        "request", "https://a.example/1", "application/http; msgtype=request", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      record("resource", "https://a.example/6", "text/html", page),
      record("conversion", "https://a.example/7", "text/plain", Array(News.text.utf8)),
      response("https://a.example/1", page),
    ]
    let taken = Taken(records.flatMap { isPacked ? Packing.gzip($0) : $0 })
    #expect(taken.problems.isEmpty)
    #expect(taken.articles.map(\.id) == (1...7).map { "https://a.example/\($0)" } + ["https://a.example/1~2"])
    for article in taken.articles { #expect(article.text.string == News.text) }
    #expect(taken.articles.first?.title == "Ruritania puts off treaty")
    #expect(taken.articles.first?.publisher == "a.example")
    #expect(taken.articles.first?.url == "https://a.example/1")
  }

  @Test func headerOfHTTPNamesTheCharacterSet() {
    let body = News.page(body: News.paragraphs + "<p>The café in Strelsau stays open, she said.</p>")
    let bytes = body.unicodeScalars.map { UInt8($0.value) }
    let taken = Taken(response("https://a.example/1", bytes, headers: "Content-Type: text/html; charset=ISO-8859-1"))
    #expect(taken.articles.first?.text.string.hasSuffix("The café in Strelsau stays open, she said.") == true)
  }

  @Test(arguments: [-40, 300, 100_000]) func recordOfAFalseLengthCostsItselfAlone(error: Int) {
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8.count + page.count
    let taken = Taken(
      info + response("https://a.example/1", page) + response("https://a.example/2", page, length: block + error)
        + response("https://a.example/3", page) + response("https://a.example/4", page))
    #expect(taken.articles.map(\.id) == ["https://a.example/1", "https://a.example/3", "https://a.example/4"])
    #expect(taken.problems.map(\.kind) == [.damaged])
    #expect(taken.problems.first?.message.contains("https://a.example/2") == true)
  }

  @Test func pageWhosePackingIsDamagedCostsItselfAlone() {
    let cut = Array(Packing.gzip(page).dropLast(40))
    let taken = Taken(
      response("https://a.example/1", cut, headers: "Content-Type: text/html\r\nContent-Encoding: gzip")
        + response("https://a.example/2", page))
    #expect(taken.articles.map(\.id) == ["https://a.example/2"])
    #expect(taken.problems.map(\.kind) == [.damaged])
  }

  @Test func archiveThatIsCutOff() {
    let bytes = [1, 2, 3].flatMap { Packing.gzip(response("https://a.example/\($0)", page)) }
    let taken = Taken(bytes.dropLast(100))
    #expect(taken.articles.map(\.id) == ["https://a.example/1", "https://a.example/2"])
    #expect(taken.problems.map(\.kind) == [.damaged])
  }

  @Test func recordThatIsTooLong() {
    let long = [UInt8](repeating: 0x20, count: ArticleLimits.pageBytes + (1 << 17))
    let taken = Taken(response("https://a.example/1", long) + response("https://a.example/2", page))
    #expect(taken.articles.map(\.id) == ["https://a.example/2"])
    #expect(taken.problems.map(\.kind) == [.size])
  }

  @Test func archiveWithoutPages() {
    #expect(Taken(info).problems.map(\.kind) == [.empty])
    #expect(Taken("WARC/1.0\r\n").problems.map(\.kind) == [.damaged])
  }
}
