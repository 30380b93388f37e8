/// Who were the parties of the acts told so far: an act told again, or one of its kind, often leaves them unsaid.
struct PartyHistory {
  /// The codes of an act's parties.
  struct Parties {
    var actors: [String] = []
    var recipients: [String] = []
  }

  private var last = Parties()
  private var byCategory: [Category: Parties] = [:]
  private var byLemma: [String: Parties] = [:]
  private var byActors: [[String]: [String]] = [:]

  /// Takes note of an act.
  mutating func add(_ category: Category, lemma: String, actors: [String], recipients: [String]) {
    let parties = Parties(actors: actors, recipients: recipients)
    last = parties
    byCategory[category] = parties
    byLemma["\(category.rawValue) \(lemma)"] = parties
    if !actors.isEmpty { byActors[actors.sorted()] = recipients }
  }

  /// The codes that history proposes for an act, those of its kind first, each once.
  func codes(_ category: Category, lemma: String) -> [String] {
    var found: [String] = []
    for parties in [byLemma["\(category.rawValue) \(lemma)"], byCategory[category], last] {
      guard let parties else { continue }
      for code in parties.actors + parties.recipients where !found.contains(code) { found.append(code) }
    }
    return found
  }

  /// Notes what history says of a code as a party to an act, alone and with where the code stands now; `actors` are those
  /// already chosen, when recipients are.
  func note(
    _ code: String, _ category: Category, lemma: String, beside actors: [String], _ stand: String,
    in seen: inout FeatureList
  ) {
    func add(_ name: String, _ role: String) {
      seen.add(name, role, meetsMode: true)
      seen.add(name, role, stand, meetsMode: true)
    }
    func tell(_ parties: Parties?, _ name: String) {
      guard let parties else { return }
      if parties.actors.contains(code) { add(name, " actor") }
      if parties.recipients.contains(code) { add(name, " recipient") }
    }
    tell(byLemma["\(category.rawValue) \(lemma)"], "told again")
    tell(byCategory[category], "last of kind")
    tell(last, "last")
    if !actors.isEmpty, byActors[actors.sorted()]?.contains(code) == true { add("last of actor", " recipient") }
  }
}
