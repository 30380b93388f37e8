import Language

/// Acts told again.
extension CodingSession {
  /// An act told again often leaves its parties unsaid: they are those of its fuller tellings, by the same word, else in the
  /// same category and mode.
  func fillFromRetellings(_ events: inout [Event]) {
    let told = events
    func lemma(_ event: Event) -> String { document.tokens[event.token].lemma.lowercased() }
    func commonest(_ lists: [[Int]]) -> [Int]? {
      var counts: [(codes: [String], mentions: [Int], count: Int)] = []
      for list in lists where !list.isEmpty {
        let codes = participants.codes(list).sorted()
        if let known = counts.firstIndex(where: { $0.codes == codes }) {
          counts[known].count += 1
        } else {
          counts.append((codes, list, 1))
        }
      }
      return counts.max { $0.count < $1.count }?.mentions
    }
    for i in events.indices {
      let event = events[i]
      let others = told.indices.filter { $0 != i && told[$0].category == event.category }.map { told[$0] }
      let again = others.filter { lemma($0) == lemma(event) }
      let alike = others.filter { $0.mode == event.mode }
      if event.actors.isEmpty, let actors = commonest(again.map(\.actors)) { events[i].actors = actors }
      guard event.recipients.isEmpty, !event.category.isSymmetrical else { continue }
      let actors = participants.codes(events[i].actors).sorted()
      func sameActor(_ other: Event) -> Bool { participants.codes(other.actors).sorted() == actors }
      if let recipients = commonest(again.filter(sameActor).map(\.recipients))
        ?? commonest(alike.filter(sameActor).map(\.recipients))
      {
        events[i].recipients = recipients
      }
    }
  }
}
