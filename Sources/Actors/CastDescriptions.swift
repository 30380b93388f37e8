import Articles
import Language

// Descriptions: noun phrases whose noun makes a sector or means a state.
extension CastBuilder {
  /// What a token stands for, found now where it was not yet.
  mutating func resolve(_ token: Int) -> [Int] {
    switch resolved[token] {
    case .entities(let found): return found
    case .busy, .nothing: return []
    case .open: break
    }
    // Noun phrases within noun phrases without end are no news.
    guard depth < 64 else { return [] }
    depth += 1
    defer { depth -= 1 }
    if spanAt[token] >= 0 {
      if tree.head(of: spans[spanAt[token]].tokens) == token {
        resolveName(spanAt[token])
        if case .entities(let found) = resolved[token] { return found }
        if !spans[spanAt[token]].entries.isEmpty, spans[spanAt[token]].kind == nil, nouns[token] != nil {
          resolved[token] = .open
          return described(token)
        }
      }
      return []
    }
    if tree.part[token] == .pronoun || tree.part[token] == .determiner { return resolvePronoun(token) }
    if isTheTwo(token) {
      resolved[token] = .busy
      let found = theTwo(token)
      if found.count == 2 { return note(token, found, isPlural: true) }
      resolved[token] = .nothing
      return []
    }
    return described(token)
  }

  private mutating func described(_ token: Int) -> [Int] {
    guard tree.part[token].isNominal || tree.part[token] == .unknown,
      !["compound", "flat", "fixed", "goeswith", "amod"].contains(tree.relation[token])
    else { return [] }
    resolved[token] = .busy
    let found = describe(token)
    resolved[token] = found.isEmpty ? .nothing : .entities(found)
    return found
  }

  /// The entities of a description, with its mention noted; none where the noun is nobody's.
  private mutating func describe(_ head: Int) -> [Int] {
    let word = tree.lower[head]
    let sentence = document.sentences[tree.sentence[head]]
    let noun = nouns[head].flatMap { $0.isTitle && $0.tokens.count == 1 && tree.part[head] != .proper ? nil : $0 }
    // "The two sides".
    if Vocabulary.pairs.contains(word), isPair(head, in: sentence) {
      let origins = origins(of: head)
      var pair = origins.count == 2 ? origins : lastTwo(before: head)
      if pair.count < 2, word == "parties", origins.isEmpty, !stateCounts.isChiefly(nil) { return [] }
      if let noun, !Vocabulary.statePairs.contains(word), pair.allSatisfy({ entities[$0].kind == .state }) {
        pair = pair.map { make(head, noun, origin: $0, isFormer: false, isOneOfSeveral: true) }
      }
      if pair.count == 2 { return note(head, pair, isPlural: true) }
    }
    if noun == nil || word == "state", Vocabulary.countries.contains(word) || word == "state" {
      return country(head)
    }
    guard let noun else {
      if let known = body(head) ?? place(head) { return note(head, [known]) }
      return half(head)
    }
    guard !Vocabulary.forms.contains(word) else { return [] }
    // A campaign is a party's only where it runs for office.
    if word == "campaign",
      !tree.children(head).contains(where: {
        $0 < head
          && (Vocabulary.electoral.contains(tree.lower[$0]) || spanAt[$0] >= 0 || tree.deprel[$0] == "nmod:poss")
      })
    {
      return []
    }
    // The same as the name that it goes with: "the Russian president, Vladimir Putin", "Yun Sun, director of …".
    if tree.relation[head] == "appos", tree.parent[head] >= 0, spanAt[tree.parent[head]] >= 0 {
      let named = resolve(tree.parent[head]).filter {
        entities[$0].kind == .person || entities[$0].kind == .organization
      }
      if !named.isEmpty {
        addNoun(word, named)
        return note(head, named)
      }
    }
    for child in tree.children(head)
    where child > head && ["appos", "flat"].contains(tree.relation[child]) && spanAt[child] >= 0 {
      let named = resolve(child).filter { entities[$0].kind == .person || entities[$0].kind == .organization }
      if case .entities = resolved[head] { return named }
      if !named.isEmpty {
        addNoun(word, named)
        return note(head, named)
      }
    }
    var origins = origins(of: head)
    // "The Council" after "the Security Council".
    if origins.isEmpty, words.isCapitalised(head), head != document.sentences[tree.sentence[head]].lowerBound {
      let known = half(head)
      if !known.isEmpty { return known }
    }
    // "Russian troops and police" share the adjective.
    if origins.isEmpty, tree.relation[head] == "conj", tree.parent[head] >= 0, !hasDeterminer(head),
      tree.part[tree.parent[head]].isNominal, spanAt[tree.parent[head]] < 0
    {
      origins = modifierOrigins(of: tree.parent[head])
    }
    if origins.isEmpty {
      if let known = antecedent(head, noun) { return note(head, [known]) }
    }
    let isFormer = modifiers(head).contains {
      Vocabulary.former.contains(tree.lower[$0]) || tree.lower[$0].hasPrefix("ex-")
    }
    var found: [Int] = []
    for origin in origins.isEmpty ? [-1] : origins {
      let entity = make(
        head, noun, origin: origin < 0 ? nil : origin, isFormer: isFormer, isOneOfSeveral: origins.count > 1)
      if !found.contains(entity) { found.append(entity) }
    }
    return note(head, found)
  }

  /// The entity of a sector noun and the state or body it belongs to.
  private mutating func make(_ head: Int, _ noun: SectorNoun, origin: Int?, isFormer: Bool, isOneOfSeveral: Bool) -> Int
  {
    let word = tree.lower[head]
    let isPlural = isPlural(head)
    var sectors = sector(of: noun, origin: origin, isFormer: isFormer)
    var code = origin.map { entities[$0].code } ?? kinCode(head) ?? ""
    if code.isEmpty, isDomestic(noun.sector), hasNoOwner(head) || !isPlural, !isForeign(head, noun) {
      code = homeState(head, noun.sector) ?? ""
    }
    // Organisations of no one state have a code of their own.
    if code.isEmpty, sectors == ["NGO"] {
      code = "NGO"
      sectors = []
    }
    let phrase = document.text(noun.tokens)
    let isBody = !isPlural && Vocabulary.bodies.contains(word)
    // Offices of a state are its own, not those of its bodies: "the president", not "the president of the club".
    let isOfState = origin.map { [.state, .place, .person].contains(entities[$0].kind) } ?? true
    if isOfState, !isPlural, !isBody, !isFormer, !code.isEmpty {
      let isLeader = word == "leader" && noun.tokens.count == 1
      if let person = isLeader ? leader(of: code) : holder(of: phrase, code: code).map({ intern(record: $0) }) {
        addNoun(word, [person])
        return person
      }
    }
    let slug = NameFolding.slug(isFormer && !phrase.lowercased().hasPrefix("former") ? "former " + phrase : phrase)
    var owner = code
    if let origin, entities[origin].kind == .organization || entities[origin].kind == .person, !code.isEmpty {
      owner = entities[origin].id
    }
    let id = owner.isEmpty ? slug : owner.contains("/") ? "\(owner)-\(slug)" : "\(owner)/\(slug)"
    return intern(
      Entity(
        id: id, name: isOneOfSeveral ? "\(origin.map { entities[$0].name } ?? "") \(phrase)" : name(of: head, noun),
        kind: isPlural ? .group : isBody ? .organization : .person, code: code,
        sectors: sectors),
      Traits(gender: isPlural ? nil : Vocabulary.genders[word], isPlural: isPlural, nouns: [word]))
  }

  /// "The Commission" after "the European Commission"; "the North" and "the South" where the article is about Korea.
  private mutating func half(_ head: Int) -> [Int] {
    guard words.isCapitalised(head), tree.children(head).contains(where: { tree.lower[$0] == "the" }) else { return [] }
    if tree.children(head).count <= 3, let known = alias(words[head..<(head + 1)].map(\.hash), kind: .organization) {
      resolved[head] = .entities([known])
      emit(phrase(head, from: head..<(head + 1)), head: head, entity: known, form: form(of: head))
      return [known]
    }
    let code = tree.lower[head] == "north" ? "PRK" : tree.lower[head] == "south" ? "KOR" : ""
    guard stateCounts.count(code) > 0, stateCounts.count("PRK") > 0, let state = state(code) else { return [] }
    resolved[head] = .entities([state])
    emit(
      leftEdge(head, in: document.sentences[tree.sentence[head]])..<(head + 1), head: head, entity: state,
      form: form(of: head))
    return [state]
  }

  /// The head of a state or government spoken of last: "the Russian leader".
  private func leader(of code: String) -> Int? {
    guard code.isStateCode else { return nil }
    for index in entities.indices.reversed() where entities[index].kind == .person && entities[index].code == code {
      if let office = entities[index].office, entities[index].sectors.contains("GOV"), isHighOffice(office) {
        return index
      }
    }
    return nil
  }

  /// "The country" and the like: the state spoken of last.
  private mutating func country(_ head: Int) -> [Int] {
    let isDefinite = tree.children(head).contains { child in
      ["the", "this", "that"].contains(tree.lower[child]) && tree.relation[child] == "det"
    }
    if let possessor = tree.children(head).first(where: { tree.deprel[$0] == "nmod:poss" }) {
      let codes = resolve(possessor).map { entities[$0].code }.filter(\.isStateCode)
      guard let code = codes.first, let state = state(code), tree.lower[head] != "state" else { return [] }
      return note(head, [state])
    }
    guard isDefinite, !isPlural(head), tree.lower[head] != "state" || tree.children(head).count == 1 else { return [] }
    if let amod = modifiers(head).first, tree.relation[amod] != "det", spanAt[amod] < 0 {
      // "The other country", "the first country": another one.
      if ["other", "first", "second", "only", "neighbouring", "neighboring", "host"].contains(tree.lower[amod]) {
        return []
      }
    }
    if let origin = origins(of: head).first, entities[origin].code.isStateCode, entities[origin].kind == .state {
      return note(head, [origin])
    }
    guard tree.child(head, "acl") == nil else { return [] }
    for referent in discourse.before(head, sentences: 4) {
      let entity = entities[referent.entity]
      guard entity.kind == .state || referent.isPlace || entity.sectors == ["GOV"], entity.code.isStateCode else {
        continue
      }
      if let state = state(entity.code) { return note(head, [state]) }
    }
    if let home = datelineState ?? stateCounts.first, let state = state(home) { return note(head, [state]) }
    return []
  }

  /// Notes the mention of a description, once for each of its entities.
  mutating func note(_ head: Int, _ found: [Int], isPlural: Bool? = nil) -> [Int] {
    let tokens = phrase(head, from: head..<(head + 1))
    for entity in found {
      emit(tokens, head: head, entity: entity, form: .description, isPlural: isPlural ?? self.isPlural(head))
    }
    resolved[head] = .entities(found)
    return found
  }

  mutating func addNoun(_ word: String, _ found: [Int]) {
    for entity in found where !traits[entity].nouns.contains(word) { traits[entity].nouns.append(word) }
  }

  /// The person who holds an office of a state at the article's date; with no date, who held it last.
  private mutating func holder(of phrase: String, code: String) -> Int? {
    guard code.isStateCode else { return nil }
    let title = phrase.lowercased()
    let key = "\(code) \(title)"
    if let known = holders[key] { return known }
    var exact: Int?
    var known: [Int] = []
    for record in dictionary.people(of: code) {
      for office in dictionary.records[record].offices where day.map(office.isKnown) ?? (office.to == nil) {
        // "President" is not "President of the European Parliament", unless that is what is asked for.
        if office.title.lowercased() == title {
          exact = exact ?? record
        } else if isShort(office.title, phrase), matches(office.title, phrase) {
          known.append(record)
        }
      }
    }
    let holder = exact ?? (known.count == 1 ? known.first : nil)
    holders[key] = .some(holder)
    return holder
  }

  private func isShort(_ title: String, _ phrase: String) -> Bool {
    title.split(separator: " ").count == phrase.split(separator: " ").count
  }
}
