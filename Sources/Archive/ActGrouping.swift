import Chancery

/// Which reports tell the same act.
enum ActGrouping {
  /// Within an article: below even odds, since an article mostly tells the same few acts, in ever other words.
  static let within = -1.4
  /// Between articles: a little below even odds, since pairs without a link count as the least likely.
  static let across = -0.4
  /// What a pair without a link counts: two acts whose reports are too unlike to be kept as a link.
  static let missing = -2.0
  /// The weakest link that is kept.
  static let weakest = -1.0
  /// No single pair decides by more than this.
  static let limit = 3.0
  /// So many events of a category back an article may tell an act again.
  private static let reach = 200

  /// For each event of an article the index of the first that tells the same act.
  static func acts(of events: [EventRow], _ traits: [Traits]) -> [Int] {
    var acts = Array(events.indices)
    for category in Category.allCases {
      let own = events.indices.filter { events[$0].category == category }
      var scores: [(a: Int, b: Int, score: Double)] = []
      for (i, a) in own.enumerated() {
        for j in (i + 1)..<max(i + 1, min(own.count, i + reach)) {
          scores.append((i, j, clipped(ReportScore(traits[a], traits[own[j]]).total)))
        }
      }
      for act in Linkage.clusters(of: own.count, scores: scores, missing: missing, threshold: within) {
        for report in act { acts[own[report]] = own[act[0]] }
      }
    }
    return acts
  }

  static func clipped(_ score: Double) -> Double { max(-limit, min(limit, score)) }
}
