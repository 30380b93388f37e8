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
      if let noun, !Vocabulary.statePairs.contains(word), pair.allSatisfy({ entities[$0].kind == .state }) {
        pair = pair.map { make(head, noun, origin: $0, isFormer: false, isOneOfSeveral: true) }
      }
      if pair.count == 2 { return note(head, pair, isPlural: true) }
    }
    if noun == nil || word == "state", Vocabulary.countries.contains(word) || word == "state" {
      return country(head)
    }
    guard let noun else { return half(head) }
    guard !Vocabulary.forms.contains(word) else { return [] }
    // A campaign is a party's only where it runs for office.
    if word == "campaign", !tree.children(head).contains(where: { $0 < head && (Vocabulary.electoral.contains(tree.lower[$0]) || spanAt[$0] >= 0 || tree.deprel[$0] == "nmod:poss") }) {
      return []
    }
    // The same as the name that it goes with: "the Russian president, Vladimir Putin", "Yun Sun, director of …".
    if tree.relation[head] == "appos", tree.parent[head] >= 0, spanAt[tree.parent[head]] >= 0 {
      let named = resolve(tree.parent[head]).filter { entities[$0].kind == .person || entities[$0].kind == .organization }
      if !named.isEmpty {
        addNoun(word, named)
        return note(head, named)
      }
    }
    for child in tree.children(head) where child > head && ["appos", "flat"].contains(tree.relation[child]) && spanAt[child] >= 0 {
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
    let isFormer = modifiers(head).contains { Vocabulary.former.contains(tree.lower[$0]) || tree.lower[$0].hasPrefix("ex-") }
    var found: [Int] = []
    for origin in origins.isEmpty ? [-1] : origins {
      let entity = make(
        head, noun, origin: origin < 0 ? nil : origin, isFormer: isFormer, isOneOfSeveral: origins.count > 1)
      if !found.contains(entity) { found.append(entity) }
    }
    return note(head, found)
  }

  /// The entity of a sector noun and the state or body it belongs to.
  private mutating func make(_ head: Int, _ noun: SectorNoun, origin: Int?, isFormer: Bool, isOneOfSeveral: Bool) -> Int {
    let word = tree.lower[head]
    let isPlural = isPlural(head)
    var sectors = sector(of: noun, origin: origin, isFormer: isFormer)
    var code = origin.map { entities[$0].code } ?? ""
    if code.isEmpty, isDomestic(noun.sector), hasNoOwner(head) || !isPlural, !isForeign(head, noun) { code = homeState(head, noun.sector) ?? "" }
    // Organisations of no one state have a code of their own.
    if code.isEmpty, sectors == ["NGO"] {
      code = "NGO"
      sectors = []
    }
    let phrase = document.text(noun.tokens)
    let isBody = !isPlural && Vocabulary.bodies.contains(word)
    if !isPlural, !isBody, !isFormer, !code.isEmpty, let holder = holder(of: phrase, code: code, origin: origin) {
      let person = intern(record: holder)
      addNoun(word, [person])
      return person
    }
    let slug = NameFolding.slug(isFormer && !phrase.lowercased().hasPrefix("former") ? "former " + phrase : phrase)
    var owner = code
    if let origin, entities[origin].kind == .organization || entities[origin].kind == .person, !code.isEmpty {
      owner = entities[origin].id
    }
    let id = owner.isEmpty ? slug : owner.contains("/") ? "\(owner)-\(slug)" : "\(owner)/\(slug)"
    return intern(
      Entity(
        id: id, name: isOneOfSeveral ? "\(origin.map { entities[$0].name } ?? "") \(phrase)" : name(of: head, noun), kind: isPlural ? .group : isBody ? .organization : .person, code: code,
        sectors: sectors),
      Traits(isPlural: isPlural, nouns: [word]))
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
    emit(leftEdge(head, in: document.sentences[tree.sentence[head]])..<(head + 1), head: head, entity: state, form: form(of: head))
    return [state]
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
      if ["other", "first", "second", "only", "neighbouring", "neighboring", "host"].contains(tree.lower[amod]) { return [] }
    }
    if let origin = origins(of: head).first, entities[origin].code.isStateCode, entities[origin].kind == .state {
      return note(head, [origin])
    }
    guard tree.child(head, "acl") == nil else { return [] }
    for referent in discourse.before(head, sentences: 4) {
      let entity = entities[referent.entity]
      guard entity.kind == .state || referent.isPlace || entity.sectors == ["GOV"], entity.code.isStateCode else { continue }
      if let state = state(entity.code) { return note(head, [state]) }
    }
    if let home = datelineState ?? stateCounts.first, let state = state(home) { return note(head, [state]) }
    return []
  }

  /// Notes the mention of a description, once for each of its entities.
  mutating func note(_ head: Int, _ found: [Int], isPlural: Bool? = nil) -> [Int] {
    let tokens = phrase(head, from: head..<(head + 1))
    for entity in found { emit(tokens, head: head, entity: entity, form: .description, isPlural: isPlural ?? self.isPlural(head)) }
    resolved[head] = .entities(found)
    return found
  }

  mutating func addNoun(_ word: String, _ found: [Int]) {
    for entity in found where !traits[entity].nouns.contains(word) { traits[entity].nouns.append(word) }
  }

  /// Whether "two" or "both" counts a noun, or it is definite and two are spoken of.
  private func isPair(_ head: Int, in sentence: Range<Int>) -> Bool {
    for child in tree.children(head) {
      let word = tree.lower[child]
      if word == "two" || word == "both" {
        // "Two men" are new; "the two men" are not.
        return word == "both" || tree.children(head).contains { tree.relation[$0] == "det" || tree.deprel[$0] == "nmod:poss" }
          || tree.children(head).contains { tree.relation[$0] == "amod" && spanAt[$0] >= 0 }
      }
      if word == "either" { return true }
    }
    return ["sides"].contains(tree.lower[head])
      && tree.children(head).contains { ["the", "all"].contains(tree.lower[$0]) || tree.relation[$0] == "det" }
  }

  /// The two states, or people where the noun is of people, last spoken of.
  private mutating func lastTwo(before head: Int) -> [Int] {
    let ofPeople = ["leaders", "men", "presidents", "ministers", "diplomats"].contains(tree.lower[head])
    let own = clauseSubjects(head)
    let referents = discourse.before(head, sentences: 3).filter { !own.contains($0.token) }
    var people: [Int] = []
    var states: [Int] = []
    for referent in referents where !referent.isPlace {
      let entity = entities[referent.entity]
      if entity.kind == .person {
        if !people.contains(referent.entity) { people.append(referent.entity) }
      } else if entity.kind == .state || (entity.kind == .organization && !entity.sectors.contains("JRN")) {
        let known = states.map { entities[$0].code }
        if !entity.code.isEmpty, !known.contains(entity.code) || entity.kind != .state && !states.contains(referent.entity) {
          states.append(referent.entity)
        }
      }
    }
    if ofPeople, people.count >= 2 { return Array(people.prefix(2)) }
    if let joined = joinedStates(referents) { return joined }
    // Of several, and of those not just named, the two that the article is about.
    if let two = stateCounts.firstTwo, states.count != 2 || states.contains(where: { two.contains(entities[$0].code) }) {
      let known = two.compactMap { state($0) }
      if known.count == 2, !referents.isEmpty, !own.contains(where: { isOf($0, two) }) { return known }
    }
    if states.count > 2 { states = Array(states.prefix(2)) }
    if states.count == 2 { return states }
    // Two people stand for their states.
    let codes = people.prefix(2).map { entities[$0].code }
    guard codes.count == 2, codes[0] != codes[1], codes.allSatisfy({ $0.isStateCode }) else { return [] }
    return codes.compactMap { state($0) }
  }

  /// Whether a token stands for one of some states.
  private func isOf(_ token: Int, _ codes: [String]) -> Bool {
    guard case .entities(let found) = resolved[token] else { return false }
    return found.contains { codes.contains(entities[$0].code) }
  }

  /// Two states joined by "and" in this sentence or the last.
  private func joinedStates(_ referents: [Discourse.Referent]) -> [Int]? {
    guard let latest = referents.first?.sentence else { return nil }
    for referent in referents where latest - referent.sentence <= 1 && tree.relation[referent.token] == "conj" {
      guard let first = referents.first(where: { $0.token == tree.parent[referent.token] }), !referent.isPlace, !first.isPlace,
        first.entity != referent.entity
      else { continue }
      let codes = [entities[first.entity].code, entities[referent.entity].code]
      if codes[0] != codes[1], codes.allSatisfy({ $0.isStateCode }) { return [first.entity, referent.entity] }
    }
    return nil
  }

  /// The person who holds an office of a state at the article's date.
  private func holder(of phrase: String, code: String, origin: Int?) -> Int? {
    var known: [Int] = []
    for record in dictionary.people(of: code) {
      let person = dictionary.records[record]
      guard let office = person.office(on: day), matches(office.title, phrase) else { continue }
      if let day {
        guard office.isHeld(on: day) else { continue }
      } else if office.to != nil {
        continue
      }
      // "President" is not "President of the European Parliament", unless that is what is asked for.
      if office.title.lowercased() == phrase.lowercased() { return record }
      known.append(record)
    }
    guard known.count == 1, code.isStateCode, let only = known.first,
      dictionary.records[only].office(on: day).map({ isShort($0.title, phrase) }) == true
    else { return nil }
    return only
  }

  private func isShort(_ title: String, _ phrase: String) -> Bool {
    title.split(separator: " ").count == phrase.split(separator: " ").count
  }

  // MARK: Words around a noun

  /// A description's tokens: from its first modifier to the last "of" phrase.
  func phrase(_ head: Int, from base: Range<Int>) -> Range<Int> {
    let sentence = document.sentences[tree.sentence[head]]
    let lower = min(base.lowerBound, leftEdge(head, in: sentence))
    var upper = max(base.upperBound, head + 1)
    for child in tree.children(head) where child >= upper {
      guard ["nmod", "flat", "fixed", "compound", "nummod"].contains(tree.relation[child]) else { continue }
      let edges = edges(child, depth: 0)
      guard !(upper..<max(upper, edges.lowerBound)).contains(where: { tree.part[$0] == .punctuation }) else { break }
      upper = max(upper, edges.upperBound)
    }
    return lower..<min(upper, sentence.upperBound)
  }

  private func edges(_ token: Int, depth: Int) -> Range<Int> {
    var lower = token
    var upper = token + 1
    guard depth < 12 else { return lower..<upper }
    for child in tree.children(token) where !["acl", "appos", "parataxis", "punct", "advcl"].contains(tree.relation[child]) {
      if tree.relation[child] == "conj", tree.children(child).contains(where: { tree.relation[$0] == "punct" }) { continue }
      let inner = edges(child, depth: depth + 1)
      lower = min(lower, inner.lowerBound)
      upper = max(upper, inner.upperBound)
    }
    return lower..<upper
  }

  private func modifiers(_ head: Int) -> [Int] {
    tree.children(head).filter { $0 < head && ["amod", "compound", "det", "advmod"].contains(tree.relation[$0]) }
  }

  func hasDeterminer(_ head: Int) -> Bool {
    tree.children(head).contains { tree.relation[$0] == "det" || tree.deprel[$0] == "nmod:poss" }
  }

  /// Whether no phrase tells whose it is: no possessor, no "of".
  private func hasNoOwner(_ head: Int) -> Bool {
    !tree.children(head).contains { child in
      tree.deprel[child] == "nmod:poss" || (tree.relation[child] == "nmod" && tree.preposition(child) == "of")
    }
  }

  func isPlural(_ head: Int) -> Bool {
    if let number = document.tokens[head].feature("Number") { return number == "Plur" || number == "Ptan" || number == "Coll" }
    let word = tree.lower[head]
    return (word.hasSuffix("s") && !word.hasSuffix("ss")) || word.hasSuffix("men") || word == "police" || word == "people"
  }

  /// Whether a modifier says that people are of no one state, or of another: "Asian leaders", "world leaders".
  private func isForeign(_ head: Int, _ noun: SectorNoun) -> Bool {
    let first = document.sentences[tree.sentence[head]].lowerBound
    return tree.children(head).contains { child in
      child < head && !noun.tokens.contains(child) && (tree.relation[child] == "amod" || tree.relation[child] == "compound")
        && (Vocabulary.foreign.contains(tree.lower[child])
          || words.isCapitalised(child) && child != first && spanAt[child] < 0 && nouns[child] == nil
            && !words.isCapitalised(head))
    }
  }

  /// Sectors whose people are an article's own state's, where nothing else is said.
  private func isDomestic(_ sector: String) -> Bool {
    ["BUS", "NGO", "SOC", "REF", "CRM", "UNK", "UAF", "PRE"].contains(sector) == false
  }

  /// A description's name: its phrase up to the noun, without determiners, and a short "of" phrase.
  private func name(of head: Int, _ noun: SectorNoun) -> String {
    let tokens = phrase(head, from: head..<(head + 1))
    var lower = min(tokens.lowerBound, noun.tokens.lowerBound)
    while lower < head, [.determiner, .pronoun, .number, .punctuation].contains(tree.part[lower]) { lower += 1 }
    var upper = max(noun.tokens.upperBound, head + 1)
    if tokens.upperBound - lower <= 6, tokens.upperBound > upper, lower >= head - 1 { upper = tokens.upperBound }
    return document.text(lower..<upper)
  }
}
