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
  /// Whether each mention stands inside a longer one with another head.
  private let isInner: [Bool]

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
    // Mentions stand in the order of the text, a longer one before those within it.
    var around: [Mention] = []
    isInner = cast.mentions.map { mention in
      around.removeAll { $0.tokens.upperBound <= mention.tokens.lowerBound }
      defer { around.append(mention) }
      return around.contains {
        $0.tokens.count > mention.tokens.count && $0.tokens.contains(mention.head) && $0.head != mention.head
      }
    }
  }

  /// Notes what is seen of a mention as a party to an act told at a token.
  ///
  /// - Parameters:
  ///   - mention: The mention's index.
  ///   - token: The token at the head of the act's words.
  ///   - tokens: The act's words.
  ///   - syntax: Where rules or the category's places put the mention.
  ///   - seen: What is noted.
  /// - Returns: The name of the path from the act to the mention, where both stand in one sentence.
  func note(
    _ mention: Int, at token: Int, tokens: [Int], syntax: ParticipantFinder.Syntax.Marks, in seen: inout FeatureList
  ) -> FeatureName? {
    let m = cast.mentions[mention]
    let entity = cast.entities[m.entity]
    let here = document.sentenceIndex(of: token)
    let there = document.sentenceIndex(of: m.head)
    for mark in syntax.each { seen.add("syntax ", mark, meetsMode: true) }
    seen.add("syntax: ", syntax.all, meetsMode: true)
    let form = m.form.rawValue
    seen.add("form ", form, " ", entity.kind.rawValue)
    seen.add("sector ", entity.sectors.first ?? "none")
    if entity.code.isEmpty { seen.add("no code", meetsMode: true) }
    seen.add("mentions ", Self.numbers[min(mentionCounts[m.entity], 6)])
    var path: FeatureName?
    if here != there {
      seen.add("before ", document.tokens[m.head].deprel)
      seen.add("sentences before ", Self.numbers[min(max(here - there, 0), 6)])
    } else {
      let way = self.path(from: token, to: m.head, isRead: seen.names != nil)
      path = way
      seen.add(way, meetsMode: true)
      var more = way
      more.append(" ")
      var formed = more
      more.append(document.tokens[token].upos)
      seen.add(more, meetsMode: true)
      var worded = formed
      worded.append(document.tokens[token].lemma)
      seen.add(worded)
      formed.append(form)
      seen.add(formed, meetsMode: true)
      let distance = m.head - token
      let bucket = Self.distances.first(where: { abs(distance) <= $0.most })?.name ?? "far"
      seen.add(distance < 0 ? "distance -" : "distance +", bucket)
      if tokens.contains(m.head) { seen.add("within") }
      if document.tokens[m.head].relation == "nsubj" { seen.add(distance < 0 ? "subject before" : "subject after") }
    }
    let holding = index.holding(token)
    if let innermost = holding.first {
      if statements[innermost].speaker?.entity == m.entity { seen.add("speaker") }
      if statements[innermost].speaker?.span.overlaps(m.span) == true {
        seen.add("speaker here")
        // Witnesses, analysts and papers tell what others do.
        seen.add("speaker here ", entity.sectors.first ?? "none", " ", entity.kind.rawValue)
      }
      seen.add(index.holding(m.head).contains(innermost) ? "same statement" : "other statement")
    } else {
      seen.add("no statement")
    }
    if isInner[mention] { seen.add("inner") }
    return path
  }

  /// The first of the words that a word is joined with by "and", or itself.
  func firstJoined(_ token: Int) -> Int {
    var at = token
    var steps = 0
    while document.tokens[at].relation == "conj", steps < 20, let head = document.tokens[at].head.index {
      at = head
      steps += 1
    }
    return at
  }

  private static let numbers = ["0", "1", "2", "3", "4", "5", "6"]
  private static let distances: [(most: Int, name: String)] = [(2, "2"), (5, "5"), (10, "10"), (20, "20")]

  /// The name of the path of relations from one token up and down to another, `path <xcomp >nsubj`, with the preposition of what
  /// hangs by one.
  private func path(from: Int, to: Int, isRead: Bool) -> FeatureName {
    var name = FeatureName(isRead: isRead)
    name.append("path")
    func far() -> FeatureName {
      name.append(" far")
      return name
    }
    var up: [Int] = [from]
    while up.count < 7, let last = up.last, let head = document.tokens[last].head.index { up.append(head) }
    var down: [Int] = []
    var at = to
    while !up.contains(at) {
      down.append(at)
      guard down.count < 5, let head = document.tokens[at].head.index else { return far() }
      at = head
    }
    let rise = up.firstIndex(of: at) ?? 0
    guard rise + down.count <= 5 else { return far() }
    for token in up[..<rise] {
      name.append(" <")
      name.append(document.tokens[token].relation)
    }
    for token in down.reversed() {
      name.append(" >")
      let relation = document.tokens[token].relation
      if relation == "obl" || relation == "nmod", let preposition = reader.preposition(token) {
        name.append(relation)
        name.append(" ")
        name.append(preposition)
      } else {
        name.append(document.tokens[token].deprel)
      }
    }
    return name
  }
}
