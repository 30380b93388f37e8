import Articles
import Language

// Organisations by name.
extension CastBuilder {
  /// The organisation of a name; one that bodies of several states bear by the state that the text gives.
  mutating func organization(_ span: NameSpan, _ head: Int) -> Int? {
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

  mutating func finishOrganization(_ span: NameSpan, _ head: Int, _ entity: Int) {
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
  mutating func resolveUnknownOrganization(_ span: NameSpan, _ head: Int) {
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
