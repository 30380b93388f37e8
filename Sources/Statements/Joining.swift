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
      result.append(joined)
    }
    for attribution in attributions where attribution.confidence >= Self.leastConfidence {
      if let alone = alone(attribution, besides: result) { result.append(alone) }
    }
    return result
  }

  // MARK: Contents of the trees, bounded by the marks

  /// A content that goes on where the marks go on in its sentence, and ends where they have long ended.
  private func bounded(_ candidate: Candidate) -> [Range<Int>] {
    let hull = TokenRanges.hull(candidate.content)
    let sentence = tree.sentence(of: hull.lowerBound)
    let lastSentence = tree.sentence(of: max(hull.lowerBound, hull.upperBound - 1))
    let cue = TokenRanges.hull(candidate.cueWords)
    var end = hull.upperBound
    while end < lastSentence.upperBound, !cue.contains(end), goesOn(at: end, to: end + 1) { end += 1 }
    if end == hull.upperBound {
      var last = end
      while last > hull.lowerBound, !marks.isContent(last - 1) { last -= 1 }
      if end - last >= 2, last > hull.lowerBound { end = last }
    }
    var start = hull.lowerBound
    while start > sentence.lowerBound, !cue.contains(start - 1), goesOn(at: start - 1, to: start - 2) { start -= 1 }
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
    return marks.isContent(next) && tree.document.sentenceIndex(of: next) == tree.document.sentenceIndex(of: token)
  }

  // MARK: What the encoder alone saw

  /// The candidate of an attribution that no candidate of the trees tells.
  private func alone(_ attribution: Attribution, besides others: [Candidate]) -> Candidate? {
    guard let run = mainRun(of: attribution) else { return nil }
    let cue = attribution.cue.isEmpty ? nil : tree.governor(of: attribution.cue)
    let hull = TokenRanges.hull(attribution.cue)
    for other in others {
      if let known = other.cue, hull.contains(known) { return nil }
      if TokenRanges.common(other.content, run) * 2 > TokenRanges.count(run), cue == nil || sameCue(other, cue) { return nil }
    }
    guard cue != nil || TokenRanges.count(run) >= 6 else { return nil }
    let verb = cue.flatMap { CueWords.verbs[tree.document.tokens[$0].lemma] }
    let stance = verb?.stance ?? cue.flatMap { CueWords.nouns[tree.document.tokens[$0].lemma] } ?? .assert
    return Candidate(
      cue: cue, cueWords: attribution.cue, source: source(of: attribution, cue: cue), content: run, stance: stance,
      isSeen: true)
  }

  private func sameCue(_ candidate: Candidate, _ cue: Int?) -> Bool {
    guard let cue, let known = candidate.cue else { return true }
    return abs(known - cue) <= 4
  }

  /// The words of a content that stand together: the longest run, and such as lie near it and are not much shorter.
  private func mainRun(of attribution: Attribution) -> [Range<Int>]? {
    var runs: [Range<Int>] = []
    for range in attribution.content where !range.isEmpty {
      if let last = runs.last, range.lowerBound - last.upperBound <= 2,
        TokenRanges.common([last.upperBound..<max(last.upperBound, range.lowerBound)], attribution.cue + attribution.source) == 0
      {
        runs[runs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        runs.append(range)
      }
    }
    guard var main = runs.first else { return nil }
    for run in runs where run.count > main.count { main = run }
    var kept = [main]
    for run in runs where run != main && run.count >= 3 && 4 * run.count >= main.count {
      let gap = run.lowerBound >= main.upperBound ? main.upperBound..<run.lowerBound : run.upperBound..<max(run.upperBound, main.lowerBound)
      if gap.count <= 15, gap.allSatisfy({ !marks.isContent($0) }) { kept.append(run) }
    }
    return TokenRanges.union(kept, [])
  }

  /// The speaker: the source that lies nearest to the cue, else the subject of the cue.
  private func source(of attribution: Attribution, cue: Int?) -> Int? {
    if let cue, let subject = subjects.source(of: cue), marks.isSource(subject) { return subject }
    guard let cue, let nearest = attribution.source.min(by: { abs($0.lowerBound - cue) < abs($1.lowerBound - cue) }) else {
      return tree.governor(of: attribution.source)
    }
    return tree.governor(of: [nearest])
  }
}
