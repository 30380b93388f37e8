internal import Language

/// Finds in the trees who speaks: the word that governs the words for the speaker.
struct SubjectFinder {
  let tree: WordTree

  /// Who says what a cue verb says; `nil` where the sentence does not tell.
  func source(of cue: Int) -> Int? { source(of: cue, depth: 0).map { afterDateline($0, before: cue) } }

  /// The word that names the speaker where the tree takes the dateline for it: "TOKYO (Reuters) - The minister said".
  private func afterDateline(_ source: Int, before cue: Int) -> Int {
    let start = tree.sentence(of: source).lowerBound
    guard source - start < 6, source < cue, tree.beginsParagraph(start),
      let dash = (source..<min(cue, start + 12)).first(where: { ["-", "—", "–", "--"].contains(tree.forms[$0]) })
    else { return source }
    let first = tree.document.form(start)
    guard first.count > 2, first == first.uppercased(), first != first.lowercased() else { return source }
    let nominal: Set<String> = ["NOUN", "PROPN", "PRON"]
    let between = dash + 1..<cue
    let found = between.first { token in
      nominal.contains(tree.document.tokens[token].upos) && !(tree.head(of: token).map(between.contains) ?? false)
    }
    return found ?? source
  }

  private func source(of verb: Int, depth: Int) -> Int? {
    guard depth < 6 else { return nil }
    let dependents = tree.dependents(of: verb)
    if let agent = dependents.first(where: { tree.document.tokens[$0].deprel == "obl:agent" }) { return agent }
    if let subject = dependents.first(where: { tree.document.tokens[$0].deprel == "nsubj:pass" }) {
      // "He was quoted as saying": the subject of the passive speaks the words that follow.
      return depth > 0 && isQuoting(verb) ? subject : byPhrase(of: verb)
    }
    if let subject = dependents.first(where: { tree.document.tokens[$0].deprel.hasPrefix("nsubj") }) { return subject }
    guard let head = tree.head(of: verb) else { return nil }
    switch tree.relation(verb) {
    case "conj", "xcomp", "advcl", "ccomp", "parataxis", "obl", "aux":
      if isQuoting(head), let quoted = quoted(by: head) { return quoted }
      if tree.relation(verb) == "xcomp", let patient = tree.dependent(of: head, "obj", "iobj"), patient < verb {
        return patient
      }
      if tree.relation(verb) == "ccomp", isFinite(verb) { return nil }
      if tree.relation(verb) == "parataxis", isFinite(verb) { return nil }
      return source(of: head, depth: depth + 1)
    case "acl":
      return tree.document.tokens[verb].feature("VerbForm") == "Part" && isPast(verb) ? byPhrase(of: verb) : head
    default: return nil
    }
  }

  /// Whose claim it is: "their claim", "the minister's claim", "a claim by the rebels".
  func owner(of noun: Int) -> Int? {
    if let owner = tree.dependents(of: noun).first(where: { tree.document.tokens[$0].deprel == "nmod:poss" }) {
      return owner
    }
    for dependent in tree.dependents(of: noun) where dependent > noun && tree.relation(dependent) == "nmod" {
      if let marker = tree.dependent(of: dependent, "case"), ["by", "from", "of"].contains(tree.forms[marker]) {
        return dependent
      }
    }
    // "He repeated his claim", "they voiced concern that": the verb's subject.
    guard tree.relation(noun) == "obj", let verb = tree.head(of: noun) else { return nil }
    return source(of: verb, depth: 1)
  }

  /// The word that a relative pronoun stands for, else the word itself.
  func antecedent(of source: Int) -> Int {
    guard ["who", "which", "that", "whom"].contains(tree.forms[source]) else { return source }
    var current = source
    for _ in 0..<8 {
      guard let head = tree.head(of: current) else { return source }
      if tree.document.tokens[current].deprel == "acl:relcl" { return head }
      current = head
    }
    return source
  }

  /// The words for the speaker around the word that governs them, as they stand there: without what is told of him.
  func phrase(of source: Int) -> Range<Int> {
    if ["who", "which", "that"].contains(tree.forms[source]) { return source..<source + 1 }
    let tokens = tree.yield(of: source) { dependent in
      switch tree.document.tokens[dependent].deprel {
      case "acl:relcl", "parataxis", "case", "appos", "acl", "advcl", "punct", "cop", "nsubj", "orphan", "mark",
        "discourse":
        !(tree.relation(dependent) == "case" && dependent > source)
      default: false
      }
    }
    let ranges = TokenRanges.of(tokens)
    // Commas and marks within a list are left out above; take what lies close around the governor.
    var range = ranges.first { $0.contains(source) } ?? source..<source + 1
    for next in ranges where next.lowerBound >= range.upperBound && next.lowerBound - range.upperBound <= 1 {
      range = range.lowerBound..<next.upperBound
    }
    for before in ranges.reversed()
    where before.upperBound <= range.lowerBound && range.lowerBound - before.upperBound <= 1 {
      range = before.lowerBound..<range.upperBound
    }
    if let line = range.last(where: { $0 > range.lowerBound && $0 <= source && tree.beginsParagraph($0) }) {
      range = line..<range.upperBound
    }
    return range
  }

  private func byPhrase(of verb: Int) -> Int? {
    tree.dependents(of: verb).first { dependent in
      guard tree.relation(dependent) == "obl", let marker = tree.dependent(of: dependent, "case") else { return false }
      return tree.forms[marker] == "by"
    }
  }

  private func isQuoting(_ verb: Int) -> Bool {
    ["quoted", "quoting", "quotes", "cited", "citing", "cites"].contains(tree.forms[verb])
  }

  private func quoted(by verb: Int) -> Int? {
    tree.dependents(of: verb).first { tree.document.tokens[$0].deprel == "nsubj:pass" }
      ?? tree.dependent(of: verb, "obj")
  }

  private func isFinite(_ verb: Int) -> Bool { tree.document.tokens[verb].feature("VerbForm") == "Fin" }

  private func isPast(_ verb: Int) -> Bool { tree.document.tokens[verb].feature("Tense") == "Past" }
}
