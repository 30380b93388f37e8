import Articles

/// Universal Dependencies' plain-text format for words and trees.
public enum ConllU {
  /// The longest sentence that is read: the scores of a sentence's pairs of words are kept.
  public static let maximumWords = 2000

  /// Reads a whole text as one document. Linear in its length.
  ///
  /// Words, lemmas, tags, features, heads and relations are kept, and so are comments, the orthographic tokens that hold
  /// several words, and names (`NER=B-PER`); empty nodes and the other columns are dropped. The document's text is that of
  /// the tokens; `# newpar` and `# newdoc` begin a paragraph.
  /// - Throws: ``LanguageError`` with the line that is no CoNLL-U.
  public static func read(_ text: String) throws -> Document {
    var reader = ConllUReader()
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      try reader.take(line.last == 13 ? line.dropLast() : line, number)
    }
    return try reader.finish(number)
  }
}

/// Takes lines of CoNLL-U one by one.
struct ConllUReader {
  private struct Row {
    var form: String
    var lemma: String
    var upos: String
    var feats: String
    var head: Int
    var deprel: String
    var misc: Substring
    var line: Int
  }

  private var bytes: [UInt8] = []
  private var tokens: [Token] = []
  private var sentences: [Range<Int>] = []
  private var comments: [[String]] = []
  private var tags: [Substring] = []
  private var pending: [String] = []
  private var rows: [Row] = []
  private var ranges: [(first: Int, last: Int, form: String, misc: Substring)] = []
  private var spaceBefore = false

  private func trouble(_ line: Int, _ reason: String) -> LanguageError {
    LanguageError(
      .malformedConllU, place: "line \(line)", reason: reason,
      remedy: "give ten columns parted by tabs a word, and an empty line after each sentence")
  }

  /// Takes the next line.
  mutating func take(_ line: Substring.UTF8View, _ number: Int) throws {
    if line.isEmpty || line.allSatisfy({ $0 == 32 || $0 == 9 }) { return try flush() }
    if line.first == UInt8(ascii: "#") {
      if !rows.isEmpty || !ranges.isEmpty { try flush() }
      pending.append(String(Substring(line)))
      return
    }
    let cells = Substring(line).split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 10 else { throw trouble(number, "\(cells.count) columns instead of 10") }
    if cells[0].contains(".") {
      guard cells[0].split(separator: ".").allSatisfy({ Int($0) != nil }) else {
        throw trouble(number, "“\(cells[0].prefix(20))” is no number of a word")
      }
      return
    }
    guard !cells[1].isEmpty else { throw trouble(number, "a word without form") }
    if cells[0].contains("-") {
      let ends = cells[0].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] == rows.count + 1, ends[1] >= ends[0], ends[1] - ends[0] < 100,
        ranges.last.map({ $0.last < ends[0] }) ?? true
      else { throw trouble(number, "“\(cells[0].prefix(20))” is no range of words that can stand here") }
      ranges.append((ends[0], ends[1], String(cells[1]), cells[9]))
      return
    }
    guard Int(cells[0]) == rows.count + 1 else {
      throw trouble(number, "the word's number is “\(cells[0].prefix(20))” instead of \(rows.count + 1)")
    }
    guard cells[6] == "_" || (Int(cells[6]) ?? -1) >= 0 else {
      throw trouble(number, "the head “\(cells[6].prefix(20))” is no number of a word")
    }
    guard rows.count < ConllU.maximumWords else {
      throw trouble(number, "a sentence of more than \(ConllU.maximumWords) words")
    }
    rows.append(
      Row(
        form: String(cells[1]), lemma: String(cells[2]), upos: String(cells[3]), feats: String(cells[5]),
        head: Int(cells[6]) ?? 0, deprel: String(cells[7]), misc: cells[9], line: number))
  }

  /// Ends the text.
  mutating func finish(_ line: Int) throws -> Document {
    try flush()
    var document = Document(
      text: SourceText(String(decoding: bytes, as: UTF8.self)), tokens: tokens, sentences: sentences, comments: comments
    )
    document.names = names(tags: tags.map(String.init), sentences: sentences)
    return document
  }

  private mutating func flush() throws {
    guard !rows.isEmpty else {
      if !ranges.isEmpty { throw trouble(0, "a range of words without its words") }
      return
    }
    defer {
      rows.removeAll()
      ranges.removeAll()
      pending.removeAll()
    }
    if !tokens.isEmpty {
      if pending.contains(where: { $0.hasPrefix("# newpar") || $0.hasPrefix("# newdoc") }) {
        bytes.append(contentsOf: "\n\n".utf8)
      } else if spaceBefore {
        bytes.append(32)
      }
    }
    let base = tokens.count
    var next = 0
    var multiwords = ranges.makeIterator()
    var multiword = multiwords.next()
    while next < rows.count {
      if let range = multiword, range.first == next + 1 {
        guard range.last <= rows.count else {
          throw trouble(rows[next].line, "the words \(range.first)-\(range.last) go beyond their sentence")
        }
        multiword = multiwords.next()
        addMultiword(range.form, next..<range.last, misc: range.misc)
        next = range.last
        spaceBefore = !isTight(range.misc)
      } else {
        let row = rows[next]
        let span = append(row.form)
        spaceBefore = !isTight(row.misc)
        add(row, span, multiword: nil, form: nil, spaceAfter: spaceBefore)
        next += 1
      }
      if spaceBefore, next < rows.count { bytes.append(32) }
    }
    for (i, row) in rows.enumerated() {
      guard row.head <= rows.count, row.head != i + 1 else {
        throw trouble(row.line, "the head \(row.head) is no other word of the sentence")
      }
      tokens[base + i].head = row.head == 0 ? .root : .token(base + row.head - 1)
    }
    sentences.append(base..<tokens.count)
    comments.append(pending)
  }

  private func isTight(_ misc: Substring) -> Bool {
    misc.split(separator: "|").contains("SpaceAfter=No")
  }

  private mutating func append(_ form: String) -> Span {
    let start = bytes.count
    bytes.append(contentsOf: form.utf8)
    return Span(start, bytes.count)
  }

  private mutating func addMultiword(_ form: String, _ words: Range<Int>, misc: Substring) {
    let whole = append(form)
    let tight = isTight(misc)
    let spelt = rows[words].map(\.form).joined() == form
    var start = whole.start
    for i in words {
      let row = rows[i]
      let span = spelt ? Span(start, start + row.form.utf8.count) : whole
      start = span.end
      add(
        row, span, multiword: whole, form: spelt ? nil : row.form,
        spaceAfter: i + 1 == words.upperBound ? !tight : false)
    }
  }

  private mutating func add(_ row: Row, _ span: Span, multiword: Span?, form: String?, spaceAfter: Bool) {
    tokens.append(
      Token(
        span: span, lemma: row.lemma, upos: row.upos, feats: row.feats, deprel: row.deprel, multiword: multiword,
        spaceAfter: spaceAfter, form: form))
    let tag = row.misc.split(separator: "|").first { $0.hasPrefix("NER=") }
    tags.append(tag.map { $0.dropFirst(4) } ?? "O")
  }
}

/// Names from tags of the kind `B-PER`, `I-PER`, `O`, sentence by sentence; an `I` that continues nothing begins a name.
func names(tags: [String], sentences: [Range<Int>]) -> [Name] {
  var names: [Name] = []
  for sentence in sentences {
    var start = sentence.lowerBound
    var kind: Name.Kind?
    for i in sentence {
      let tag = tags[i]
      let here = tag.count > 2 ? Name.Kind(rawValue: String(tag.dropFirst(2))) : nil
      if let before = kind, here != before || tag.hasPrefix("B") {
        names.append(Name(tokens: start..<i, kind: before))
        kind = nil
      }
      if let here, kind == nil {
        start = i
        kind = here
      }
    }
    if let kind { names.append(Name(tokens: start..<sentence.upperBound, kind: kind)) }
  }
  return names
}
