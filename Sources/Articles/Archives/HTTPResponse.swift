/// A response to an HTTP request, as a crawler recorded it.
struct HTTPResponse {
  let status: Int
  /// In small letters; empty where there is none.
  private(set) var contentType = ""
  private var isChunked = false
  private var encoding = ""
  let body: [UInt8]

  /// Takes a recorded response apart; `nil` where it is none.
  init?(_ block: [UInt8]) {
    var start = 0
    func line() -> ArraySlice<UInt8>? {
      guard start < block.count, let end = block[start...].firstIndex(of: 0x0A) else { return nil }
      defer { start = end + 1 }
      return block[start..<end].last == 0x0D ? block[start..<end - 1] : block[start..<end]
    }
    guard let first = line(),
      let status = String(decoding: first, as: UTF8.self).split(separator: " ").dropFirst().first,
      let status = Int(status)
    else { return nil }
    self.status = status
    while let next = line(), !next.isEmpty {
      guard let colon = next.firstIndex(of: 0x3A) else { continue }
      let value = String(decoding: next[(colon + 1)...], as: UTF8.self).trimmingWhite.lowercased()
      switch String(decoding: next[..<colon], as: UTF8.self).lowercased() {
      case "content-type": contentType = value
      case "transfer-encoding": isChunked = value.contains("chunked")
      case "content-encoding": encoding = value
      default: break
      }
    }
    body = Array(block[start...])
  }

  /// The body without chunks and packing. Crawlers often leave the headers of what they have undone themselves; bytes that
  /// are not as the headers say are taken as they are.
  func decodedBody(source: String, name: String) throws(ArticleProblem) -> [UInt8] {
    var bytes = isChunked ? Self.unchunked(body) ?? body : body
    let place = "\(source): \(name)"
    switch encoding {
    case "br", "zstd":
      throw ArticleProblem(
        .damaged, source: place, "the page is packed with \(encoding), which is not read; have the crawler ask for gzip"
      )
    case "gzip", "x-gzip", "deflate":
      guard bytes.count > 2 else { break }
      let isGzip = bytes[0] == 0x1F && bytes[1] == 0x8B
      let isZlib = bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      guard isGzip || isZlib || encoding == "deflate" && bytes[0] != 0x3C else { break }
      let packed = MemorySource(bytes, name: place)
      bytes = try GunzipSource(packed, framing: isGzip || isZlib ? .automatic : .none).all(
        upTo: ArticleLimits.pageBytes)
    default: break
    }
    return bytes
  }

  /// The bytes of chunks; `nil` where there are none.
  private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var start = 0
    while start < body.count, let end = body[start...].firstIndex(of: 0x0A) {
      let size = String(decoding: body[start..<end], as: UTF8.self).prefix { $0.isHexDigit }
      guard !size.isEmpty, let count = Int(size, radix: 16) else { return bytes.isEmpty ? nil : bytes }
      if count == 0 { return bytes }
      let next = end + 1
      guard next <= body.count else { break }
      let stop = count > body.count - next ? body.count : next + count
      bytes.append(contentsOf: body[next..<stop])
      start = stop
      if start < body.count, body[start] == 0x0D { start += 1 }
      if start < body.count, body[start] == 0x0A { start += 1 }
    }
    return bytes.isEmpty ? nil : bytes
  }
}
