internal import Language

/// Reads the attributions that no verb makes: "according to", "the claim that", "allegedly".
struct CuePhrases {
  let tree: WordTree
  let subjects: SubjectFinder

  /// The attribution that a word is the cue of.
  func candidate(at token: Int) -> Candidate? {
    switch tree.forms[token] {
    case "according": according(token)
    case "words", "opinion", "view", "eyes": inWords(of: token) ?? noun(token)
    case let form where CueWords.hearsay.contains(form): hearsay(token)
    default: tree.document.tokens[token].upos == "NOUN" ? noun(token) : nil
    }
  }

  /// "According to officials, …".
  private func according(_ cue: Int) -> Candidate? {
    let next = cue + 1
    guard tree.forms.indices.contains(next), tree.forms[next] == "to" else { return nil }
    let isCase = tree.relation(cue) == "case"
    guard
      let source = isCase
        ? tree.head(of: cue) : tree.dependents(of: cue).first(where: { $0 > next && !tree.isPunctuation($0) }),
      source > next
    else { return nil }
    let phrase = isCase ? source : cue
    // Of a phrase that governs the clause by mistake, what comes before it is the clause.
    let words = Set(tree.yield(of: source).filter { $0 >= cue } + [cue, next])
    let content: [Int]
    if let host = host(of: phrase), !words.contains(host) {
      content = tree.yield(of: host) { $0 == phrase }
    } else {
      content = tree.sentence(of: cue).filter { !words.contains($0) }
    }
    return Candidate(
      cue: cue, cueWords: [cue..<next + 1], source: source, content: TokenRanges.of(content), isSure: true)
  }

  /// "In the words of the minister, …", "in his view".
  private func inWords(of cue: Int) -> Candidate? {
    guard tree.relation(cue) == "obl", let preposition = tree.dependent(of: cue, "case"),
      tree.forms[preposition] == "in", let source = tree.dependent(of: cue, "nmod"), let host = host(of: cue)
    else { return nil }
    return Candidate(
      cue: cue, cueWords: [min(preposition, cue)..<cue + 1], source: source,
      content: TokenRanges.of(tree.yield(of: host) { $0 == cue }), isSure: true)
  }

  /// The clause that a phrase vouches for: at the edge of a sentence all of it, else the nearest around the phrase.
  private func host(of phrase: Int) -> Int? {
    guard var host = tree.head(of: phrase) else { return nil }
    let sentence = tree.sentence(of: phrase)
    let extent = tree.yield(of: phrase)
    guard let first = extent.first, let last = extent.last else { return host }
    let isAtEdge =
      first <= sentence.lowerBound + 1 || (last >= sentence.upperBound - 2 && tree.isPunctuation(max(0, first - 1)))
    for _ in 0..<40 {
      let relation = tree.relation(host)
      if relation == "root" { break }
      if !isAtEdge, tree.isPredicate(host) { break }
      guard let head = tree.head(of: host) else { break }
      // A clause that somebody else says is not vouched for by this phrase alone.
      if relation == "ccomp", tree.isPredicate(host), tree.cueVerb(head) != nil { break }
      host = head
    }
    return host
  }

  /// "Their claim that the war is over", "a pledge to withdraw".
  private func noun(_ cue: Int) -> Candidate? {
    guard let stance = tree.cueNoun(cue) else { return nil }
    for dependent in tree.dependents(of: cue) where dependent > cue {
      let relation = tree.document.tokens[dependent].deprel
      guard relation == "acl" || relation == "ccomp", let mark = tree.dependent(of: dependent, "mark"),
        tree.forms[mark] == "that" || (tree.forms[mark] == "to" && (stance == .promise || stance == .demand))
      else { continue }
      return Candidate(
        cue: cue, cueWords: [cue..<cue + 1], source: subjects.owner(of: cue),
        content: TokenRanges.of(tree.yield(of: dependent)), stance: stance, isSure: tree.forms[mark] == "that")
    }
    return nil
  }

  /// "The rebels allegedly fired first": nobody vouches for it.
  private func hearsay(_ cue: Int) -> Candidate? {
    guard let host = tree.head(of: cue), tree.document.tokens[host].upos == "VERB" || tree.isPredicate(host) else {
      return nil
    }
    let content = tree.yield(of: host) { dependent in
      dependent == cue || tree.relation(dependent) == "mark" || tree.relation(dependent) == "parataxis"
    }
    return Candidate(cue: cue, cueWords: [cue..<cue + 1], source: nil, content: TokenRanges.of(content), isSure: true)
  }
}
