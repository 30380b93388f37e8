import Articles
import Language

// The words around a noun.
extension CastBuilder {
  /// A description's tokens: from its first modifier to the last "of" phrase.
  func phrase(_ head: Int, from base: Range<Int>) -> Range<Int> {
    let sentence = document.sentences[tree.sentence[head]]
    let lower = min(base.lowerBound, leftEdge(head, in: sentence))
    var upper = max(base.upperBound, head + 1)
    for child in tree.children(head) where child >= upper {
      guard ["nmod", "flat", "fixed", "compound", "nummod"].contains(tree.relation[child]) else { continue }
      let edges = edges(child, depth: 0)
      guard !(upper..<max(upper, edges.lowerBound)).contains(where: { tree.part[$0] == .punctuation }) else { break }
      upper = max(upper, edges.upperBound)
    }
    return lower..<min(upper, sentence.upperBound)
  }

  func edges(_ token: Int, depth: Int) -> Range<Int> {
    var lower = token
    var upper = token + 1
    guard depth < 12 else { return lower..<upper }
    for child in tree.children(token)
    where !["acl", "appos", "parataxis", "punct", "advcl"].contains(tree.relation[child]) {
      if tree.relation[child] == "conj", tree.children(child).contains(where: { tree.relation[$0] == "punct" }) {
        continue
      }
      let inner = edges(child, depth: depth + 1)
      lower = min(lower, inner.lowerBound)
      upper = max(upper, inner.upperBound)
    }
    return lower..<upper
  }

  func modifiers(_ head: Int) -> [Int] {
    tree.children(head).filter { $0 < head && ["amod", "compound", "det", "advmod"].contains(tree.relation[$0]) }
  }

  func hasDeterminer(_ head: Int) -> Bool {
    tree.children(head).contains { tree.relation[$0] == "det" || tree.deprel[$0] == "nmod:poss" }
  }

  /// Whether no phrase tells whose it is: no possessor, no "of".
  func hasNoOwner(_ head: Int) -> Bool {
    !tree.children(head).contains { child in
      tree.deprel[child] == "nmod:poss" || (tree.relation[child] == "nmod" && tree.preposition(child) == "of")
    }
  }

  func isPlural(_ head: Int) -> Bool {
    if let number = document.tokens[head].feature("Number") {
      return number == "Plur" || number == "Ptan" || number == "Coll"
    }
    let word = tree.lower[head]
    return (word.hasSuffix("s") && !word.hasSuffix("ss")) || word.hasSuffix("men") || word == "police"
      || word == "people"
  }

  /// Whether a modifier says that people are of no one state, or of another: "Asian leaders", "world leaders".
  func isForeign(_ head: Int, _ noun: SectorNoun) -> Bool {
    let first = document.sentences[tree.sentence[head]].lowerBound
    return tree.children(head).contains { child in
      child < head && !noun.tokens.contains(child)
        && (tree.relation[child] == "amod" || tree.relation[child] == "compound")
        && (Vocabulary.foreign.contains(tree.lower[child])
          || words.isCapitalised(child) && child != first && spanAt[child] < 0 && nouns[child] == nil
            && !words.isCapitalised(head))
    }
  }

  /// Sectors whose people are an article's own state's, where nothing else is said.
  func isDomestic(_ sector: String) -> Bool {
    ["BUS", "NGO", "SOC", "REF", "CRM", "UNK", "UAF", "PRE"].contains(sector) == false
  }

  /// A description's name: its phrase up to the noun, without determiners, and a short "of" phrase.
  func name(of head: Int, _ noun: SectorNoun) -> String {
    let tokens = phrase(head, from: head..<(head + 1))
    var lower = min(tokens.lowerBound, noun.tokens.lowerBound)
    while lower < head, [.determiner, .pronoun, .number, .punctuation].contains(tree.part[lower]) { lower += 1 }
    var upper = max(noun.tokens.upperBound, head + 1)
    if tokens.upperBound - lower <= 6, tokens.upperBound > upper, lower >= head - 1 { upper = tokens.upperBound }
    return document.text(lower..<upper)
  }
}
