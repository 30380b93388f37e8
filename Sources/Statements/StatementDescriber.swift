internal import Actors
internal import Articles
internal import Language

/// Turns candidates into statements: names the speaker, judges quotation and stance, lists what they are about.
struct StatementDescriber {
  let tree: WordTree
  let quotations: Quotations
  let namer: InterlocutorNamer

  func statement(_ candidate: Candidate, id: String) -> Statement {
    let document = tree.document
    let quotation = candidate.isTurn ? .direct : quotation(of: candidate.content)
    let speaker = candidate.source.map(namer.interlocutor)
    return Statement(
      id: id, speaker: speaker, addressee: addressee(of: candidate, by: speaker),
      cue: candidate.cueWords.isEmpty ? nil : document.span(TokenRanges.hull(candidate.cueWords)),
      cueToken: candidate.cue, content: document.span(TokenRanges.hull(candidate.content)),
      contentTokens: candidate.content, quotation: quotation, stance: stance(of: candidate, quotation, by: speaker),
      about: about(candidate))
  }

  /// To whom it is said; nobody says anything to himself.
  private func addressee(of candidate: Candidate, by speaker: Interlocutor?) -> Interlocutor? {
    guard let cue = candidate.cue else { return nil }
    let finder = AddresseeFinder(tree: tree)
    guard
      let token = finder.addressee(of: cue, isSomebody: { $0 != candidate.source && namer.isSomebody($0) })
    else { return nil }
    let addressee = namer.interlocutor(at: token)
    return addressee.entity != nil && addressee.entity == speaker?.entity ? nil : addressee
  }

  /// Direct where every word stands between marks, mixed where some do.
  private func quotation(of content: [Range<Int>]) -> Statement.Quotation {
    var quoted = 0
    var bare = 0
    for token in content.joined() where !tree.isPunctuation(token) {
      if quotations.index(holding: token) != nil { quoted += 1 } else { bare += 1 }
    }
    // A statement told inside somebody's quotation is that speaker's wording: no mark is its own.
    if let first = content.first?.first, let around = quotations.holding(first), bare == 0,
      around.inner.lowerBound < first || !content.contains(where: { $0.contains(around.tokens.lowerBound) })
    {
      return .indirect
    }
    if quoted == 0 { return .indirect }
    return bare == 0 ? .direct : .mixed
  }

  /// What the cue says that the speaker does, else what the words themselves do: ask, demand, promise.
  private func stance(
    of candidate: Candidate, _ quotation: Statement.Quotation, by speaker: Interlocutor?
  ) -> Statement.Stance {
    guard candidate.stance == .assert else { return candidate.stance }
    let hull = TokenRanges.hull(candidate.content)
    if quotation == .direct, candidate.content.count == 1,
      candidate.isTurn || tree.sentence(of: hull.lowerBound).upperBound >= hull.upperBound - 1,
      (hull.suffix(3) + [hull.upperBound]).contains(where: { tree.forms.indices.contains($0) && tree.forms[$0] == "?" })
    {
      return .question
    }
    if quotation == .direct, contradicts(hull) { return .deny }
    guard let root = tree.governor(of: candidate.content), tree.isPredicate(root) else { return .assert }
    if deniesTruth(root) || deniesExistence(root) { return .deny }
    let auxiliaries = tree.dependents(of: root).filter { tree.relation($0) == "aux" }.map { tree.forms[$0] }
    if auxiliaries.contains(where: ["must", "should"].contains), !auxiliaries.contains("have") { return .demand }
    guard tree.document.tokens[root].upos == "VERB", let subject = tree.dependent(of: root, "nsubj"),
      isSpeaker(subject, speaker)
    else { return .assert }
    if ["i", "we"].contains(tree.forms[subject]), tree.cueVerb(root)?.stance == .deny { return .deny }
    if auxiliaries.contains(where: ["will", "'ll", "’ll", "would", "shall"].contains) { return .promise }
    let isFirstPerson = ["i", "we"].contains(tree.forms[subject])
    if isFirstPerson, auxiliaries.isEmpty, let verb = tree.cueVerb(root) {
      return verb.stance == .assert ? verb.infinitiveStance : verb.stance
    }
    return tree.forms[root] == "committed" ? .promise : .assert
  }

  /// "No. We sent nothing.", "Lies."
  private func contradicts(_ words: Range<Int>) -> Bool {
    guard let first = words.first(where: { !tree.isPunctuation($0) }), words.contains(first + 1),
      tree.isPunctuation(first + 1)
    else { return false }
    return tree.forms[first] == "no" || CueWords.falsehoods.contains(tree.forms[first])
  }

  /// "The allegations are baseless", "that is a lie".
  private func deniesTruth(_ root: Int) -> Bool {
    guard CueWords.falsehoods.contains(tree.forms[root]), let subject = tree.dependent(of: root, "nsubj"),
      tree.dependent(of: root, "cop") != nil,
      !tree.dependents(of: root).contains(where: { ["not", "n't", "no"].contains(tree.forms[$0]) })
    else { return false }
    return tree.cueNoun(subject) != nil
      || ["it", "this", "that", "they", "these", "those"].contains(tree.forms[subject])
  }

  /// "No such meeting took place": what others told of is said not to be.
  private func deniesExistence(_ root: Int) -> Bool {
    tree.dependents(of: root).contains { subject in
      guard ["nsubj", "nsubj:pass", "obj"].contains(tree.document.tokens[subject].deprel) else { return false }
      let words = tree.dependents(of: subject).map { tree.forms[$0] }
      return words.contains("no") && words.contains("such")
    }
  }

  /// Whether a pronoun within a content stands for who says it.
  private func isSpeaker(_ pronoun: Int, _ speaker: Interlocutor?) -> Bool {
    if ["i", "we"].contains(tree.forms[pronoun]) { return true }
    guard tree.document.tokens[pronoun].upos == "PRON", let speaker, let entity = speaker.entity else { return false }
    return namer.interlocutor(at: pronoun).entity == entity
  }

  /// The entities that the content mentions, in the order of the text, each once; pronouns name nobody.
  private func about(_ candidate: Candidate) -> [Int] {
    let cast = namer.cast
    var entities: [Int] = []
    for range in candidate.content {
      var low = 0
      var high = cast.mentions.count
      while low < high {
        let middle = (low + high) / 2
        if cast.mentions[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      for mention in cast.mentions[low...] {
        guard mention.tokens.lowerBound < range.upperBound else { break }
        guard mention.form != .pronoun, mention.tokens.upperBound <= range.upperBound,
          !entities.contains(mention.entity)
        else { continue }
        entities.append(mention.entity)
      }
    }
    return entities
  }
}
