import Articles
import Language

// People by name.
extension CastBuilder {
  /// Finds who bears a name, and notes the mention.
  mutating func resolvePerson(_ span: NameSpan, _ head: Int) {
    let facts = titled(span.tokens, head)
    let full = span.entries.filter { isPerson($0) && $0.role == ActorDictionary.Role.name.rawValue }
    let short = span.entries.filter { isPerson($0) && $0.role == ActorDictionary.Role.surname.rawValue }
    var person: Int?
    if !full.isEmpty {
      person = intern(record: best(full.map { Int($0.value) }, facts))
    } else if !short.isEmpty {
      person = bearer(span, short.map { Int($0.value) }, facts)
    }
    if person == nil, span.entries.isEmpty || span.kind == .person || (facts.noun != nil && !short.isEmpty) {
      person = unknownPerson(span, head, facts)
    }
    guard let person else { return }
    refine(person, facts, head)
    let outer = tree.head(of: facts.tokens)
    resolved[head] = .entities([person])
    resolved[outer] = .entities([person])
    for token in facts.tokens {
      if case .open = resolved[token] { resolved[token] = .nothing }
    }
    emit(facts.tokens, head: outer, entity: person, form: form(of: outer))
  }

  private func isPerson(_ entry: NameTrie.Entry) -> Bool { dictionary.records[Int(entry.value)].kind == .person }

  /// Of several people of one name, the one in office at the article's date, of the state that the title tells.
  private func best(_ records: [Int], _ facts: NameFacts) -> Int {
    guard records.count > 1 else { return records[0] }
    let code = facts.origin.map { entities[$0].code }
    return records.max { a, b in
      func rank(_ record: Int) -> Int {
        let person = dictionary.records[record]
        var rank = 0
        if code == person.code { rank += 8 }
        if let day, person.office(on: day)?.isHeld(on: day) == true { rank += 4 }
        if day == nil || person.office(on: day) != nil { rank += 2 }
        if stateCounts.count(person.code) > 0 { rank += 1 }
        return rank
      }
      return rank(a) < rank(b)
    } ?? records[0]
  }

  /// The bearer of a surname: named in full somewhere in the article, titled, or in high office at the article's date.
  private mutating func bearer(_ span: NameSpan, _ records: [Int], _ facts: NameFacts) -> Int? {
    let pieces = words[span.tokens].map(\.hash)
    // Somebody of the text alone, unless the dictionary's was named since.
    var text = alias(pieces, kind: .person, atStart: false)
    var best: (score: Int, record: Int)?
    var isTied = false
    for record in records {
      let score = score(record, facts)
      // A first name, without more, is anybody's.
      guard score > 10 || score == 10 && (pieces.count > 1 || dictionary.gender(ofFirstName: pieces[0]) == nil) else {
        continue
      }
      if let earlier = best {
        if score > earlier.score {
          best = (score, record)
          isTied = false
        } else if score == earlier.score {
          isTied = true
        }
      } else {
        best = (score, record)
      }
    }
    if let text, (best?.score ?? 0) < 100 { return text }
    if best == nil { text = alias(pieces, kind: .person) }
    guard let best, !isTied || best.score >= 100 else { return text }
    // Words before a surname that are no titles make it another's name.
    if best.score < 100, isPartOfName(span.tokens) { return nil }
    return intern(record: best.record)
  }

  private func score(_ record: Int, _ facts: NameFacts) -> Int {
    let person = dictionary.records[record]
    var score = 0
    if let code = facts.origin.map({ entities[$0].code }) {
      guard code == person.code || !code.isStateCode else { return 0 }
      score += 15
    }
    if let gender = facts.gender, let own = person.gender, gender != own { return 0 }
    if namedInFull[record] != nil {
      score += 100
      // Of two of one name the one spoken of last.
      if let index = indexOfID[person.id] {
        score += 20
        if let last = discourse.latestPosition(of: index) { score += min(last, 100_000) }
      }
    }
    let current = person.office(on: day)
    let isHeld = current.map { office in day.map { office.isHeld(on: $0) } ?? true } ?? false
    if isHeld, let current {
      if isHighOffice(current.title) { score += 10 }
      if let office = facts.office, matches(current.title, office) { score += 20 }
      if stateCounts.count(person.code) > 0 { score += 4 }
    } else if current != nil, let office = facts.office, person.offices.contains(where: { matches($0.title, office) }) {
      score += stateCounts.count(person.code) > 0 ? 10 : 6
    }
    return score
  }

  /// Offices whose holders are named without more.
  func isHighOffice(_ title: String) -> Bool {
    let title = title.lowercased()
    if title.contains("candidate") || title.contains("deputy") || title.contains("vice") { return false }
    return [
      "president", "prime minister", "premier", "chancellor", "king", "queen", "supreme leader", "leader of",
      "foreign minister", "secretary of state", "secretary-general", "pope", "emir", "sultan", "crown prince",
      "foreign secretary", "taoiseach", "general secretary",
    ].contains { title.hasPrefix($0) }
  }

  /// Whether a title in the text is that of an office.
  func matches(_ title: String, _ office: String) -> Bool {
    let title = plain(title)
    let office = plain(office)
    return title == office || title.hasPrefix(office + " ") || office.hasPrefix(title + " ")
      || title.hasSuffix(" " + office)
  }

  private func plain(_ title: String) -> String {
    title.lowercased().replacing("defense", with: "defence").replacing("-", with: " ").replacing(
      "sen.", with: "senator"
    )
    .replacing("gen.", with: "general").replacing("gov.", with: "governor").replacing("rep.", with: "representative")
  }

  /// Whether the word before or after a surname belongs to the same name: "Lara" of "Lara Trump", "Avenue" of "Park
  /// Avenue".
  private func isPartOfName(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    let up = tree.parent[last]
    if up == tokens.upperBound, tree.part[up] == .proper, tree.relation[last] == "compound", spanAt[up] < 0,
      nouns[up] == nil
    {
      return true
    }
    let after = tokens.upperBound
    if after < tree.count, tree.part[after] == .proper, tree.relation[after] == "flat",
      tokens.contains(tree.parent[after]),
      spanAt[after] < 0
    {
      return true
    }
    let before = tokens.lowerBound - 1
    guard before >= 0, tree.sentence[before] == tree.sentence[tokens.lowerBound], tree.part[before] == .proper,
      spanAt[before] < 0, nouns[before] == nil, Vocabulary.genders[tree.lower[before]] == nil
    else { return false }
    return tokens.contains(tree.parent[before]) || tree.parent[tokens.lowerBound] == before
  }

  /// A person whom the dictionary lacks: country, sector and office from the text.
  private mutating func unknownPerson(_ span: NameSpan, _ head: Int, _ facts: NameFacts) -> Int? {
    let pieces = words[span.tokens].map(\.hash)
    guard !pieces.isEmpty else { return nil }
    if let known = alias(pieces, kind: .person) { return known }
    let name = document.text(span.tokens)
    let slug = NameFolding.slug(name)
    guard !slug.isEmpty else { return nil }
    let gender = pieces.count > 1 ? dictionary.gender(ofFirstName: pieces[0]) : nil
    let around = facts.noun == nil || facts.origins.isEmpty ? apposition(of: head) : facts
    let code = (facts.origin ?? around.origin).map { entities[$0].code } ?? acquaintances[slug]?.code ?? ""
    let person = intern(
      Entity(id: code.isEmpty ? slug : "\(code)/\(slug)", name: name, kind: .person),
      Traits(gender: facts.gender ?? around.gender ?? gender, pieces: pieces))
    aliases[pieces] = person
    return person
  }

  /// Takes what a mention tells about a person beyond the dictionary.
  private mutating func refine(_ person: Int, _ facts: NameFacts, _ head: Int) {
    if traits[person].gender == nil { traits[person].gender = facts.gender }
    var facts = facts
    let isKnown = traits[person].record != nil
    if facts.noun == nil || facts.origins.isEmpty, !isKnown || entities[person].sectors.isEmpty {
      let around = apposition(of: head)
      if facts.noun == nil {
        facts.noun = around.noun
        facts.office = around.office
        facts.isFormer = facts.isFormer || around.isFormer
        facts.isCandidate = facts.isCandidate || around.isCandidate
      }
      if facts.origins.isEmpty { facts.origins = around.origins }
      facts.peer = around.peer
      facts.isPeer = around.isPeer
      if let beside = around.beside, case .open = resolved[beside] { _ = note(beside, [person]) }
      if traits[person].gender == nil { traits[person].gender = around.gender }
    }
    if let noun = facts.noun {
      let word = tree.lower[tree.head(of: noun.tokens)]
      if !traits[person].nouns.contains(word) { traits[person].nouns.append(word) }
    }
    if traits[person].body == nil, let origin = facts.origin, entities[origin].kind == .organization {
      traits[person].body = origin
    }
    if isKnown {
      // The text knows better who only runs for office, or held none that the dictionary has.
      if entities[person].sectors.isEmpty, let noun = facts.noun { entities[person].sectors = [noun.sector] }
      if facts.isCandidate, entities[person].office == nil { entities[person].sectors = ["PTY"] }
      return
    }
    let acquaintance =
      traits[person].pieces.count > 1 ? acquaintances[NameFolding.slug(entities[person].name)] : nil
    if entities[person].code.isEmpty {
      if let code = facts.origins.map({ entities[$0].code }).first(where: { !$0.isEmpty }) {
        entities[person].code = code
        traits[person].isCodeTold = true
        traits[person].basis = .told
      } else if let acquaintance {
        entities[person].code = acquaintance.code
        traits[person].isCodeTold = true
        traits[person].basis = .acquainted
      } else if let noun = facts.noun, ["GOV", "LEG", "MIL", "JUD", "COP", "OPP", "PTY", "SPY"].contains(noun.sector),
        !noun.isTitle || noun.sector != "MIL"
      {
        let named = facts.office.flatMap { Vocabulary.stateOffices[$0.lowercased()] }
        entities[person].code =
          named.flatMap { stateCounts.count($0) > 0 ? $0 : nil }
          ?? (noun.tokens.upperBound <= head ? officeState(facts.office, of: person) : nil)
          ?? homeState(head, noun.sector) ?? ""
        // Where the news comes from, offices are called by their names alone.
        traits[person].isCodeTold =
          named != nil || [datelineState, publisherState].contains(entities[person].code)
      }
    }
    if let origin = facts.origin, entities[person].affiliation == nil, entities[origin].kind == .organization {
      entities[person].affiliation = entities[origin].name
    }
    if entities[person].sectors.isEmpty {
      let sector = facts.noun.map { self.sector(of: $0, origin: facts.origin, isFormer: facts.isFormer) } ?? []
      if !sector.isEmpty {
        entities[person].sectors = sector
        traits[person].told.sectors = sector
      } else if let acquaintance, acquaintance.code == entities[person].code, !acquaintance.sectors.isEmpty {
        entities[person].sectors = acquaintance.sectors
      } else if let origin = facts.origin, entities[origin].kind == .organization {
        entities[person].sectors = entities[origin].sectors
      } else if facts.isPeer {
        entities[person].sectors = facts.peer.map { entities[$0].sectors } ?? ["GOV"]
      }
      if facts.isCandidate { entities[person].sectors = ["PTY"] }
    }
    if traits[person].told.office == nil { traits[person].told.office = facts.office }
    if entities[person].office == nil {
      entities[person].office = facts.office ?? facts.peer.flatMap { entities[$0].office }
    }
    if entities[person].office == nil, let acquaintance, acquaintance.code == entities[person].code {
      entities[person].office = acquaintance.office
    }
  }

  /// A noun's sector; of those who stand for a body, the body's; of former officials, ELI.
  func sector(of noun: SectorNoun, origin: Int?, isFormer: Bool) -> [String] {
    if isFormer, ["GOV", "LEG", "MIL", "SPY", "JUD", "COP"].contains(noun.sector) { return ["ELI"] }
    let head = tree.head(of: noun.tokens)
    if noun.tokens.count == 1, Vocabulary.carriers.contains(tree.lower[head]) {
      let compound = tree.children(head).last { ["compound", "amod"].contains(tree.relation[$0]) && nouns[$0] != nil }
      if let compound, let inner = nouns[compound] { return [inner.sector] }
      if let origin, [.organization, .group].contains(entities[origin].kind), !entities[origin].sectors.isEmpty {
        return entities[origin].sectors
      }
    }
    return [noun.sector]
  }
}
