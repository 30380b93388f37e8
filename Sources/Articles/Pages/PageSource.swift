/// A page's markup without what holds no text: scripts but JSON-LD, styles, drawings, comments. They are most of a page's
/// bytes, and would only be parsed to be thrown away.
struct PageSource {
  /// The markup that is left.
  private(set) var markup: [UInt8] = []
  /// The address in the comment that browsers write into pages they save.
  private(set) var savedFrom: String?
  /// How deep elements may be nested, at most: elements whose end is often left out count as long as they are open.
  private(set) var depth = 0

  private let bytes: [UInt8]
  private var open = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    markup.reserveCapacity(bytes.count / 2)
    strip()
  }

  private mutating func strip() {
    var copied = 0
    var i = 0
    while let start = index(of: 0x3C, from: i) {
      i = start + 1
      guard i < bytes.count else { break }
      if has("!--", at: i) {
        let end = end(of: "-->", from: i + 3)
        if savedFrom == nil, start < 4096 { savedFrom = address(in: bytes[start..<end]) }
        markup.append(contentsOf: bytes[copied..<start])
        (copied, i) = (end, end)
      } else if bytes[i] == 0x2F {
        if open > 0 { open -= isVoid(name(at: i + 1)) ? 0 : 1 }
      } else if Self.isLetter(bytes[i]) {
        let name = name(at: i)
        let tagEnd = endOfTag(from: i + name.count)
        if let close = Self.close(of: name), !(name.count == 6 && isLinkedData(bytes[start..<tagEnd])) {
          let end = end(of: close, from: tagEnd)
          markup.append(contentsOf: bytes[copied..<start])
          markup.append(0x20)
          (copied, i) = (end, end)
        } else {
          if !isVoid(name) {
            open += 1
            depth = max(depth, open)
          }
          if tagEnd - name.endIndex > 24, !Self.keepsAttributes(name) {
            markup.append(contentsOf: bytes[copied..<name.endIndex])
            copyAttributes(from: name.endIndex, to: tagEnd)
            copied = tagEnd
          }
          i = tagEnd
        }
      }
    }
    if copied < bytes.count { markup.append(contentsOf: bytes[copied...]) }
  }

  /// What ends an element that is left out, with its end tag's name; `nil` for elements that stay.
  private static func close(of name: ArraySlice<UInt8>) -> StaticString? {
    switch name.count {
    case 3 where matches(name, "svg"): "</svg"
    case 5 where matches(name, "style"): "</style"
    case 6 where matches(name, "script"): "</script"
    default: nil
    }
  }

  /// Elements of which all attributes may matter.
  private static func keepsAttributes(_ name: ArraySlice<UInt8>) -> Bool {
    ["meta", "link", "html", "script"].contains { matches(name, $0) }
  }

  /// Copies the attributes that tell something, and the end of a tag.
  private mutating func copyAttributes(from start: Int, to end: Int) {
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte == 0x3E { break }
      if Self.isSpace(byte) || byte == 0x2F {
        i += 1
        continue
      }
      let name = bytes[i..<end].prefix { !Self.isSpace($0) && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }
      var next = max(name.endIndex, i + 1)
      var after = next
      while after < end, Self.isSpace(bytes[after]) { after += 1 }
      if after < end, bytes[after] == 0x3D {
        next = after + 1
        while next < end, Self.isSpace(bytes[next]) { next += 1 }
        if next < end, bytes[next] == 0x22 || bytes[next] == 0x27 {
          next = min(end, (index(of: bytes[next], from: next + 1) ?? end) + 1)
        } else {
          while next < end, !Self.isSpace(bytes[next]), bytes[next] != 0x3E { next += 1 }
        }
      }
      if Self.tellsSomething(name) {
        markup.append(0x20)
        markup.append(contentsOf: bytes[i..<next])
      }
      i = next
    }
    if end > start, bytes[end - 1] == 0x3E { markup.append(0x3E) }
  }

  private static func tellsSomething(_ name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 2: matches(name, "id")
    case 3: matches(name, "rel")
    case 4: matches(name, "role")
    case 5: matches(name, "class") || matches(name, "style")
    case 6: matches(name, "hidden")
    case 7: matches(name, "content")
    case 8: matches(name, "itemprop") || matches(name, "datetime")
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether an element has no end, or one that is mostly left out.
  private func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
    switch name.count {
    case 1: Self.matches(name, "p")
    case 2: ["br", "hr", "li", "dt", "dd", "tr", "td", "th", "rp", "rt"].contains { Self.matches(name, $0) }
    case 3: ["img", "wbr", "col"].contains { Self.matches(name, $0) }
    case 4: ["meta", "link", "area", "base"].contains { Self.matches(name, $0) }
    case 5: ["input", "embed", "param", "track", "tbody", "thead", "tfoot"].contains { Self.matches(name, $0) }
    case 6: ["source", "option"].contains { Self.matches(name, $0) }
    default: false
    }
  }

  private func isLinkedData(_ tag: ArraySlice<UInt8>) -> Bool {
    let tag = String(decoding: tag, as: UTF8.self).lowercased()
    return tag.contains("ld+json")
  }

  private func address(in comment: ArraySlice<UInt8>) -> String? {
    guard comment.count < 4096 else { return nil }
    let text = String(decoding: comment, as: UTF8.self)
    guard text.contains("saved from url="), let start = text.firstIndex(of: ")") else { return nil }
    let rest = text[text.index(after: start)...].dropLast(3)
    return rest.split(whereSeparator: \.isWhitespace).first.map(String.init)
  }

  private func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].firstIndex(of: byte)
  }

  private func name(at start: Int) -> ArraySlice<UInt8> {
    bytes[start...].prefix { Self.isLetter($0) || (0x30...0x39).contains($0) }
  }

  /// The index after the `>` that ends a tag; quoted values may hold others.
  private func endOfTag(from start: Int) -> Int {
    var i = start
    var isValue = false
    while i < bytes.count {
      switch bytes[i] {
      case 0x3E: return i + 1
      case 0x22, 0x27:
        if isValue {
          guard let end = index(of: bytes[i], from: i + 1) else { return bytes.count }
          i = end
        }
        isValue = false
      case 0x3D: isValue = true
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: break
      default: isValue = false
      }
      i += 1
    }
    return bytes.count
  }

  /// The index after the next `mark`, and for an end tag after its `>`; the end of the page where there is none.
  private func end(of mark: StaticString, from start: Int) -> Int {
    let first = mark.utf8Start[0]
    var i = start
    while let next = index(of: first, from: i) {
      if has(mark, at: next) {
        let end = next + mark.utf8CodeUnitCount
        if first != 0x3C { return end }
        return index(of: 0x3E, from: end).map { $0 + 1 } ?? bytes.count
      }
      i = next + 1
    }
    return bytes.count
  }

  private func has(_ mark: StaticString, at start: Int) -> Bool {
    start + mark.utf8CodeUnitCount <= bytes.count && Self.matches(bytes[start..<start + mark.utf8CodeUnitCount], mark)
  }

  /// Whether bytes are the small letters of a name, in small letters or capitals.
  private static func matches(_ bytes: ArraySlice<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    for (i, byte) in bytes.enumerated() where (isLetter(byte) ? byte | 0x20 : byte) != name.utf8Start[i] {
      return false
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
