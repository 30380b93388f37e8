import Actors
import Articles
import Language

/// How far a sentence says that something has come: what a promise that is told again is judged by.
public struct Phase: OptionSet, Sendable, Hashable {
  /// The signs as bits.
  public let rawValue: Int

  /// Signs as bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Something was done: a verb of the past or the perfect that is none of speech.
  public static let done = Phase(rawValue: 1)
  /// Something is still to be done.
  public static let ahead = Phase(rawValue: 1 << 1)
  /// Something is not so.
  public static let negated = Phase(rawValue: 1 << 2)
  /// Something ought to have been: "should have begun", "were to have ended", "is yet to", "still waits".
  public static let missed = Phase(rawValue: 1 << 3)
  /// A part or a beginning: "four of the eight", "the first", "began".
  public static let partial = Phase(rawValue: 1 << 4)
  /// All of it, or the last of it.
  public static let entire = Phase(rawValue: 1 << 5)
  /// It is taken back: "scrapped", "went back on its promise".
  public static let withdrawn = Phase(rawValue: 1 << 6)
  /// It recalls that something was promised, agreed, or set for a day.
  public static let recalled = Phase(rawValue: 1 << 7)
  /// Somebody thanks for it.
  public static let thanked = Phase(rawValue: 1 << 8)
  /// It is not going to be: "will not sail", "will stay".
  public static let refused = Phase(rawValue: 1 << 9)
}

/// A clause of a sentence, with how far it says that things have come.
package struct ClausePhase: Sendable {
  /// Its words, but for those of clauses within it.
  package let tokens: [Int]
  /// How far things have come.
  package let phase: Phase
}

extension Reading {
  /// The clauses of each sentence. Linear in the number of words.
  package var clauses: [[ClausePhase]] {
    let reader = PhaseReader(self)
    return document.sentences.map(reader.clauses)
  }
}

/// Reads the signs of clauses off a sentence's tree.
private struct PhaseReader {
  private let document: Document
  private let tree: DependencyTree
  private let cues: Set<Int>
  private let datelines: [Span]

  init(_ reading: Reading) {
    document = reading.document
    tree = DependencyTree(reading.document)
    datelines = Datelines.find(in: reading.document.text)
    // Where an act is seen, the word tells more than that somebody speaks.
    cues = Set(reading.statements.compactMap(\.cueToken)).subtracting(reading.events.map(\.token))
  }

  private static let promising: Set<String> = [
    "promise", "pledge", "agree", "announce", "plan", "undertake", "commit", "offer", "order", "vow", "schedule",
    "contract", "set", "expect", "intend", "decide", "assure",
  ]
  private static let promises: Set<String> = [
    "promise", "pledge", "agreement", "commitment", "undertaking", "deadline", "assurance", "deal", "offer", "plan",
    "accord", "contract", "decision", "date", "word",
  ]
  private static let speech: Set<String> = [
    "say", "tell", "add", "ask", "call", "speak", "note", "recall", "insist", "complain", "accuse", "praise", "thank",
    "criticise", "criticize", "describe", "believe", "think", "hope", "want", "know", "warn", "urge", "demand",
    "confirm", "report", "reply", "welcome", "deny", "reject", "look", "seem", "appear", "mean", "stand", "own", "need",
    "like", "feel", "see", "hear", "watch", "wonder", "laugh", "smile",
  ]
  /// Verbs that take an undertaking back whatever they have for object, and those that do with a promise for object.
  private static let scrapping: Set<String> = ["scrap", "shelve", "rescind", "renege", "revoke", "axe", "ditch"]
  private static let dropping: Set<String> = [
    "drop", "withdraw", "abandon", "cancel", "retract", "reverse", "suspend", "freeze", "halt", "call",
    "take", "go", "back", "overturn", "annul", "void", "pull",
  ]
  private static let beginnings: Set<String> = ["begin", "start", "launch"]
  private static let waiting: Set<String> = [
    "wait", "await", "remain", "stay", "lie", "sit", "hang", "lapse", "expire", "miss", "delay", "stall", "slip",
  ]

  private func lemma(_ token: Int) -> String { document.tokens[token].lemma.lowercased() }
  private func form(_ token: Int) -> String { document.form(token).lowercased() }

  func clauses(_ sentence: Range<Int>) -> [ClausePhase] {
    var heads: [Int] = []
    var clauseOf: [Int: [Int]] = [:]
    let dateline = datelines.first { $0.overlaps(document.span(sentence)) }
    for token in sentence where dateline.map({ !$0.overlaps(document.tokens[token].span) }) ?? true {
      let head = clause(of: token)
      if clauseOf[head] == nil { heads.append(head) }
      clauseOf[head, default: []].append(token)
    }
    return heads.compactMap { head in
      clauseOf[head].map { tokens in ClausePhase(tokens: tokens, phase: phase(tokens, sentence)) }
    }
  }

  private func phase(_ tokens: [Int], _ sentence: Range<Int>) -> Phase {
    var phase: Phase = []
    for token in tokens {
      switch document.tokens[token].upos {
      case "VERB", "AUX": phase.formUnion(verb(token))
      case "NUM": phase.formUnion(number(token))
      default: break
      }
      phase.formUnion(sign(token, sentence))
    }
    // What will not be, and what will stay as it is, is not going to be done.
    if phase.contains(.ahead), phase.contains(.negated) || tokens.contains(where: { Self.staying.contains(lemma($0)) })
    {
      phase.insert(.refused)
    }
    // "has been at work"
    if tokens.contains(where: isPerfectState), !phase.contains(.negated) { phase.insert(.done) }
    return phase
  }

  private func isPerfectState(_ token: Int) -> Bool {
    document.tokens[token].relation == "cop" && form(token) == "been"
      && document.tokens[token].head.index.map { head in
        auxiliaries(head).contains { ["has", "have", "had"].contains(form($0)) }
          && !auxiliaries(head).contains { ["would", "could", "should", "may", "might", "must"].contains(form($0)) }
      } ?? false
  }

  private static let staying: Set<String> = ["stay", "remain", "keep"]

  /// The word at the head of a token's clause.
  private func clause(of token: Int) -> Int {
    var at = token
    for _ in 0..<64 {
      guard let up = document.tokens[at].head.index else { return at }
      switch document.tokens[at].relation {
      case "ccomp", "advcl", "acl", "parataxis", "csubj": return at
      case "conj" where ["VERB", "AUX"].contains(document.tokens[at].upos): return at
      default: at = up
      }
    }
    return at
  }

  private func auxiliaries(_ token: Int) -> [Int] {
    tree.dependents(of: token).filter { ["aux", "cop"].contains(String(document.tokens[$0].relation)) }
  }

  private func verb(_ token: Int) -> Phase {
    let word = lemma(token)
    let forms = auxiliaries(token).map(form)
    let isNegated = tree.dependents(of: token).contains { ["not", "n't", "n’t", "never"].contains(form($0)) }
    var phase: Phase = isNegated ? [.negated] : []
    let hasHave = forms.contains { ["have", "had", "has"].contains($0) }
    let isModal = forms.contains {
      ["would", "could", "should", "may", "might", "must", "will", "shall", "'ll", "’ll", "wo"].contains($0)
    }
    let isInfinitive =
      tree.dependents(of: token).contains { document.tokens[$0].relation == "mark" && form($0) == "to" }
    if forms.contains(where: { ["will", "shall", "'ll", "’ll", "wo"].contains($0) }) { phase.insert(.ahead) }
    if forms.contains("have"), isModal || isInfinitive { phase.insert(.missed) }
    if isInfinitive {
      let above = document.tokens[token].head.index
      let governing = forms + (above.map { [form($0)] + auxiliaries($0).map(form) } ?? [])
      if governing.contains(where: { ["was", "were"].contains($0) }) {
        // "was to open", "was due to open"
        if forms.contains(where: { ["was", "were"].contains($0) }) || above.map(isExpected) ?? false {
          phase.insert(.missed)
        }
      } else if governing.contains(where: { ["is", "are"].contains($0) }) {
        phase.insert(.ahead)
      }
      if let above, ["fail", "refuse", "yet"].contains(lemma(above)) || form(above) == "ought" {
        phase.insert(.missed)
      }
    }
    if isDone(token, forms, hasHave), !isNegated, !isModal, !isInfinitive, !cues.contains(token) {
      if Self.promising.contains(word) {
        phase.insert(.recalled)
      } else if !Self.speech.contains(word), !Self.waiting.contains(word) {
        phase.insert(.done)
      }
    }
    if Self.beginnings.contains(word), phase.contains(.done), hasInfinitive(token) { phase.insert(.partial) }
    if word == "thank" { phase.insert(.thanked) }
    if word == "break", hasPromise(token) { phase.insert(.missed) }
    let isSupposed = forms.contains { ["may", "might", "could", "would"].contains($0) }
    if !isSupposed, !isNegated, Self.scrapping.contains(word) || Self.dropping.contains(word) && takesBack(token, word)
    {
      phase.insert(.withdrawn)
    }
    return phase
  }

  /// Whether a verb tells of the past: by its form, or as a participle by what stands with it.
  private func isDone(_ token: Int, _ forms: [String], _ hasHave: Bool) -> Bool {
    let verb = document.tokens[token]
    guard verb.upos == "VERB" else { return false }
    if hasHave { return true }
    guard verb.feature("Tense") == "Past" || verb.feature("VerbForm") == "Part" && verb.feature("Tense") != "Pres"
    else {
      return false
    }
    if verb.feature("VerbForm") == "Fin" { return true }
    return !forms.contains { ["is", "are", "be", "being", "am"].contains($0) }
  }

  private func hasInfinitive(_ token: Int) -> Bool {
    tree.dependents(of: token).contains { document.tokens[$0].deprel == "xcomp" }
  }

  private func isExpected(_ token: Int) -> Bool {
    ["due", "suppose", "supposed", "expect", "expected", "schedule", "scheduled", "set", "be", "mean"].contains(
      lemma(token))
  }

  private func isPast(_ token: Int) -> Bool {
    auxiliaries(token).contains { ["was", "were", "been"].contains(form($0)) }
  }

  /// Whether a verb has a promise, plan or visit for what it drops, or says so by its particle: "called off", "went back on".
  private func takesBack(_ token: Int, _ word: String) -> Bool {
    let particles = tree.dependents(of: token).map(form)
    switch word {
    case "call": return particles.contains("off")
    case "go":
      return particles.contains("back") && particles.contains(where: { $0 == "on" })
        || isFollowed(token, ["back", "on"])
    case "back": return particles.contains("out") || particles.contains("away")
    case "take": return particles.contains("back")
    case "pull": return particles.contains("out") && hasPromise(token)
    default: return hasPromise(token)
    }
  }

  private func isFollowed(_ token: Int, _ words: [String]) -> Bool {
    words.indices.allSatisfy { token + 1 + $0 < document.tokens.count && form(token + 1 + $0) == words[$0] }
  }

  private func hasPromise(_ token: Int) -> Bool {
    tree.dependents(of: token).contains { child in
      let relation = document.tokens[child].deprel
      return (relation == "obj" || relation == "nsubj:pass" || relation.hasPrefix("obl"))
        && (Self.promises.contains(lemma(child))
          || tree.dependents(of: child).contains { Self.promises.contains(lemma($0)) })
    }
  }

  /// "four of the eight", "twelve of the 24 kits".
  private func number(_ token: Int) -> Phase {
    let next = token + 1
    guard next + 1 < document.tokens.count, form(next) == "of" else { return [] }
    let end = min(document.tokens.count, next + 4)
    let hasNumber = (next + 1..<end).contains { document.tokens[$0].upos == "NUM" }
    return hasNumber || ["them", "its", "the"].contains(form(next + 1)) ? .partial : []
  }

  private func sign(_ token: Int, _ sentence: Range<Int>) -> Phase {
    let word = form(token)
    switch word {
    case "no", "nothing", "none", "nobody", "neither", "without", "never", "nor": return .negated
    case "first": return isBefore(token, "NUM", "ADP") ? .partial : []
    case "gone": return .done
    case "half": return isFollowed(token, ["of"]) || isFollowed(token, ["the"]) ? .partial : []
    case "partly", "partially", "another", "instalment", "installment", "instalments", "installments":
      return .partial
    case "far": return token > sentence.lowerBound && form(token - 1) == "so" ? .partial : []
    case "last", "final", "remaining", "all", "entire", "whole", "fully":
      return isBefore(token, "NOUN", "NUM", "ADP", "DET") ? .entire : []
    case "still": return .missed
    case "yet": return token + 1 < sentence.upperBound && form(token + 1) == "to" ? .missed : []
    case "overdue", "undelivered", "unfulfilled", "unpaid", "unkept": return .missed
    case "mockery", "u-turn": return .withdrawn
    default: break
    }
    let lemma = lemma(token)
    if document.tokens[token].upos == "NOUN", Self.promises.contains(lemma) { return .recalled }
    if document.tokens[token].upos == "VERB", Self.waiting.contains(lemma), lemma != "lie", lemma != "sit" {
      return .missed
    }
    return []
  }

  private func isBefore(_ token: Int, _ tags: String...) -> Bool {
    token + 1 < document.tokens.count && tags.contains(document.tokens[token + 1].upos)
  }
}
