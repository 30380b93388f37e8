internal import Language

/// Gives quotations to those who speak them: to a cue beside them, to the words before that they go on from.
struct QuotationReader {
  let tree: WordTree
  let quotations: Quotations
  let subjects: SubjectFinder

  /// A speech runs on over no more paragraphs than these without being attributed anew.
  private static let mostParagraphs = 8

  /// The candidates with the quotations that belong to them, and new ones for quotations that no cue claims.
  func complete(_ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    var claims = claims(of: result)
    for index in quotations.all.indices where claims[index] == nil {
      guard let cue = adjacentCue(to: quotations.all[index], besides: result) else { continue }
      claims[index] = result.count
      result.append(cue)
    }
    var paragraphs = 0
    for index in quotations.all.indices {
      let quotation = quotations.all[index]
      if let claim = claims[index],
        result[claim].isParsed || index == 0 || claims[index - 1] == nil
          || claims[index - 1] == claim || isBeside(quotation, result[claim])
      {
        paragraphs = 0
        continue
      }
      guard isUtterance(quotation) else { continue }
      let startsParagraph = tree.beginsParagraph(quotation.tokens.lowerBound)
      if startsParagraph { paragraphs += 1 }
      if index > 0, let claim = claims[index - 1], paragraphs < Self.mostParagraphs,
        follows(quotation, quotations.all[index - 1], of: result[claim])
      {
        result[claim].content = TokenRanges.union(result[claim].content, [quotation.tokens])
        if let weak = claims[index] {
          result[weak].content = TokenRanges.subtract(result[weak].content, [quotation.tokens])
        }
        claims[index] = claim
      } else if claims[index] == nil {
        paragraphs = 0
        let speaker = earlierSpeaker(for: quotation, in: result)
        claims[index] = result.count
        result.append(Candidate(cue: nil, source: speaker, content: [quotation.tokens], isSure: true))
      }
    }
    return result
  }

  /// For each quotation the candidate that it belongs to, its cue standing outside.
  private func claims(of candidates: [Candidate]) -> [Int?] {
    var claims = [Int?](repeating: nil, count: quotations.all.count)
    var best = [Int](repeating: 0, count: quotations.all.count)
    for (index, candidate) in candidates.enumerated() {
      var seen = -1
      for range in candidate.content {
        for token in range {
          guard let quotation = quotations.index(holding: token), quotation > seen else { continue }
          seen = quotation
          let tokens = quotations.all[quotation].tokens
          if candidate.cueLies(in: tokens) { continue }
          let common = TokenRanges.common(candidate.content, [tokens])
          if 2 * common >= tokens.count, common > best[quotation] {
            best[quotation] = common
            claims[quotation] = index
          }
        }
      }
    }
    return claims
  }

  /// Whether a quotation is somebody's words rather than a title or a word held at arm's length.
  private func isUtterance(_ quotation: Quotation) -> Bool {
    guard quotation.inner.count >= 4 else { return false }
    let first = quotation.inner.lowerBound
    let begins =
      tree.sentence(of: first).lowerBound >= quotation.tokens.lowerBound
      || (quotation.tokens.lowerBound > 0 && [":", ",", "."].contains(tree.forms[quotation.tokens.lowerBound - 1]))
    guard begins else { return false }
    let last = tree.forms[quotation.inner.upperBound - 1]
    let after = quotation.tokens.upperBound
    let ends =
      [".", "!", "?", ",", "...", "…", "—"].contains(last)
      || (after < tree.forms.count && [".", "!", "?", ","].contains(tree.forms[after])) || quotation.continues
    guard ends || quotation.inner.count > 12 else { return false }
    return quotation.inner.contains { ["VERB", "AUX"].contains(tree.document.tokens[$0].upos) }
  }

  /// Whether a cue stands in a sentence that the quotation has a part in, or right beside it.
  private func isBeside(_ quotation: Quotation, _ candidate: Candidate) -> Bool {
    guard let cue = candidate.cue else { return false }
    let first = tree.sentence(of: quotation.tokens.lowerBound)
    let last = tree.sentence(of: quotation.tokens.upperBound - 1)
    return (first.lowerBound - 1..<last.upperBound + 1).contains(cue)
      || tree.sentence(of: cue).lowerBound == quotation.tokens.upperBound
  }

  /// A cue verb outside a quotation, right before or after it, that has nothing else to say.
  private func adjacentCue(to quotation: Quotation, besides candidates: [Candidate]) -> Candidate? {
    guard quotation.inner.count >= 2 else { return nil }
    if let signed = signature(of: quotation) { return signed }
    let after = quotation.tokens.upperBound
    var places: [Int] = []
    if after < tree.forms.count, !tree.beginsParagraph(after) {
      let end = min(tree.sentence(of: after).upperBound, after + 12)
      places += Array(after..<max(after, end))
    }
    let before = quotation.tokens.lowerBound
    if before > 0, [":", ","].contains(tree.forms[before - 1]) {
      let start = max(tree.sentence(of: before - 1).lowerBound, before - 12)
      places += (start..<before).reversed()
    }
    for place in places where tree.document.tokens[place].upos == "VERB" {
      guard let verb = tree.cueVerb(place), verb.sure.contains(.clause),
        quotations.index(holding: place) == nil, let source = subjects.source(of: place),
        !candidates.contains(where: { $0.cue == place })
      else { continue }
      return Candidate(
        cue: place, cueWords: [place..<place + 1], source: source, content: [quotation.tokens], stance: verb.stance,
        isSure: true)
    }
    return nil
  }

  /// "…" — John Smith: a name after a dash, at the end of the paragraph or in one of its own.
  private func signature(of quotation: Quotation) -> Candidate? {
    let dash = quotation.tokens.upperBound
    let name = dash + 1
    guard tree.forms.indices.contains(name), ["—", "–", "―", "-", "--"].contains(tree.forms[dash]),
      tree.document.tokens[name].upos == "PROPN"
    else { return nil }
    var end = name
    while end < tree.forms.count, end - name < 16, end == name || !tree.beginsParagraph(end) { end += 1 }
    guard end == tree.forms.count || tree.beginsParagraph(end) else { return nil }
    return Candidate(
      cue: dash, cueWords: [dash..<name], source: tree.governor(of: [name..<end]) ?? name, content: [quotation.tokens],
      isSure: true)
  }

  /// Whether a quotation goes on from an earlier one: nothing but its cue's sentence, or a paragraph's end, between.
  private func follows(_ quotation: Quotation, _ earlier: Quotation, of candidate: Candidate) -> Bool {
    let end = max(earlier.tokens.upperBound, TokenRanges.hull(candidate.content).upperBound)
    let between = end..<max(end, quotation.tokens.lowerBound)
    guard quotation.tokens.lowerBound >= end, between.count <= 60 else { return false }
    if between.allSatisfy(tree.isPunctuation) { return true }
    // What stands between is the rest of the sentence that holds the cue.
    guard let cue = candidate.cue, between.contains(cue) else { return false }
    let sentence = tree.sentence(of: cue)
    return between.upperBound <= sentence.upperBound
      || between.upperBound == quotation.tokens.lowerBound
        && (sentence.upperBound..<max(sentence.upperBound, between.upperBound)).allSatisfy(tree.isPunctuation)
  }

  /// The speaker of a quotation without cue: the last who spoke, if in this paragraph or the one before.
  private func earlierSpeaker(for quotation: Quotation, in candidates: [Candidate]) -> Int? {
    let start = quotation.tokens.lowerBound
    var paragraph = start
    var breaks = 0
    while paragraph > 0, start - paragraph < 150 {
      if tree.beginsParagraph(paragraph) {
        breaks += 1
        if breaks > 1 { break }
      }
      paragraph -= 1
    }
    var last: (cue: Int, source: Int)?
    for candidate in candidates {
      guard let cue = candidate.cue, let source = candidate.source, (paragraph..<start).contains(cue),
        quotations.index(holding: cue) == nil
      else { continue }
      if last.map({ $0.cue < cue }) ?? true { last = (cue, source) }
    }
    return last?.source
  }
}
