import Articles

/// Cuts text into syntactic words as the English Universal Dependencies do, losing nothing: every character but white space
/// belongs to one word.
struct Tokenizer {
  /// A word, with the orthographic token that it shares with others where it does.
  struct Word: Hashable {
    var start: Int
    var end: Int
    var multiword: Span?
  }

  private let text: Characters
  private var words: [Word] = []
  /// The end of the run without white space that is being read.
  private var chunkStart = 0
  private var chunkEnd = 0
  /// Whether a single quotation mark has been opened in this paragraph.
  private var quoted = false

  private init(_ text: SourceText) {
    self.text = Characters(text.utf8)
  }

  /// The words of a text. Linear in its length.
  static func words(of text: SourceText) -> [Word] {
    var tokenizer = Tokenizer(text)
    tokenizer.words.reserveCapacity(text.utf8.count / 5)
    tokenizer.run()
    return tokenizer.words
  }

  /// The words of a text as tokens without analysis.
  static func tokens(of text: SourceText) -> [Token] {
    let words = words(of: text)
    return words.indices.map { i in
      let word = words[i]
      return Token(
        span: Span(word.start, word.end), multiword: word.multiword,
        spaceAfter: i + 1 == words.count || words[i + 1].start > word.end)
    }
  }

  private mutating func run() {
    var i = 0
    var newlines = 0
    while i < text.count {
      let (kind, next) = text.classified(i)
      if kind == .space {
        newlines += text.bytes[i] == 10 ? 1 : 0
        if newlines > 1 { quoted = false }
        i = next
        continue
      }
      newlines = 0
      var end = next
      var plain = kind == .letter
      while end < text.count {
        let (kind, next) = text.classified(end)
        if kind == .space { break }
        plain = plain && kind == .letter
        end = next
      }
      (chunkStart, chunkEnd) = (i, end)
      if plain { word(i, end) } else { chunk() }
      i = end
    }
  }

  // MARK: Emitting

  private mutating func emit(_ start: Int, _ end: Int) {
    words.append(Word(start: start, end: end, multiword: nil))
  }

  /// Emits a run of letters, which may be two words.
  private mutating func word(_ start: Int, _ end: Int) {
    if (2...8).contains(end - start), let cuts = TokenizerWords.contractions[text.lowered(start, end)] {
      // IM is an abbreviation.
      if end - start == 2, text.bytes[start + 1] == UInt8(ascii: "M") { return emit(start, end) }
      split(start, cuts.map { start + $0 }, end)
    } else {
      emit(start, end)
    }
  }

  /// Emits one orthographic token of several words.
  private mutating func split(_ start: Int, _ cuts: [Int], _ end: Int) {
    let whole = Span(start, end)
    var from = start
    for cut in cuts + [end] {
      words.append(Word(start: from, end: cut, multiword: whole))
      from = cut
    }
  }

  // MARK: Scanning

  private mutating func chunk() {
    var i = chunkStart
    while i < chunkEnd { i = token(i) }
  }

  /// Emits what begins at `i` and returns where it ends.
  private mutating func token(_ i: Int) -> Int {
    let (kind, next) = text.classified(i)
    let fresh = i == chunkStart || !text.isWordBefore(i)
    if fresh, let end = address(i) {
      emit(i, end)
      return end
    }
    switch kind {
    case .letter: return letters(i)
    case .digit: return fresh || !text.isLetterBefore(i) ? number(i, from: i) : alphanumeric(i)
    case .mark, .space: return invisible(i, next)
    case .other: return symbol(i, next, fresh: fresh)
    }
  }

  /// A mark upon nothing, or what cannot be seen: part of the word that it touches.
  private mutating func invisible(_ i: Int, _ next: Int) -> Int {
    if next < chunkEnd, text.isLetter(next) { return letters(i) }
    guard let last = words.last, last.end == i, last.multiword == nil else { return cluster(i, next) }
    words[words.count - 1].end = next
    return next
  }

  /// The end of a run of letters, digits and marks.
  private func run(_ i: Int) -> Int {
    var end = i
    while end < chunkEnd {
      let (kind, next) = text.classified(end)
      guard kind == .letter || kind == .digit || kind == .mark else { break }
      end = next
    }
    return end
  }

  private mutating func alphanumeric(_ i: Int) -> Int {
    let end = run(i)
    emit(i, end)
    return end
  }

  /// A symbol with the marks upon it, and whatever they join to it: an emoji of several.
  private mutating func cluster(_ i: Int, _ next: Int) -> Int {
    var end = next
    var flag = isRegional(i)
    while end < chunkEnd {
      let (kind, after) = text.classified(end)
      if kind == .mark {
        let joins = text.scalar(end).value.value == 0x200D
        end = after
        if joins, end < chunkEnd { end = text.classified(end).next }
      } else if flag, isRegional(end) {
        flag = false
        end = after
      } else {
        break
      }
    }
    emit(i, min(end, chunkEnd))
    return min(end, chunkEnd)
  }

  private func isRegional(_ i: Int) -> Bool {
    text.bytes[i] == 0xF0 && (0x1F1E6...0x1F1FF).contains(text.scalar(i).value.value)
  }

  /// The end of an address of a page or a person that begins at `i`.
  private func address(_ i: Int) -> Int? {
    if text.has("http", at: i) || text.has("www.", at: i) || text.has("ftp:", at: i) || text.has("Http", at: i)
      || text.has("HTTP", at: i) || text.has("mailto:", at: i)
    {
      guard
        text.has("http://", at: i) || text.has("https://", at: i) || text.has("www.", at: i)
          || text.has("ftp://", at: i)
          || text.has("HTTP://", at: i) || text.has("Http://", at: i) || text.has("mailto:", at: i)
      else { return nil }
      return addressEnd(i)
    }
    // name@place
    var end = i
    let limit = min(chunkEnd, i + 64)
    while end < limit, isAddressByte(text.bytes[end]) { end += 1 }
    guard end > i, end + 1 < chunkEnd, text.bytes[end] == UInt8(ascii: "@"), text.isWord(end + 1), text.isWord(i) else {
      return nil
    }
    var last = end + 1
    while last < chunkEnd, text.bytes[last] < 0x80, isAddressByte(text.bytes[last]) { last += 1 }
    while last > end + 2, !text.isWord(last - 1) { last -= 1 }
    return last
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 95, 97...122, 0x2E, 0x2B, 0x2D, 0x25: true
    default: false
    }
  }

  /// The end of a page's address, less the punctuation of the sentence around it.
  private func addressEnd(_ i: Int) -> Int {
    var end = i
    while end < chunkEnd {
      let byte = text.bytes[end]
      if byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 { break }
      if byte == 0xE2, end + 2 < chunkEnd, text.bytes[end + 1] == 0x80, (0x98...0x9D).contains(text.bytes[end + 2]) {
        break
      }
      end = text.classified(end).next
    }
    let opens = text.bytes[i..<end].contains(UInt8(ascii: "("))
    while end > i + 1, ".,;:!?)]}*".utf8.contains(text.bytes[end - 1]) {
      if opens, text.bytes[end - 1] == UInt8(ascii: ")") { break }
      end -= 1
    }
    return end
  }

  // MARK: Words

  private mutating func letters(_ start: Int) -> Int {
    var end = run(start)
    if let digits = currency(start, end) {
      emit(start, digits)
      return number(digits, from: digits)
    }
    if end < chunkEnd {
      switch text.bytes[end] {
      case UInt8(ascii: "."):
        if let last = abbreviation(start, end) ?? fileOrDomain(start, end) {
          emit(start, last)
          return last
        }
      case UInt8(ascii: "-"):
        let capitals = end - start > 1 && text.isUpper(start) && text.isUpper(end - 1)
        if !capitals, text.isWord(end + 1), TokenizerWords.prefixes.contains(text.lowered(start, end)) {
          end = run(end + 1)
        }
      case UInt8(ascii: "&"):
        let last = run(end + 1)
        if last > end + 1, last - end <= 4, end - start <= 3, text.isUpper(start), text.isUpper(end + 1),
          text.isUpper(last - 1)
        {
          end = last
        }
      case UInt8(ascii: "/"):
        let last = run(end + 1)
        if end - start <= 2, last - start <= 4, TokenizerWords.slashed.contains(text.lowered(start, last)) {
          end = last
        }
        if end - start == 1, text.has("w/", at: start), last == end + 1 || !text.has("w/o", at: start) {
          emit(start, end + 1)
          return end + 1
        }
      case UInt8(ascii: "*"):
        if end + 1 < chunkEnd, let last = masked(end) { end = last }
      case UInt8(ascii: "$"):
        if end - start <= 2, text.isUpper(start), text.isUpper(end - 1) { end += 1 }
      default: break
      }
    }
    return apostrophes(start, end)
  }

  /// Where the number begins that a name of money touches: Rs500.
  private func currency(_ start: Int, _ end: Int) -> Int? {
    guard text.isUpper(start) else { return nil }
    var number = start
    while number < end, text.isLetter(number), text.bytes[number] < 0x80 { number += 1 }
    guard number - start <= 3, text.isDigit(number), TokenizerWords.currencies.contains(text.lowered(start, number))
    else { return nil }
    return number
  }

  /// The end of a word with letters starred out.
  private func masked(_ star: Int) -> Int? {
    var end = star
    while end < chunkEnd, text.bytes[end] == UInt8(ascii: "*") { end += 1 }
    let last = run(end)
    return last > end ? last : end - star > 2 ? end : nil
  }

  /// Emits a word and what follows its apostrophes.
  private mutating func apostrophes(_ start: Int, _ firstEnd: Int) -> Int {
    var end = firstEnd
    var cuts: [Int] = []
    while true {
      let mark = text.apostrophe(end)
      guard mark > 0, end + mark <= chunkEnd else { break }
      let tail = run(end + mark)
      if tail == end + mark {
        // The possessive of a plural, or the end of a quotation.
        guard cuts.isEmpty, !quoted, end > start, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s"), tail - start > 3,
          !text.isWord(tail), text.apostrophe(tail) == 0
        else { break }
        cuts.append(end)
        end = tail
        break
      }
      let suffix = tail - end - mark <= 2 ? text.lowered(end + mark, tail) : ""
      if TokenizerWords.clitics.contains(suffix) {
        cuts.append(end)
      } else if suffix == "t", end > start, text.bytes[end - 1] | 0x20 == UInt8(ascii: "n") {
        if end - 1 > start { cuts.append(end - 1) }
      } else if !cuts.isEmpty {
        break
      }
      end = tail
    }
    if cuts.isEmpty {
      word(start, end)
    } else {
      split(start, cuts, end)
    }
    return end
  }

  /// The end of an abbreviation with its dot, where letters up to a dot are one.
  private func abbreviation(_ start: Int, _ dot: Int) -> Int? {
    // U.S., a.m., U.S.A
    if dot - start == 1, text.bytes[start] < 0x80 {
      var end = start
      var count = 0
      while end + 1 < chunkEnd, text.isLetter(end), text.bytes[end] < 0x80, text.bytes[end + 1] == UInt8(ascii: ".") {
        end += 2
        count += 1
      }
      let bare = count > 0 && end < chunkEnd && text.isLetter(end) && text.bytes[end] < 0x80 && !text.isWord(end + 1)
      if count > 1 || count == 1 && bare {
        if bare { return end + 1 }
        return text.isWord(end) ? end - 2 > start + 1 ? end : nil : end
      }
      if count == 1, text.isUpper(start), end == chunkEnd || !text.isWord(end) {
        return isInitial(start, after: end) ? end : nil
      }
      // N.Korea, J.Smith
      if count == 1, text.isUpper(start), text.isUpper(end), text.isLower(end + 1), end + 1 < chunkEnd { return end }
    }
    let lowered = dot - start <= 6 ? text.lowered(start, dot) : ""
    if lowered.isEmpty { return nil }
    if text.isLetter(dot + 1), dot + 1 < chunkEnd {
      let last = run(dot + 1)
      if last < chunkEnd, text.bytes[last] == UInt8(ascii: "."), last - start <= 6,
        TokenizerWords.dotted.contains(text.lowered(start, last + 1))
      {
        return last + 1
      }
      if last - start <= 6, TokenizerWords.dotted.contains(text.lowered(start, last) + ".") { return last }
    }
    if text.isUpper(start), text.isUpper(dot + 1), dot + 1 < chunkEnd, TokenizerWords.titles.contains(lowered),
      !TokenizerWords.beforeNumbers.contains(lowered)
    {
      return dot + 1
    }
    guard !text.isWord(dot + 1) || dot + 1 >= chunkEnd, !text.has("..", at: dot) else { return nil }
    if lowered == "v" {
      // The one party and the other of a case.
      return words.last.map { text.isUpper($0.start) } == true && text.isUpper(afterSpace(dot + 1)) ? dot + 1 : nil
    }
    if TokenizerWords.beforeNumbers.contains(lowered) {
      let next = afterSpace(dot + 1)
      return text.isDigit(next) ? dot + 1 : nil
    }
    if lowered == "al" { return follows("et") ? dot + 1 : nil }
    guard TokenizerWords.abbreviations.contains(lowered) else { return nil }
    if TokenizerWords.capitalOnly.contains(lowered), !text.isUpper(start) { return nil }
    if lowered == "etc" {
      // At a sentence's end the dot is the sentence's.
      let next = afterSpace(dot + 1)
      if next >= text.count || text.isUpper(next) || text.isSpace(next) { return nil }
    }
    return dot + 1
  }

  /// Whether a capital with a dot is a name's initial: after a name or another, or before a name where nothing goes before.
  private func isInitial(_ start: Int, after end: Int) -> Bool {
    let next = afterSpace(end)
    guard next < text.count else { return false }
    let before = words.last
    let capital = before.map { text.isUpper($0.start) && start - $0.end <= 1 } ?? false
    if text.isUpper(next) {
      return capital && text.bytes[start] != UInt8(ascii: "I") || opensSentence(start)
        || ["and", "by", "of", "with", "from", "that", "or", "to", "for", "when", "as", "but"].contains { follows($0) }
    }
    return capital
      && (text.bytes[next] == UInt8(ascii: ",") || text.bytes[next] == UInt8(ascii: "(") || text.isLower(next))
  }

  /// Whether what stands before a place would let a sentence begin there.
  private func opensSentence(_ start: Int) -> Bool {
    guard let before = words.last else { return true }
    switch text.bytes[before.end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "("),
      UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "&"):
      return true
    default: return text.bytes[before.end..<start].contains(10)
    }
  }

  private func follows(_ word: String) -> Bool {
    guard let before = words.last else { return false }
    return before.end - before.start == word.utf8.count && text.lowered(before.start, before.end) == word
  }

  /// The next place, some way on at most, that holds no white space.
  private func afterSpace(_ i: Int) -> Int {
    var at = i
    while at < text.count, at < i + 8, text.isSpace(at) { at = text.classified(at).next }
    return at
  }

  /// The end of a file's name or an internet domain with its path.
  private func fileOrDomain(_ start: Int, _ dot: Int) -> Int? {
    var end = dot
    var parts = 1
    var from = start
    let limit = min(chunkEnd, start + 128)
    while end + 1 < limit, text.bytes[end] == UInt8(ascii: "."), text.isWord(end + 1) {
      from = end + 1
      end = from
      while end < limit, text.isWord(end) || text.bytes[end] == UInt8(ascii: "-") { end = text.classified(end).next }
      parts += 1
    }
    guard parts > 1 else { return nil }
    let last = text.lowered(from, end)
    let plainCase = text.isLower(from) || text.isUpper(from) && text.isUpper(end - 1) && end - from > 1
    if TokenizerWords.endings.contains(last), plainCase {
      return end < chunkEnd && text.bytes[end] == UInt8(ascii: "/") ? addressEnd(start) : end
    }
    return parts > 2 && text.bytes[start..<end].allSatisfy { $0 < 0x80 && !(65...90).contains($0) } ? end : nil
  }

  // MARK: Numbers

  private func digits(_ i: Int) -> Int {
    var end = i
    while text.isDigit(end), end < chunkEnd { end += 1 }
    return end
  }

  /// Emits the number whose digits begin at `i`, with what stands before them from `from`.
  private mutating func number(_ i: Int, from: Int) -> Int {
    var end = digits(i)
    guard end > i else { return alphanumeric(i) }
    var groups = [end - i]
    var separator: UInt8 = 0
    scan: while end + 1 < chunkEnd, text.isDigit(end + 1) {
      let mark = text.bytes[end]
      let next = digits(end + 1)
      let length = next - end - 1
      switch mark {
      case UInt8(ascii: "."): break
      case UInt8(ascii: ":"):
        if groups.count > 3 { break scan }
      case UInt8(ascii: ","):
        if length != 3 { break scan }
      case UInt8(ascii: "/"):
        if groups.count == 1, groups[0] == 4, length == 2 || length == 4 { break scan }
      case UInt8(ascii: "-"):
        if separator == mark { break }
        guard isCode(groups, from: i, dash: end) else { break scan }
      default: break scan
      }
      separator = mark
      groups.append(length)
      end = next
      if groups.count > 64 { break }
    }
    // A file's name, or a plural or an ordinal, or a unit.
    if end < chunkEnd, text.bytes[end] == UInt8(ascii: "."), text.isLetter(end + 1), let last = fileOrDomain(from, end)
    {
      emit(from, last)
      return last
    }
    let tail = run(end)
    guard tail > end else { return apostrophes(from, end) }
    if tail - end <= 3, text.bytes[end] < 0x80, TokenizerWords.units.contains(text.lowered(end, tail)) {
      emit(from, end)
      return alphanumeric(end)
    }
    return apostrophes(from, tail)
  }

  /// Whether groups of digits with a hyphen after the first are a telephone number, a post code or a date.
  private func isCode(_ groups: [Int], from start: Int, dash: Int) -> Bool {
    var lengths = groups
    var end = dash
    while end + 1 < chunkEnd, text.bytes[end] == UInt8(ascii: "-"), text.isDigit(end + 1), lengths.count < 8 {
      let next = digits(end + 1)
      lengths.append(next - end - 1)
      end = next
    }
    if lengths.count > groups.count + 1 { return true }
    guard let last = lengths.last, last == 4 else { return false }
    return lengths[lengths.count - 2] == 3 || lengths[lengths.count - 2] == 5
  }

  // MARK: Symbols

  private mutating func symbol(_ i: Int, _ next: Int, fresh: Bool) -> Int {
    let byte = text.bytes[i]
    if byte < 0x80 {
      if let end = emoticon(i) {
        emit(i, end)
        return end
      }
      switch byte {
      case UInt8(ascii: "."):
        if fresh, text.isDigit(i + 1), i == chunkStart || !text.isDigit(i - 1) { return number(i + 1, from: i) }
        if fresh, i == chunkStart, text.isLower(i + 1), i + 1 < chunkEnd,
          TokenizerWords.endings.contains(text.lowered(i + 1, run(i + 1)))
        {
          let end = run(i + 1)
          emit(i, end)
          return end
        }
        var end = i
        while end < chunkEnd, text.bytes[end] == byte { end += 1 }
        if end == i + 1 {
          while end < chunkEnd, text.bytes[end] == UInt8(ascii: "?") || text.bytes[end] == UInt8(ascii: "!") {
            end += 1
          }
        }
        emit(i, end)
        return end
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        var end = i
        while end < chunkEnd, text.bytes[end] == UInt8(ascii: "?") || text.bytes[end] == UInt8(ascii: "!") { end += 1 }
        emit(i, end)
        return end
      case UInt8(ascii: "+"):
        if fresh, text.isDigit(next), next < chunkEnd { return number(next, from: i) }
      case UInt8(ascii: "#"), UInt8(ascii: "@"):
        if fresh, text.isLetter(next), next < chunkEnd {
          let end = run(next)
          emit(i, end)
          return end
        }
      case UInt8(ascii: "'"): return apostrophe(i, next)
      case UInt8(ascii: "["):
        // Something left out of a quotation.
        if text.has("[...]", at: i) || text.has("[…]", at: i) {
          emit(i, i + 5)
          return i + 5
        }
      default: break
      }
      if "-=*_+#~|<>`".utf8.contains(byte) {
        var end = i
        while end < chunkEnd, text.bytes[end] == byte { end += 1 }
        if end > i + 1 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") {
          if end < chunkEnd, text.bytes[end] == UInt8(ascii: ">"),
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=")
          {
            end += 1
          }
          emit(i, end)
          return end
        }
      }
      return cluster(i, next)
    }
    if text.apostrophe(i) > 0 { return apostrophe(i, next) }
    let scalar = text.scalar(i).value
    if scalar == "‘" {
      var end = next
      while end < chunkEnd, text.bytes[end] == 0xE2, ["‘", "’"].contains(text.scalar(end).value) {
        end = text.classified(end).next
      }
      quoted = true
      emit(i, end)
      return end
    }
    if scalar == "—" || scalar == "–" || scalar == "…" || scalar == "―" {
      var end = next
      while end < chunkEnd, text.bytes[end] == 0xE2, text.scalar(end).value == scalar {
        end = text.classified(end).next
      }
      emit(i, end)
      return end
    }
    return cluster(i, next)
  }

  /// An apostrophe that no word goes before.
  private mutating func apostrophe(_ i: Int, _ next: Int) -> Int {
    if text.apostrophe(next) > 0, next < chunkEnd {
      let end = next + text.apostrophe(next)
      quoted = false
      emit(i, end)
      return end
    }
    if next < chunkEnd {
      // '90s, '07
      let number = digits(next)
      if number - next == 2 {
        let end = text.has("s", at: number) ? number + 1 : number
        if end == chunkEnd || !text.isWord(end) {
          emit(i, end)
          return end
        }
      }
      let end = run(next)
      if end > next, end - next <= 5, TokenizerWords.elided.contains(text.lowered(next, end)), text.apostrophe(end) == 0
      {
        let clitic = TokenizerWords.clitics.contains(text.lowered(next, end))
        if !clitic || i > chunkStart || end - next > 1 || text.bytes[next] == UInt8(ascii: "s") {
          emit(i, end)
          return end
        }
      }
    }
    let opens = next < chunkEnd && (i == chunkStart || "([{-\"".utf8.contains(text.bytes[i - 1]))
    quoted = opens
    emit(i, next)
    return next
  }

  private func emoticon(_ i: Int) -> Int? {
    guard ":;=^(<>X".utf8.contains(text.bytes[i]), i + 1 < chunkEnd else { return nil }
    for face in TokenizerWords.emoticons where i + face.count <= chunkEnd && text.bytes[i] == face[0] {
      guard text.bytes[i..<i + face.count].elementsEqual(face) else { continue }
      let end = i + face.count
      if end < chunkEnd, text.isWord(end) || text.bytes[end] == UInt8(ascii: "/") { continue }
      // An opening bracket before a colon, or a colon before a closing one, is more often just that.
      if face == [0x28, 0x3A] || face[face.count - 1] == 0x2F || face[0] == 0x3A && face.count == 2 {
        guard i == chunkStart, end == chunkEnd || text.bytes[end] != 0x29 else { continue }
      }
      return end
    }
    return nil
  }
}

extension Characters {
  /// Whether a letter or digit goes before a place.
  func isWordBefore(_ i: Int) -> Bool {
    guard let start = previous(i) else { return false }
    return isWord(start)
  }

  /// Whether a letter goes before a place.
  func isLetterBefore(_ i: Int) -> Bool {
    guard let start = previous(i) else { return false }
    return isLetter(start)
  }

  private func previous(_ i: Int) -> Int? {
    guard i > 0 else { return nil }
    var start = i - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
