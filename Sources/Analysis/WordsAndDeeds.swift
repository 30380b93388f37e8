public import Archive
public import Chancery

/// How an actor's words about others and its deeds toward them part company.
///
/// *Words* are what it says to or of the other by acts of PLOVER's verbal classes: it agrees, praises, consults, concedes, or
/// demands, accuses, refuses, threatens. *Deeds* are its material acts. Both are counted by happenings, each weighing its place on PLOVER's scale
/// from conflict (−10) to cooperation (+10), and only where they are vouched for (``Act/Standing/vouched``): what is planned, feared, denied
/// or merely alleged is counted beside. `Documentation/analysis.md` has the formulas.
public struct WordsAndDeeds: Sendable {
  /// Words and deeds in a stretch of time, or in all.
  public struct Balance: Sendable, Hashable {
    /// The acts of words.
    public let words: [Act]
    /// The material acts.
    public let deeds: [Act]
    /// Mean of the words' scores less that of the deeds', with a bootstrap interval over happenings; `nil` where either is lacking.
    public let gap: Estimate?

    /// The mean score of the words.
    public var wordsMean: Double? { Self.scores(words).mean }
    /// The mean score of the deeds.
    public var deedsMean: Double? { Self.scores(deeds).mean }

    init(_ acts: [Act]) {
      let vouched = acts.filter { $0.standing == .vouched }
      words = vouched.filter(\.isVerbal)
      deeds = vouched.filter { !$0.isVerbal }
      gap = Bootstrap.difference(Self.scores(words), Self.scores(deeds))
    }

    private static func scores(_ acts: [Act]) -> Scores { Scores(acts.map(\.category.scale)) }
  }

  /// One counterpart.
  public struct Counterpart: Sendable {
    /// Who it is.
    public let party: PartyFilter
    /// Over all the time.
    public let whole: Balance
    /// In each stretch of time.
    public let points: [Balance]
    /// How many acts there are that are neither words nor deeds, by their standing.
    public let beside: [Act.Standing: Int]
    /// How the actor speaks of the counterpart: statements by stance, which have no score because a stance has no direction.
    public let stances: [Statement.Stance: Int]
    /// How much the words' mean score changes from one stretch of time to the next (``Trend/slope(of:)``).
    public var wordsTrend: Double? { Trend.slope(of: points.map(\.wordsMean)) }
    /// How much the deeds' does.
    public var deedsTrend: Double? { Trend.slope(of: points.map(\.deedsMean)) }
    /// Whether there are enough words and deeds to compare.
    public var isEnough: Bool { whole.words.count >= WordsAndDeeds.least && whole.deeds.count >= WordsAndDeeds.least }
  }

  /// So many words and deeds are needed for a counterpart to be ranked by its gap.
  public static let least = 3

  /// Whose words and deeds.
  public let actor: PartyFilter
  /// The stretches of time.
  public let coverage: Coverage
  /// The counterparts: first those whose gap is surely widest, which is the end of its interval that is nearer to nothing, then those of too
  /// few words or deeds to tell.
  public let counterparts: [Counterpart]

  /// Sets an actor's words against its deeds.
  ///
  /// - Parameters:
  ///   - counterparts: Toward whom; where nobody is named, the eight on whom the actor acts most.
  ///   - filter: What else has to hold of the events; its parties and days are not looked at.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of actor: PartyFilter, toward counterparts: [PartyFilter], in store: NewsStore, by interval: Interval = .month,
    since: String? = nil, until: String? = nil, filter: EventQuery = EventQuery()
  ) throws {
    self.actor = actor
    let coverage = Coverage(try store.articlesByDay(), by: interval, since: since, until: until)
    self.coverage = coverage
    let named =
      try counterparts.isEmpty
      ? store.counterparts(of: actor, since: since, until: until, limit: 8).map { .code($0.code) } : counterparts
    let stances = try store.stances(of: actor, about: named, since: since, until: until)
    let found = try zip(named, stances).map { party, stances in
      var query = ReportQuery(actor, on: party, since: since, until: until)
      query.filter = filter
      let bins = coverage.sorted(Act.all(in: try store.reports(query), by: actor))
      let acts = bins.flatMap(\.self)
      return Counterpart(
        party: party, whole: Balance(acts), points: bins.map(Balance.init),
        beside: Dictionary(acts.filter { $0.standing != .vouched }.map { ($0.standing, 1) }, uniquingKeysWith: +),
        stances: stances)
    }
    func rank(_ counterpart: Counterpart) -> (Double, Double) {
      guard counterpart.isEnough, let gap = counterpart.whole.gap else { return (-1, 0) }
      return (abs(gap.bound), abs(gap.value))
    }
    self.counterparts = found.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element), rank(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  /// A row for every counterpart, over all the time.
  public var ranking: Table {
    var table = Table(
      "Words and deeds of \(actor.name)",
      columns: [
        .init("counterpart"), .init("words"), .init("words_mean"), .init("deeds"), .init("deeds_mean"), .init("gap"),
        .init("gap_low", "from"), .init("gap_high", "to"), .init("words_trend"), .init("deeds_trend"), .init("alleged"),
        .init("planned"), .init("feared"), .init("negated"), .init("denied"), .init("asserts"), .init("denies"),
        .init("demands"), .init("questions"), .init("promises"), .init("enough"),
      ])
    for counterpart in counterparts {
      let whole = counterpart.whole
      table.add(
        [
          .text(counterpart.party.name), .count(whole.words.count), .optional(whole.wordsMean),
          .count(whole.deeds.count),
          .optional(whole.deedsMean), .optional(whole.gap?.value), .optional(whole.gap?.low),
          .optional(whole.gap?.high),
          .optional(counterpart.wordsTrend, decimals: 3), .optional(counterpart.deedsTrend, decimals: 3),
        ] + Self.standings.map { .count(counterpart.beside[$0] ?? 0) }
          + Self.stances.map { .count(counterpart.stances[$0] ?? 0) } + [.flag(counterpart.isEnough)])
    }
    return table
  }

  /// A row for every counterpart and stretch of time.
  public var table: Table {
    var table = Table(
      "Words and deeds of \(actor.name) over time",
      columns: [
        .init("counterpart"), .init("period"), .init("articles"), .init("words"), .init("words_mean"), .init("deeds"),
        .init("deeds_mean"), .init("gap"), .init("gap_low", "from"), .init("gap_high", "to"),
        .init("word_ids", "words by id"), .init("deed_ids", "deeds by id"),
      ])
    for counterpart in counterparts {
      for (place, point) in counterpart.points.enumerated() {
        let head: [Table.Cell] = [
          .text(counterpart.party.name), .text(coverage.bins[place].name), .count(coverage.articles[place]),
        ]
        guard coverage.articles[place] > 0 || !point.words.isEmpty || !point.deeds.isEmpty else {
          table.add(head)
          continue
        }
        table.add(
          head + [
            .count(point.words.count), .optional(point.wordsMean), .count(point.deeds.count),
            .optional(point.deedsMean),
            .optional(point.gap?.value), .optional(point.gap?.low), .optional(point.gap?.high),
            .list(point.words.map(\.happening)), .list(point.deeds.map(\.happening)),
          ])
      }
    }
    return table
  }

  private static let standings: [Act.Standing] = [.alleged, .planned, .feared, .negated, .denied]
  private static let stances: [Statement.Stance] = [.assert, .deny, .demand, .question, .promise]
}
