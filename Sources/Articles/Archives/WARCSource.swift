/// The pages of a WARC file, record after record, as crawlers lay them down.
///
/// Of its records, responses to HTTP requests, resources and conversions (Common Crawl's WET) are read where they hold
/// HTML or plain text; all others are passed over. Memory is bounded by the longest record that is read.
final class WARCSource: ArticleSource {
  private let source: BufferedSource
  private let intake: Intake
  private var records = 0
  private var pages = 0
  private var hasEnded = false
  private var isLost = false

  init(_ source: any ByteSource, intake: Intake) {
    self.source = BufferedSource(source)
    self.intake = intake
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    do throws(ArticleProblem) {
      while !hasEnded {
        if isLost { try findRecord() }
        guard let header = try header() else {
          hasEnded = true
          if pages == 0 {
            throw ArticleProblem(
              .empty, source: source.name,
              records == 0
                ? "there is no record in it; see whether it is a WARC file"
                : "none of its \(records) records holds a page of HTML or text")
          }
          break
        }
        records += 1
        if let step = try record(header) { return step }
      }
      return nil
    } catch {
      // What is lost is looked for again; a flaw in the packing ends the file.
      if error.kind == .damaged || error.kind == .size, !isLost, !isRecordsFault { hasEnded = true }
      isRecordsFault = false
      throw error
    }
  }

  /// Whether the error that is being thrown concerns one record alone.
  private var isRecordsFault = false

  private func fault(_ kind: ArticleProblem.Kind, _ message: String) -> ArticleProblem {
    isRecordsFault = true
    return ArticleProblem(kind, source: source.name, message)
  }

  /// The header of the next record; `nil` at the end.
  private func header() throws(ArticleProblem) -> WARCHeader? {
    var first: [UInt8]
    let start: Int
    repeat {
      guard let line = try source.line(limit: 4096) else { return nil }
      first = line
    } while first == [0x0D, 0x0A] || first == [0x0A]
    start = source.offset - first.count
    guard first.starts(with: Array("WARC/".utf8)) else {
      isLost = true
      throw fault(
        .damaged,
        "at byte \(start) a record should begin and does not; the records that are found after it are read. Fetch it again"
      )
    }
    var header = WARCHeader(offset: start)
    var size = 0
    while let line = try source.line(limit: 1 << 16) {
      size += line.count
      if line == [0x0D, 0x0A] || line == [0x0A] {
        if header.length == nil {
          isLost = true
          throw fault(.damaged, "the record at byte \(start) has no Content-Length and is passed over")
        }
        return header
      }
      if size > 1 << 18 {
        isLost = true
        throw fault(.damaged, "the header of the record at byte \(start) has no end; it is passed over")
      }
      header.add(line)
    }
    hasEnded = true
    throw fault(.damaged, "the record at byte \(start) is cut off; what came before is read. Fetch the file again")
  }

  /// The article of a record; `nil` for one that is passed over.
  private func record(_ header: WARCHeader) throws(ArticleProblem) -> ArticleStep? {
    let length = header.length ?? 0
    guard header.mayBePage, length <= ArticleLimits.pageBytes + (1 << 16) else {
      let got = try source.skip(length)
      try end(of: header, isWhole: got == length, block: [])
      guard header.mayBePage else { return nil }
      throw fault(
        .size,
        "the record \(header.name) has \(length) bytes, more than the \(ArticleLimits.pageBytes) of a page that are read"
      )
    }
    let block = try source.take(length)
    try end(of: header, isWhole: block.count == length, block: block)
    do throws(ArticleProblem) {
      guard let page = try WARCPage(header, block, source: source.name) else { return nil }
      pages += 1
      return try page.article(intake: intake, source: source.name)
    } catch {
      isRecordsFault = true
      throw error
    }
  }

  /// Checks that a record ends where it says: two line ends follow, then another record or the end.
  private func end(of header: WARCHeader, isWhole: Bool, block: [UInt8]) throws(ArticleProblem) {
    let mark = try source.peek(4)
    if isWhole, mark.isEmpty || mark.starts(with: [0x0D, 0x0A]) || mark.starts(with: [0x0A]) { return }
    // The next record may have been swallowed.
    source.unread(block)
    isLost = true
    throw fault(
      .damaged,
      isWhole
        ? "the record \(header.name) at byte \(header.offset) is not as long as it says; it is passed over"
        : "the record \(header.name) at byte \(header.offset) is cut off or longer than it says; it is passed over. Fetch it again"
    )
  }

  /// Passes over everything up to a line that begins a record.
  private func findRecord() throws(ArticleProblem) {
    isLost = false
    var isLineStart = true
    while true {
      let mark = try source.peek(7)
      if mark.isEmpty { return }
      if isLineStart, mark.starts(with: Array("WARC/1.".utf8)) || mark.starts(with: Array("WARC/0.".utf8)) { return }
      guard let line = try source.line(limit: 1 << 16) else { return }
      isLineStart = line.last == 0x0A
    }
  }
}

/// What the header of a WARC record says.
struct WARCHeader {
  let offset: Int
  private(set) var length: Int?
  private(set) var type = ""
  private(set) var uri: String?
  private(set) var id: String?
  private(set) var contentType = ""

  init(offset: Int) { self.offset = offset }

  mutating func add(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return }
    let value = text[text.index(after: colon)...].trimmed
    let isBracketed = value.hasPrefix("<") && value.hasSuffix(">")
    switch text[..<colon].lowercased() {
    case "content-length": length = Int(value).flatMap { $0 >= 0 ? $0 : nil }
    case "warc-type": type = value.lowercased()
    case "warc-target-uri": uri = String(isBracketed ? value.dropFirst().dropLast() : value)
    case "warc-record-id": id = String(isBracketed ? value.dropFirst().dropLast() : value)
    case "content-type": contentType = value.lowercased()
    default: break
    }
  }

  /// What the record is called: its address, or its id.
  var name: String { uri ?? id ?? "at byte \(offset)" }

  /// Whether it is of a type that can hold a page.
  var mayBePage: Bool {
    switch type {
    case "response": !contentType.contains("text/dns")
    case "resource": contentType.isEmpty || contentType.contains("html") || contentType.hasPrefix("text/plain")
    case "conversion": contentType.hasPrefix("text/plain")
    default: false
    }
  }
}
