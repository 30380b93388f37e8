public import Archive
import Chancery
import Foundation

/// When the relation of two actors changed, and by what.
///
/// The series of mean scores is cut into stretches of one level each, so that the squared distances from the levels, each bin weighed by its
/// acts, and a price for every cut are least together: optimal partitioning (B. Jackson and others, "An algorithm for optimal partitioning
/// of data on an interval", IEEE Signal Processing Letters 12, 2005), exact for any number of cuts. A cut costs 2 ln *n* variances of a single
/// act's score, *n* being the stretches of time with acts: Schwarz's criterion for a level and a place.
public struct TurningPoints: Sendable {
  /// A change of level.
  public struct Turn: Sendable, Hashable {
    /// The first stretch of time of the new level.
    public let bin: TimeBin
    /// The mean score before.
    public let before: Double
    /// The mean score after.
    public let after: Double
    /// The acts of that stretch that pull most to where the level went.
    public let acts: [Act]
  }

  /// The first actor.
  public let first: PartyFilter
  /// The second.
  public let second: PartyFilter
  /// The changes, in order.
  public let turns: [Turn]

  /// The turns of a dyad's series.
  ///
  /// - Complexity: O(*n*²) in the stretches of time.
  public init(_ series: DyadSeries, _ direction: DyadSeries.Direction = .both) {
    first = series.first
    second = series.second
    let points = (series.points[direction] ?? []).enumerated().filter { !$0.element.acts.isEmpty }
    let scores = points.map { $0.element.acts.map(\.category.scale) }
    let cuts = Self.cuts(in: scores)
    var turns: [Turn] = []
    let edges = [0] + cuts + [scores.count]
    for place in 1..<max(1, edges.count - 1) {
      let before = Scores(scores[edges[place - 1]..<edges[place]].flatMap(\.self)).mean ?? 0
      let after = Scores(scores[edges[place]..<edges[place + 1]].flatMap(\.self)).mean ?? 0
      let sign = after > before ? 1.0 : -1.0
      let acts = points[edges[place]].element.acts
      let pulling = acts.enumerated().filter { ($0.element.category.scale - before) * sign > 0 }.sorted { a, b in
        let (x, y) = ((a.element.category.scale - before) * sign, (b.element.category.scale - before) * sign)
        return x == y ? a.offset < b.offset : x > y
      }
      turns.append(
        Turn(
          bin: series.coverage.bins[points[edges[place]].offset], before: before, after: after,
          acts: pulling.prefix(5).map(\.element)))
    }
    self.turns = turns
  }

  /// Where a series of samples is cut: the indices at which a new level begins.
  static func cuts(in samples: [[Double]]) -> [Int] {
    guard samples.count > 1 else { return [] }
    // Sums up to each place, so that any stretch's squares about its mean cost nothing to reckon.
    var (counts, sums, squares) = ([0.0], [0.0], [0.0])
    for sample in samples {
      counts.append(counts[counts.count - 1] + Double(sample.count))
      sums.append(sums[sums.count - 1] + sample.reduce(0, +))
      squares.append(squares[squares.count - 1] + sample.reduce(0) { $0 + $1 * $1 })
    }
    func cost(_ a: Int, _ b: Int) -> Double {
      let (n, sum) = (counts[b] - counts[a], sums[b] - sums[a])
      return squares[b] - squares[a] - sum * sum / n
    }
    // The variance of single acts about their own stretch's mean, which changes of level do not swell.
    let within = samples.reduce(0.0) { $0 + Scores($1).varianceOfMean * Double($1.count) * Double($1.count - 1) }
    let freedom = counts[samples.count] - Double(samples.count)
    let variance = freedom > 0 ? within / freedom : cost(0, samples.count) / max(1, counts[samples.count] - 1)
    guard variance > 0 else { return [] }
    let price = 2 * variance * log(Double(samples.count))
    var best = Array(repeating: Double.infinity, count: samples.count + 1)
    var last = Array(repeating: 0, count: samples.count + 1)
    best[0] = -price
    for end in 1...samples.count {
      for start in 0..<end {
        let value = best[start] + cost(start, end) + price
        if value < best[end] - 1e-9 { (best[end], last[end]) = (value, start) }
      }
    }
    var cuts: [Int] = []
    var end = last[samples.count]
    while end > 0 {
      cuts.append(end)
      end = last[end]
    }
    return cuts.reversed()
  }

  /// A row for every turn.
  public var table: Table {
    var table = Table(
      "Turns between \(first.name) and \(second.name)",
      columns: [
        .init("period"), .init("from_day", "from"), .init("before"), .init("after"), .init("change"),
        .init("acts", "what made it"), .init("ids", "happenings by id"),
      ])
    for turn in turns {
      table.add([
        .text(turn.bin.name), .text(turn.bin.first.description), .measure(turn.before), .measure(turn.after),
        .measure(turn.after - turn.before),
        .text(turn.acts.map { $0.category.rawValue + ($0.day.map { " \($0)" } ?? "") }.joined(separator: ", ")),
        .list(turn.acts.map(\.happening)),
      ])
    }
    return table
  }
}
