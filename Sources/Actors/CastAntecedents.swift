import Language

// What a description without a modifier comes back to.
extension CastBuilder {
  /// An entity spoken of before that a description means: "the ministry", "the president", "the group".
  mutating func antecedent(_ head: Int, _ noun: SectorNoun) -> Int? {
    let word = tree.lower[head]
    let determiner = tree.children(head).first { tree.relation[$0] == "det" }.map { tree.lower[$0] }
    let isDefinite = ["the", "this", "that", "these", "those", "both"].contains(determiner ?? "")
    let plural = isPlural(head)
    // "The president of FIFA" is none of those before.
    guard !tree.children(head).contains(where: { tree.relation[$0] == "nmod" && tree.preposition($0) == "of" }) else {
      return nil
    }
    guard isDefinite || (determiner == nil && (plural || Vocabulary.bodies.contains(word))) else { return nil }
    // Other modifiers make it another: "the French foreign minister" has its state; "a senior official" is new.
    let isBody = !plural && Vocabulary.bodies.contains(word)
    for referent in discourse.before(head, sentences: isDefinite ? 12 : 6) {
      let entity = entities[referent.entity]
      let own = traits[referent.entity]
      guard referent.form != .modifier || entity.kind == .organization, !referent.isPlace, entity.kind != .state else {
        continue
      }
      if own.nouns.contains(word), own.isPlural == plural || entity.kind != .group { return referent.entity }
      guard isDefinite else { continue }
      switch entity.kind {
      case .person where !plural && !isBody:
        if let office = entity.office?.lowercased() {
          let phrase = document.text(noun.tokens).lowercased()
          if office == phrase || office.hasSuffix(" " + word) && noun.tokens.count == 1 || matches(office, phrase) {
            return referent.entity
          }
        }
      case .organization where !plural || noun.sector == "REB":
        if isBody || noun.sector == "REB", isSame(word, noun, entity) { return referent.entity }
      default: break
      }
    }
    return nil
  }

  /// Whether a noun of a body may mean an organisation.
  private func isSame(_ word: String, _ noun: SectorNoun, _ entity: Entity) -> Bool {
    if entity.name.lowercased().split(separator: " ").contains(where: { $0 == word }),
      entity.sectors.isEmpty || entity.sectors.contains(noun.sector)
    {
      return true
    }
    switch word {
    case "group", "faction", "movement", "network":
      return entity.sectors.contains { ["REB", "PRM", "NGO", "SOC", "OPP"].contains($0) }
        || ["IMG", "NGO", "ISM"].contains(entity.code)
    case "company", "firm", "giant", "bank": return entity.sectors.contains("BUS") || entity.code == "MNC"
    case "party": return entity.sectors.contains("PTY") || entity.sectors.contains("OPP")
    case "court", "tribunal": return entity.sectors.contains("JUD")
    case "bloc", "union": return ["EUR", "IGO"].contains(entity.code)
    case "alliance", "organisation", "organization", "body": return ["IGO", "EUR", "UNO", "NGO"].contains(entity.code)
    case "agency": return entity.code == "UNO" || entity.sectors.contains { ["SPY", "JRN", "GOV"].contains($0) }
    case "newspaper", "paper", "daily", "broadcaster", "channel", "magazine": return entity.sectors.contains("JRN")
    case "parliament", "legislature", "assembly": return entity.sectors.contains("LEG")
    default: return noun.sector == "REB" && entity.sectors.contains("REB")
    }
  }
}
