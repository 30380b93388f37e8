public import Archive
public import Chancery

/// The promises of an actor.
public struct PromiseLedger: Sendable {
  /// Who promised.
  public let actor: PartyFilter
  /// The day up to which things are known.
  public let asOf: CalendarDay?
  /// The promises, in the order in which they were made.
  public let promises: [Promise]

  /// So much alike have two reports of one promise to be, by ``WordRarity/likeness(_:_:)``.
  static let sameLikeness = 0.4

  /// Draws up the ledger: acts of cooperation that are planned, and agreements to act. Visits and talks are ``ContactLedger``'s.
  ///
  /// A promise is settled by a later act of the same actor toward the same, of a category that fits, whose words are alike.
  ///
  /// - Parameters:
  ///   - recipient: To whom; `nil` for anybody.
  ///   - asOf: The day up to which things are known; `nil` for that of the archive's last article.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of actor: PartyFilter, to recipient: PartyFilter? = nil, in store: NewsStore, since: String? = nil,
    until: String? = nil, asOf: CalendarDay? = nil, filter: EventQuery = EventQuery()
  ) throws {
    self.actor = actor
    let asOf = try asOf ?? store.articlesByDay().last.flatMap { CalendarDay(iso: $0.day) }
    self.asOf = asOf
    let events = try Self.events(of: actor, to: recipient, in: store, filter)
    let words = try store.words(of: events.map(\.key))
    let rarity = WordRarity(among: words.values)
    let days = DeadlineFinder(store)
    let acts = try events.compactMap { event in
      try PromiseReport(event, by: actor, words: words[event.key], days: days)
    }.sorted {
      ($0.published.number, $0.event.article.id, $0.event.start) < (
        $1.published.number, $1.event.article.id, $1.event.start
      )
    }
    var drafts = PromiseDrafts(rarity)
    for act in acts where act.role == .promise { drafts.add(promise: act) }
    for act in acts where act.role != .promise { drafts.settle(by: act) }
    func isInside(_ day: CalendarDay) -> Bool {
      let text = day.description
      return since.map { text >= $0 } ?? true && until.map { text < $0 + "~" } ?? true
    }
    promises = drafts.all.map { $0.promise(of: actor, asOf: asOf) }.filter { isInside($0.announced) }
  }

  /// What may make promises and settle them. Categories that do neither are left out: they are half of the news.
  private static func events(
    of actor: PartyFilter, to recipient: PartyFilter?, in store: NewsStore, _ filter: EventQuery
  ) throws -> [EventRow] {
    var query = filter
    query.limit = nil
    query.after = nil
    if query.categories.isEmpty {
      query.categories = [.agree, .support, .cooperate, .aid, .retreat, .concede, .reject, .sanction, .coerce]
    }
    if let recipient {
      query.between = [actor, recipient]
      return try store.events(query)
    }
    query.actors = [actor]
    let own = try store.events(query)
    query.actors = []
    query.recipients = [actor]
    let keys = Set(own.map(\.key))
    // What was promised may be told as what the other got: "the drones were delivered to Egypt".
    return own + (try store.events(query)).filter { !keys.contains($0.key) }
  }

  /// A row for every promise.
  public var table: Table {
    var table = Table(
      "Promises of \(actor.name)",
      columns: [
        .init("announced"), .init("due"), .init("outcome"), .init("event"), .init("to"), .init("words"),
        .init("settled_by", "happening that settled it"), .init("likeness"), .init("promised_in", "promised in"),
        .init("settled_in", "settled in"),
      ])
    for promise in promises {
      table.add([
        .text(promise.announced.description), .optional(promise.due?.description), .text(promise.outcome.rawValue),
        .text(promise.category.rawValue), .text(promise.recipients.joined(separator: " ")), .text(promise.words),
        .optional(promise.settledBy), .optional(promise.likeness), .list(promise.promisedIn), .list(promise.settledIn),
      ])
    }
    return table
  }

  /// Codes of an event's other parties.
  static func others(of event: EventRow, than actor: PartyFilter) -> [String] {
    var codes: [String] = []
    for party in event.recipients + event.actors where party.actor.code != actor.code && !party.actor.code.isEmpty {
      if !codes.contains(party.actor.code) { codes.append(party.actor.code) }
    }
    return codes
  }
}
