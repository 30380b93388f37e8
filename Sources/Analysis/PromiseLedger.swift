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

  /// For so many days before those that are asked for, promises are looked for that may be told again in them.
  private static let retold = 365

  /// Draws up the ledger: of what articles say that the actor will do, by what later articles tell of it. Visits and talks are
  /// ``ContactLedger``'s.
  ///
  /// The time grows with the articles that mention the actor, or both: half a minute for eighty thousand.
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
    // What was promised before and is told again is no new promise.
    let begin = since.flatMap { CalendarDay(iso: $0) }.map { ($0 + -Self.retold).description }
    let commitments = try store.commitments(of: actor, to: recipient, since: begin)
    let articles =
      try commitments.isEmpty
      ? [] : store.articles(mentioning: actor, and: recipient, since: commitments.first?.article.published)
    let (drafts, rarity) = Self.drafts(of: actor, commitments, among: articles)
    let settling = PromiseSettling(rarity: rarity)
    let index = PromiseIndex(drafts, rarity)
    var evidence = [[PromiseEvidence]](repeating: [], count: drafts.count)
    for article in articles {
      let words = ArticleWords(article, rarity)
      var events: [Int: [ToldEvent]]?
      for place in index.candidates(for: words) {
        let found = try settling.evidence(in: words, of: drafts[place]) {
          let known = try events ?? store.toldEvents(of: article.number)
          events = known
          return known
        }
        if let found { evidence[place].append(found) }
      }
    }
    let allowed = try store.articles(telling: filter)
    func isAsked(_ promise: Promise, _ draft: PromiseDraft) -> Bool {
      let day = promise.announced.description
      return (since.map { day >= $0 } ?? true) && (until.map { day < $0 + "~" } ?? true)
        && (filter.categories.isEmpty || filter.categories.contains(promise.category))
        && (allowed.map { draft.made.map(\.commitment.articleNumber).contains(where: $0.contains) } ?? true)
    }
    promises = zip(drafts, evidence).compactMap { draft, evidence in
      let promise = PromiseSettlement(draft, evidence).promise(asOf: asOf)
      return isAsked(promise, draft) ? promise : nil
    }
  }

  /// The promises that commitments come to, and how rare words are among the sentences of some articles.
  private static func drafts(
    of actor: PartyFilter, _ commitments: [CommitmentRow], among articles: [ToldArticle]
  ) -> ([PromiseDraft], WordRarity) {
    let rarity = WordRarity(among: articles.lazy.flatMap(\.sentences).map(\.words))
    var drafts = PromiseDrafts(of: actor, among: articles, rarity)
    for commitment in commitments { drafts.add(commitment) }
    return (drafts.all, rarity)
  }

  /// A sentence that may tell of a promise, with what speaks for it: what `Training/settling.py` fits weights on.
  public struct Candidate: Sendable, Encodable {
    /// The words of the promise.
    public let words: String
    /// Keys of the commitments that make it.
    public let promisedIn: [String]
    /// The last day by which it was to be done.
    public let due: String?
    /// The article.
    public let article: String
    /// The number of the sentence, from 1.
    public let sentence: Int
    /// What speaks for it, by name.
    public let signs: [String: Double]
  }

  /// The sentences that may tell of an actor's promises, undecided.
  ///
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public static func candidates(of actor: PartyFilter, in store: NewsStore) throws -> [Candidate] {
    let articles = try store.articles(mentioning: actor)
    let (drafts, rarity) = Self.drafts(of: actor, try store.commitments(of: actor), among: articles)
    let settling = PromiseSettling(rarity: rarity)
    return try articles.flatMap { article in
      let words = ArticleWords(article, rarity)
      let events = try store.toldEvents(of: article.number)
      return drafts.flatMap { draft in
        var tellings = settling.tellings(in: words, of: draft)
        settling.add(events, to: &tellings, draft)
        return tellings.map { telling in
          Candidate(
            words: draft.made[0].commitment.text ?? "", promisedIn: draft.made.map(\.commitment.key),
            due: draft.due?.description, article: article.id, sentence: telling.sentence + 1,
            signs: telling.signs.named)
        }
      }
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
