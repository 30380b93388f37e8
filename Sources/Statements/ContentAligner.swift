/// Brings contents to sensible bounds: no stray punctuation, whole quotations with their marks.
struct ContentAligner {
  let tree: WordTree
  let quotations: Quotations

  /// The content that a candidate should have, judged by its present one.
  func aligned(_ candidate: Candidate) -> [Range<Int>] {
    let cut = TokenRanges.subtract(candidate.content, candidate.cueWords)
    return trimmed(withQuotations(cut, of: candidate))
  }

  /// Adds the rest of each quotation of which the content holds the better part, or begins or ends within.
  private func withQuotations(_ content: [Range<Int>], of candidate: Candidate) -> [Range<Int>] {
    var result = content
    var seen: Set<Int> = []
    for range in content {
      var token = range.lowerBound
      while token < range.upperBound {
        defer { token += 1 }
        guard let index = quotations.index(holding: token), seen.insert(index).inserted else { continue }
        let quotation = quotations.all[index]
        // Within a longer quotation somebody's words are told: its marks are the outer speaker's.
        if candidate.cueLies(in: quotation.tokens) { continue }
        let inside = TokenRanges.common(content, [quotation.tokens])
        let isWhole =
          2 * inside >= quotation.inner.count || quotation.tokens.contains(TokenRanges.hull(content).lowerBound)
        if isWhole { result = TokenRanges.union(result, [quotation.tokens]) }
        token = max(token, quotation.tokens.upperBound - 1)
      }
    }
    return result
  }

  /// Without punctuation at the ends, whole quotations excepted, and without gaps of nothing but punctuation.
  func trimmed(_ content: [Range<Int>]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for range in content where !range.isEmpty {
      if let last = ranges.last, range.lowerBound >= last.upperBound,
        (last.upperBound..<range.lowerBound).allSatisfy(tree.isPunctuation)
      {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
    }
    ranges = ranges.map(trimmed).filter { !$0.isEmpty }
    while ranges.count > 2 {
      // The widest gap parts the two that remain.
      var narrowest = 0
      for index in 1..<(ranges.count - 1)
      where ranges[index + 1].lowerBound - ranges[index].upperBound
        < ranges[narrowest + 1].lowerBound - ranges[narrowest].upperBound
      { narrowest = index }
      ranges[narrowest] = ranges[narrowest].lowerBound..<ranges[narrowest + 1].upperBound
      ranges.remove(at: narrowest + 1)
    }
    return ranges
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, tree.isPunctuation(first) {
      if let quotation = quotations.holding(first), quotation.tokens.lowerBound == first { break }
      if ["(", "[", "$", "#", "@", "..."].contains(tree.forms[first]) { break }
      first += 1
    }
    while last > first, tree.isPunctuation(last - 1) {
      if let quotation = quotations.holding(last - 1),
        quotation.tokens.upperBound == last || quotation.inner.upperBound == last,
        quotation.tokens.lowerBound >= first
      {
        break
      }
      if [")", "]", "%"].contains(tree.forms[last - 1]) { break }
      last -= 1
    }
    return first..<last
  }
}
