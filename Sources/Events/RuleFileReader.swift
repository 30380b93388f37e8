/// Reads the lines of a rule file one after another, and goes on after each error.
struct RuleFileReader {
  private(set) var rules: [Rule] = []
  private(set) var errors: [RulesError] = []
  private let path: String
  private let name: String
  private let isOwn: Bool
  private var draft: Draft?
  private var isLost = false

  /// A rule that is being read.
  private struct Draft {
    var rule: Rule
    /// The fields seen so far.
    var fields: [Substring] = []
    /// Whether nothing was wrong so far.
    var isSound: Bool
  }

  init(path: String, name: String, isOwn: Bool) {
    self.path = path
    self.name = name
    self.isOwn = isOwn
  }

  private mutating func complain(_ line: Int, _ message: String) {
    errors.append(RulesError(file: path, line: line, message: message))
    draft?.isSound = false
  }

  /// Reads the next line.
  mutating func read(_ line: Substring, number: Int) {
    let trimmed = line.trimmed
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    if line.first != " " && line.first != "\t" {
      finish()
      header(trimmed, number)
    } else if draft != nil {
      field(trimmed, number)
    } else if !isLost {
      isLost = true  // Once is enough for all the lines that have no rule.
      complain(number, "an indented line before the first rule; begin with 'name: CATEGORY/mode' at the margin")
    }
    draft?.rule.lines.append(String(line))
  }

  /// Ends the last rule.
  mutating func finish() {
    guard let done = draft else { return }
    let rule = done.rule
    if done.isSound, rule.phrases.isEmpty {
      complain(rule.line, "the rule '\(rule.id)' has no verbs, nouns or adjectives; write 'verbs: …' below it")
    }
    if let other = rules.first(where: { $0.id == rule.id }) {
      complain(
        rule.line, "a second rule is called '\(rule.id)' (the first in line \(other.line)); give it another name")
    }
    if draft?.isSound == true { rules.append(rule) }
    draft = nil
  }

  // MARK: The first line

  private mutating func header(_ line: Substring, _ number: Int) {
    let form = "write 'name: CATEGORY/mode, cameo 042, context diplomatic'"
    let colon = line.firstIndex(of: ":")
    let ruleName = line[..<(colon ?? line.endIndex)].trimmed
    let parts = colon.map { line[line.index(after: $0)...].split(separator: ",").map(\.trimmed) } ?? []
    let kind = (parts.first ?? "").split(separator: "/", maxSplits: 1).map(\.trimmed)
    let category = kind.first.flatMap { Category(rawValue: String($0)) }
    let mode = kind.count > 1 ? String(kind[1]) : ""
    // What follows a broken first line is looked at, too, under any category.
    draft = Draft(
      rule: Rule(
        id: "\(name)/\(ruleName)", category: category ?? .consult, mode: mode, cameo: "", contexts: [], phrases: [],
        actor: [[.role(.agent)]], recipient: [], object: nil, agent: nil, clause: nil, needsAny: false,
        needsActor: false, needsRecipient: false, examples: [], file: path, line: number, lines: [], isOwn: isOwn),
      isSound: true)
    guard colon != nil else {
      complain(number, "'\(line)' is no rule's first line; \(form)")
      return
    }
    if ruleName.isEmpty || !ruleName.utf8.allSatisfy({ Self.isNameByte($0) }) {
      complain(number, "'\(ruleName)' is no rule's name; use letters, digits and hyphens")
    }
    guard let category else {
      let known = Category.allCases.map(\.rawValue).joined(separator: " ")
      complain(number, "'\(kind.first ?? "")' is none of PLOVER's categories: \(known)")
      return
    }
    let modes = Cameo.modes(of: category)
    if kind.count > 1, !modes.contains(mode) {
      let mend = modes.isEmpty ? "it has none" : "there are \(modes.joined(separator: ", "))"
      complain(number, "'\(mode)' is no mode of \(category.rawValue); \(mend)")
    }
    for part in parts.dropFirst() {
      let words = part.split(separator: " ")
      switch words.first {
      case "cameo" where words.count == 2:
        if !(2...4).contains(words[1].utf8.count) || !words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
          complain(number, "'\(words[1])' is no CAMEO code; write two to four digits")
        }
        draft?.rule.cameo = String(words[1])
      case "context" where words.count > 1:
        draft?.rule.contexts += words.dropFirst().map { String($0.filter { $0 != ";" }) }
      default: complain(number, "'\(part)' is neither 'cameo CODE' nor 'context WORD'; \(form)")
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  // MARK: Fields

  /// Fields that a rule may have but once: two would contradict each other.
  private static let single: Set<Substring> = ["actor", "recipient", "object", "agent", "clause", "needs", "stands"]

  private mutating func field(_ line: Substring, _ number: Int) {
    if line.hasPrefix("+") || line.hasPrefix("-") {
      example(line, number)
      return
    }
    guard let colon = line.firstIndex(of: ":") else {
      complain(number, "'\(line)' has no field name before a colon; write 'verbs: …', or '+ ' before an example")
      return
    }
    let field = line[..<colon].trimmed
    let value = line[line.index(after: colon)...].trimmed
    if Self.single.contains(field), draft?.fields.contains(field) == true {
      complain(number, "a second '\(field)'; join the two in one line")
    }
    draft?.fields.append(field)
    if value.isEmpty {
      complain(number, "'\(field)' is empty; fill it or leave it out")
      return
    }
    switch field {
    case "verbs":
      let found = phrases(value, .verb, number)
      draft?.rule.phrases += found
    case "nouns":
      let found = phrases(value, .noun, number)
      draft?.rule.phrases += found
    case "adjectives":
      let found = phrases(value, .adjective, number)
      draft?.rule.phrases += found
    case "actor":
      let found = places(value, number)
      draft?.rule.actor = found
    case "recipient":
      let found = places(value, number)
      draft?.rule.recipient = found
    case "object":
      let found = condition(value, number)
      draft?.rule.object = found
    case "agent":
      let found = condition(value, number)
      draft?.rule.agent = found
    case "clause":
      let found = clause(value, number)
      draft?.rule.clause = found
    case "needs": needs(value, number)
    case "stands":
      if value != "alone" {
        complain(number, "'stands: \(value)' says nothing; write 'stands: alone', or leave it out")
      }
      draft?.rule.standsAlone = true
    default:
      complain(
        number,
        "no field is called '\(field)'; there are verbs, nouns, adjectives, actor, recipient, object, agent, clause, needs"
      )
    }
  }

  private mutating func needs(_ value: Substring, _ number: Int) {
    for need in value.split(separator: ",").map(\.trimmed) {
      switch need {
      case "actor": draft?.rule.needsActor = true
      case "recipient": draft?.rule.needsRecipient = true
      case "any": draft?.rule.needsAny = true
      default: complain(number, "'\(need)' cannot be needed; write 'actor', 'recipient', both, or 'any'")
      }
    }
  }

  private mutating func phrases(_ value: Substring, _ kind: Proposition.Kind, _ number: Int) -> [Phrase] {
    var found: [Phrase] = []
    for text in value.split(separator: ";").map(\.trimmed) where !text.isEmpty {
      if let phrase = Phrase(text, kind: kind) {
        found.append(phrase)
      } else {
        complain(
          number, "'\(text)' has no word that could be its head; begin with it, and put none beside a '/' but words")
      }
    }
    return found
  }

  private mutating func places(_ value: Substring, _ number: Int) -> [[Rule.Place]] {
    if value == "none" || value == "-" { return [] }
    var groups: [[Rule.Place]] = []
    for group in value.split(separator: ",", omittingEmptySubsequences: false) {
      groups.append(
        group.split(separator: "+", omittingEmptySubsequences: false).compactMap { place($0.trimmed, number) })
    }
    return groups
  }

  private mutating func place(_ word: Substring, _ number: Int) -> Rule.Place? {
    switch word {
    case "agent": return .role(.agent)
    case "patient": return .role(.patient)
    case "complement": return .complement
    case "possessor of patient": return .possessorOfPatient
    case "in patient": return .inPatient
    case "in complement": return .inComplement
    default:
      if Phrase.prepositions.contains(String(word)) { return .role(.oblique(String(word))) }
      complain(
        number,
        "'\(word)' is no role; there are agent, patient, complement, in complement, possessor of patient, in patient, and prepositions"
      )
      return nil
    }
  }

  private mutating func condition(_ value: Substring, _ number: Int) -> Rule.Condition {
    let (list, isForbidden) = Self.list(value)
    let lemmas = list.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "/" }).map(\.trimmed)
    for lemma in lemmas where lemma.contains(where: \.isWhitespace) {
      complain(number, "'\(lemma)' is more than one word; a condition looks at the head alone, write that")
    }
    return Rule.Condition(lemmas: Set(lemmas.map { $0.lowercased() }), isForbidden: isForbidden)
  }

  private mutating func clause(_ value: Substring, _ number: Int) -> Rule.ClauseCondition {
    let (list, isForbidden) = Self.list(value)
    var found: [Phrase] = []
    for part in list.split(whereSeparator: { $0 == "," || $0 == ";" }) { found += phrases(part, .verb, number) }
    return Rule.ClauseCondition(phrases: found, isForbidden: isForbidden)
  }

  /// A list, and whether `!` stands before it.
  private static func list(_ value: Substring) -> (list: Substring, isForbidden: Bool) {
    value.hasPrefix("!") ? (value.dropFirst(), true) : (value, false)
  }

  // MARK: Examples

  private mutating func example(_ line: Substring, _ number: Int) {
    let body = line.dropFirst().trimmed
    let arrow = body.range(of: "=>")
    if body[..<(arrow?.lowerBound ?? body.endIndex)].trimmed.isEmpty {
      complain(number, "an example without a sentence; write it after '\(line.prefix(1))'")
      return
    }
    if line.hasPrefix("-") {
      if arrow != nil {
        complain(number, "a sentence to which the rule must not apply has no '=>'; take it out, or begin with '+'")
      }
      draft?.rule.examples.append(
        Rule.Example(text: String(body), actors: nil, recipients: [], auxiliaries: [], line: number))
      return
    }
    guard let arrow else {
      complain(number, "an example needs '=> ACTORS > RECIPIENTS' after its sentence")
      return
    }
    var parties = body[arrow.upperBound...].trimmed
    var auxiliaries: [Auxiliary] = []
    if let open = parties.firstIndex(of: "(") {
      for word in parties[parties.index(after: open)...].split(whereSeparator: { " ,;()".contains($0) }) {
        if let auxiliary = Auxiliary(rawValue: String(word)) {
          auxiliaries.append(auxiliary)
        } else {
          complain(number, "'\(word)' is no auxiliary mode; there are future, hypothetical, negation, historical")
        }
      }
      parties = parties[..<open].trimmed
    }
    let sides = parties.split(separator: ">", omittingEmptySubsequences: false)
    if sides.count > 2 { complain(number, "'\(parties)' has more than one '>'; join several codes of a side by '+'") }
    let codes = sides.map { side in side.split(separator: "+", omittingEmptySubsequences: false).map(\.trimmed) }
    for code in codes.joined()
    where code != "-" && !(code.count == 3 && code.utf8.allSatisfy({ (0x41...0x5A).contains($0) })) {
      complain(number, "'\(code)' is no actor's code; write three capital letters, or '-' for none")
    }
    func named(_ side: Int) -> [String] { codes.count > side ? codes[side].filter { $0 != "-" }.map(String.init) : [] }
    draft?.rule.examples.append(
      Rule.Example(
        text: String(body[..<arrow.lowerBound].trimmed), actors: named(0), recipients: named(1),
        auxiliaries: auxiliaries,
        line: number))
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without white space at either end.
  var trimmed: Substring {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return part
  }

  /// The first place where `words` stand.
  func range(of words: String) -> Range<String.Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(words) { return at..<index(at, offsetBy: words.count) }
      at = index(after: at)
    }
    return nil
  }
}
