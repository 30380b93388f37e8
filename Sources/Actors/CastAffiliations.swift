import Language

// Persons whom the dictionary lacks, by the body that the text puts them in.
extension CastBuilder {
  /// Gives persons without a country the code, sector and name of the body behind their name: "Yun Sun of the Stimson Center",
  /// "Daniel Aubrey, who studies diplomacy at Chatham House".
  mutating func affiliate() {
    for mention in mentions where mention.form == .name {
      let person = mention.entity
      guard entities[person].kind == .person, traits[person].record == nil, entities[person].code.isEmpty,
        entities[person].affiliation == nil, let body = body(behind: mention.head)
      else { continue }
      if let organization = mentions.first(where: { $0.head == body && entities[$0.entity].kind == .organization })?
        .entity
      {
        entities[person].affiliation = entities[organization].name
        entities[person].code = entities[organization].code
        if entities[person].sectors.isEmpty { entities[person].sectors = entities[organization].sectors }
      } else if Vocabulary.learned.contains(tree.lower[body]) {
        let state = mentions.first { $0.form == .modifier && tree.parent[$0.head] == body }
        entities[person].affiliation = document.text(name(of: body))
        if let state { entities[person].code = entities[state.entity].code }
        if entities[person].sectors.isEmpty { entities[person].sectors = ["EDU"] }
      }
    }
  }

  /// The head of the phrase after *of*, *at*, *from* or *with* behind a name, or in a clause about its bearer.
  private func body(behind head: Int) -> Int? {
    for child in tree.children(head) where child > head {
      switch tree.relation[child] {
      case "nmod" where ["of", "at", "from", "with"].contains(tree.preposition(child) ?? ""): return child
      case "acl", "appos":
        let place = tree.children(child).first {
          ["obl", "nmod"].contains(tree.relation[$0]) && ["at", "for", "with"].contains(tree.preposition($0) ?? "")
        }
        if let place { return place }
      default: break
      }
    }
    return nil
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
