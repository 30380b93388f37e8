public import Archive
public import Chancery

/// What an actor promised, announced or agreed to do for others, and what became of it.
public struct Promise: Sendable, Hashable {
  /// What became of it.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// A later happening did it.
    case done
    /// A later happening did part of it, or began it.
    case underWay = "under way"
    /// Its day went by, and no article tells that it was done.
    case overdue
    /// The actor went back on it.
    case calledOff = "called off"
    /// Somebody denies that there was such a promise.
    case denied
    /// It has no day, and no article tells of it again.
    case unreported = "nothing reported"
    /// Its day is still to come.
    case open
  }

  /// The category of what was promised; AGREE where the promise itself alone is coded.
  public internal(set) var category: Category
  /// Codes of those it was made to.
  public internal(set) var recipients: [String]
  /// Its words: from those that tell it to the end of the sentence; those alone in an archive without texts.
  public internal(set) var words: String
  /// When it was first reported.
  public internal(set) var announced: CalendarDay
  /// The last day by which it was to be done; `nil` where no words tell.
  public internal(set) var due: CalendarDay?
  /// What became of it.
  public internal(set) var outcome: Outcome
  /// Keys of the events that make it, `ARTICLE/e1`.
  public internal(set) var promisedIn: [String]
  /// Keys of the events that settle it: by which it was done, begun, called off.
  public internal(set) var settledIn: [String]
  /// The happening that settles it.
  public internal(set) var settledBy: String?
  /// How alike the promise's words and those of what settles it are, 0 to 1.
  public internal(set) var likeness: Double?
}

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

/// What one event tells of promises.
private struct PromiseReport {
  enum Role { case promise, done, begun, calledOff }

  let event: EventRow
  /// Whether it is an act of who promised.
  let isOwn: Bool
  let role: Role
  /// Whether its sentence recalls that something was promised.
  let recalls: Bool
  let words: ActWords
  let published: CalendarDay
  let others: [String]
  let due: CalendarDay?
  let isDenied: Bool

  init?(_ event: EventRow, by actor: PartyFilter, words: ActWords?, days: DeadlineFinder) throws {
    let isOwn = event.actors.contains { actor.matches($0.actor) }
    guard let words, let published = event.article.published.flatMap(CalendarDay.init(iso:)) else { return nil }
    let sentence = event.text?.lowercased() ?? ""
    let quad = event.category.quadClass
    isDenied = !event.deniedBy.isEmpty
    if event.category == .consult { return nil }
    let isWithdrawn = Self.tells(sentence, Self.goingBack)
    switch event.modality {
    case .planned where quad == 1 || quad == 2: role = isWithdrawn ? .calledOff : .promise
    case .happened where event.category == .agree, .past where event.category == .agree:
      role = isWithdrawn ? .calledOff : .promise
    case .denied where event.category == .agree || event.auxiliaries == [.future]: role = .promise
    case .happened where quad == 1 || quad == 2:
      role = Self.tells(sentence, Self.partly) && !Self.tells(sentence, Self.wholly) ? .begun : .done
    case .happened where event.category == .reject || event.mode == "discontinue" || event.mode == "withhold":
      role = .calledOff
    case .negated where event.auxiliaries.contains(.future): role = .calledOff
    default: return nil
    }
    // Only who acts can promise.
    guard isOwn || role == .done || role == .begun else { return nil }
    self.event = event
    self.isOwn = isOwn
    recalls = Self.tells(sentence, Self.recalling)
    self.words = words
    self.published = published
    others = PromiseLedger.others(of: event, than: actor)
    due = role == .promise ? try days.deadline(of: event, after: published) : nil
  }

  private static func tells(_ sentence: String, _ phrases: [String]) -> Bool {
    let padded = " " + sentence.map { $0.isLetter || $0 == "-" ? String($0) : " " }.joined() + " "
    return phrases.contains { padded.contains(" \($0) ") }
  }

  private static let goingBack = [
    "scrapped", "called off", "cancelled", "canceled", "abandoned", "dropped", "shelved", "went back on",
    "gone back on",
  ]
  private static let recalling = [
    "promised", "agreed", "pledged", "announced", "planned", "due", "deadline", "as agreed", "ahead of", "days before",
    "day before",
    "weeks before", "days after", "as promised", "the date", "had given", "ordered", "sold in",
  ]
  private static let wholly = ["last", "all", "final", "remaining", "whole"]
  private static let partly = [
    "began", "begun", "begins", "started", "starts", "the first", "a first", "so far", "half of", "half the", "part of",
    "partly",
    "under way", "underway", "another", "one of the", "two of the", "three of the", "four of the",
  ]
}

/// What speaks for an act's settling a promise: their words' likeness, and what is added to it.
private enum Settling {
  /// Less likeness is by chance.
  static let leastLikeness = 0.12
  /// So much is enough.
  static let least = 0.3
  /// The act is of the kind that was promised.
  static let category = 0.1
  /// The act is coded as another's.
  static let otherActor = 0.06
  /// The sentence recalls that something was promised, or a day for it.
  static let recalled = 0.08
  /// It was done around its day …
  static let inTime = 0.06
  /// … or long after it, when another act of the kind is likelier.
  static let late = 0.1
  /// Around is so many days before and after.
  static let lateness = 31
}

/// Promises that are being put together, found by the words and happenings that they share with an act.
private struct PromiseDrafts {
  private(set) var all: [PromiseDraft] = []
  private let rarity: WordRarity
  private var places: [ActWords.Word: [Int]] = [:]
  private var happenings: [String: Int] = [:]

  init(_ rarity: WordRarity) { self.rarity = rarity }

  /// Promises whose words at the core an act's sentence shares, but for words that stand everywhere; in order.
  private func near(_ act: PromiseReport) -> [Int] {
    var found: Set<Int> = []
    for word in act.words.all where !rarity.isFrequent(word) { found.formUnion(places[word] ?? []) }
    return found.sorted()
  }

  /// Adds a report of a promise: to one that it tells again, else as a new one.
  mutating func add(promise: PromiseReport) {
    var candidates = near(promise)
    if let id = promise.event.happening, let place = happenings[id], !candidates.contains(place) {
      candidates.append(place)
      candidates.sort()
    }
    let place: Int
    if let known = candidates.first(where: { all[$0].isMade(by: promise, rarity) }) {
      place = known
      all[place].add(promise)
    } else {
      place = all.count
      all.append(PromiseDraft(promise))
    }
    if let id = promise.event.happening { happenings[id] = place }
    for word in promise.words.core where places[word]?.last != place { places[word, default: []].append(place) }
  }

  /// Lets an act settle the promise that it is most like.
  mutating func settle(by act: PromiseReport) {
    let fits = near(act).compactMap { place in all[place].fit(act, rarity).map { (place, $0) } }
    if let best = fits.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) { all[best.0].settled.append((act, best.1)) }
  }
}

/// A promise that is being put together.
private struct PromiseDraft {
  private(set) var made: [PromiseReport] = []
  /// What settles it, with how alike it is.
  var settled: [(report: PromiseReport, likeness: Double)] = []
  // What the reports come to, kept because every later act is held against it.
  private var others: [String] = []
  private var categories: Set<Category> = []
  private var due: CalendarDay?

  init(_ report: PromiseReport) { add(report) }

  mutating func add(_ report: PromiseReport) {
    made.append(report)
    for code in report.others where !others.contains(code) { others.append(code) }
    categories.insert(report.event.category)
    due = report.due ?? due
  }

  /// Whether a report tells this promise once more.
  func isMade(by report: PromiseReport, _ rarity: WordRarity) -> Bool {
    guard agrees(with: report) else { return false }
    if let due, let other = report.due, abs(due.number - other.number) > 31 { return false }
    if made.contains(where: { $0.event.happening != nil && $0.event.happening == report.event.happening }) {
      return true
    }
    let isCategory =
      categories.contains(report.event.category) || categories.contains(.agree) || report.event.category == .agree
    return isCategory && likeness(to: report, rarity) >= PromiseLedger.sameLikeness
  }

  /// How well an act settles the promise; `nil` where it does not.
  func fit(_ act: PromiseReport, _ rarity: WordRarity) -> Double? {
    guard agrees(with: act), let first = made.first, act.published >= first.published,
      !(act.event.category == .agree && act.role == .done)
    else { return nil }
    // What is told in one sentence with the promise is not its fulfilment.
    guard
      !made.contains(where: { $0.event.article.id == act.event.article.id && $0.event.sentence == act.event.sentence })
    else { return nil }
    let likeness = likeness(to: act, rarity)
    var score = likeness
    if categories.contains(where: { Self.fits($0, act.event.category, act.role) }) { score += Settling.category }
    if !act.isOwn { score -= Settling.otherActor }
    if act.recalls { score += Settling.recalled }
    if let due {
      let late = act.published.number - due.number
      if late > Settling.lateness {
        score -= Settling.late
      } else if late > -Settling.lateness {
        score += Settling.inTime
      }
    }
    return likeness >= Settling.leastLikeness && score >= Settling.least ? score : nil
  }

  private func agrees(with report: PromiseReport) -> Bool {
    others.isEmpty || report.others.isEmpty || others.contains(where: report.others.contains)
  }

  private func likeness(to report: PromiseReport, _ rarity: WordRarity) -> Double {
    made.map { rarity.likeness($0.words, report.words) }.max() ?? 0
  }

  /// Whether an act of a category may fulfil a promise of another, or take it back.
  private static func fits(_ promised: Category, _ act: Category, _ role: PromiseReport.Role) -> Bool {
    if role == .calledOff { return true }
    switch promised {
    case .agree: return true
    case .aid, .cooperate: return act == .aid || act == .cooperate
    case .retreat, .concede: return act == .retreat || act == .concede
    case .support: return act == .support || act == .agree
    default: return act == promised
    }
  }

  func promise(of actor: PartyFilter, asOf: CalendarDay?) -> Promise {
    func first(_ role: PromiseReport.Role) -> (report: PromiseReport, likeness: Double)? {
      settled.first { $0.report.role == role }
    }
    let (done, off, begun) = (first(.done), first(.calledOff), first(.begun))
    let outcome: Promise.Outcome =
      if made.contains(where: \.isDenied) {
        .denied
      } else if done != nil {
        .done
      } else if off != nil {
        .calledOff
      } else if begun != nil {
        .underWay
      } else if let due {
        asOf.map { due < $0 } ?? false ? .overdue : .open
      } else {
        .unreported
      }
    let settling = done ?? off ?? begun
    let category =
      made.map(\.event.category).first { $0 != .agree }
      ?? settling.flatMap { $0.report.event.category.quadClass < 3 ? $0.report.event.category : nil }
    return Promise(
      category: category ?? .agree, recipients: others, words: Self.words(of: made[0].event),
      announced: made[0].published,
      due: due,
      outcome: outcome, promisedIn: made.map(\.event.key), settledIn: settled.map(\.report.event.key),
      settledBy: settling?.report.event.happening, likeness: settling?.likeness)
  }

  /// The words of an event to the end of its sentence.
  private static func words(of event: EventRow) -> String {
    guard let text = event.text else { return event.trigger }
    let rest = text.unicodeScalars.dropFirst(max(0, event.start - event.sentenceStart))
    let words = String(String.UnicodeScalarView(rest)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? event.trigger : words
  }
}
