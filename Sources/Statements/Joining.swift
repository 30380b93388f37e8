internal import Language

/// Joins what the encoder saw with what the trees tell.
struct Joining {
  let tree: WordTree
  let subjects: SubjectFinder

  /// Below this mean probability over its content, the encoder alone is not believed.
  private static let leastConfidence: Float = 0.5

  /// One candidate an attribution: those that both saw once, those that one alone saw where it is to be believed.
  func join(_ attributions: [Attribution], _ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    var taken = [Bool](repeating: false, count: candidates.count)
    var alone: [Candidate] = []
    for attribution in attributions {
      let seen = candidate(from: attribution)
      if let match = match(seen, in: candidates, taken: taken) {
        taken[match] = true
        result[match] = joined(candidates[match], seen)
      } else if attribution.confidence >= Self.leastConfidence, !seen.content.isEmpty {
        alone.append(seen)
      }
    }
    return result.filter { $0.isSure || $0.isSeen } + alone
  }

  /// The candidate that an attribution of the encoder makes.
  private func candidate(from attribution: Attribution) -> Candidate {
    let cue = tree.governor(of: attribution.cue)
    let verb = cue.flatMap { CueWords.verbs[tree.document.tokens[$0].lemma] }
    let stance = verb?.stance ?? cue.flatMap { CueWords.nouns[tree.document.tokens[$0].lemma] } ?? .assert
    return Candidate(
      cue: cue, cueWords: attribution.cue, source: tree.governor(of: attribution.source),
      content: filled(attribution.content, without: attribution.cue + attribution.source), stance: stance, isSeen: true)
  }

  /// A content without holes of a few words that are neither cue nor source.
  private func filled(_ content: [Range<Int>], without others: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in content {
      if let last = result.last, range.lowerBound - last.upperBound <= 3,
        TokenRanges.common([last.upperBound..<max(last.upperBound, range.lowerBound)], others) == 0
      {
        result[result.count - 1] = last.lowerBound..<range.upperBound
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The candidate of the trees that tells the same: the same cue, or much the same content with a cue close by.
  private func match(_ seen: Candidate, in candidates: [Candidate], taken: [Bool]) -> Int? {
    let hull = TokenRanges.hull(seen.cueWords)
    for (index, candidate) in candidates.enumerated() where !taken[index] {
      if let cue = candidate.cue, hull.contains(cue) { return index }
    }
    for (index, candidate) in candidates.enumerated() where !taken[index] {
      guard TokenRanges.likeness(candidate.content, seen.content) >= 0.6 else { continue }
      guard let cue = candidate.cue, let other = seen.cue else { return index }
      if abs(cue - other) <= 4 { return index }
    }
    return nil
  }

  /// What both saw: the tree's bounds where the two agree in the main, the encoder's where it saw another content.
  private func joined(_ candidate: Candidate, _ seen: Candidate) -> Candidate {
    var joined = candidate
    joined.isSeen = true
    if TokenRanges.likeness(candidate.content, seen.content) < 0.5, !seen.content.isEmpty { joined.content = seen.content }
    if joined.source == nil { joined.source = seen.source }
    return joined
  }
}
