import Articles
import Language

// Names: states, places and organisations.
extension CastBuilder {
  /// Finds what a name stands for, and notes its mention.
  mutating func resolveName(_ index: Int) {
    let span = spans[index]
    let head = tree.head(of: span.tokens)
    guard case .open = resolved[head] else { return }
    resolved[head] = .busy
    if isPerson(span) {
      resolvePerson(span, head)
    } else if let state = stateEntry(span, head) {
      resolveState(span, head, state.entry, state.role)
    } else if let record = organization(span, head) {
      finishOrganization(span, head, intern(record: record))
    } else if span.kind == .place {
      resolvePlace(span, head)
    } else if span.kind == .organization || (span.entries.isEmpty && span.kind == nil) {
      resolveUnknownOrganization(span, head)
    } else if span.kind == .person || span.has(.surname) {
      resolvePerson(span, head)
    }
    if case .busy = resolved[head] { resolved[head] = .nothing }
  }

  private func isPerson(_ span: NameSpan) -> Bool {
    let people = span.entries.filter { dictionary.records[Int($0.value)].kind == .person }
    if span.entries.isEmpty { return span.kind == .person }
    if people.count == span.entries.count { return true }
    // A word that is both: the encoder and the article's other names decide.
    if people.isEmpty { return false }
    if people.contains(where: { namedInFull[Int($0.value)] != nil }) { return span.kind != .place }
    let before = span.tokens.lowerBound - 1
    if before >= 0, nouns[before]?.isTitle == true || Vocabulary.forms.contains(tree.lower[before]) { return true }
    let isOfState = span.entries.contains { dictionary.records[Int($0.value)].kind == .state }
    return !isOfState && span.kind == .person
  }

  private func stateEntry(_ span: NameSpan, _ head: Int) -> (entry: NameTrie.Entry, role: ActorDictionary.Role)? {
    let states = span.entries.compactMap { entry -> (entry: NameTrie.Entry, role: ActorDictionary.Role)? in
      guard let role = ActorDictionary.Role(rawValue: entry.role), role != .surname,
        dictionary.records[Int(entry.value)].kind == .state
      else { return nil }
      return (entry, role)
    }
    guard !states.isEmpty else { return nil }
    let isModifier = ["amod", "compound", "nmod"].contains(tree.relation[head]) && tree.part[head] == .adjective
    // Of several states of that name the one that the article is about.
    return states.min { a, b in
      func rank(_ state: (entry: NameTrie.Entry, role: ActorDictionary.Role)) -> (Int, Int) {
        var rank = Int(state.role.rawValue)
        if state.role == .demonym, !isModifier, tree.part[head].isNominal { rank = 0 }
        if state.role == .adjective, isModifier { rank = 0 }
        return (rank, -stateCounts.count(dictionary.records[Int(state.entry.value)].code))
      }
      return rank(a) < rank(b)
    }
  }

  private mutating func resolveState(
    _ span: NameSpan, _ head: Int, _ entry: NameTrie.Entry, _ role: ActorDictionary.Role
  ) {
    let record = Int(entry.value)
    let code = dictionary.records[record].code
    if let suffix = span.suffix {
      if Vocabulary.placing.contains(suffix) {
        resolved[head] = .entities([place(code, span)])
      } else {
        let state = intern(record: record)
        resolved[head] = .entities([state])
        emit(span.tokens, head: head, entity: state, form: .modifier)
      }
      return
    }
    switch role {
    case .adjective:
      let state = intern(record: record)
      resolved[head] = .entities([state])
      emit(span.tokens, head: head, entity: state, form: .modifier)
    case .demonym:
      resolvePeople(span, head, record)
    case .city:
      // A city is also the organisation that sits in it, where it acts.
      if let seat = span.entries.first(where: { $0.role == ActorDictionary.Role.seat.rawValue }), acts(head) {
        finishOrganization(span, head, intern(record: Int(seat.value)))
      } else {
        notePlace(span, head, code)
      }
    case .seat:
      if !acts(head), isPlace(head, ofCountry: false) {
        notePlace(span, head, code, suffix: "-place")
        return
      }
      let seats = dictionary.records[record].seats
      let sector = seats.indices.contains(Int(entry.detail)) ? seats[Int(entry.detail)].sector : "GOV"
      let name = seats.indices.contains(Int(entry.detail)) ? seats[Int(entry.detail)].name : document.text(span.tokens)
      let entity = intern(
        Entity(
          id: "\(code)/\(NameFolding.slug(name))", name: name, kind: .organization, code: code,
          sectors: sector.isEmpty ? [] : [sector]))
      finishOrganization(span, head, entity)
    default:
      if dateline(of: span.tokens.lowerBound) != nil || isPlace(head, ofCountry: role == .name) {
        notePlace(span, head, code)
      } else {
        let state = intern(record: record)
        resolved[head] = .entities([state])
        emit(span.tokens, head: head, entity: state, form: form(of: head))
      }
    }
  }

  /// "The Russians", "two Americans".
  private mutating func resolvePeople(_ span: NameSpan, _ head: Int, _ record: Int) {
    if tree.parent[head] >= 0, ["amod", "compound"].contains(tree.relation[head]) {
      let state = intern(record: record)
      resolved[head] = .entities([state])
      emit(span.tokens, head: head, entity: state, form: .modifier)
      return
    }
    let isCounted = tree.children(head).contains { child in
      tree.relation[child] == "nummod" || ["a", "an", "some", "many", "several"].contains(tree.lower[child])
    }
    let tokens = phrase(head, from: span.tokens)
    let entity: Int
    if isCounted {
      let code = dictionary.records[record].code
      let name = document.text(span.tokens)
      entity = intern(
        Entity(id: "\(code)/\(NameFolding.slug(name))", name: name, kind: .group, code: code, sectors: ["CVL"]),
        Traits(isPlural: true, nouns: [tree.lower[head]]))
    } else {
      entity = intern(record: record)
    }
    resolved[head] = .entities([entity])
    emit(tokens, head: head, entity: entity, form: .description, isPlural: true)
  }

  /// Whether a name's part in the sentence is that of somebody who acts.
  private func acts(_ head: Int) -> Bool {
    switch tree.deprel[head] {
    case "nsubj", "nsubj:pass", "obl:agent", "iobj", "nmod:poss", "obj", "vocative": return true
    case "conj": return tree.parent[head] >= 0 && acts(tree.parent[head])
    default:
      return ["by", "with", "between", "against", "from", "to"].contains(tree.preposition(head) ?? "")
    }
  }

  /// Whether a name tells where something is.
  private func isPlace(_ head: Int, ofCountry isCountry: Bool) -> Bool {
    let up = tree.parent[head]
    if let preposition = tree.preposition(head) {
      if Vocabulary.places.contains(preposition) { return true }
      if preposition == "from", !isCountry { return tree.deprel[head] != "nmod" }
      if preposition == "of", !isCountry, up >= 0 { return Vocabulary.parts.contains(tree.lower[up]) }
      if preposition == "to", !isCountry, up >= 0 {
        return tree.children(up).contains { $0 != head && tree.preposition($0) == "from" && spanAt[$0] >= 0 }
      }
      return false
    }
    if tree.relation[head] == "compound", !isCountry, up >= 0 {
      return nouns[up].map { !["GOV", "MIL", "LEG", "SPY", "JUD"].contains($0.sector) } ?? false
    }
    if tree.relation[head] == "appos", up >= 0, !isCountry || spanAt[up] >= 0 {
      // "Goma, Congo": the country goes with the place before it.
      let isPlaceAbove = spanAt[up] >= 0 && (spans[spanAt[up]].kind == .place || spans[spanAt[up]].has(.city))
      return isPlaceAbove || isPlace(up, ofCountry: isCountry)
    }
    return tree.relation[head] == "obl" && tree.child(head, "case") == nil && !isCountry
  }

  /// The form of a name's mention: a modifier where it belongs to another noun.
  func form(of head: Int) -> Mention.Form {
    ["nmod:poss", "compound", "amod"].contains(tree.deprel[head]) ? .modifier : .name
  }

  private mutating func place(_ code: String, _ span: NameSpan, suffix: String = "") -> Int {
    let name = document.text(span.tokens)
    let id = (code.isEmpty ? "" : code + "/") + NameFolding.slug(name) + suffix
    return intern(Entity(id: id, name: name, kind: .place, code: code))
  }

  private mutating func notePlace(_ span: NameSpan, _ head: Int, _ code: String, suffix: String = "") {
    let entity = place(code, span, suffix: suffix)
    resolved[head] = .entities([entity])
    emit(span.tokens, head: head, entity: entity, form: form(of: head))
  }

  /// A place that the dictionary lacks: its state from a part of its name or from what stands beside it.
  private mutating func resolvePlace(_ span: NameSpan, _ head: Int) {
    var code = span.inner.compactMap({ inner -> String? in self.code(of: inner) }).first
    let after = span.tokens.upperBound
    if code == nil, after + 1 < tree.count, tree.lower[after] == "," || tree.lower[after] == "in", spanAt[after + 1] >= 0 {
      code = self.code(of: spans[spanAt[after + 1]])
    }
    if code == nil, after + 2 < tree.count, tree.lower[after] == ",", tree.lower[after + 1] == "in", spanAt[after + 2] >= 0 {
      code = self.code(of: spans[spanAt[after + 2]])
    }
    // A region by its state's adjective, without more, is the place of a state: "northern Syria".
    notePlace(span, head, code ?? "")
  }

  /// The state that a name of the dictionary tells.
  func code(of span: NameSpan) -> String? {
    span.entries.lazy.compactMap { entry -> String? in
      let record = self.dictionary.records[Int(entry.value)]
      return record.kind == .state && entry.role != ActorDictionary.Role.surname.rawValue ? record.code : nil
    }.first
  }

  /// The organisation of a name; one that bodies of several states bear by the state that the text gives.
  private mutating func organization(_ span: NameSpan, _ head: Int) -> Int? {
    let entries = span.entries.filter { dictionary.records[Int($0.value)].kind == .organization }
    guard !entries.isEmpty else { return nil }
    let given = origins(of: head).first.map { entities[$0].code }
    func named(_ code: String) -> Int? {
      entries.first { dictionary.records[Int($0.value)].code == code }.map { Int($0.value) }
    }
    if let given, given.isStateCode { return named(given) ?? sure(entries) }
    let isBare = entries.contains { $0.role == ActorDictionary.Role.bare.rawValue }
    if isBare {
      for code in [homeState(head), stateCounts.first] {
        if let code, let record = named(code) { return record }
      }
      // An earlier mention of any of them.
      for entry in entries where indexOfID[dictionary.records[Int(entry.value)].id] != nil { return Int(entry.value) }
    }
    return sure(entries)
  }

  private func sure(_ entries: [NameTrie.Entry]) -> Int? {
    entries.first { $0.role != ActorDictionary.Role.bare.rawValue }.map { Int($0.value) }
  }

  private mutating func finishOrganization(_ span: NameSpan, _ head: Int, _ entity: Int) {
    var tokens = span.tokens
    if tree.relation[head] != "compound", tree.relation[head] != "amod" { tokens = titled(span.tokens, head).tokens }
    resolved[head] = .entities([entity])
    if span.suffix.map(Vocabulary.placing.contains) == true { return }
    emit(tokens, head: outerHead(tokens, head), entity: entity, form: form(of: head))
    if outerHead(tokens, head) != head { resolved[outerHead(tokens, head)] = .entities([entity]) }
    noteAlias(after: span.tokens.upperBound, entity)
  }

  /// The head of a name together with its title.
  func outerHead(_ tokens: Range<Int>, _ head: Int) -> Int {
    var at = head
    while tokens.contains(tree.parent[at]) { at = tree.parent[at] }
    return at
  }

  /// "(IRGC)" after a name is another name of it.
  private mutating func noteAlias(after token: Int, _ entity: Int) {
    guard token + 2 < tree.count, tree.lower[token] == "(", tree.lower[token + 2] == ")", words.isUpperCase(token + 1)
    else { return }
    let pieces = words[(token + 1)..<(token + 2)].map(\.hash)
    if !pieces.isEmpty { aliases[pieces] = entity }
  }

  /// A body that the dictionary lacks: state and sector from the words of its name and around it.
  private mutating func resolveUnknownOrganization(_ span: NameSpan, _ head: Int) {
    let pieces = words[span.tokens].map(\.hash)
    if let known = alias(pieces, kind: .organization) {
      finishOrganization(span, head, known)
      return
    }
    var code = span.inner.flatMap(\.entries).first { $0.role != ActorDictionary.Role.surname.rawValue }.map { entry in
      dictionary.records[Int(entry.value)].code
    }
    var sectors: [String] = []
    if let inner = span.inner.first, let entry = inner.entries.first, code.map({ !$0.isStateCode }) == true {
      sectors = dictionary.records[Int(entry.value)].sectors
    }
    let name = document.text(span.tokens)
    if let noun = span.tokens.reversed().compactMap({ nouns[$0] }).first(where: { !$0.isTitle }) {
      sectors = [noun.sector]
    } else {
      for token in span.tokens.reversed() {
        if let sector = Vocabulary.namedSectors[tree.lower[token]] {
          sectors = [sector]
          break
        }
      }
    }
    let title = titled(span.tokens, head)
    if let noun = title.noun, sectors.isEmpty { sectors = [noun.sector] }
    if code == nil { code = title.origin.map { entities[$0].code } }
    let facts = apposition(of: head)
    if sectors.isEmpty, let noun = facts.noun { sectors = [noun.sector] }
    if code == nil { code = facts.origins.first.map { entities[$0].code } }
    if code == nil { code = origins(of: head).first.map { entities[$0].code } }
    let slug = NameFolding.slug(name)
    guard !slug.isEmpty else { return }
    // "Iran's Foreign Ministry" is "the Iranian foreign ministry".
    var id = slug
    if let code, let inner = span.inner.first, inner.tokens.lowerBound == span.tokens.lowerBound,
      let noun = nouns[head], !noun.isTitle, noun.tokens.upperBound == span.tokens.upperBound
    {
      id = "\(code)/\(NameFolding.slug(document.text(noun.tokens)))"
    } else if let code {
      id = "\(code)/\(slug)"
    }
    let entity = intern(
      Entity(id: id, name: name, kind: .organization, code: code ?? "", sectors: sectors),
      Traits(pieces: pieces, nouns: [tree.lower[head]]))
    if aliases[pieces] == nil { aliases[pieces] = entity }
    finishOrganization(span, head, entity)
  }

  /// An entity named before by these words, or by a name that ends with them; where `atStart`, also one that begins so.
  func alias(_ pieces: [UInt64], kind: Entity.Kind, atStart: Bool = true) -> Int? {
    if let known = aliases[pieces], entities[known].kind == kind { return known }
    guard let first = pieces.first else { return nil }
    for index in (namesWith[first] ?? []).reversed() where entities[index].kind == kind {
      if kind == .person, traits[index].record != nil { continue }
      let own = traits[index].pieces
      guard own.count > pieces.count else { continue }
      if own.suffix(pieces.count) == pieces[...]
        || atStart && (kind == .person || traits[index].record == nil) && own.starts(with: pieces)
      {
        return index
      }
    }
    return nil
  }
}
