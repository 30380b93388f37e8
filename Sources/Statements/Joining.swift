internal import Language

/// Joins what the encoder saw with what the trees tell.
///
/// The encoder marks words well and ties them to their cues less well; the trees bound clauses well and miss what they
/// parsed wrongly. So the trees' candidates come first, believed and bounded by the marks; then the encoder's cues that no
/// candidate has; then marked words that nobody has claimed yet.
struct Joining {
  let tree: WordTree
  let subjects: SubjectFinder
  let marks: EncoderMarks

  /// Below this mean probability over its content, the encoder alone is not believed.
  private static let leastConfidence: Float = 0.6

  /// One candidate an attribution.
  func join(_ attributions: [Attribution], _ candidates: [Candidate]) -> [Candidate] {
    guard !marks.isEmpty else { return candidates.filter(\.isSure) }
    var result: [Candidate] = []
    for candidate in candidates {
      var joined = candidate
      let share = marks.contentShare(candidate.content)
      let cueSeen = candidate.cueWords.joined().contains(where: marks.isCue)
      joined.isSeen = share >= (cueSeen ? 0.3 : 0.6)
      guard joined.isSeen || (candidate.isSure && (cueSeen || share > 0.2)) else { continue }
      if joined.isSeen { joined.content = bounded(candidate) }
      joined.source = source(of: candidate, attributions)
      result.append(joined)
    }
    let reader = MarkReader(tree: tree, subjects: subjects, marks: marks)
    for attribution in attributions where attribution.confidence >= Self.leastConfidence {
      if var alone = reader.candidate(for: attribution, besides: result) {
        alone.content = bounded(alone)
        result.append(alone)
      }
    }
    return result
  }

  /// The speaker that the tree names, unless the encoder ties another to the same cue and did not mark this one.
  private func source(of candidate: Candidate, _ attributions: [Attribution]) -> Int? {
    if let source = candidate.source, subjects.phrase(of: source).contains(where: marks.isSource) { return source }
    guard let cue = candidate.cue,
      let same = attributions.first(where: { $0.cue.contains { $0.contains(cue) } && !$0.source.isEmpty }),
      let nearest = same.source.min(by: { abs($0.lowerBound - cue) < abs($1.lowerBound - cue) })
    else { return candidate.source }
    return tree.governor(of: [nearest]) ?? candidate.source
  }

  // MARK: Contents of the trees, bounded by the marks

  /// A content that goes on where the marks go on in its sentence, and ends where they have long ended.
  private func bounded(_ candidate: Candidate) -> [Range<Int>] {
    let hull = TokenRanges.hull(candidate.content)
    let sentence = tree.sentence(of: hull.lowerBound)
    let lastSentence = tree.sentence(of: max(hull.lowerBound, hull.upperBound - 1))
    let cue = TokenRanges.hull(candidate.cueWords)
    var end = hull.upperBound
    while end < lastSentence.upperBound, !cue.contains(end), !tree.beginsParagraph(end), goesOn(at: end, to: end + 1) {
      end += 1
    }
    if end == hull.upperBound {
      var last = end
      while last > hull.lowerBound, !marks.isContent(last - 1) { last -= 1 }
      if end - last >= 2, last > hull.lowerBound { end = last }
    }
    var start = hull.lowerBound
    while start > sentence.lowerBound, !cue.contains(start - 1), !tree.beginsParagraph(start),
      goesOn(at: start - 1, to: start - 2)
    { start -= 1 }
    if start == hull.lowerBound {
      var first = start
      while first < end, !marks.isContent(first) { first += 1 }
      if first - start >= 2, first < end { start = first }
    }
    var pieces = candidate.content.map { $0.clamped(to: start..<max(start, end)) }
    if start < hull.lowerBound { pieces.append(start..<hull.lowerBound) }
    if end > hull.upperBound { pieces.append(hull.upperBound..<end) }
    return TokenRanges.union(pieces, [])
  }

  /// Whether a content goes on over a token: it is marked, or punctuation before more that is.
  private func goesOn(at token: Int, to next: Int) -> Bool {
    if marks.isContent(token) { return true }
    guard tree.isPunctuation(token), tree.forms.indices.contains(next) else { return false }
    return marks.isContent(next) && tree.sentence(of: next) == tree.sentence(of: token)
  }
}
