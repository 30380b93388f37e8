import Language

/// Which candidates are events.
extension CodingSession {
  /// Whether an event names who acts and on whom, or several who act together.
  func hasBothSides(_ event: Event) -> Bool {
    let actors = participants.codes(event.actors).filter { !$0.isEmpty }
    let recipients = participants.codes(event.recipients).filter { !$0.isEmpty }
    return !actors.isEmpty && (!recipients.isEmpty || actors.count > 1)
  }

  /// The candidates that are events, in the order of the text, with their confidence.
  func decided() -> [(candidate: Candidate, confidence: Double)] {
    var kept: [(candidate: Candidate, confidence: Double)] = candidates().compactMap { candidate in
      let confidence = Confidence.of(learned: candidate.learned, rule: candidate.rule?.weight, coding: coding)
      return confidence >= Confidence.least ? (candidate, confidence) : nil
    }
    let contents = withinSpeech(kept.map(\.candidate))
    kept = kept.indices.filter { !contents.contains($0) }.map { kept[$0] }
    // Of two tellings of one act in one phrase ("staged" and "demonstrations") the surer stands.
    let inSentence = Dictionary(grouping: kept.indices) { document.sentenceIndex(of: kept[$0].candidate.token) }
    let doubled = Set(
      kept.indices.filter { i in
        (inSentence[document.sentenceIndex(of: kept[i].candidate.token)] ?? []).contains { j in
          i != j && isOneTelling(kept[i].candidate, kept[j].candidate)
            && (kept[j].confidence, i) > (kept[i].confidence, j)
        }
      })
    return kept.indices.filter { !doubled.contains($0) }.map { kept[$0] }.sorted {
      ($0.candidate.tokens.first ?? 0, $0.candidate.category.rawValue) < (
        $1.candidate.tokens.first ?? 0, $1.candidate.category.rawValue
      )
    }
  }

  /// Whether two candidates tell one act: they share words, or are of one category and one hangs on the other ("staged
  /// demonstrations").
  func isOneTelling(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.tokens.contains(where: b.tokens.contains) { return true }
    guard a.category == b.category else { return false }
    func carries(_ verb: Candidate, _ noun: Candidate) -> Bool {
      ["obj", "nsubj:pass", "compound", "amod"].contains(document.tokens[noun.token].deprel)
        && document.tokens[noun.token].head.index.map(verb.tokens.contains) == true
    }
    return carries(a, b) || carries(b, a)
  }

  /// Indices of the candidates that are the content of another: what is demanded, promised, threatened or refused is no event
  /// of its own; what is denied or warned of ("denied that it had sold") is.
  func withinSpeech(_ candidates: [Candidate]) -> Set<Int> {
    let speech: Set<Category> = [.request, .agree, .threaten, .reject]
    let heads = Dictionary(grouping: candidates.filter { speech.contains($0.category) }, by: \.token)
    let within = candidates.indices.filter { index in
      var at = candidates[index].token
      for _ in 0..<4 {
        guard ["xcomp", "ccomp", "acl", "advcl", "obj", "conj"].contains(document.tokens[at].deprel),
          let governor = document.tokens[at].head.index
        else { return false }
        for head in heads[governor] ?? [] {
          let whole = head.category == .request || head.category == .agree
          // "Denied sheltering rebels" tells an act that somebody alleges, "refused to shelter" none.
          if head.category == .reject, document.tokens[at].feats.contains("VerbForm=Ger") { continue }
          if (whole ? ["xcomp", "ccomp", "acl"] : ["xcomp", "acl"]).contains(document.tokens[at].deprel) {
            return true
          }
        }
        at = governor
      }
      return false
    }
    return Set(within)
  }
}
