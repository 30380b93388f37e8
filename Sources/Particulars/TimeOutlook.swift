internal import Language

/// Whether what a word of time belongs to lies ahead of the article or behind it, as syntax tells.
struct TimeOutlook {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Verbs, nouns and adjectives of what is still to come, by lemma.
  private static let ahead: Set<String> = [
    "plan", "schedule", "expect", "due", "set", "slate", "intend", "hope", "want", "promise", "pledge", "agree", "vow",
    "aim",
    "prepare", "propose", "threaten", "wait", "await", "deadline", "upcoming", "forthcoming", "invite", "urge", "ask",
    "demand",
    "likely", "postpone", "delay", "tentatively",
  ]

  /// Those of them that are done when they are told: what was agreed in May was agreed then, what is planned for May lies ahead.
  private static let spoken: Set<String> = [
    "promise", "pledge", "agree", "vow", "propose", "threaten", "invite", "urge", "ask", "demand", "postpone", "delay",
  ]

  /// Past (-1), future (1), or nothing that tells (0), for the words at a token; 2 and -2 where the verb itself leaves no doubt: "will
  /// meet in May" lies ahead however far that is, "was to be paid by May" may be over.
  func direction(_ token: Int) -> Int {
    if token > 0 {
      let before = document.form(token - 1).lowercased()
      if ["until", "till", "by"].contains(before)
        || before == "as" && token > 2 && document.form(token - 3).lowercased() == "as"
      {
        return max(1, told(token))
      }
    }
    return told(token)
  }

  /// What the predicate that the words hang on tells.
  private func told(_ token: Int) -> Int {
    let isAim = token > 0 && ["for", "to", "from", "before", "after"].contains(document.form(token - 1).lowercased())
    var node = token
    for depth in 0..<12 {
      guard case .token(let head) = document.tokens[node].head else {
        return predicate(node, isOwn: depth < 2, isAim: isAim)
      }
      let word = document.tokens[head]
      if word.upos == "VERB" || word.upos == "AUX" || hasCopula(head) {
        return predicate(speech(over: head, before: token) ?? head, isOwn: depth == 0, isAim: isAim)
      }
      if ["NOUN", "ADJ"].contains(word.upos),
        ["deadline", "due", "upcoming", "forthcoming", "plan", "proposal"].contains(word.lemma)
      {
        return 1
      }
      node = head
    }
    return 0
  }

  /// Whether words of time hang on what was planned and is told from after it, perhaps: "the trip that was set for Tuesday", on Wednesday.
  func isRecalled(_ token: Int) -> Bool {
    guard let head = document.tokens[token].head.index, Self.ahead.contains(document.tokens[head].lemma) else {
      return false
    }
    return dependents(head).contains { ["was", "were"].contains(document.form($0).lowercased()) }
  }

  /// The verb of saying that stands between what is said and words of time, which are its own: "will meet, they said after talks on
  /// Saturday".
  private func speech(over verb: Int, before token: Int) -> Int? {
    guard document.tokens[verb].deprel == "ccomp", let speech = document.tokens[verb].head.index,
      verb < speech, speech < token
    else { return nil }
    return speech
  }

  /// Whether what a token belongs to is told as future.
  func isFuture(_ token: Int) -> Bool { direction(token) > 0 }

  private func dependents(_ head: Int) -> [Int] {
    let sentence = document.sentences[document.sentenceIndex(of: head)]
    return sentence.filter { document.tokens[$0].head == .token(head) }
  }

  private func hasCopula(_ token: Int) -> Bool { dependents(token).contains { document.tokens[$0].deprel == "cop" } }

  /// - Parameter isOwn: Whether the words of time hang on the verb itself: only those does its present tense make future
  ///   ("meets on Monday", but not "is linked to the August 7 bombings").
  ///   - isAim: Whether they name an aim ("postponed to May").
  private func predicate(_ verb: Int, isOwn: Bool, isAim: Bool) -> Int {
    let word = document.tokens[verb]
    let below = dependents(verb)
    let auxiliaries = below.filter {
      document.tokens[$0].deprel.hasPrefix("aux") || document.tokens[$0].deprel == "cop"
    }
    let lemmas = auxiliaries.map { document.tokens[$0].lemma.lowercased() }
    let forms = auxiliaries.map { document.form($0).lowercased() }
    if forms.contains("would") { return lemmas.contains("have") ? 0 : 1 }
    if lemmas.contains(where: ["will", "shall"].contains) || forms.contains(where: ["'ll", "’ll", "wo"].contains) {
      return 2
    }
    if lemmas.contains(where: ["can", "may", "might", "must", "should"].contains), !lemmas.contains("have") {
      return 1
    }
    // "to meet on Friday": as what governs it looks ahead, or nothing does.
    let isInfinitive =
      word.feats.contains("VerbForm=Inf")
      && below.contains { document.tokens[$0].deprel == "mark" && document.form($0).lowercased() == "to" }
    if isInfinitive {
      // "Is to travel on Friday".
      if forms.contains(where: ["is", "are", "am"].contains) { return 2 }
      guard case .token(let head) = word.head else { return 1 }
      if Self.ahead.contains(document.tokens[head].lemma) || ["go", "be"].contains(document.tokens[head].lemma) {
        return 1
      }
      return word.deprel == "acl" || word.deprel == "xcomp" && !isPast(head) ? 1 : predicateOrNothing(head)
    }
    let isAhead = Self.ahead.contains(word.lemma) && (word.feats.contains("VerbForm=Part") || word.upos == "ADJ")
    let isPassive = forms.contains("was") || forms.contains("were")
    if isAhead {
      let isSpoken = Self.spoken.contains(word.lemma)
      // "Had asked for the meeting on Monday": it was asked then.
      let isTold = isSpoken && !isAim && (isPassive && isOwn || forms.contains("had"))
      // "Was expected on Wednesday", told on Thursday: he may have come.
      if !isTold { return isPassive && isOwn && !isSpoken && !isAim ? 0 : 1 }
    }
    // "Invited her to a summit in May": what is proposed lies ahead.
    if ["invite", "propose", "postpone", "schedule"].contains(word.lemma), !isOwn { return 1 }
    let isOver = isOwn && !isAim
    if forms.contains(where: ["was", "were", "had", "did", "has", "have", "'d", "’d"].contains) {
      return isOver ? -2 : -1
    }
    if word.feats.contains("Tense=Past"), !forms.contains(where: ["is", "are", "be", "'s", "’s"].contains) {
      return isOver ? -2 : -1
    }
    // "meets on Monday", "is meeting on Monday".
    if word.feats.contains("Tense=Pres") || forms.contains(where: ["is", "are", "am"].contains) {
      return !isOwn || word.feats.contains("VerbForm=Ger")
        || word.feats.contains("VerbForm=Part") && auxiliaries.isEmpty ? 0 : 2
    }
    return 0
  }

  private func isPast(_ token: Int) -> Bool { document.tokens[token].feats.contains("Tense=Past") }

  private func predicateOrNothing(_ token: Int) -> Int {
    document.tokens[token].upos == "VERB" ? (isPast(token) ? -1 : 0) : 0
  }
}
