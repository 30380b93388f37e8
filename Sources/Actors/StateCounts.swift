/// How often an article speaks of each state.
struct StateCounts {
  private var counts: [(code: String, count: Int)] = []

  mutating func add(_ code: String) {
    if let index = counts.firstIndex(where: { $0.code == code }) {
      counts[index].count += 1
    } else {
      counts.append((code, 1))
    }
  }

  /// The states, in the order of first mention.
  var codes: [String] { counts.map(\.code) }

  /// How often a state is spoken of.
  func count(_ code: String) -> Int { counts.first { $0.code == code }?.count ?? 0 }

  /// The two states spoken of most, in the order of first mention; `nil` where the second is hardly spoken of.
  var firstTwo: [String]? {
    guard counts.count >= 2 else { return nil }
    let ranked = counts.indices.sorted { (-counts[$0].count, $0) < (-counts[$1].count, $1) }
    guard counts[ranked[1]].count >= 2 else { return nil }
    return ranked.prefix(2).sorted().map { counts[$0].code }
  }

  /// Whether one state is spoken of twice as often as any other, and is not contradicted by the dateline.
  func isChiefly(_ dateline: String?) -> Bool {
    guard let first else { return false }
    let most = count(first)
    guard dateline == nil || dateline == first else { return false }
    return counts.allSatisfy { $0.code == first || $0.count * 2 <= most }
  }

  /// All states, those spoken of most before others.
  var ranked: [String] {
    counts.indices.sorted { (-counts[$0].count, $0) < (-counts[$1].count, $1) }.map { counts[$0].code }
  }

  /// The state spoken of most; of several the first.
  var first: String? {
    var best: (code: String, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.code
  }
}

extension String {
  /// Whether it is the code of a state, not that of a kind of organisation.
  package var isStateCode: Bool { !["UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC", ""].contains(self) }
}
