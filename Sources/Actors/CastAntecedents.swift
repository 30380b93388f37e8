import Foundation
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

  /// The organisation that a body's noun comes back to which makes no sector: "the group", "the council".
  func body(_ head: Int) -> Int? {
    let word = tree.lower[head]
    guard Vocabulary.bodies.contains(word), isBare(head) else { return nil }
    var like: Int?
    for referent in discourse.before(head, sentences: 8) where !referent.isPlace {
      let entity = entities[referent.entity]
      guard entity.kind == .organization else { continue }
      if isCalled(referent.entity, word) { return referent.entity }
      if like == nil, isKind(word, entity) { like = referent.entity }
    }
    return like
  }

  /// The place that "the city" or "the island" comes back to.
  func place(_ head: Int) -> Int? {
    let word = tree.lower[head]
    guard Vocabulary.settlements.contains(word) || Vocabulary.regions.contains(word), isBare(head) else { return nil }
    var last: Int?
    for referent in discourse.before(head, sentences: 3) where referent.isPlace {
      let entity = entities[referent.entity]
      guard entity.name != dictionary.record(id: entity.code)?.name else { continue }
      if isCalled(referent.entity, word) { return referent.entity }
      if last == nil, Vocabulary.settlements.contains(word) { last = referent.entity }
    }
    return last
  }

  /// Whether a noun is definite, of one, and told from others of its kind by nothing else.
  private func isBare(_ head: Int) -> Bool {
    guard !isPlural(head), tree.part[head] == .noun || tree.part[head] == .proper else { return false }
    var isDefinite = false
    for child in tree.children(head) {
      switch tree.relation[child] {
      case "det": isDefinite = ["the", "this", "that"].contains(tree.lower[child])
      case "amod", "compound", "nummod", "acl", "flat", "appos": return false
      case "nmod":
        if tree.deprel[child] == "nmod:poss" || ["of", "for", "from"].contains(tree.preposition(child)) {
          return false
        }
      default: break
      }
    }
    return isDefinite
  }

  /// Whether an entity has a word in its name or was described by it.
  private func isCalled(_ entity: Int, _ word: String) -> Bool {
    if traits[entity].nouns.contains(word) { return true }
    let name = entities[entity].name
    guard let range = name.range(of: word, options: .caseInsensitive) else { return false }
    let before = range.lowerBound == name.startIndex ? " " : name[name.index(before: range.lowerBound)]
    let after = range.upperBound == name.endIndex ? " " : name[range.upperBound]
    return !before.isLetter && !after.isLetter
  }

  /// Whether a body of a kind may be called by a noun.
  private func isKind(_ word: String, _ entity: Entity) -> Bool {
    func has(_ sectors: [String]) -> Bool { entity.sectors.contains { sectors.contains($0) } }
    let isUnknown = entity.code.isEmpty && entity.sectors.isEmpty
    switch word {
    case "group", "faction", "movement", "network":
      return isUnknown || has(["REB", "PRM", "NGO", "SOC", "OPP", "CRM", "PTY"])
        || ["IMG", "NGO", "ISM"].contains(entity.code)
    case "organisation", "organization", "body":
      return isUnknown || has(["NGO", "SOC"]) || ["IGO", "EUR", "UNO", "NGO", "IMG"].contains(entity.code)
    case "alliance", "bloc": return ["IGO", "EUR"].contains(entity.code)
    case "agency": return entity.code == "UNO" || has(["SPY", "JRN"])
    default: return false
    }
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
