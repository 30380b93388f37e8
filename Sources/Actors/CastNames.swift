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
    if isPerson(span) || isNamedAgain(span, head) {
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

  /// Whether a place's name is the surname of somebody named before: "Paris" after "Valeska Paris".
  private func isNamedAgain(_ span: NameSpan, _ head: Int) -> Bool {
    span.kind == .person && alias(words[span.tokens].map(\.hash), kind: .person, atStart: false) != nil
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
  func acts(_ head: Int) -> Bool {
    switch tree.deprel[head] {
    case "nsubj", "nsubj:pass", "obl:agent", "iobj", "nmod:poss", "obj", "vocative": return true
    case "conj": return tree.parent[head] >= 0 && acts(tree.parent[head])
    default:
      return ["by", "with", "between", "against", "from", "to"].contains(tree.preposition(head) ?? "")
    }
  }

  /// Whether a name tells where something is.
  func isPlace(_ head: Int, ofCountry isCountry: Bool) -> Bool {
    let up = tree.parent[head]
    if let preposition = tree.preposition(head) {
      if preposition == "at" || preposition == "onto" || preposition == "above" {
        return !isCountry && spanAt[head] >= 0 && !spans[spanAt[head]].has(.capital)
      }
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

  mutating func place(_ code: String, _ span: NameSpan, suffix: String = "") -> Int {
    let name = document.text(span.tokens)
    let id = (code.isEmpty ? "" : code + "/") + NameFolding.slug(name) + suffix
    return intern(Entity(id: id, name: name, kind: .place, code: code))
  }

  mutating func notePlace(_ span: NameSpan, _ head: Int, _ code: String, suffix: String = "") {
    let entity = place(code, span, suffix: suffix)
    resolved[head] = .entities([entity])
    emit(span.tokens, head: head, entity: entity, form: form(of: head))
  }

  /// A place that the dictionary lacks: its state from a part of its name or from what stands beside it.
  private mutating func resolvePlace(_ span: NameSpan, _ head: Int) {
    var code = span.inner.compactMap({ inner -> String? in self.code(of: inner) }).first
    let after = span.tokens.upperBound
    if code == nil, after + 1 < tree.count, tree.lower[after] == "," || tree.lower[after] == "in",
      spanAt[after + 1] >= 0
    {
      code = self.code(of: spans[spanAt[after + 1]])
    }
    if code == nil, after + 2 < tree.count, tree.lower[after] == ",", tree.lower[after + 1] == "in",
      spanAt[after + 2] >= 0
    {
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
}
