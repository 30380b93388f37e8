/// A coding rule: words that make an act of a category, and where its parties stand.
public struct Rule: Sendable {
  /// Where parties are looked for.
  public enum Place: Sendable, Hashable {
    /// Arguments in a role.
    case role(Proposition.Role)
    /// The agent of the clause that the predicate governs.
    case complement
    /// Who owns, by possessive or adjective, what the act is done to.
    case possessorOfPatient
    /// Any party named within what the act is done to.
    case inPatient
    /// Any party named within the clause that the predicate governs.
    case inComplement
  }

  /// Lemmas that an argument's head must be of, or must not.
  public struct Condition: Sendable, Hashable {
    /// The lemmas, in lower case.
    public var lemmas: Set<String>
    /// Whether they are forbidden instead of asked for.
    public var isForbidden: Bool
  }

  /// Verb phrases of which the governed clause must be one, or must not.
  public struct ClauseCondition: Sendable, Hashable {
    /// The phrases.
    public var phrases: [Phrase]
    /// Whether they are forbidden instead of asked for.
    public var isForbidden: Bool
  }

  /// A sentence with what the rule should make of it.
  public struct Example: Sendable, Hashable {
    /// The sentence.
    public var text: String
    /// Codes of the actors, `nil` where the rule must not apply at all.
    public var actors: [String]?
    /// Codes of the recipients.
    public var recipients: [String]
    /// The auxiliary modes.
    public var auxiliaries: [Auxiliary]
    /// The line of its file, from 1.
    public var line: Int
  }

  /// `consult/visit`: the file's name and the rule's own.
  public var id: String
  /// The category of the act.
  public var category: Category
  /// PLOVER's mode, or empty.
  public var mode: String
  /// The CAMEO code; empty where the category's and mode's own holds.
  public var cameo: String
  /// PLOVER's contexts.
  public var contexts: [String]
  /// The words, by their lemmas.
  public var phrases: [Phrase]
  /// Where actors stand: the first place with a political actor counts; places in one group are taken together.
  public var actor: [[Place]]
  /// Where recipients stand.
  public var recipient: [[Place]]
  /// What the patient must be or not be.
  public var object: Condition?
  /// What the agent must be or not be.
  public var agent: Condition?
  /// What the governed clause must tell or not tell.
  public var clause: ClauseCondition?
  /// Whether some party must be found, actor or recipient.
  public var needsAny: Bool
  /// Whether an actor must be found.
  public var needsActor: Bool
  /// Whether a recipient must be found.
  public var needsRecipient: Bool
  /// Whether its words leave no doubt, so that it stands also where the event head sees no act, and beside one of another category that
  /// shares its words: "asked in a letter" is a request, and a letter.
  public var standsAlone = false
  /// The rule's own examples.
  public var examples: [Example]
  /// The file it stands in, as messages name it.
  public var file: String
  /// The line of its file where it begins, from 1.
  public var line: Int
  /// Its lines without comments, as they stand.
  public var lines: [String]
  /// Whether a user added it to the rules that come with Chancery, which then give way to it.
  public var isOwn: Bool
}

/// Words of a rule by their lemmas, about one predicate.
public struct Phrase: Sendable, Hashable {
  /// A preposition or particle, and what must stand after it.
  public struct Adjunct: Sendable, Hashable {
    /// The preposition or particle: alternatives.
    public var prepositions: [String]
    /// Lemmas of which the word after it (or, after a particle, the object) must be one; empty where anything may stand.
    public var nouns: [String]
  }

  /// Verb, noun or adjective.
  public var kind: Proposition.Kind
  /// The lemmas of the predicate, one of which must be there.
  public var heads: [String]
  /// Lemmas of which the object must have one as its head; empty where any object, or none, may stand.
  public var objects: [String]
  /// Modifiers that must stand before the head of a noun phrase, or of the object: alternatives, in order.
  public var modifiers: [[String]]
  /// Prepositions and particles.
  public var adjuncts: [Adjunct]

  static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead", "along", "among", "apart", "around", "aside", "at", "away",
    "back",
    "before", "behind", "between", "by", "down", "for", "forward", "from", "in", "into", "of", "off", "on", "onto",
    "out",
    "over", "through", "to", "together", "toward", "towards", "under", "up", "upon", "with", "within", "without",
    "alongside",
    "via", "during", "beside", "beyond", "despite", "since", "until", "throughout", "inside", "outside", "home", "open",
    "free", "near",
  ]

  /// Reads a phrase; `nil` where there is no word that could be its head.
  init?(_ text: some StringProtocol, kind: Proposition.Kind) {
    var words = text.split(whereSeparator: { $0 == " " || kind == .noun && $0 == "-" }).map { word in
      word.split(separator: "/").map { $0.lowercased() }
    }
    guard words.allSatisfy({ !$0.isEmpty }), !words.isEmpty else { return nil }
    func isPreposition(_ word: [String]) -> Bool { word.allSatisfy { Self.prepositions.contains($0) } }
    self.kind = kind
    objects = []
    modifiers = []
    adjuncts = []
    if kind == .noun {
      let end = words.firstIndex(where: isPreposition) ?? words.count
      guard end > 0 else { return nil }
      heads = words[end - 1]
      modifiers = Array(words[..<(end - 1)])
      words = Array(words[end...])
    } else {
      heads = words.removeFirst()
      let end = words.firstIndex(where: isPreposition) ?? words.count
      if end > 0 {
        objects = words[end - 1]
        modifiers = Array(words[..<(end - 1)])
      }
      words = Array(words[end...])
    }
    while let preposition = words.first {
      words.removeFirst()
      let end = words.firstIndex(where: isPreposition) ?? words.count
      // Of several words after a preposition the last is the head.
      let nouns = end > 0 ? words[end - 1] : []
      words = Array(words[end...])
      adjuncts.append(Adjunct(prepositions: preposition, nouns: nouns))
    }
  }
}
