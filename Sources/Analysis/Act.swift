public import Archive
public import Chancery

/// A happening as one actor's act on another: what analyses count, once however many report it.
public struct Act: Sendable, Hashable {
  /// How far an act may be counted as done.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// It happened, and an article says so itself, or two speakers of different states or bodies, or, for words, the one who spoke them.
    case vouched
    /// It happened by the word of one speaker alone.
    case alleged
    /// It is planned or expected.
    case planned
    /// It is supposed, feared or conditional.
    case feared
    /// It is reported not to have happened.
    case negated
    /// Somebody denies it.
    case denied
    /// It is told as long past, and its day is not known.
    case past
  }

  /// The id of the happening.
  public let happening: String
  /// The category of the act itself.
  public let category: Category
  /// PLOVER's mode; empty for none.
  public let mode: String
  /// The day by which it is counted; `nil` where neither the act's nor the article's is known.
  public let day: CalendarDay?
  /// How far it may be counted as done.
  public let standing: Standing
  /// Its reports, in the order of their events' numbers.
  public let reports: [ReportRow]

  /// Acts of words: PLOVER's quad classes 1 and 3.
  public var isVerbal: Bool { category.quadClass == 1 || category.quadClass == 3 }

  /// How many sources do not depend on one another: copies of one text are one, and so is all that one publisher brings.
  public var sources: Int { Self.independent(reports).count }

  /// The acts that reports tell, in the order of their days, then ids.
  ///
  /// - Parameters:
  ///   - reports: What one actor does to another, as ``NewsStore/reports(_:)`` gives them.
  ///   - actor: Whose words vouch for its own verbal acts: codes of the actor.
  public static func all(in reports: [ReportRow], by actor: PartyFilter) -> [Act] {
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for (index, report) in reports.enumerated() {
      if let place = places[report.happening] {
        groups[place].append(index)
      } else {
        places[report.happening] = groups.count
        groups.append([index])
      }
    }
    let acts = groups.compactMap { group in Act(group.map { reports[$0] }, by: actor) }
    let order = acts.indices.sorted { a, b in
      let (x, y) = (acts[a].day?.number ?? .max, acts[b].day?.number ?? .max)
      return x == y ? acts[a].happening < acts[b].happening : x < y
    }
    return order.map { acts[$0] }
  }

  private init?(_ reports: [ReportRow], by actor: PartyFilter) {
    guard let first = reports.first else { return nil }
    happening = first.happening
    self.reports = reports
    category = first.category
    mode = reports.count == 1 ? first.mode : Self.mostFrequent(reports.map(\.mode).filter { !$0.isEmpty }) ?? ""
    day = reports.lazy.compactMap(\.day).first.flatMap(CalendarDay.init(iso:))
    standing = Self.standing(of: reports, by: actor)
  }

  private static func standing(of reports: [ReportRow], by actor: PartyFilter) -> Standing {
    if reports.contains(where: \.isDenied) { return .denied }
    let done = reports.filter { $0.auxiliaries.isEmpty || $0.auxiliaries == [.historical] && $0.isDated }
    guard !done.isEmpty else {
      if reports.contains(where: { $0.auxiliaries.contains(.negation) }) { return .negated }
      if reports.contains(where: { $0.auxiliaries == [.future] }) { return .planned }
      if reports.contains(where: { $0.auxiliaries.contains(.hypothetical) }) { return .feared }
      return reports.contains { $0.auxiliaries.contains(.future) } ? .planned : .past
    }
    if done.contains(where: { $0.claimants.isEmpty }) { return .vouched }
    let verbal = [1, 3].contains(done[0].category.quadClass)
    if verbal, let own = actor.code, done.contains(where: { $0.claimants.contains(own) }) { return .vouched }
    // Papers that quote one speaker, or two of one state, are one source for it.
    return Set(done.flatMap(\.claimants)).count > 1 ? .vouched : .alleged
  }

  /// Reports by sources that do not depend on one another.
  private static func independent(_ reports: [ReportRow]) -> [[ReportRow]] {
    var groups: [[ReportRow]] = []
    for report in reports {
      func depends(_ other: ReportRow) -> Bool {
        report.wire == other.wire || report.publisher != nil && report.publisher == other.publisher
      }
      let joined = groups.filter { $0.contains(where: depends) }.flatMap(\.self)
      groups.removeAll { $0.contains(where: depends) }
      groups.append(joined + [report])
    }
    return groups
  }

  /// The value that occurs most; of several the first.
  private static func mostFrequent(_ values: [String]) -> String? {
    var best: (value: String, count: Int)?
    for value in values {
      let count = values.count { $0 == value }
      if count > best?.count ?? 0 { best = (value, count) }
    }
    return best?.value
  }
}
