import CXML

/// Takes libxml2's calls.
final class XMLSink {
  var events: [XMLEvent] = []
  var declaresEntities = false
  var parser: xmlParserCtxtPtr?

  deinit { if let parser { xmlFreeParserCtxt(parser) } }

  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = { context, name, prefix, _, _, _, count, _, values in
      guard let name, let sink = XMLSink.at(context) else { return }
      sink.events.append(
        .start(
          prefix: XMLSink.string(prefix), name: XMLSink.string(name), attributes: XMLSink.attributes(values, count)))
    }
    handler.endElementNs = { context, name, prefix, _ in
      guard let name, let sink = XMLSink.at(context) else { return }
      sink.events.append(.end(prefix: XMLSink.string(prefix), name: XMLSink.string(name)))
    }
    handler.characters = { context, bytes, count in XMLSink.at(context)?.add(bytes, count) }
    handler.cdataBlock = { context, bytes, count in XMLSink.at(context)?.add(bytes, count) }
    handler.ignorableWhitespace = { context, bytes, count in XMLSink.at(context)?.add(bytes, count) }
    handler.entityDecl = { context, _, _, _, _, _ in
      guard let sink = XMLSink.at(context) else { return }
      sink.declaresEntities = true
      xmlStopParser(sink.parser)
    }
    handler.getEntity = { _, name in name.flatMap { HTMLEntities.entity(String(cString: $0)) } }
    return handler
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLSink? {
    context.map { Unmanaged<XMLSink>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String { text.map { String(cString: $0) } ?? "" }

  /// libxml2 gives five pointers an attribute: name, prefix, namespace, and where the value begins and ends.
  private static func attributes(_ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32) -> [String:
    String]
  {
    guard let values else { return [:] }
    var attributes: [String: String] = [:]
    for i in 0..<Int(count) {
      guard let start = values[5 * i + 3], let end = values[5 * i + 4] else { continue }
      let prefix = string(values[5 * i + 1])
      attributes[prefix.isEmpty ? string(values[5 * i]) : "\(prefix):\(string(values[5 * i]))"] =
        String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
    return attributes
  }

  private func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes, count > 0 else { return }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    events.append(.text(text))
  }
}

/// The named characters of HTML, which many feeds use although XML does not know them.
enum HTMLEntities {
  /// An entity that stands for its character; `nil` for a name that HTML does not know. Made once and never freed.
  static func entity(_ name: String) -> xmlEntityPtr? { all.byName[name] }

  private struct Table: @unchecked Sendable {  // entities are never written once they are made
    var byName: [String: xmlEntityPtr] = [:]
  }

  private static let all: Table = {
    var table = Table()
    for code in UInt32(160)..<0x2700 {
      guard let description = htmlEntityValueLookup(code), let name = description.pointee.name,
        let scalar = Unicode.Scalar(code)
      else { continue }
      let name8 = String(cString: name)
      table.byName[name8] = xmlNewEntity(
        nil, name8, Int32(XML_INTERNAL_PREDEFINED_ENTITY.rawValue), nil, nil, String(scalar))
    }
    return table
  }()
}
