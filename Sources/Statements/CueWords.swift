/// How a verb takes what is said or thought.
struct CueFrames: OptionSet, Sendable {
  let rawValue: UInt16

  /// A clause: "said that it would leave".
  static let clause = CueFrames(rawValue: 1 << 0)
  /// An infinitive: "vowed to leave", with a person before it "urged them to leave".
  static let infinitive = CueFrames(rawValue: 1 << 1)
  /// A noun phrase: "denied the report".
  static let object = CueFrames(rawValue: 1 << 2)
  /// A noun phrase with all that is said of it: "called the report a lie", "accused them of lying".
  static let naming = CueFrames(rawValue: 1 << 3)
  /// The subject of the passive with its infinitive: "he is expected to leave".
  static let raising = CueFrames(rawValue: 1 << 4)
}

/// A verb that attributes words or thoughts.
struct CueVerb: Sendable {
  /// Frames that attribute whether or not the encoder agrees.
  var sure: CueFrames = []
  /// Frames that attribute where the encoder agrees.
  var possible: CueFrames = []
  /// Prepositions before a noun phrase that is the content: "for" of "called for a ban".
  var prepositions: [String] = []
  /// Whether the preposition's phrase attributes without the encoder.
  var prepositionIsSure = false
  /// What the speaker does by it.
  var stance = Statement.Stance.assert
  /// What the speaker does by it with an infinitive: "asked them to leave" demands.
  var infinitiveStance = Statement.Stance.assert

  /// All frames, sure or not.
  var frames: CueFrames { sure.union(possible) }
}

/// The words that attribute: verbs with their frames, nouns, adverbs.
enum CueWords {
  /// The verbs by their dictionary form.
  static let verbs: [String: CueVerb] = readVerbs(verbTable)

  /// The verb that a word is a form of, by its dictionary form or, where the encoder mistook that, by its spelling.
  static func verb(lemma: String, form: String) -> CueVerb? {
    verbs[lemma] ?? verbs[lemma.lowercased()] ?? spellings[form].flatMap { verbs[$0] }
  }

  /// The dictionary forms of the verbs by every spelling of theirs.
  private static let spellings: [String: String] = {
    var spellings: [String: String] = [:]
    for line in verbTable.split(separator: "\n") {
      guard let lemma = line.split(separator: " ").first.map(String.init) else { continue }
      for form in CueInflection.forms(of: lemma) { spellings[form] = lemma }
    }
    return spellings
  }()

  /// Nouns that take a clause or an infinitive as what is said or thought: "the claim that", "a pledge to".
  static let nouns: [String: Statement.Stance] = {
    var nouns: [String: Statement.Stance] = [:]
    for line in nounTable.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let stance = words.first.flatMap(Statement.Stance.init(rawValue:)) else { continue }
      for word in words.dropFirst() { nouns[word] = stance }
    }
    return nouns
  }()

  /// What is said of words held to be untrue: "called the charge a fabrication", "the allegations are baseless".
  static let falsehoods: Set<String> = [
    "lie", "lies", "fabrication", "fabrications", "fabricated", "slander", "slanderous", "libel", "libellous",
    "nonsense",
    "fantasy", "fantasies", "fiction", "fictitious", "baseless", "groundless", "unfounded", "untrue", "false",
    "falsehood", "falsehoods", "absurd", "absurdity", "ridiculous", "preposterous", "propaganda", "fake", "smear",
    "smears", "myth", "fairy", "folklore", "hoax", "invention", "inventions", "invented", "concocted", "distortion",
    "distortions", "disinformation", "misinformation", "rubbish", "garbage", "inaccurate", "incorrect", "misleading",
    "scaremongering", "defamatory", "defamation", "insinuation", "insinuations", "ludicrous", "outrageous", "bogus",
    "unsubstantiated", "hysterical", "provocation", "canard", "speculation", "theatre", "theater",
  ]

  /// Adverbs by which an article vouches for nothing.
  static let hearsay: Set<String> = ["allegedly", "reportedly", "purportedly", "supposedly"]

  /// Reads the table of verbs: a word, then its frames, `c` clause, `i` infinitive, `o` object, `n` naming, `r` raising,
  /// in capitals where they are sure; then prepositions after a colon, sure after two; then a stance, and after a
  /// stroke that of the infinitive.
  private static func readVerbs(_ table: String) -> [String: CueVerb] {
    let letters: [Character: CueFrames] = [
      "c": .clause, "i": .infinitive, "o": .object, "n": .naming, "r": .raising,
    ]
    var verbs: [String: CueVerb] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let lemma = words.first else { continue }
      var verb = CueVerb()
      for word in words.dropFirst() {
        if word.hasPrefix(":") {
          verb.prepositionIsSure = word.hasPrefix("::")
          verb.prepositions = word.drop { $0 == ":" }.split(separator: ",").map(String.init)
        } else if let stance = Statement.Stance(rawValue: word) {
          verb.stance = stance
          verb.infinitiveStance = stance
        } else if word.hasPrefix("/"), let stance = Statement.Stance(rawValue: String(word.dropFirst())) {
          verb.infinitiveStance = stance
        } else {
          for letter in word {
            guard let frame = letters[Character(letter.lowercased())] else { continue }
            if letter.isUppercase { verb.sure.insert(frame) } else { verb.possible.insert(frame) }
          }
        }
      }
      verbs[lemma] = verb
    }
    return verbs
  }
}
