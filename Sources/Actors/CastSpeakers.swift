import Language

// Who speaks.
extension CastBuilder {
  /// Whom "I" or "we" means: who speaks; with "we", where that is an official, the state or body spoken for.
  mutating func firstPerson(_ token: Int) -> [Int] {
    guard let speaker = speaker(token).first else { return [] }
    let isPerson = entities[speaker].kind == .person
    guard ["we", "us", "our", "ours", "ourselves"].contains(tree.lower[token]) else { return isPerson ? [speaker] : [] }
    guard isPerson else { return [speaker] }
    if let body = traits[speaker].body { return [body] }
    if entities[speaker].code.isStateCode, entities[speaker].sectors.contains(where: { ["GOV", "MIL"].contains($0) }),
      let state = state(entities[speaker].code)
    {
      return [state]
    }
    return [speaker]
  }

  /// Who says what a token belongs to; in a quotation without a source, who was quoted just before.
  mutating func speaker(_ token: Int) -> [Int] {
    let quotation = quotations.quotation[token]
    if quotation >= 0, quotation == lastQuotation.number, let entity = lastQuotation.speaker { return [entity] }
    let found = source(token) ?? sayer(token)
    guard quotation >= 0 else { return found.map { [$0] } ?? [] }
    if let found {
      lastQuotation = (quotation, tree.sentence[token], found)
      return [found]
    }
    if let earlier = lastQuotation.speaker, (0...2).contains(tree.sentence[token] - lastQuotation.sentence) {
      lastQuotation = (quotation, tree.sentence[token], earlier)
      return [earlier]
    }
    return []
  }

  /// The source that the encoder gives.
  private mutating func source(_ token: Int) -> Int? {
    let index = quotations.attribution[token]
    guard index >= 0 else { return nil }
    for source in document.attributions[Int(index)].source.reversed() where !source.isEmpty && !source.contains(token) {
      if let found = resolve(tree.head(of: source)).first { return found }
      for inner in source {
        if case .entities(let found) = resolved[inner], let first = found.first { return first }
      }
    }
    return nil
  }

  /// The subject of the nearest verb of saying: above the token, or beside the quotation.
  private mutating func sayer(_ token: Int) -> Int? {
    var at = token
    var steps = 0
    while at >= 0, steps < 64 {
      if let found = subject(ofSaying: at, not: token) { return found }
      for verb in tree.children(at) where ["parataxis", "ccomp"].contains(tree.relation[verb]) {
        if let found = subject(ofSaying: verb, not: token) { return found }
      }
      at = tree.parent[at]
      steps += 1
    }
    return nil
  }

  private mutating func subject(ofSaying verb: Int, not token: Int) -> Int? {
    guard Vocabulary.saying.contains(document.tokens[verb].lemma), let subject = tree.child(verb, "nsubj"),
      subject != token, !["i", "we"].contains(tree.lower[subject])
    else { return nil }
    return resolve(subject).first
  }
}
