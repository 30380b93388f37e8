import Articles

/// Finds sentences by rules: what cuts a text into windows for the encoder, and divides it where there is none.
enum SentenceSplitter {
  /// How far a sentence may begin at a word.
  enum Boundary: UInt8, Comparable {
    /// Never: before it stands what only opens a line.
    case within
    /// Not by what is seen.
    case none
    /// A line begins, which may be only wrapped.
    case line
    /// Something that often ends a sentence goes before.
    case likely
    /// A sentence ends before it for certain.
    case sure
    /// A paragraph begins.
    case paragraph

    static func < (a: Boundary, b: Boundary) -> Bool { a.rawValue < b.rawValue }
  }

  /// The sentences of a text's words, by rules alone. No sentence is longer than 250 words.
  static func sentences(_ text: SourceText, _ words: [Token]) -> [Range<Int>] {
    let boundaries = boundaries(text, words)
    var sentences: [Range<Int>] = []
    var start = 0
    for i in words.indices.dropFirst() {
      if boundaries[i] >= .likely || i - start >= Windows.longest {
        sentences.append(start..<i)
        start = i
      }
    }
    if start < words.count { sentences.append(start..<words.count) }
    return sentences
  }

  /// For each word, how far a sentence may begin there.
  static func boundaries(_ text: SourceText, _ words: [Token]) -> [Boundary] {
    let characters = Characters(text.utf8)
    return words.indices.map { boundary(characters, words, $0) }
  }

  private static func boundary(_ text: Characters, _ words: [Token], _ i: Int) -> Boundary {
    guard i > 0 else { return .paragraph }
    let word = words[i].span
    let gap = Gap(text.bytes, words[i - 1].span.end, word.start)
    if gap == .none { return .none }
    if gap == .paragraph { return .paragraph }
    if gap == .line, lineIsOver(text, words, i) || isListMark(text, words, i) && lineEnds(text, words, i) {
      return .paragraph
    }
    if gap == .space, isOpenedQuotation(text, words, i - 1) { return .within }
    if gap == .space, opensLine(text, words, before: i) || isPictogram(text, word) || goesOnInCapitals(text, words, i) {
      return .within
    }
    if isCredit(text, words, i) { return .paragraph }
    let otherwise = gap == .line ? Boundary.line : .none
    // Back over closing quotation marks, brackets, notes' numbers and pictograms to what may end a sentence.
    var last = i - 1
    while last > 0, i - last < 4, closes(text, words, last) { last -= 1 }
    let closed = last < i - 1
    var end = words[last].span
    // The tokenizer leaves what cannot be seen with the stop before it.
    if end.count > 3, text.scalar(end.end - 3).value == "\u{200B}" { end = Span(end.start, end.end - 3) }
    let mark = text.bytes[end.end - 1]
    let stop = mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    let ellipsis =
      text.has("..", at: end.end - 2) || text.has("...]", at: end.end - 4)
      || end.count == 3 && text.scalar(end.start).value == "…"
    let foreign = end.count == 3 && "。！？".unicodeScalars.contains(text.scalar(end.start).value)
    guard stop || ellipsis || foreign else { return otherwise }
    // On to the first letter or digit.
    var first = i
    if isCloser(text, word), text.bytes[word.start] == 0x22 || text.bytes[word.start] == 0x27 {
      // A straight quotation mark opens here only if it touches what follows.
      if i + 1 >= words.count || words[i + 1].span.start != word.end { return otherwise }
    } else if isCloser(text, word) {
      return otherwise
    }
    while first + 1 < words.count, first < i + 3, !text.isWord(words[first].span.start) { first += 1 }
    let start = words[first].span.start
    if text.isLower(start) { return otherwise }
    if ellipsis { return max(otherwise, .likely) }
    if closed, mark != UInt8(ascii: "."), text.isUpper(start) { return .likely }
    if end.count > 1, mark == UInt8(ascii: "."), text.isWord(end.start) {
      // An abbreviation: a title never ends a sentence, others may.
      if end.count <= 3, text.isUpper(end.start), text.bytes[end.end - 1] == UInt8(ascii: "."), end.count == 2 {
        return otherwise
      }
      let lowered = text.lowered(end.start, end.end - 1)
      return TokenizerWords.titles.contains(lowered) || text.isDigit(start) ? otherwise : max(otherwise, .likely)
    }
    if last > 0, end.count == 1, mark == UInt8(ascii: "."), isListNumber(text, words, last - 1) { return otherwise }
    return .sure
  }

  /// Whether a word belongs to the sentence whose stop stands before it.
  private static func closes(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    let span = words[i].span
    let gap = Gap(text.bytes, words[i - 1].span.end, span.start)
    // A quotation mark that begins a line opens.
    guard gap == .none || gap == .space else { return false }
    let touches = gap == .none
    if isCloser(text, span) { return touches || text.bytes[span.start] != 0x22 }
    if isPictogram(text, span) { return true }
    guard touches else { return false }
    switch text.scalar(span.start).value {
    case "¹", "²", "³", "⁰"..."⁹": return true
    case "“": return i + 1 == words.count || words[i + 1].span.start > span.end
    default: return false
    }
  }

  /// Whether a word is a quotation mark that begins a line.
  private static func isOpenedQuotation(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    let span = words[i].span
    guard span.count == 1 && text.bytes[span.start] == 0x22 || text.scalar(span.start).value == "“" else {
      return false
    }
    guard i > 0 else { return true }
    let gap = Gap(text.bytes, words[i - 1].span.end, span.start)
    return gap == .line || gap == .paragraph
  }

  /// Whether a caption's credit begins at a word: "Image:", "Photo:".
  private static func isCredit(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    guard i + 2 < words.count, text.bytes[words[i + 1].span.start] == UInt8(ascii: ":"),
      text.isUpper(words[i].span.start)
    else { return false }
    return ["image", "photo", "photograph", "picture", "credit"].contains(
      text.lowered(words[i].span.start, words[i].span.end))
  }

  /// Whether a word is an emoji, flags included.
  private static func isPictogram(_ text: Characters, _ span: Span) -> Bool {
    span.count >= 3 && text.scalar(span.start).value.properties.isEmojiPresentation
  }

  /// Whether a headline in capitals goes on over a space.
  private static func goesOnInCapitals(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    func isInCapitals(_ span: Span) -> Bool {
      span.count >= 2 && text.bytes[span.start..<span.end].allSatisfy { (65...90).contains($0) }
    }
    return isInCapitals(words[i].span) && isInCapitals(words[i - 1].span)
  }

  private static func isCloser(_ text: Characters, _ span: Span) -> Bool {
    switch span.count {
    case 1: return "\"')]}".utf8.contains(text.bytes[span.start])
    case 2: return text.has("''", at: span.start) || text.scalar(span.start).value == "»"
    case 3: return "”’›".unicodeScalars.contains(text.scalar(span.start).value)
    default: return false
    }
  }

  /// Whether a word that begins a line is the mark of a list's item: a bullet, or a number with its dot or bracket.
  private static func isListMark(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    let span = words[i].span
    if isBullet(text, span), i + 1 < words.count { return words[i + 1].span.start > span.end }
    guard i + 2 < words.count, isListNumber(text, words, i) else { return false }
    let mark = words[i + 1].span
    return mark.start == span.end && mark.count == 1 && ".)".utf8.contains(text.bytes[mark.start])
      && words[i + 2].span.start > mark.end
  }

  private static func isBullet(_ text: Characters, _ span: Span) -> Bool {
    switch span.count {
    case 1: "*-".utf8.contains(text.bytes[span.start])
    case 2: text.scalar(span.start).value == "·"
    case 3: "•–—‣▪●◦".unicodeScalars.contains(text.scalar(span.start).value)
    default: false
    }
  }

  /// Whether the line before a word that begins one is too short, or too long, to be only wrapped.
  private static func lineIsOver(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    let end = words[i - 1].span.end
    guard text.bytes[end - 1] != UInt8(ascii: ","), !text.isLower(words[i].span.start) else { return false }
    var start = end
    while start > 0, end - start <= longestWrapped, text.bytes[start - 1] != 10 { start -= 1 }
    return end - start < shortestWrapped || end - start > longestWrapped
  }

  /// The lengths, in bytes, between which a line may be one that is only wrapped.
  private static let shortestWrapped = 55
  private static let longestWrapped = 120

  /// Whether the line before a word that begins one ends as sentences do, or is over.
  private static func lineEnds(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    guard i > 0 else { return true }
    return ".!?:;".utf8.contains(text.bytes[words[i - 1].span.end - 1]) || lineIsOver(text, words, i)
  }

  /// Whether all that stands before a word on its line only opens it: a list's mark, a dateline with its dash, the name of
  /// who speaks with its colon.
  private static func opensLine(_ text: Characters, _ words: [Token], before i: Int) -> Bool {
    let last = words[i - 1].span
    let closes =
      last.count == 1 && ":.)-*".utf8.contains(text.bytes[last.start])
      || last.count == 2 && text.has("--", at: last.start)
      || last.count == 3 && "—–•‣▪●◦".unicodeScalars.contains(text.scalar(last.start).value)
    guard closes else { return false }
    var first = i - 1
    while first > 0, i - first <= 12 {
      let gap = Gap(text.bytes, words[first - 1].span.end, words[first].span.start)
      if gap == .line || gap == .paragraph { break }
      first -= 1
    }
    guard i - first <= 12 else { return false }
    if isListMark(text, words, first), first == 0 || lineEnds(text, words, first) { return i - first <= 2 }
    guard text.bytes[last.start] != UInt8(ascii: "."), last.count > 1 || text.bytes[last.start] != UInt8(ascii: "*")
    else {
      return false
    }
    // Capitals, numbers and what stands in brackets.
    var depth = 0
    for word in words[first..<i] {
      let start = word.span.start
      if text.bytes[start] == UInt8(ascii: "(") { depth += 1 }
      if depth <= 0, text.isLower(start) { return false }
      if text.bytes[start] == UInt8(ascii: ")") { depth -= 1 }
    }
    if last.count == 1, text.bytes[last.start] == UInt8(ascii: ":") { return i - first <= 5 }
    return i - first >= 2
  }

  /// Whether a word is a number or letter that begins a line or a sentence: "1." of a list.
  private static func isListNumber(_ text: Characters, _ words: [Token], _ i: Int) -> Bool {
    let span = words[i].span
    guard span.count <= 2, text.isDigit(span.start) || span.count == 1 && text.isLetter(span.start) else {
      return false
    }
    if i == 0 { return true }
    let gap = Gap(text.bytes, words[i - 1].span.end, span.start)
    return gap == .line || gap == .paragraph
  }
}

/// How a text is cut for the encoder.
enum Windows {
  /// The most words of a window, where sentences let it be.
  static let usual = 120
  /// The same where sentences are given: trees, which are then what is wanted, come out best of sentences alone.
  static let usualGiven = 1
  /// The most words of any window and of a sentence of running text.
  static let longest = 250
  /// The most word pieces of a window, less the two marks at its ends.
  static let pieces = 508

  /// Windows of running text: they begin where a sentence or better a paragraph begins, unless none does for long.
  static func cut(_ boundaries: [SentenceSplitter.Boundary], pieces counts: [Int32]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    let n = boundaries.count
    while start < n {
      // The furthest end by words and by word pieces.
      var limit = start
      var sum = 0
      while limit < n, limit - start < longest, sum + Int(counts[limit]) <= pieces {
        sum += Int(counts[limit])
        limit += 1
      }
      limit = max(limit, start + 1)
      let end = cut(boundaries, start, limit)
      windows.append(start..<end)
      start = end
    }
    return windows
  }

  private static func cut(_ boundaries: [SentenceSplitter.Boundary], _ start: Int, _ limit: Int) -> Int {
    let n = boundaries.count
    if limit == n, n - start <= usual { return n }
    let near = min(limit, start + usual)
    var sure: Int?
    var i = near
    while i > start {
      if i < n {
        if boundaries[i] == .paragraph, i - start >= usual / 2 || sure == nil { return i }
        if boundaries[i] == .sure, sure == nil { sure = i }
      }
      i -= 1
    }
    if let sure { return sure }
    for i in (near + 1)..<max(near + 1, limit + 1) where i <= limit && i < n && boundaries[i] >= .sure { return i }
    if limit == n { return n }
    for wanted in [SentenceSplitter.Boundary.likely, .line] {
      for i in stride(from: limit, to: start + usual / 2, by: -1) where i < n && boundaries[i] == wanted { return i }
    }
    return limit
  }

  /// Windows of given sentences: whole ones, and those too long for one window in several.
  static func cut(sentences: [Range<Int>], pieces counts: [Int32], usual: Int = usualGiven) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    var start = 0
    var end = 0
    var sum = 0
    for sentence in sentences {
      let size = sentence.reduce(0) { $0 + Int(counts[$1]) }
      if end > start, sentence.upperBound - start > usual || sum + size > pieces {
        windows.append(start..<end)
        start = end
        sum = 0
      }
      if size > pieces || sentence.count > longest {
        // The sentence alone, in stretches.
        var from = sentence.lowerBound
        var inside = 0
        for i in sentence {
          if i > from, inside + Int(counts[i]) > pieces || i - from >= longest {
            windows.append(from..<i)
            from = i
            inside = 0
          }
          inside += Int(counts[i])
        }
        windows.append(from..<sentence.upperBound)
        start = sentence.upperBound
        sum = 0
      } else {
        sum += size
      }
      end = sentence.upperBound
    }
    if end > start { windows.append(start..<end) }
    return windows
  }
}
