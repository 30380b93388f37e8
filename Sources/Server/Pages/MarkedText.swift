import Chancery

/// A stretch of a text that means something: who is named, what is told, what is said, a figure.
struct TextMark {
  enum Kind { case cast, event, statement, cue, figure }

  let kind: Kind
  /// Where it begins, in code points of the text.
  let start: Int
  /// Where it ends.
  let end: Int
  /// The id of what it stands for: `e3`; that entry stands beside the text.
  let id: String
  /// Classes of the sheet.
  let style: String
  /// What is printed behind it: the category.
  var code: String?

  /// The class of mentions that name nobody: pronouns, descriptions.
  static let referring = "cast pronoun"
}

/// A text cut where marks begin and end. Marks may nest and overlap: a piece knows all that cover it, so that no element has to stand
/// across another.
struct MarkedText {
  /// The paragraphs, as templates write them.
  let paragraphs: [Slots]

  /// - Parameter marks: Marks in any order; what lies outside the text is cut off.
  init(_ text: String, _ marks: [TextMark]) {
    let scalars = text.unicodeScalars
    let count = scalars.count
    let marks = marks.map { ($0, start: min(max(0, $0.start), count), end: min(max(0, $0.end), count)) }
      .filter { $0.start < $0.end }
    // Longer marks first: of several that begin together the inner ones come later.
    let order = marks.indices.sorted { a, b in
      (marks[a].start, -marks[a].end, a) < (marks[b].start, -marks[b].end, b)
    }
    let cuts = Set(marks.flatMap { [$0.start, $0.end] } + [0, count]).sorted()
    var paragraphs: [Slots] = []
    var pieces: [Slots] = []
    func endParagraph() {
      if !pieces.isEmpty { paragraphs.append(["pieces": pieces]) }
      pieces = []
    }
    var index = scalars.startIndex
    var next = 0
    var open: [Int] = []
    var shown: Set<String> = []
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let end = scalars.index(index, offsetBy: to - from)
      let piece = String(scalars[index..<end])
      index = end
      open.removeAll { marks[$0].end <= from }
      while next < order.count, marks[order[next]].start <= from {
        open.append(order[next])
        next += 1
      }
      var beginnings = open.filter { marks[$0].start == from && marks[$0].0.kind != .cue }.map { marks[$0].0 }
      for (place, line) in piece.split(separator: "\n\n", omittingEmptySubsequences: false).enumerated() {
        if place > 0 { endParagraph() }
        guard !line.isEmpty else { continue }
        pieces.append(Self.piece(String(line), open.map { marks[$0].0 }, beginning: beginnings, end: to, &shown))
        beginnings = []
      }
    }
    endParagraph()
    self.paragraphs = paragraphs
  }

  private static func piece(
    _ text: String, _ marks: [TextMark], beginning: [TextMark], end: Int, _ shown: inout Set<String>
  ) -> Slots {
    // What is narrowest is what a click means.
    let linked = marks.filter { $0.kind != .statement && $0.kind != .cue }
      .min { ($0.end - $0.start, rank($0.kind)) < ($1.end - $1.start, rank($1.kind)) }
    var styles: [String] = []
    for style in marks.map(\.style) where !styles.contains(style) { styles.append(style) }
    if marks.count(where: { $0.kind == .statement }) > 1 { styles.append("said-in") }
    // An id may stand once in a page: an actor's is that of the first mention.
    let anchors = beginning.filter { shown.insert($0.id).inserted }
    return [
      "text": text, "style": styles.joined(separator: " "), "isMarked": !marks.isEmpty,
      "link": linked.map(\.id), "names": marks.map(\.id).joined(separator: " "),
      "code": linked.flatMap { $0.end == end ? $0.code : nil },
      "isQuiet": linked?.style == TextMark.referring,
      "anchors": anchors.filter { $0.kind != .statement && $0.id != linked?.id }.map(\.id),
      "ownAnchor": anchors.first { $0.id == linked?.id }.map { _ in true },
      "statements": anchors.filter { $0.kind == .statement }.map(\.id),
    ]
  }

  private static func rank(_ kind: TextMark.Kind) -> Int {
    switch kind {
    case .event: 0
    case .figure: 1
    case .cast: 2
    case .statement, .cue: 3
    }
  }
}
