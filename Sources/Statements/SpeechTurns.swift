internal import Language

/// Reads transcripts, interviews and headlines of speech: paragraphs that begin with a name and a colon.
struct SpeechTurns {
  let tree: WordTree

  /// A turn's label has no more words than these.
  private static let longestLabel = 6
  /// A turn has no more words than these.
  private static let longestTurn = 800

  /// A candidate a turn, in the order of the text.
  func candidates() -> [Candidate] {
    let tokens = tree.document.tokens
    var turns: [Candidate] = []
    var lettered: [Candidate] = []
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tree.beginsParagraph(end) { end += 1 }
      if let colon = colon(in: start..<end) {
        // "RT @somebody:" is somebody's.
        let label = tree.forms[start] == "rt" && colon - start > 1 ? start + 1..<colon : start..<colon
        let turn = Candidate(
          cue: colon, cueWords: [colon..<colon + 1], source: tree.governor(of: [label]) ?? start,
          content: [colon + 1..<end], isSure: true, isTurn: true)
        if colon - start == 1, ["q", "a"].contains(tree.forms[start]) {
          lettered.append(turn)
        } else {
          turns.append(turn)
        }
      }
      start = end
    }
    // "Q:" and "A:" speak where they alternate.
    if lettered.count >= 3 { turns += lettered }
    return turns.sorted { ($0.cue ?? 0) < ($1.cue ?? 0) }
  }

  /// Whether a word stands in capitals, as labels of transcripts do: "QUESTION".
  private func isShouted(_ token: Int) -> Bool {
    let form = tree.document.form(token)
    return form.count >= 3 && form.allSatisfy { $0.isUppercase }
  }

  /// The colon behind a label of proper nouns at the beginning of a paragraph.
  private func colon(in paragraph: Range<Int>) -> Int? {
    guard paragraph.count <= Self.longestTurn else { return nil }
    let limit = min(paragraph.upperBound - 3, paragraph.lowerBound + Self.longestLabel)
    var hasName = false
    var token = paragraph.lowerBound
    while token < limit {
      if tree.forms[token] == ":" { return hasName ? token : nil }
      let word = tree.document.tokens[token]
      let isLetter = token == paragraph.lowerBound && ["q", "a"].contains(tree.forms[token])
      let isName = word.upos == "PROPN" || isLetter || isShouted(token)
      if isName { hasName = true }
      guard
        isName || (tree.isPunctuation(token) && ["\"", "“", "."].contains(tree.forms[token]))
      else { return nil }
      token += 1
    }
    return nil
  }
}
