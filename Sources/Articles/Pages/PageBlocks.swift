import CGumbo

/// A stretch of text between two breaks of a page's layout: a paragraph, a heading, an item of a list or a menu.
struct PageBlock {
  /// The element that it stands in: the nearest that breaks lines.
  let element: Int
  /// Where its first text stands among the tree's nodes.
  let node: Int
  /// Its text, with single spaces, and line feeds for `<br>`.
  let text: [UInt8]
  /// Bytes of its text within links.
  let linked: Int
  /// Words, counted by spaces.
  let words: Int
  /// Signs that end sentences, and commas.
  let marks: Int

  /// The part of the text within links, 0 to 1.
  var linkDensity: Double { text.isEmpty ? 0 : Double(linked) / Double(text.count) }

  /// Whether it reads as running text.
  var isProse: Bool {
    words >= 10 && linkDensity < 0.4 && marks > 0 || words >= 25 && linkDensity < 0.3
      || text.count >= 120 && words < 10 && linkDensity < 0.3  // scripts without spaces
  }

  var string: String { String(decoding: text, as: UTF8.self) }
}

extension PageTree {
  /// The texts of a page that are shown, a block each, in their order.
  func blocks() -> [PageBlock] {
    var writer = PageBlockWriter()
    var open: [Int] = []
    var i = 0
    while i < nodes.count {
      while let top = open.last, i >= Int(nodes[top].end) {
        open.removeLast()
        writer.close(nodes[top].tag)
      }
      let node = nodes[i]
      if node.isText {
        writer.write(node.pointer.pointee.v.text.text, at: i)
        i += 1
      } else if PageTags.skipped.contains(node.tag) {
        if PageTags.breaking.contains(node.tag) { writer.flush() }
        i = Int(node.end)
      } else {
        writer.open(node.tag, at: i)
        open.append(i)
        i += 1
      }
    }
    writer.flush()
    return writer.blocks
  }
}

/// Sets of tags, as fast to ask as a bit.
struct PageTags {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ tags: [GumboTag]) {
    for tag in tags {
      switch tag.rawValue >> 6 {
      case 0: bits.0 |= 1 << (tag.rawValue & 63)
      case 1: bits.1 |= 1 << (tag.rawValue & 63)
      case 2: bits.2 |= 1 << (tag.rawValue & 63)
      default: bits.3 |= 1 << (tag.rawValue & 63)
      }
    }
  }

  func contains(_ tag: GumboTag) -> Bool {
    let word =
      switch tag.rawValue >> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word & 1 << (tag.rawValue & 63) != 0
  }

  /// What holds no text of the page.
  static let skipped = PageTags([
    GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
    GUMBO_TAG_SVG, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS,
    GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT, GUMBO_TAG_MAP, GUMBO_TAG_DATALIST,
    GUMBO_TAG_TITLE, GUMBO_TAG_RP, GUMBO_TAG_RT,
  ])

  /// What begins a new line before and after.
  static let breaking = PageTags([
    GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL,
    GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
    GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT,
    GUMBO_TAG_CAPTION, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_ASIDE, GUMBO_TAG_NAV,
    GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_HGROUP, GUMBO_TAG_ADDRESS, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
    GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_HR,
    GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_MENU, GUMBO_TAG_LISTING,
    GUMBO_TAG_BUTTON, GUMBO_TAG_IFRAME, GUMBO_TAG_VIDEO, GUMBO_TAG_OPTION, GUMBO_TAG_ISINDEX, GUMBO_TAG_NOSCRIPT,
  ])

  static let headings = PageTags([
    GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6,
  ])
}
