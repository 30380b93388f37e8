public import Archive
public import Chancery

/// What is still to come: acts that are planned for a day that lies ahead.
public struct Schedule: Sendable {
  /// A planned act.
  public struct Item: Sendable, Hashable {
    /// Its first day.
    public let from: CalendarDay
    /// Its last.
    public let to: CalendarDay
    /// The report that tells its day most exactly, then the latest.
    public let event: EventRow
    /// How many articles announce it.
    public let articles: Int
  }

  /// The day from which on.
  public let asOf: CalendarDay?
  /// The acts, in the order of their days.
  public let items: [Item]

  /// Lists what is planned.
  ///
  /// - Parameters:
  ///   - asOf: The day from which on; `nil` for that of the archive's last article.
  ///   - filter: What has to hold of the events: parties, categories, place …
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(in store: NewsStore, asOf: CalendarDay? = nil, until: String? = nil, filter: EventQuery = EventQuery())
    throws
  {
    let asOf = try asOf ?? store.articlesByDay().last.flatMap { CalendarDay(iso: $0.day) }
    self.asOf = asOf
    var query = filter
    query.modalities = [.planned]
    query.isDayTold = true
    query.limit = nil
    query.after = nil
    query.until = until
    // An act that lasts may have begun before.
    query.since = asOf.map { ($0 + -92).description }
    var order: [String] = []
    var groups: [String: [EventRow]] = [:]
    for event in try store.events(query) {
      let id = event.happening ?? event.key
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(event)
    }
    items = order.compactMap { groups[$0].flatMap(Self.item) }
      .filter { item in asOf.map { item.to >= $0 } ?? true }
      .sorted { ($0.from.number, $0.to.number, $0.event.key) < ($1.from.number, $1.to.number, $1.event.key) }
  }

  private static func item(_ events: [EventRow]) -> Item? {
    func days(_ event: EventRow) -> (CalendarDay, CalendarDay)? {
      guard let first = event.date.flatMap(CalendarDay.init(iso:)) else { return nil }
      return (first, max(first, event.endDate.flatMap(CalendarDay.init(iso:)) ?? first))
    }
    let dated = events.compactMap { event in days(event).map { (event: event, from: $0.0, to: $0.1) } }
    guard
      let best = dated.min(by: { a, b in
        let (x, y) = (a.to.number - a.from.number, b.to.number - b.from.number)
        return x == y ? (a.event.article.published ?? "") > (b.event.article.published ?? "") : x < y
      })
    else { return nil }
    return Item(from: best.from, to: best.to, event: best.event, articles: Set(events.map(\.article.id)).count)
  }

  /// A row for every planned act.
  public var table: Table {
    var table = Table(
      "What is still to come" + (asOf.map { " after \($0)" } ?? ""),
      columns: [
        .init("from"), .init("to"), .init("event"), .init("mode"), .init("actors", "who"), .init("recipients", "whom"),
        .init("place"), .init("articles"), .init("words"), .init("happening"), .init("key"),
      ])
    for item in items {
      let event = item.event
      func names(_ parties: [PartyRow]) -> Table.Cell { .text(parties.map(\.actor.name).joined(separator: ", ")) }
      table.add([
        .text(item.from.description), .text(item.to.description), .text(event.category.rawValue), .text(event.mode),
        names(event.actors), names(event.recipients), .optional(event.place?.name), .count(item.articles),
        .text(event.trigger), .optional(event.happening), .text(event.key),
      ])
    }
    return table
  }
}
