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

  /// Draws up the ledger: of what articles say that the actor will do, by what later articles tell of it. Visits and talks are
  /// ``ContactLedger``'s.
  ///
  /// The time grows with the articles that mention the actor: some seconds for a hundred thousand.
  ///
  /// - Parameters:
  ///   - recipient: To whom; `nil` for anybody.
  ///   - asOf: The day up to which things are known; `nil` for that of the archive's last article.
  ///   - filter: What else has to hold of an event of the article that makes the promise; of its categories, of the promise itself.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of actor: PartyFilter, to recipient: PartyFilter? = nil, in store: NewsStore, since: String? = nil,
    until: String? = nil, asOf: CalendarDay? = nil, filter: EventQuery = EventQuery()
  ) throws {
    self.actor = actor
    let asOf = try asOf ?? store.articlesByDay().last.flatMap { CalendarDay(iso: $0.day) }
    self.asOf = asOf
    let articles = try store.articles(mentioning: actor)
    let rarity = WordRarity(among: articles.lazy.flatMap(\.sentences).map(\.words))
    var drafts = PromiseDrafts(of: actor, among: articles, rarity)
    for commitment in try store.commitments(of: actor, to: recipient) { drafts.add(commitment) }
    let settling = PromiseSettling(actor: actor, rarity: rarity, store: store)
    let index = PromiseIndex(drafts.all, rarity)
    var evidence = [[PromiseEvidence]](repeating: [], count: drafts.all.count)
    for article in articles {
      for place in index.candidates(for: article) {
        if let found = try settling.evidence(in: article, of: drafts.all[place]) { evidence[place].append(found) }
      }
    }
    let allowed = try store.articles(telling: filter)
    func isAsked(_ promise: Promise, _ draft: PromiseDraft) -> Bool {
      let day = promise.announced.description
      return (since.map { day >= $0 } ?? true) && (until.map { day < $0 + "~" } ?? true)
        && (filter.categories.isEmpty || filter.categories.contains(promise.category))
        && (allowed.map { draft.made.map(\.commitment.articleNumber).contains(where: $0.contains) } ?? true)
    }
    promises = zip(drafts.all, evidence).compactMap { draft, evidence in
      let promise = PromiseSettlement(draft, evidence).promise(of: actor, asOf: asOf)
      return isAsked(promise, draft) ? promise : nil
    }
  }

  /// A row for every promise.
  public var table: Table {
    var table = Table(
      "Promises of \(actor.name)",
      columns: [
        .init("announced"), .init("due"), .init("outcome"), .init("event"), .init("to"), .init("words"),
        .init("settled_by", "happening that settled it"), .init("likelihood"), .init("promised_in", "promised in"),
        .init("settled_in", "settled in"),
      ])
    for promise in promises {
      table.add([
        .text(promise.announced.description), .optional(promise.due?.description), .text(promise.outcome.rawValue),
        .text(promise.category.rawValue), .text(promise.recipients.joined(separator: " ")), .text(promise.words),
        .optional(promise.settledBy), .optional(promise.likelihood), .list(promise.promisedIn),
        .list(promise.settledIn),
      ])
    }
    return table
  }
}
