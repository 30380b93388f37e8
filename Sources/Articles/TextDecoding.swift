/// Text from bytes that may be UTF-8, or UTF-16 that says so by a byte order mark.
enum TextDecoding {
  /// The text, without a byte order mark.
  static func text(of bytes: ArraySlice<UInt8>, source: String, line: Int? = nil) throws(ArticleProblem) -> String {
    let text: String
    if bytes.starts(with: [0xFF, 0xFE]) {
      text = try utf16(bytes.dropFirst(2), low: 0, source: source)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      text = try utf16(bytes.dropFirst(2), low: 1, source: source)
    } else {
      let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
      if let zero = bytes.firstIndex(of: 0) { throw binary(at: zero, source: source, line: line) }
      guard let valid = String(validating: bytes, as: UTF8.self) else {
        throw invalid(bytes, source: source, line: line)
      }
      text = valid
    }
    if let zero = text.utf8.firstIndex(of: 0) {
      throw binary(at: text.utf8.distance(from: text.startIndex, to: zero), source: source, line: line)
    }
    return text
  }

  /// A text whose character set nothing declares: UTF-8, or with a warning what its bytes look like. A text that is UTF-8
  /// but for a damaged place is none.
  static func sniffed(
    _ bytes: ArraySlice<UInt8>, source: String, line: Int? = nil
  ) throws(ArticleProblem) -> (text: String, warning: ArticleProblem?) {
    let flaw: ArticleProblem
    do throws(ArticleProblem) {
      return (try text(of: bytes, source: source, line: line), nil)
    } catch {
      flaw = error
    }
    guard flaw.kind == .encoding, !hasSequences(bytes),
      let decoded = CharacterSets.decoded(Array(bytes), declared: nil),
      decoded.isGuessed
    else { throw flaw }
    let warning = ArticleProblem(
      .encoding, source: source, line: line,
      "this is not UTF-8 and was read as \(decoded.name); convert it if its letters come out wrong")
    return (String(decoding: decoded.utf8, as: UTF8.self), warning)
  }

  /// Whether there is a whole character of UTF-8 beyond ASCII, or the beginning of one at the end.
  private static func hasSequences(_ bytes: ArraySlice<UInt8>) -> Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { return true }
      case .error: break
      case .emptyInput: return bytes.suffix(3).contains { $0 >= 0xC2 } && bytes.last.map { $0 >= 0x80 } == true
      }
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int, source: String) throws(ArticleProblem) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    guard bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw ArticleProblem(.encoding, source: source, "this begins as UTF-16 but is not; save it as UTF-8")
    }
    return text
  }

  private static func binary(at offset: Int, source: String, line: Int?) -> ArticleProblem {
    ArticleProblem(
      .binary, source: source, line: line,
      "this is no text (a zero byte at \(offset)); give plain text, or articles as JSON Lines with --input jsonl")
  }

  private static func invalid(_ bytes: ArraySlice<UInt8>, source: String, line: Int?) -> ArticleProblem {
    let offset = firstInvalid(bytes)
    let lineFeeds = bytes[..<(bytes.startIndex + offset)].count { $0 == 0x0A }
    let byte = String(bytes[bytes.startIndex + offset], radix: 16, uppercase: true)
    let place = line == nil ? "byte \(bytes.startIndex + offset) in line \(lineFeeds + 1)" : "byte \(offset)"
    return ArticleProblem(
      .encoding, source: source, line: line,
      "\(place) (0x\(byte)) is not UTF-8; convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'")
  }

  /// The offset of the first byte that begins no scalar.
  private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return min(offset, max(0, bytes.count - 1))
  }
}
