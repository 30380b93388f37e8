/// Words that decide who does what in a construction.
extension PropositionReader {
  /// Verbs that say no more than that the act named by their object takes place.
  static let lightVerbs: Set<String> = [
    "hold", "have", "pay", "make", "conduct", "stage", "launch", "carry out", "give", "begin", "open", "issue", "mount",
    "undertake", "perform", "do", "start", "resume", "continue", "lead", "host", "take", "file", "lodge", "deliver",
    "express", "voice", "offer", "extend", "impose", "provide", "sign", "reach", "strike", "conclude", "repeat",
    "renew",
    "step up", "intensify", "plan", "schedule", "arrange", "announce", "declare", "send", "commit", "wage", "place",
    "put",
  ]

  /// Whether what such a verb is joined to by a hyphen does what the noun after it tells: "U.S.-led strikes".
  static func isLight(_ lemma: String) -> Bool {
    lightVerbs.contains(lemma) || ["broker", "mediate", "sponsor", "organize", "organise"].contains(lemma)
  }

  /// The same, with the noun after a preposition.
  static let lightWithPreposition: Set<String> = [
    "take in", "engage in", "participate in", "join in", "meet for", "travel for", "arrive for", "arrive on", "go on",
    "set on", "enter into", "come under", "respond with", "sit for",
  ]

  /// Verbs whose object gets something, so that the passive may have it for its subject.
  static let giving: Set<String> = [
    "give", "grant", "offer", "deny", "refuse", "award", "hand", "send", "pay", "promise", "lend", "sell", "allow",
    "guarantee", "owe", "show", "tell", "teach",
  ]

  /// Verbs whose subject does what is governed, whatever their object.
  static let subjectControlling: Set<String> = [
    "promise", "threaten", "offer", "pledge", "vow", "swear", "use", "take", "spend", "need", "risk",
  ]

  /// Verbs whose object is told to do what is governed. Who is sent does what the sender does.
  static let ordering: Set<String> = [
    "invite", "order", "ask", "urge", "tell", "authorize", "authorise", "task", "press", "pressure",
  ]

  /// Verbs that address whoever is to do what is governed with a preposition.
  static let addressing: [String: Set<String>] = [
    "call": ["on", "upon"], "appeal": ["to"], "plead": ["with"], "prevail": ["on", "upon"], "lean": ["on"],
    "lobby": ["with"], "pray": ["to"], "signal": ["to"],
  ]

  /// Nouns of asking, with the prepositions before whoever is asked.
  static let asking: [String: Set<String>] = [
    "pressure": ["on", "upon"], "call": ["to", "on", "for"], "appeal": ["to"], "plea": ["to"], "request": ["to"],
    "demand": ["to", "on"], "order": ["to", "for"], "warning": ["to"], "ultimatum": ["to"],
    "invitation": ["to", "for"],
    "instruction": ["to"], "permission": ["for"], "deadline": ["for"], "advice": ["to"], "message": ["to"],
  ]

  /// Verbs of which *of*, *for* or *from* with a clause tells what their object did: "accused Iran of lying".
  static let accusing: Set<String> = [
    "accuse", "suspect", "blame", "condemn", "criticize", "criticise", "denounce", "praise", "thank", "charge",
    "convict",
    "censure", "fault", "ban", "bar", "prevent", "stop", "prohibit", "dissuade", "discourage", "deter", "apologize",
  ]
}
