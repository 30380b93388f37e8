internal import Articles
internal import Language

/// A stretch between quotation marks.
struct Quotation: Hashable {
  /// Its tokens, the marks included.
  var tokens: Range<Int>
  /// The tokens between the marks.
  var inner: Range<Int>
  /// Whether it has no closing mark because the next paragraph takes it up with an opening one.
  var continues = false
}

/// Finds quotations: paragraph by paragraph, so that a mark that lacks its fellow spoils no more than its paragraph.
struct Quotations {
  /// The quotations in the order of the text, none within another.
  let all: [Quotation]
  /// For each token the index of the quotation that holds it, or -1.
  private let owner: [Int32]

  /// No quotation runs on over more words than these.
  private static let longest = 1500

  init(_ tree: WordTree) {
    var finder = QuotationFinder(tree: tree)
    let found = finder.find().filter { $0.tokens.count <= Self.longest }
    var owner = [Int32](repeating: -1, count: tree.document.tokens.count)
    for (index, quotation) in found.enumerated() {
      for token in quotation.tokens { owner[token] = Int32(index) }
    }
    all = found
    self.owner = owner
  }

  /// The index of the quotation that holds a token.
  func index(holding token: Int) -> Int? {
    owner.indices.contains(token) && owner[token] >= 0 ? Int(owner[token]) : nil
  }

  /// The quotation that holds a token.
  func holding(_ token: Int) -> Quotation? { index(holding: token).map { all[$0] } }
}

/// Reads the marks of a document from left to right.
private struct QuotationFinder {
  let tree: WordTree
  private var found: [Quotation] = []

  private enum Side { case opening, closing, either }

  init(tree: WordTree) { self.tree = tree }

  mutating func find() -> [Quotation] {
    let count = tree.document.tokens.count
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, !tree.beginsParagraph(end) { end += 1 }
      paragraph(start..<end)
      start = end
    }
    return found
  }

  /// A mark at a token: its width in tokens and the side it may stand on; `nil` where there is none.
  private func mark(at token: Int, in paragraph: Range<Int>) -> (width: Int, side: Side)? {
    switch tree.forms[token] {
    case "“", "„", "«": return (1, .opening)
    case "”", "»": return (1, .closing)
    case "``": return (1, .opening)
    case "\"", "''": return (1, side(of: token..<token + 1, in: paragraph))
    case "'", "`", "’", "‘":
      let next = token + 1
      guard next < paragraph.upperBound, tree.forms[next] == tree.forms[token],
        tree.document.tokens[token].span.end == tree.document.tokens[next].span.start
      else { return nil }
      if tree.forms[token] == "‘" || tree.forms[token] == "`" { return (2, .opening) }
      return (2, tree.forms[token] == "’" ? .closing : side(of: token..<next + 1, in: paragraph))
    default: return nil
    }
  }

  /// Which side a straight mark stands on, by the white space around it.
  private func side(of mark: Range<Int>, in paragraph: Range<Int>) -> Side {
    let tokens = tree.document.tokens
    let spaceBefore =
      mark.lowerBound == paragraph.lowerBound
      || tokens[mark.lowerBound - 1].span.end < tokens[mark.lowerBound].span.start
    let spaceAfter =
      mark.upperBound == paragraph.upperBound
      || tokens[mark.upperBound - 1].span.end < tokens[mark.upperBound].span.start
    if spaceBefore != spaceAfter { return spaceBefore ? .opening : .closing }
    if !spaceBefore {
      let before = tree.forms[mark.lowerBound - 1]
      if ["(", "[", "—", "–", "-", "--"].contains(before) { return .opening }
      if mark.upperBound < paragraph.upperBound, tree.isPunctuation(mark.upperBound) { return .closing }
    }
    return .either
  }

  private mutating func paragraph(_ tokens: Range<Int>) {
    var open: (start: Int, inner: Int)?
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard let mark = mark(at: token, in: tokens) else {
        token += 1
        continue
      }
      let end = token + mark.width
      switch (mark.side, open) {
      case (.opening, nil), (.either, nil): open = (token, end)
      case (.closing, let opened?), (.either, let opened?):
        close(opened, inner: token, end: end)
        open = nil
      case (.opening, .some):
        // A second opening: a quotation within, or the first lacked its fellow; the later is the likelier.
        if tree.forms[token] != "“" { open = (token, end) }
      case (.closing, nil): break
      }
      token = end
    }
    guard let opened = open else { return }
    if let end = forgottenEnd(in: opened.inner..<tokens.upperBound) {
      close(opened, inner: end, end: end)
      return
    }
    let next = tokens.upperBound
    if next < tree.document.tokens.count, let mark = mark(at: next, in: next..<tree.document.tokens.count),
      mark.side != .closing, opened.start < tokens.upperBound - 1
    {
      close(opened, inner: tokens.upperBound, end: tokens.upperBound, continues: true)
    } else if opened.start == tokens.lowerBound, tokens.count < 250 {
      // A whole paragraph is quoted, and its last mark forgotten.
      close(opened, inner: tokens.upperBound, end: tokens.upperBound)
    }
  }

  /// Where a quotation ends whose closing mark was forgotten: before ", he told reporters", the comma with it.
  private func forgottenEnd(in tokens: Range<Int>) -> Int? {
    for comma in tokens where tree.forms[comma] == "," {
      let after = comma + 1..<min(comma + 7, tokens.upperBound)
      guard let cue = after.first(where: { tree.document.tokens[$0].upos == "VERB" }),
        tree.cueVerb(cue)?.sure.contains(.clause) ?? false,
        let subject = tree.dependent(of: cue, "nsubj"), after.contains(subject),
        !["i", "we"].contains(tree.forms[subject]), tree.dependent(of: cue, "ccomp").map({ $0 < comma }) ?? true
      else { continue }
      return comma + 1
    }
    return nil
  }

  private mutating func close(_ opened: (start: Int, inner: Int), inner: Int, end: Int, continues: Bool = false) {
    guard opened.inner < inner else { return }
    found.append(Quotation(tokens: opened.start..<end, inner: opened.inner..<inner, continues: continues))
  }
}
