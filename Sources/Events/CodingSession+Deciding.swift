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
    kept.removeAll { isNaming($0.candidate) }
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

  /// Whether its rule leaves no doubt.
  func standsAlone(_ candidate: Candidate) -> Bool {
    candidate.rule.map { book.rules[$0.rule].standsAlone } ?? false
  }

  /// Whether somebody is called something: "called him his brother" is no call.
  private func isNaming(_ candidate: Candidate) -> Bool {
    guard candidate.category == .consult, candidate.rule == nil,
      document.tokens[candidate.token].lemma.lowercased() == "call"
    else { return false }
    let below = tree.dependents(of: candidate.token).map { document.tokens[$0].relation }
    return below.contains("xcomp") || below.count { $0 == "obj" || $0 == "iobj" } > 1
  }

  /// Whether two candidates tell one act: they share words, or are of one category and one hangs on the other ("staged
  /// demonstrations").
  func isOneTelling(_ a: Candidate, _ b: Candidate) -> Bool {
    guard a.category == b.category else {
      // By what means something is said stands beside what is said.
      return a.tokens.contains(where: b.tokens.contains) && !standsAlone(a) && !standsAlone(b)
    }
    if a.tokens.contains(where: b.tokens.contains) { return true }
    func carries(_ verb: Candidate, _ noun: Candidate) -> Bool {
      ["obj", "nsubj:pass", "compound", "amod"].contains(document.tokens[noun.token].deprel)
        && document.tokens[noun.token].head.index.map(verb.tokens.contains) == true
    }
    return carries(a, b) || carries(b, a)
  }

  /// Whether a clause beside what is promised or refused tells what has come to pass: "agreed to coordinate when they met in Munich".
  private func isTold(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return word.deprel == "advcl" && word.feature("Tense") == "Past" && word.feature("VerbForm") == "Fin"
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
          let governor = document.tokens[at].head.index, !isTold(at)
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
