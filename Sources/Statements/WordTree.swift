internal import Articles
internal import Language

/// A document's dependency trees read downwards: from a word to what hangs on it.
struct WordTree {
  /// The document, whose tokens all indices count into.
  let document: Document
  private let tree: DependencyTree
  /// The words in small letters.
  let forms: [String]
  /// The sentences, each in the parts that line breaks and full stops within it divide it into after all.
  private let parts: [Range<Int>]
  /// For each token the part that holds it.
  private let partOf: [Int32]

  init(_ document: Document) {
    self.document = document
    tree = DependencyTree(document)
    let forms = document.tokens.map { document.text[$0.span].lowercased() }
    self.forms = forms
    var parts: [Range<Int>] = []
    var partOf = [Int32](repeating: -1, count: document.tokens.count)
    for sentence in document.sentences {
      var start = sentence.lowerBound
      for token in sentence {
        if token > start, Self.divides(before: token, in: document, forms) {
          parts.append(start..<token)
          start = token
        }
        partOf[token] = Int32(parts.count)
      }
      parts.append(start..<sentence.upperBound)
    }
    self.parts = parts
    self.partOf = partOf
  }

  /// What hangs on a word, in the order of the text.
  func dependents(of token: Int) -> LazyMapSequence<ArraySlice<Int32>, Int> { tree.dependents(of: token) }

  /// The first dependent with one of the relations, subtypes left aside.
  func dependent(of token: Int, _ relations: String...) -> Int? {
    dependents(of: token).first { dependent in
      let relation = document.tokens[dependent].relation
      return relations.contains { $0 == relation }
    }
  }

  /// What a word hangs on.
  func head(of token: Int) -> Int? {
    guard let head = document.tokens[token].head.index, document.tokens.indices.contains(head) else { return nil }
    return head
  }

  /// A word's relation without its subtype.
  func relation(_ token: Int) -> Substring { document.tokens[token].relation }

  /// A word and all below it, in the order of the text, without the subtrees of `pruned`.
  func yield(of root: Int, without pruned: (Int) -> Bool = { _ in false }) -> [Int] {
    let around = sentence(of: root)
    var found = [root]
    var next = 0
    while next < found.count, found.count <= document.tokens.count {
      for dependent in dependents(of: found[next]) where around.contains(dependent) && !pruned(dependent) {
        found.append(dependent)
      }
      next += 1
    }
    return found.sorted()
  }

  /// Whether a word is another or lies below it.
  func lies(_ token: Int, under ancestor: Int) -> Bool {
    var current = token
    for _ in 0..<200 {
      if current == ancestor { return true }
      guard let head = head(of: current) else { return false }
      current = head
    }
    return false
  }

  /// The sentence that holds a word; of one that was divided too rarely the part.
  func sentence(of token: Int) -> Range<Int> {
    let part = partOf[token]
    return part < 0 ? token..<token + 1 : parts[Int(part)]
  }

  /// Whether a word is punctuation.
  func isPunctuation(_ token: Int) -> Bool {
    document.tokens[token].upos == "PUNCT" || forms[token].unicodeScalars.allSatisfy(\.properties.isPunctuationOrMark)
  }

  /// Whether a word is a verb, or the nominal or adjectival predicate of a copula.
  func isPredicate(_ token: Int) -> Bool {
    document.tokens[token].upos == "VERB" || dependent(of: token, "cop") != nil
      || dependent(of: token, "nsubj", "csubj") != nil
  }

  /// The verb of attribution that a word is a form of.
  func cueVerb(_ token: Int) -> CueVerb? { CueWords.verb(lemma: document.tokens[token].lemma, form: forms[token]) }

  /// The stance of the noun of attribution that a word is a form of.
  func cueNoun(_ token: Int) -> Statement.Stance? {
    if let stance = CueWords.nouns[document.tokens[token].lemma] ?? CueWords.nouns[forms[token]] { return stance }
    return forms[token].hasSuffix("s") ? CueWords.nouns[String(forms[token].dropLast())] : nil
  }

  /// The word of a set of tokens that governs the others: the first whose head lies outside, verbs before the rest.
  func governor(of ranges: [Range<Int>]) -> Int? {
    func inside(_ token: Int) -> Bool { ranges.contains { $0.contains(token) } }
    var first: Int?
    for token in ranges.joined() where !isPunctuation(token) {
      if let head = head(of: token), inside(head) { continue }
      if document.tokens[token].upos == "VERB" { return token }
      if first == nil { first = token }
    }
    return first ?? ranges.first?.first
  }

  /// Whether a paragraph begins with a token: a blank line stands before it, a line break and a sentence begins, or a
  /// line ends there that is too short or too long for a text broken into lines of like length.
  func beginsParagraph(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let breaks = Self.lineBreaks(before: token, in: document)
    guard breaks == 1 else { return breaks > 1 }
    return sentence(of: token).lowerBound == token || Self.endsShape(before: token, in: document)
  }

  private static func lineBreaks(before token: Int, in document: Document) -> Int {
    let before = document.tokens[token - 1].span.end
    let after = document.tokens[token].span.start
    guard before < after else { return 0 }
    return document.text.utf8[before..<after].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// Whether the line before a token is no line of a text that was broken at some seventy letters.
  private static func endsShape(before token: Int, in document: Document) -> Bool {
    let end = document.tokens[token - 1].span.end
    var start = end
    while start > 0, end - start <= 100, document.text.utf8[start - 1] != 0x0A { start -= 1 }
    return end - start < 50 || end - start > 100
  }

  /// Whether what stands before a token within a sentence ends a sentence or a paragraph after all.
  private static func divides(before token: Int, in document: Document, _ forms: [String]) -> Bool {
    let breaks = lineBreaks(before: token, in: document)
    if breaks > 0 { return breaks > 1 || endsShape(before: token, in: document) }
    guard forms[token - 1] == ".", document.tokens[token - 1].span.end < document.tokens[token].span.start else {
      return false
    }
    return document.text[document.tokens[token].span].first?.isUppercase ?? false
  }
}

extension Unicode.Scalar.Properties {
  /// Whether the scalar is punctuation of any kind.
  var isPunctuationOrMark: Bool {
    switch generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

/// Sets of tokens as ranges in the order of the text.
enum TokenRanges {
  /// The ranges that a rising list of tokens makes.
  static func of(_ tokens: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for token in tokens {
      if let last = ranges.last, token <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, token + 1)
      } else {
        ranges.append(token..<token + 1)
      }
    }
    return ranges
  }

  /// Both together, in the order of the text, those that touch made one.
  static func union(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in (a + b).sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
    where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  /// What of the first is not in the second.
  static func subtract(_ a: [Range<Int>], _ b: [Range<Int>]) -> [Range<Int>] {
    of(a.joined().filter { token in !b.contains { $0.contains(token) } })
  }

  /// How many tokens are in both.
  static func common(_ a: [Range<Int>], _ b: [Range<Int>]) -> Int {
    var count = 0
    for x in a { for y in b { count += max(0, min(x.upperBound, y.upperBound) - max(x.lowerBound, y.lowerBound)) } }
    return count
  }

  /// How many tokens there are.
  static func count(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }

  /// From the first token to the last.
  static func hull(_ ranges: [Range<Int>]) -> Range<Int> {
    guard let first = ranges.first, let last = ranges.last else { return 0..<0 }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }
}
