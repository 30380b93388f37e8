internal import GRDB

/// How often one acts on another, counted by happenings that an article vouches for itself.
public struct DyadTally: Sendable, Hashable {
  /// The code of who acts.
  public var source: String
  /// The code of who is acted on.
  public var target: String
  /// Happenings of each of PLOVER's quad classes, 1 to 4.
  public var quads: [Int]
  /// The sum of their places on PLOVER's scale.
  public var sum: Double
  /// How many there are.
  public var happenings: Int { quads.reduce(0, +) }
}

extension NewsStore {
  /// All pairs of actors with what one does to the other, in the order of their codes; a happening counts once for a pair.
  ///
  /// Goes through all events of the days: a second or two a million.
  public func dyads(since: String? = nil, until: String? = nil) throws -> [DyadTally] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT d.source, d.target, e.quad, count(DISTINCT coalesce(e.happening, -e.number)), e.scale
          FROM dyads AS d JOIN events AS e ON e.number = d.event
          WHERE d.source <> '' AND d.target <> '' AND d.source <> d.target AND d.day >= ? AND d.day < ? AND e.reality = 0
            AND NOT EXISTS (SELECT 1 FROM vouchers AS v WHERE v.event = e.number AND v.relation = 0)
          GROUP BY d.source, d.target, e.category ORDER BY d.source, d.target, e.category
          """, arguments: [since ?? "", (until ?? "") + "~"])
      var tallies: [DyadTally] = []
      while let row = try rows.next() {
        let (source, target): (String, String) = (row[0], row[1])
        let (quad, count): (Int, Int) = (row[2], row[3])
        if tallies.last.map({ $0.source != source || $0.target != target }) ?? true {
          tallies.append(DyadTally(source: source, target: target, quads: [0, 0, 0, 0], sum: 0))
        }
        guard (1...4).contains(quad) else { continue }
        tallies[tallies.count - 1].quads[quad - 1] += count
        tallies[tallies.count - 1].sum += Double(count) * (row[4] as Double)
      }
      return tallies
    }
  }
}
