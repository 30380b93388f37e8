public import Archive
import Chancery

/// What two actors do to each other over time, counted by happenings.
public struct DyadSeries: Sendable {
  /// Whose acts are counted.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Those of the first on the second.
    case forth
    /// Those of the second on the first.
    case back
    /// All; an act on one footing once.
    case both
  }

  /// One stretch of time in one direction.
  public struct Point: Sendable, Hashable {
    /// The acts that are counted: vouched for.
    public let acts: [Act]
    /// How many of the others there are, by their standing.
    public let beside: [Act.Standing: Int]
    /// How many are of each of PLOVER's quad classes: verbal cooperation, material cooperation, verbal conflict, material conflict.
    public let quads: [Int]
    /// The sum of their places on PLOVER's scale from conflict (−10) to cooperation (+10).
    public let sum: Double
    /// The mean of them; `nil` where nothing is counted.
    public var mean: Double? { acts.isEmpty ? nil : sum / Double(acts.count) }

    init(_ acts: [Act]) {
      let counted = acts.filter { $0.standing == .vouched }
      self.acts = counted
      beside = Dictionary(acts.filter { $0.standing != .vouched }.map { ($0.standing, 1) }, uniquingKeysWith: +)
      quads = (1...4).map { quad in counted.count { $0.category.quadClass == quad } }
      sum = counted.reduce(0) { $0 + $1.category.scale }
    }
  }

  /// The first actor.
  public let first: PartyFilter
  /// The second.
  public let second: PartyFilter
  /// The stretches of time, in order, and how many articles the archive has of each: without any, a stretch is missing, not empty.
  public let coverage: Coverage
  /// A point for every stretch of time, by direction.
  public let points: [Direction: [Point]]

  /// Counts the acts of two actors on each other.
  ///
  /// - Parameters:
  ///   - filter: What else has to hold of the events; its parties and days are not looked at.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of first: PartyFilter, and second: PartyFilter, in store: NewsStore, by interval: Interval = .month,
    since: String? = nil,
    until: String? = nil, filter: EventQuery = EventQuery()
  ) throws {
    self.first = first
    self.second = second
    let coverage = Coverage(try store.articlesByDay(), by: interval, since: since, until: until)
    func reports(_ a: PartyFilter, _ b: PartyFilter) throws -> [ReportRow] {
      var query = ReportQuery(a, on: b, since: since, until: until)
      query.filter = filter
      return try store.reports(query)
    }
    let forth = try reports(first, second)
    let back = try reports(second, first)
    let known = Set(forth.map(\.number))
    // The words of either side vouch for themselves in the direction in which they are spoken.
    let acts: [Direction: [Act]] = [
      .forth: Act.all(in: forth, by: first), .back: Act.all(in: back, by: second),
      .both: Act.all(in: forth + back.filter { !known.contains($0.number) }, by: first),
    ]
    self.coverage = coverage
    points = acts.mapValues { coverage.sorted($0).map(Point.init) }
  }

  /// A direction's mean scores, smoothed over neighbouring stretches (``Trend/smoothed(_:)``).
  public func smoothed(_ direction: Direction) -> [Double?] {
    Trend.smoothed((points[direction] ?? []).map { (mean: $0.mean, count: $0.acts.count) })
  }

  /// A row for every stretch of time and direction.
  public var table: Table {
    var table = Table(
      "What \(first.name) and \(second.name) do to each other",
      columns: [
        .init("period"), .init("from"), .init("to"), .init("articles"), .init("happenings"),
        .init("verbal_cooperation"),
        .init("material_cooperation"), .init("verbal_conflict"), .init("material_conflict"), .init("mean"),
        .init("sum"),
        .init("smoothed"), .init("alleged"), .init("planned"), .init("feared"), .init("negated"), .init("denied"),
        .init("ids", "happenings by id"),
      ])
    for direction in Direction.allCases {
      let smoothed = smoothed(direction)
      for (place, point) in (points[direction] ?? []).enumerated() {
        let (from, to) =
          switch direction {
          case .forth: (first.name, second.name)
          case .back: (second.name, first.name)
          case .both: ("\(first.name), \(second.name)", "each other")
          }
        let articles = coverage.articles[place]
        let head: [Table.Cell] = [.text(coverage.bins[place].name), .text(from), .text(to), .count(articles)]
        guard articles > 0 || !point.acts.isEmpty else {
          table.add(head)
          continue
        }
        let beside: [Act.Standing] = [.alleged, .planned, .feared, .negated, .denied]
        table.add(
          head + [.count(point.acts.count)] + point.quads.map(Table.Cell.count)
            + [.optional(point.mean), .measure(point.sum), .optional(smoothed[place])]
            + beside.map { .count(point.beside[$0] ?? 0) } + [.list(point.acts.map(\.happening))])
      }
    }
    return table
  }
}
