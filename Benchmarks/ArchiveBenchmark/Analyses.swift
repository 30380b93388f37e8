import Analysis
import Archive
import Chancery

/// The analyses as analysts run them, over ten years.
enum Analyses {
  static let all: [(name: String, run: @Sendable (NewsStore) throws -> Int)] = [
    ("dyad USA CHN --by month", { try DyadSeries(of: usa, and: china, in: $0).table.rows.count }),
    (
      "dyad USA 'CHN MIL' --by month",
      { try DyadSeries(of: usa, and: .code("CHN", sector: "MIL"), in: $0).table.rows.count }
    ),
    (
      "words-and-deeds CHN --toward USA,RUS",
      { try WordsAndDeeds(of: china, toward: [usa, .code("RUS")], in: $0).ranking.rows.count }
    ),
    (
      "words-and-deeds C35, the eight most acted on",
      { try WordsAndDeeds(of: .code("C35"), toward: [], in: $0).ranking.rows.count }
    ),
    ("contacts USA CHN", { try ContactLedger(of: usa, and: china, in: $0).contacts.count }),
    ("promises C35", { try PromiseLedger(of: .code("C35"), in: $0).promises.count }),
    ("audiences C35 --about USA", { try Audiences(of: .code("C35"), about: usa, in: $0).sayings.count }),
    ("turns USA CHN", { try TurningPoints(DyadSeries(of: usa, and: china, in: $0)).turns.count }),
    ("schedule", { try Schedule(in: $0).items.count }),
    ("network --since 2019", { try Network(in: $0, since: "2019").edges.count }),
  ]

  private static let usa = PartyFilter.code("USA")
  private static let china = PartyFilter.code("CHN")
}
