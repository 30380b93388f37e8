import CXML
import Foundation

/// A stretch of XML.
enum XMLEvent {
  /// An element begins: its prefix, its name without it, its attributes by their names as written.
  case start(prefix: String, name: String, attributes: [String: String])
  case end(prefix: String, name: String)
  case text(String)
}

/// What stands in XML, a piece at a time, by libxml2's SAX: no tree is built, no file or network touched, no entity
/// expanded but the predefined ones and those of HTML.
final class XMLEvents {
  private let source: any ByteSource
  private let sink = XMLSink()
  private var flaw: ArticleProblem?
  private var hasEnded = false
  private var next = 0

  init(_ source: any ByteSource) { self.source = source }

  /// The next event; `nil` at the end.
  func event() throws(ArticleProblem) -> XMLEvent? {
    while next == sink.events.count {
      sink.events.removeAll(keepingCapacity: true)
      next = 0
      // What was whole before a flaw has been given by now.
      if let flaw = flaw {
        self.flaw = nil
        throw flaw
      }
      guard !hasEnded else { return nil }
      try parse()
    }
    defer { next += 1 }
    return sink.events[next]
  }

  private func parse() throws(ArticleProblem) {
    var piece: [UInt8] = []
    let isMore: Bool
    do throws(ArticleProblem) {
      isMore = try source.read(1 << 16, into: &piece)
    } catch {
      hasEnded = true
      throw error
    }
    if sink.parser == nil { try begin(piece) }
    guard let parser = sink.parser else { return }
    let status = piece.withUnsafeBytes { bytes in
      xmlParseChunk(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isMore ? 0 : 1)
    }
    hasEnded = !isMore || status != 0
    let line = Int(xmlSAX2GetLineNumber(parser))
    if sink.declaresEntities {
      flaw = ArticleProblem(
        .markup, source: source.name, line: line,
        "this XML declares entities, which are not expanded; write out what they stand for")
    } else if status != 0 {
      flaw = ArticleProblem(
        .markup, source: source.name, line: line,
        "this is no well-formed XML (\(reason(parser))); what came before is read. Mend it or fetch it again")
    }
  }

  /// libxml2 wants to be set up once before threads use it.
  private static let library: Void = xmlInitParser()

  private func begin(_ piece: [UInt8]) throws(ArticleProblem) {
    Self.library
    var handler = XMLSink.handler
    let parser = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(sink).toOpaque(), nil, 0, nil)
    guard let parser else { throw ArticleProblem(.markup, source: source.name, "libxml2 has no memory for it") }
    sink.parser = parser
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOERROR.rawValue
    let encoding = CharacterSets.ofXML(piece[...])
    if encoding != nil { options |= XML_PARSE_IGNORE_ENC.rawValue }
    xmlCtxtUseOptions(parser, Int32(options))
    if let encoding, let handler = xmlFindCharEncodingHandler(encoding) { xmlSwitchToEncoding(parser, handler) }
  }

  private func reason(_ parser: xmlParserCtxtPtr) -> String {
    guard let error = xmlCtxtGetLastError(parser), let message = error.pointee.message else { return "it is cut off" }
    return String(cString: message).collapsed
  }
}
