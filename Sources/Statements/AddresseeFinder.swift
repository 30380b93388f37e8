internal import Language

/// Finds in the trees to whom something is said.
struct AddresseeFinder {
  let tree: WordTree

  /// Verbs whose object hears what is said, whoever that is: "told reporters that".
  private static let told: Set<String> = [
    "tell", "assure", "inform", "remind", "warn", "notify", "brief", "caution", "convince", "persuade", "reassure",
    "advise", "lecture", "promise", "ask", "text", "email",
  ]

  /// Verbs that bid their object do something: "urged Tehran to release them".
  private static let bidden: Set<String> = [
    "urge", "order", "command", "instruct", "implore", "beg", "press", "encourage", "invite", "request", "direct",
    "exhort", "entreat", "challenge", "dare", "forbid", "lobby", "pressure",
  ]

  /// Prepositions by which some verbs name who hears them.
  private static let prepositions: [String: Set<String>] = [
    "call": ["on", "upon"], "appeal": ["to"], "plead": ["with", "to"], "say": ["to"], "write": ["to"],
    "explain": ["to"],
    "complain": ["to"], "confirm": ["to"], "report": ["to"], "announce": ["to"], "promise": ["to"], "pledge": ["to"],
    "offer": ["to"], "reply": ["to"], "respond": ["to"], "admit": ["to"], "apologise": ["to"], "apologize": ["to"],
    "confess": ["to"], "declare": ["to"], "describe": ["to"], "mention": ["to"], "reveal": ["to"], "signal": ["to"],
    "speak": ["to", "with"], "suggest": ["to"], "testify": ["to", "before"], "propose": ["to"], "repeat": ["to"],
    "protest": ["to"], "vow": ["to"], "express": ["to"], "convey": ["to"], "relay": ["to"], "stress": ["to"],
    "state": ["to"], "deny": ["to"], "indicate": ["to"], "insist": ["to"],
  ]

  /// What is said or written to somebody: "in a letter to the Security Council", "in an interview with Der Spiegel".
  private static let occasions: Set<String> = [
    "interview", "letter", "message", "speech", "address", "remarks", "remark", "call", "briefing", "conversation",
    "telegram", "cable", "email", "e-mail", "note", "testimony", "presentation", "statement", "comment", "talk",
    "meeting", "complaint", "memo", "report", "appeal", "answer", "reply", "response",
  ]

  /// The word that governs the words for who is addressed, by the cue that attributes; `nil` where the sentence names
  /// nobody. `isSomebody` says whether a word stands for somebody: what is not said to persons and bodies has no addressee.
  func addressee(of cue: Int, isSomebody: (Int) -> Bool) -> Int? {
    guard tree.document.tokens[cue].upos == "VERB" else { return occasion(of: cue, isSomebody) }
    if let hearer = hearer(of: cue, isSomebody) ?? occasion(of: cue, isSomebody) { return hearer }
    // "told reporters that …, adding that …": the same hear both.
    guard ["advcl", "conj", "xcomp"].contains(tree.relation(cue)), tree.dependent(of: cue, "nsubj") == nil,
      let head = tree.head(of: cue), tree.cueVerb(head) != nil
    else { return nil }
    return hearer(of: head, isSomebody) ?? occasion(of: head, isSomebody)
  }

  private func hearer(of cue: Int, _ isSomebody: (Int) -> Bool) -> Int? {
    let lemma = tree.document.tokens[cue].lemma.lowercased()
    let isTold = Self.told.contains(lemma)
    if isTold || Self.bidden.contains(lemma) {
      for dependent in tree.dependents(of: cue) {
        switch tree.document.tokens[dependent].deprel {
        case "iobj", "obj", "nsubj:pass":
          if isSomebody(dependent) || isTold && tree.document.tokens[dependent].deprel == "iobj" { return dependent }
        default: continue
        }
      }
    }
    guard let prepositions = Self.prepositions[lemma] else { return nil }
    return tree.dependents(of: cue).first { dependent in
      tree.relation(dependent) == "obl" && isSomebody(dependent) && isMarked(dependent, by: prepositions)
    }
  }

  /// Who hears it by the occasion that the clause names: "speaking to lawmakers", "in a call with Biden".
  private func occasion(of cue: Int, _ isSomebody: (Int) -> Bool) -> Int? {
    for dependent in tree.dependents(of: cue) {
      switch tree.relation(dependent) {
      case "obl" where Self.occasions.contains(tree.document.tokens[dependent].lemma.lowercased()):
        let hearer = tree.dependents(of: dependent).first { other in
          tree.relation(other) == "nmod" && isSomebody(other) && isMarked(other, by: ["to", "with", "before"])
        }
        if let hearer { return hearer }
      case "advcl":
        if ["speaking", "talking", "writing"].contains(tree.forms[dependent]),
          let hearer = tree.dependents(of: dependent).first(where: {
            tree.relation($0) == "obl" && isSomebody($0) && isMarked($0, by: ["to", "with", "before"])
          })
        {
          return hearer
        }
        if tree.forms[dependent] == "addressing", let object = tree.dependent(of: dependent, "obj"), isSomebody(object)
        {
          return object
        }
      default: continue
      }
    }
    return nil
  }

  private func isMarked(_ token: Int, by prepositions: Set<String>) -> Bool {
    tree.dependent(of: token, "case").map { prepositions.contains(tree.forms[$0]) } ?? false
  }
}
