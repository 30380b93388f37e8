import Analysis
import Archive
import Chancery

/// Where words and deeds parted company furthest in the year up to the last article, of those who act most.
struct WidestGaps: Sendable {
  /// One's words and deeds toward another.
  struct Gap: Sendable {
    let actor: PartyFilter
    let counterpart: WordsAndDeeds.Counterpart
  }

  /// The widest first.
  let gaps: [Gap]

  /// So many actors are looked at …
  private static let actors = 6
  /// … and so many gaps are kept.
  private static let most = 8

  init(in store: NewsStore) throws {
    var gaps: [Gap] = []
    let (since, until) = (try PageDays.start(in: store), try store.span()?.last)
    for busiest in try store.busiestActors(limit: Self.actors, until: until) {
      let actor = PartyFilter.code(busiest.code)
      let found = try WordsAndDeeds(of: actor, toward: [], in: store, by: .quarter, since: since)
      gaps += found.counterparts.filter(\.isEnough).map { Gap(actor: actor, counterpart: $0) }
    }
    func width(_ gap: Gap) -> Double { abs(gap.counterpart.whole.gap?.bound ?? 0) }
    // Of equal width, who acts more stands first.
    self.gaps = Array(
      gaps.enumerated().sorted { (-width($0.element), $0.offset) < (-width($1.element), $1.offset) }
        .map(\.element).filter { width($0) > 0 }.prefix(Self.most))
  }
}
