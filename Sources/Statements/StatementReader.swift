public import Actors
internal import Articles
public import Language

/// Finds who says or thinks what in a document: the encoder's attributions and the tree's cue verbs, joined.
public struct StatementReader: Sendable {
  /// So many tokens between two parts of a quotation introduce the speaker at length.
  private static let leastIntroduction = 8

  /// A reader of statements.
  public init() {}

  /// The statements of a document, in the order of their contents.
  ///
  /// Depends on the document and the cast alone. A document without attributions, read by no encoder, gives what
  /// syntax and quotation marks tell.
  public func statements(in document: Document, cast: Cast) -> [Statement] {
    guard !document.tokens.isEmpty else { return [] }
    let tree = WordTree(document)
    let quotations = Quotations(tree)
    let subjects = SubjectFinder(tree: tree)
    let describer = StatementDescriber(
      tree: tree, quotations: quotations, namer: InterlocutorNamer(tree: tree, subjects: subjects, cast: cast))
    return candidates(tree, quotations, subjects).enumerated().map { describer.statement($1, id: "s\($0 + 1)") }
  }

  /// What both witnesses together hold to be stated, in the order of the text.
  func candidates(_ tree: WordTree, _ quotations: Quotations, _ subjects: SubjectFinder) -> [Candidate] {
    let aligner = ContentAligner(tree: tree, quotations: quotations)
    let marks = EncoderMarks(tree.document)
    var candidates = CueReader(tree: tree, quotations: quotations, subjects: subjects).candidates()
    candidates = Joining(tree: tree, subjects: subjects, marks: marks).join(tree.document.attributions, candidates)
    for index in candidates.indices { candidates[index].content = aligner.aligned(candidates[index]) }
    candidates = QuotationReader(tree: tree, quotations: quotations, subjects: subjects).complete(candidates)
    let turns = SpeechTurns(tree: tree).candidates()
    candidates.removeAll { candidate in
      guard let word = candidate.cue ?? candidate.content.first?.first else { return true }
      if turns.contains(where: { $0.cue == candidate.cue && candidate.cue != nil }) { return true }
      // What somebody tells of others in a speech of his own is his.
      if turns.contains(where: { $0.content.contains { $0.contains(word) } }) { return true }
      return candidate.cue != nil && (quotations.holding(word)?.inner.count ?? 0) >= 6
    }
    candidates += turns
    return distinct(candidates.filter { !$0.content.isEmpty }, aligner).flatMap { resumed($0, tree) }
      .sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
  }

  /// Words that go on in a new sentence after their speaker was introduced at length ("…," said A, a lawyer for B who … . "…")
  /// are a statement of their own: otherwise the introduction would stand within what A says.
  private func resumed(_ candidate: Candidate, _ tree: WordTree) -> [Candidate] {
    guard candidate.content.count == 2 else { return [candidate] }
    let between = candidate.content[0].upperBound..<candidate.content[1].lowerBound
    guard between.count >= Self.leastIntroduction, candidate.cue.map(between.contains) ?? false,
      tree.sentence(of: between.upperBound - 1).upperBound == between.upperBound
    else { return [candidate] }
    return candidate.content.map { range in
      var part = candidate
      part.content = [range]
      return part
    }
  }

  /// The candidates in the order of the text, those that say the same twice left out.
  private func distinct(_ candidates: [Candidate], _ aligner: ContentAligner) -> [Candidate] {
    var ordered = candidates
    for index in ordered.indices { ordered[index].content = aligner.trimmed(ordered[index].content) }
    ordered.removeAll { $0.content.isEmpty }
    func key(_ candidate: Candidate) -> (Int, Int, Int) {
      let hull = TokenRanges.hull(candidate.content)
      return (hull.lowerBound, -hull.upperBound, candidate.cue ?? -1)
    }
    ordered.sort { key($0) < key($1) }
    var result: [Candidate] = []
    for candidate in ordered {
      let isKnown = result.suffix(8).contains { other in
        other.content == candidate.content && (other.cue == candidate.cue || other.source == candidate.source)
      }
      if !isKnown { result.append(candidate) }
    }
    return result
  }
}
