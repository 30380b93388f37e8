import CGumbo

/// Gathers a page's texts into blocks, as elements open and close.
struct PageBlockWriter {
  private(set) var blocks: [PageBlock] = []
  private var text: [UInt8] = []
  private var elements: [Int] = []
  private var links = 0
  private var linked = 0
  private var spaces = 0
  private var marks = 0
  private var element = 0
  private var node = 0
  private var gap = Gap.none

  /// White space that is written once a character follows.
  private enum Gap { case none, space, line }

  mutating func open(_ tag: GumboTag, at index: Int) {
    if PageTags.breaking.contains(tag) {
      flush()
      elements.append(index)
    } else if tag == GUMBO_TAG_BR {
      breakLine()
    } else if tag == GUMBO_TAG_A {
      links += 1
    }
  }

  mutating func close(_ tag: GumboTag) {
    if PageTags.breaking.contains(tag) {
      flush()
      elements.removeLast()
    } else if tag == GUMBO_TAG_A {
      links -= 1
    }
  }

  /// A `<br>`: a second one in a row parts paragraphs.
  private mutating func breakLine() {
    if gap == .line { flush() } else if !text.isEmpty { gap = .line }
  }

  mutating func write(_ characters: UnsafePointer<CChar>, at index: Int) {
    var p = UnsafeRawPointer(characters).assumingMemoryBound(to: UInt8.self)
    while p[0] != 0 {
      let length = Self.space(p)
      if length > 0 {
        if gap == .none, !text.isEmpty { gap = .space }
        p += length
        continue
      }
      let invisible = Self.invisible(p)
      if invisible > 0 {
        p += invisible
        continue
      }
      if text.isEmpty {
        element = elements.last ?? 0
        node = index
      } else if gap != .none {
        text.append(gap == .line ? 0x0A : 0x20)
        spaces += 1
        if links > 0 { linked += 1 }
      }
      gap = .none
      let byte = p[0]
      text.append(byte)
      if links > 0 { linked += 1 }
      switch byte {
      case 0x2E, 0x2C, 0x21, 0x3F, 0x3B: marks += 1  // . , ! ? ;
      case 0xE3 where p[1] == 0x80, 0xEF where p[1] == 0xBC: marks += 1  // 、 。 ，
      default: break
      }
      p += 1
    }
  }

  /// Ends the block that is being written.
  mutating func flush() {
    gap = .none
    guard !text.isEmpty else { return }
    blocks.append(
      PageBlock(element: element, node: node, text: text, linked: linked, words: spaces + 1, marks: marks))
    text.removeAll(keepingCapacity: true)
    (linked, spaces, marks) = (0, 0, 0)
  }

  /// The length of white space: ASCII's, no-break and thin spaces.
  private static func space(_ p: UnsafePointer<UInt8>) -> Int {
    switch p[0] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: return 1
    case 0xC2: return p[1] == 0xA0 || p[1] == 0x85 ? 2 : 0
    case 0xE2:
      guard p[1] == 0x80 else { return 0 }
      return (0x80...0x8A).contains(p[2]) || [0xA8, 0xA9, 0xAF].contains(p[2]) ? 3 : 0
    case 0xE3: return p[1] == 0x80 && p[2] == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The length of a character that is not seen: control characters, soft hyphen, zero-width space, byte order mark.
  private static func invisible(_ p: UnsafePointer<UInt8>) -> Int {
    switch p[0] {
    case 0x01...0x1F, 0x7F: 1
    case 0xC2 where p[1] == 0xAD || p[1] < 0xA0: 2
    case 0xE2 where p[1] == 0x80 && p[2] == 0x8B: 3
    case 0xEF where p[1] == 0xBB && p[2] == 0xBF: 3
    default: 0
    }
  }
}
