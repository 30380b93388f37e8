import Language

/// Acts told again.
extension CodingSession {
  /// The parties of acts that are alike, as often as each were told.
  private struct Tally {
    private var counts: [(codes: [String], mentions: [Int], count: Int)] = []

    mutating func add(_ mentions: [Int], _ codes: [String]) {
      guard !mentions.isEmpty else { return }
      if let known = counts.firstIndex(where: { $0.codes == codes }) {
        counts[known].count += 1
      } else {
        counts.append((codes, mentions, 1))
      }
    }

    /// The commonest; of several the last told.
    var commonest: [Int]? { counts.max { $0.count < $1.count }?.mentions }
  }

  /// What makes acts alike: their category, the word or mode by which they are told, and for recipients who acts.
  private struct Kind: Hashable {
    var category: Category
    var lemma: String?
    var mode: String?
    var actors: [String]?
  }

  /// An act told again often leaves its parties unsaid: they are those of its fuller tellings, by the same word, else in the
  /// same category and mode. Linear in the number of events.
  func fillFromRetellings(_ events: inout [Event]) {
    func lemma(_ event: Event) -> String { document.tokens[event.token].lemma.lowercased() }
    var actors: [Kind: Tally] = [:]
    var recipients: [Kind: Tally] = [:]
    for event in events {
      let acting = participants.codes(event.actors).sorted()
      let acted = participants.codes(event.recipients).sorted()
      actors[Kind(category: event.category, lemma: lemma(event)), default: Tally()].add(event.actors, acting)
      for kind in [
        Kind(category: event.category, lemma: lemma(event), actors: acting),
        Kind(category: event.category, mode: event.mode, actors: acting),
      ] {
        recipients[kind, default: Tally()].add(event.recipients, acted)
      }
    }
    for i in events.indices {
      let event = events[i]
      if event.actors.isEmpty, let known = actors[Kind(category: event.category, lemma: lemma(event))]?.commonest {
        events[i].actors = known
      }
      guard event.recipients.isEmpty, !event.category.isSymmetrical else { continue }
      let acting = participants.codes(events[i].actors).sorted()
      let again = recipients[Kind(category: event.category, lemma: lemma(event), actors: acting)]?.commonest
      let alike = recipients[Kind(category: event.category, mode: event.mode, actors: acting)]?.commonest
      if let known = again ?? alike { events[i].recipients = known }
    }
  }
}
