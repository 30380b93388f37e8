internal import Language

/// Makes candidates of the attributions that only the encoder saw: finds their cue's governor, and in the tree around it
/// what the encoder marked as content.
struct MarkReader {
  let tree: WordTree
  let subjects: SubjectFinder
  let marks: EncoderMarks

  /// The candidate that an attribution makes; `nil` where another tells it, or where its words do not hang together.
  func candidate(for attribution: Attribution, besides others: [Candidate]) -> Candidate? {
    let hull = TokenRanges.hull(attribution.cue)
    guard let cue = cue(of: attribution) else {
      guard let run = nearestRun(of: attribution, to: nil), TokenRanges.count(run) >= 6,
        !others.contains(where: { 2 * TokenRanges.common($0.content, run) > TokenRanges.count(run) })
      else { return nil }
      return Candidate(
        cue: nil, source: tree.governor(of: attribution.source), content: run, isParsed: false, isSeen: true)
    }
    if ["AUX", "PRON", "DET"].contains(tree.document.tokens[cue].upos) { return nil }
    if others.contains(where: { $0.cue.map { $0 == cue || hull.contains($0) } ?? false }) { return nil }
    guard let content = content(of: cue) ?? nearestRun(of: attribution, to: cue) else { return nil }
    let isTold = others.contains { other in
      guard let known = other.cue, abs(known - cue) <= 4 else { return false }
      return 2 * TokenRanges.common(other.content, content) > TokenRanges.count(content)
    }
    if isTold { return nil }
    let isInfinitive = content.first?.first.map { tree.forms[$0] == "to" } ?? false
    let verb = tree.cueVerb(cue)
    let stance = (isInfinitive ? verb?.infinitiveStance : verb?.stance) ?? tree.cueNoun(cue) ?? .assert
    return Candidate(
      cue: cue, cueWords: attribution.cue.isEmpty ? [cue..<cue + 1] : attribution.cue,
      source: source(of: attribution, cue: cue), content: content, stance: stance, isParsed: false, isSeen: true)
  }

  /// The word that governs the cue: of "has been" and "also" what they belong to; where no cue was marked, the word that
  /// the content hangs on.
  private func cue(of attribution: Attribution) -> Int? {
    if let word = tree.governor(of: attribution.cue) {
      var word = word
      for _ in 0..<3 {
        guard ["aux", "advmod", "cop", "mark", "case", "det", "cc"].contains(tree.relation(word)),
          let head = tree.head(of: word),
          !marks.isContent(head)
        else { break }
        word = head
      }
      return word
    }
    guard let run = nearestRun(of: attribution, to: nil), let root = tree.governor(of: run),
      ["ccomp", "xcomp", "obj", "acl", "obl", "nmod"].contains(tree.relation(root)), let head = tree.head(of: root),
      !marks.isContent(head), !marks.isSource(head)
    else { return nil }
    return ["VERB", "NOUN", "ADJ"].contains(tree.document.tokens[head].upos) ? head : nil
  }

  /// What hangs on a cue and is marked in the main.
  private func content(of cue: Int) -> [Range<Int>]? {
    var content: [Int] = []
    for dependent in tree.dependents(of: cue) where !tree.isPunctuation(dependent) && !marks.isCue(dependent) {
      let words = tree.yield(of: dependent)
      if share(of: words) >= 0.5 { content += words }
    }
    if content.isEmpty, tree.relation(cue) == "parataxis", let host = tree.head(of: cue) {
      let words = tree.yield(of: host) { $0 == cue }
      if share(of: words) >= 0.5 { content = words }
    }
    return content.isEmpty ? nil : TokenRanges.of(content.sorted())
  }

  private func share(of words: [Int]) -> Double {
    let plain = words.filter { !tree.isPunctuation($0) }
    return plain.isEmpty ? 0 : Double(plain.count(where: marks.isContent)) / Double(plain.count)
  }

  /// The marked words that stand together next to the cue, in its sentence or beside it; without a cue the longest.
  private func nearestRun(of attribution: Attribution, to cue: Int?) -> [Range<Int>]? {
    var runs: [Range<Int>] = []
    for range in attribution.content where !range.isEmpty {
      if let last = runs.last, range.lowerBound - last.upperBound <= 2,
        TokenRanges.common(
          [last.upperBound..<max(last.upperBound, range.lowerBound)], attribution.cue + attribution.source) == 0
      {
        runs[runs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        runs.append(range)
      }
    }
    runs = runs.flatMap(divided)
    guard let cue else { return runs.max { $0.count < $1.count }.map { [$0] } }
    func distance(_ run: Range<Int>) -> Int {
      run.upperBound <= cue ? cue - run.upperBound : max(0, run.lowerBound - cue)
    }
    let sentence = tree.sentence(of: cue)
    let near = runs.filter { run in
      sentence.overlaps(run) ? run.count > 1 || distance(run) < 4 : run.count > 3 && distance(run) <= 4
    }
    guard let nearest = near.min(by: { distance($0) < distance($1) }) else { return nil }
    var kept = [nearest]
    for run in runs
    where run != nearest && run.count >= 3 && distance(run) <= 12
      && (run.lowerBound > cue) != (nearest.lowerBound > cue)
    {
      kept.append(run)
    }
    return TokenRanges.union(kept, [])
  }

  /// A run in the parts that the ends of paragraphs divide it into.
  private func divided(_ run: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = run.lowerBound
    for token in run.dropFirst() where tree.beginsParagraph(token) {
      parts.append(start..<token)
      start = token
    }
    return parts + [start..<run.upperBound]
  }

  /// The speaker: the cue's subject where it is marked, else the marked source nearest to the cue.
  private func source(of attribution: Attribution, cue: Int) -> Int? {
    if let subject = subjects.source(of: cue), marks.isSource(subject) { return subject }
    let nearest = attribution.source.min { abs($0.lowerBound - cue) < abs($1.lowerBound - cue) }
    if let nearest { return tree.governor(of: [nearest]) }
    return tree.document.tokens[cue].upos == "VERB" ? subjects.source(of: cue) : nil
  }
}
