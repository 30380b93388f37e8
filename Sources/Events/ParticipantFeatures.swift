import Actors
import Articles
import Language
import Statements

/// What can be seen of a mention's part in an act: words that weights are learned for.
struct ParticipantFeatures {
  let document: Document
  let tree: DependencyTree
  let reader: PropositionReader
  let cast: Cast
  let statements: [Statement]
  let index: StatementIndex
  private let mentionCounts: [Int]

  init(
    document: Document, tree: DependencyTree, reader: PropositionReader, cast: Cast, statements: [Statement],
    index: StatementIndex
  ) {
    self.document = document
    self.tree = tree
    self.reader = reader
    self.cast = cast
    self.statements = statements
    self.index = index
    var counts = [Int](repeating: 0, count: cast.entities.count)
    for mention in cast.mentions { counts[mention.entity] += 1 }
    mentionCounts = counts
  }

  /// The features of a mention as a party to an act told at a token.
  ///
  /// - Parameters:
  ///   - mention: The mention's index.
  ///   - token: The token at the head of the act's words.
  ///   - tokens: The act's words.
  ///   - syntax: Where rules or the category's places put the mention: `ra`, `rr`, `da`, `dr`.
  func features(of mention: Int, at token: Int, tokens: [Int], syntax: [String]) -> [String] {
    let m = cast.mentions[mention]
    let entity = cast.entities[m.entity]
    let here = document.sentenceIndex(of: token)
    let there = document.sentenceIndex(of: m.head)
    var found = syntax.map { "syntax \($0)" }
    found.append("syntax \(syntax.isEmpty ? "none" : syntax.joined(separator: " "))")
    let form = m.form.rawValue
    found.append("form \(form) \(entity.kind.rawValue)")
    found.append("sector \(entity.sectors.first ?? "none")")
    found.append(entity.code.isEmpty ? "no code" : "code")
    found.append("mentions \(min(mentionCounts[m.entity], 6))")
    if here != there {
      found.append("before \(document.tokens[m.head].deprel)")
      found.append("before \(here - there)")
    } else {
      let path = path(from: token, to: m.head)
      found.append("path \(path)")
      found.append("path \(path) \(document.tokens[token].upos)")
      found.append("path \(path) \(form)")
      let distance = m.head - token
      let bucket =
        abs(distance) <= 2 ? 2 : abs(distance) <= 5 ? 5 : abs(distance) <= 10 ? 10 : abs(distance) <= 20 ? 20 : 40
      found.append("distance \(distance < 0 ? "-" : "+")\(bucket)")
      if tokens.contains(m.head) { found.append("within") }
      if document.tokens[m.head].relation == "nsubj" { found.append("subject \(distance < 0 ? "before" : "after")") }
    }
    let holding = index.holding(token)
    if let innermost = holding.first {
      if statements[innermost].speaker?.entity == m.entity { found.append("speaker") }
      if statements[innermost].speaker?.span.overlaps(m.span) == true { found.append("speaker here") }
      found.append(index.holding(m.head).contains(innermost) ? "same statement" : "other statement")
    } else {
      found.append("no statement")
    }
    if cast.mentions.contains(where: {
      $0.tokens.count > m.tokens.count && $0.tokens.contains(m.head) && $0.head != m.head
    }) {
      found.append("inner")
    }
    return found
  }

  /// The relations from one token up and down to another: `<xcomp >nsubj`, with the preposition of what hangs by one.
  private func path(from: Int, to: Int) -> String {
    var up: [Int] = [from]
    while up.count < 7, let last = up.last, let head = document.tokens[last].head.index { up.append(head) }
    var down: [Int] = []
    var at = to
    while !up.contains(at) {
      down.append(at)
      guard down.count < 5, let head = document.tokens[at].head.index else { return "far" }
      at = head
    }
    let rise = up.firstIndex(of: at) ?? 0
    guard rise + down.count <= 5 else { return "far" }
    var parts = up[..<rise].map { "<\(document.tokens[$0].relation)" }
    for token in down.reversed() {
      let relation = document.tokens[token].deprel
      if let preposition = reader.preposition(token), ["obl", "nmod"].contains(document.tokens[token].relation) {
        parts.append(">\(document.tokens[token].relation) \(preposition)")
      } else {
        parts.append(">\(relation)")
      }
    }
    return parts.isEmpty ? "self" : parts.joined(separator: " ")
  }
}
