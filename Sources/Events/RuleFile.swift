/// Reads rule files; Documentation/rules.md describes the format.
struct RuleFile {
  let name: String
  private var rules: [Rule] = []
  private var draft: Rule?

  /// The rules of a file, in its order.
  ///
  /// - Parameters:
  ///   - name: The file's name without extension: the first part of the rules' ids.
  ///   - text: What the file holds.
  /// - Throws: ``RulesError`` at the first line that cannot be read.
  static func rules(named name: String, text: String) throws -> [Rule] {
    var file = RuleFile(name: name)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try file.read(line, number: number + 1)
    }
    try file.finish()
    return file.rules
  }

  private init(name: String) { self.name = name }

  private func failure(_ line: Int, _ message: String) -> RulesError {
    RulesError(file: "\(name).rules", line: line, message: message)
  }

  private mutating func read(_ line: Substring, number: Int) throws {
    let trimmed = line.trimmed
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    if line.first != " " && line.first != "\t" {
      try finish()
      draft = try header(trimmed, number)
    } else if var rule = draft {
      draft = nil
      try field(trimmed, number, of: &rule)
      draft = rule
    } else {
      throw failure(number, "an indented line before the first rule; begin with 'name: CATEGORY/mode' at the margin")
    }
  }

  private func header(_ line: Substring, _ number: Int) throws -> Rule {
    guard let colon = line.firstIndex(of: ":") else {
      throw failure(
        number, "'\(line)' is no rule's first line; write 'name: CATEGORY/mode, cameo 042, context diplomatic'")
    }
    let ruleName = line[..<colon].trimmed
    let parts = line[line.index(after: colon)...].split(separator: ",").map(\.trimmed)
    let kind = (parts.first ?? "").split(separator: "/", maxSplits: 1).map(\.trimmed)
    guard let first = kind.first, let category = Category(rawValue: String(first)) else {
      throw failure(
        number,
        "'\(parts.first ?? "")' is none of PLOVER's categories: \(Category.allCases.map(\.rawValue).joined(separator: " "))"
      )
    }
    var rule = Rule(
      id: "\(name)/\(ruleName)", category: category, mode: kind.count > 1 ? String(kind[1]) : "", cameo: "",
      contexts: [],
      phrases: [], actor: [[.role(.agent)]], recipient: [], object: nil, agent: nil, clause: nil, needsAny: false,
      needsActor: false, needsRecipient: false,
      examples: [], line: number)
    for part in parts.dropFirst() {
      let words = part.split(separator: " ")
      switch words.first {
      case "cameo" where words.count == 2: rule.cameo = String(words[1])
      case "context": rule.contexts += words.dropFirst().map { String($0.filter { $0 != ";" }) }
      default: throw failure(number, "'\(part)' is neither 'cameo CODE' nor 'context WORD'")
      }
    }
    return rule
  }

  private func field(_ line: Substring, _ number: Int, of rule: inout Rule) throws {
    if line.hasPrefix("+ ") || line.hasPrefix("- ") {
      rule.examples.append(try example(line, number))
      return
    }
    guard let colon = line.firstIndex(of: ":") else {
      throw failure(number, "'\(line)' has no field name before a colon")
    }
    let value = line[line.index(after: colon)...].trimmed
    switch line[..<colon].trimmed {
    case "verbs": rule.phrases += try phrases(value, .verb, number)
    case "nouns": rule.phrases += try phrases(value, .noun, number)
    case "adjectives": rule.phrases += try phrases(value, .adjective, number)
    case "actor": rule.actor = try places(value, number)
    case "recipient": rule.recipient = try places(value, number)
    case "object": rule.object = condition(value)
    case "agent": rule.agent = condition(value)
    case "clause": rule.clause = condition(value)
    case "needs":
      for need in value.split(separator: ",").map(\.trimmed) {
        switch need {
        case "actor": rule.needsActor = true
        case "recipient": rule.needsRecipient = true
        case "any": rule.needsAny = true
        default: throw failure(number, "'\(need)' cannot be needed; write 'actor', 'recipient', both, or 'any'")
        }
      }
    case let other:
      throw failure(
        number,
        "no field is called '\(other)'; there are verbs, nouns, adjectives, actor, recipient, object, agent, clause, needs"
      )
    }
  }

  private mutating func finish() throws {
    guard let rule = draft else { return }
    draft = nil
    guard !rule.phrases.isEmpty else {
      throw failure(rule.line, "the rule '\(rule.id)' has no verbs, nouns or adjectives")
    }
    guard !rules.contains(where: { $0.id == rule.id }) else {
      throw failure(rule.line, "a second rule is called '\(rule.id)'; give it another name")
    }
    rules.append(rule)
  }

  private func phrases(_ value: Substring, _ kind: Proposition.Kind, _ number: Int) throws -> [Phrase] {
    try value.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }.map { text in
      guard let phrase = Phrase(text, kind: kind) else {
        throw failure(number, "'\(text)' has no word that could be its head")
      }
      return phrase
    }
  }

  private func places(_ value: Substring, _ number: Int) throws -> [[Rule.Place]] {
    if value == "none" || value == "-" { return [] }
    return try value.split(separator: ",").map { group in
      try group.split(separator: "+").map(\.trimmed).map { word in
        switch word {
        case "agent": .role(.agent)
        case "patient": .role(.patient)
        case "complement": .complement
        case "possessor of patient": .possessorOfPatient
        case "in patient": .inPatient
        case "in complement": .inComplement
        default:
          if Phrase.prepositions.contains(String(word)) {
            .role(.oblique(String(word)))
          } else {
            throw failure(
              number,
              "'\(word)' is no role; there are agent, patient, complement, in complement, possessor of patient, in patient, and prepositions"
            )
          }
        }
      }
    }
  }

  private func condition(_ value: Substring) -> Rule.Condition {
    let isForbidden = value.hasPrefix("!")
    let lemmas = (isForbidden ? value.dropFirst() : value).split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "/" }
    )
    return Rule.Condition(lemmas: Set(lemmas.map { $0.trimmed.lowercased() }), isForbidden: isForbidden)
  }

  private func example(_ line: Substring, _ number: Int) throws -> Rule.Example {
    let body = line.dropFirst(2).trimmed
    if line.hasPrefix("-") {
      return Rule.Example(text: String(body), actors: nil, recipients: [], auxiliaries: [], line: number)
    }
    guard let arrow = body.range(of: "=>") else {
      throw failure(number, "an example needs '=> ACTORS > RECIPIENTS' after its sentence")
    }
    var parties = body[arrow.upperBound...].trimmed
    var auxiliaries: [Auxiliary] = []
    if let open = parties.firstIndex(of: "(") {
      for word in parties[parties.index(after: open)...].split(whereSeparator: { " ,;()".contains($0) }) {
        guard let auxiliary = Auxiliary(rawValue: String(word)) else {
          throw failure(number, "'\(word)' is no auxiliary mode; there are future, hypothetical, negation, historical")
        }
        auxiliaries.append(auxiliary)
      }
      parties = parties[..<open].trimmed
    }
    let sides = parties.split(separator: ">", omittingEmptySubsequences: false).map(\.trimmed)
    guard sides.count <= 2 else { throw failure(number, "'\(parties)' has more than one '>'") }
    func codes(_ side: Substring) -> [String] {
      side.split(separator: "+").map { String($0.trimmed) }.filter { $0 != "-" }
    }
    return Rule.Example(
      text: String(body[..<arrow.lowerBound].trimmed), actors: codes(sides[0]),
      recipients: sides.count > 1 ? codes(sides[1]) : [], auxiliaries: auxiliaries, line: number)
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
