import Language

// Persons by the body that the text puts them in.
extension CastBuilder {
  /// Names the body that persons belong to or speak for, where the text tells: "Yun Sun, director of the China program at the
  /// Stimson Center", "Foreign Ministry spokeswoman Hua Chunying". Those without a country have that of the body, and its sector.
  mutating func affiliate() {
    var organizations: [Int: Int] = [:]
    for mention in mentions where entities[mention.entity].kind == .organization {
      if organizations[mention.head] == nil { organizations[mention.head] = mention.entity }
    }
    for mention in mentions where mention.form == .name {
      let person = mention.entity
      guard entities[person].kind == .person, entities[person].affiliation == nil else { continue }
      if let body = traits[person].body {
        entities[person].affiliation = entities[body].name
      } else if let found = body(behind: mention.head, organizations) {
        affiliate(person, with: found, organizations)
      } else if let words = spokenFor(by: mention.head) {
        let organization = words.lazy.compactMap { organizations[$0] }.first
        entities[person].affiliation = organization.map { entities[$0].name } ?? document.text(words)
      }
    }
  }

  private mutating func affiliate(_ person: Int, with found: Body, _ organizations: [Int: Int]) {
    let isUnknown = traits[person].record == nil
    if let organization = organizations[found.head] {
      entities[person].affiliation = entities[organization].name
      if isUnknown, entities[person].code.isEmpty { entities[person].code = entities[organization].code }
      if isUnknown, entities[person].sectors.isEmpty { entities[person].sectors = entities[organization].sectors }
    } else if isUnknown || entities[person].office == nil {
      entities[person].affiliation = document.text(name(of: found.head))
      let state = mentions.first { $0.form == .modifier && tree.parent[$0.head] == found.head }
      if isUnknown, entities[person].code.isEmpty, let state { entities[person].code = entities[state.entity].code }
      if isUnknown, entities[person].sectors.isEmpty { entities[person].sectors = ["EDU"] }
    }
    if isUnknown, entities[person].office == nil, let role = found.role {
      entities[person].office = document.text(role)
    }
  }

  /// A body in the text, by its head, and the words for what the person is there.
  private struct Body {
    var head: Int
    var role: Range<Int>?
  }

  /// The body after *of*, *at*, *for*, *from* or *with* behind a name, in an apposition to it or in a clause about its bearer.
  private func body(behind head: Int, _ organizations: [Int: Int]) -> Body? {
    var starts: [(token: Int, isRole: Bool)] = [(head, false)]
    for child in tree.children(head) where child > head {
      if ["acl", "appos"].contains(tree.relation[child]) { starts.append((child, tree.relation[child] == "appos")) }
    }
    if tree.relation[head] == "appos", tree.parent[head] >= 0 { starts.append((tree.parent[head], true)) }
    for start in starts {
      guard let found = body(after: start.token, organizations, depth: 0) else { continue }
      return Body(head: found, role: start.isRole ? role(start.token, before: found) : nil)
    }
    return nil
  }

  private func body(after token: Int, _ organizations: [Int: Int], depth: Int) -> Int? {
    guard depth < 4 else { return nil }
    for child in tree.children(token) where child > token {
      guard ["nmod", "obl"].contains(tree.relation[child]),
        ["of", "at", "for", "from", "with"].contains(tree.preposition(child) ?? "")
      else { continue }
      if organizations[child] != nil || Vocabulary.learned.contains(tree.lower[child]) { return child }
      if let found = body(after: child, organizations, depth: depth + 1) { return found }
    }
    return nil
  }

  /// "director of the China program" of "director of the China program at the Stimson Center".
  private func role(_ noun: Int, before body: Int) -> Range<Int>? {
    guard tree.part[noun].isNominal, spanAt[noun] < 0, noun < body else { return nil }
    var low = noun
    for child in tree.children(noun) where child < noun && ["amod", "compound"].contains(tree.relation[child]) {
      low = min(low, child)
    }
    // The body's own phrase begins with its preposition.
    guard let preposition = tree.child(body, "case"), preposition > noun, preposition - low <= 8 else { return nil }
    return low..<preposition
  }

  /// The words before "spokesman" that name whom he speaks for.
  private func spokenFor(by name: Int) -> Range<Int>? {
    let up = tree.parent[name]
    let noun = up >= 0 && ["appos", "flat", "compound"].contains(tree.relation[name]) ? up : nil
    let below = tree.children(name).first { ["compound", "nmod"].contains(tree.relation[$0]) && $0 < name }
    let title = [name, noun, below].compactMap(\.self).first { tree.lower[$0].hasPrefix("spokes") }
    guard let title else { return nil }
    var low = title
    while low > 0, ["amod", "compound"].contains(tree.relation[low - 1]), (low...title).contains(tree.parent[low - 1]) {
      low -= 1
    }
    let words = low..<title
    return words.contains { tree.part[$0] == .proper } ? words : nil
  }

  /// A body's name: its head with what modifies it, and what it is of or for, without where it is.
  private func name(of body: Int) -> Range<Int> {
    var low = body
    var high = body
    for child in tree.children(body) {
      switch tree.relation[child] {
      case "amod", "compound": low = min(low, child)
      case "nmod" where ["of", "for", "on"].contains(tree.preposition(child) ?? ""): high = max(high, child)
      default: break
      }
    }
    return low..<(high + 1)
  }
}
