public import Archive
public import Chancery

/// The ledger of the contacts of two actors.
public struct ContactLedger: Sendable {
  /// The first actor.
  public let first: PartyFilter
  /// The second.
  public let second: PartyFilter
  /// The day up to which things are known: what was planned for before it and is told nowhere is unreported.
  public let asOf: CalendarDay?
  /// The contacts, in the order of their days.
  public let contacts: [Contact]
  /// The day of the archive's first article.
  private let begin: CalendarDay?

  /// The longest time without a contact that was held, since the archive's first article: the days of the last before it and the first
  /// after it.
  public var longestSilence: (from: CalendarDay, to: CalendarDay)? {
    // Of what lies before, articles tell here and there.
    let held = contacts.filter { $0.outcome == .held }.compactMap(\.days)
      .filter { days in begin.map { days.lowerBound >= $0 } ?? true }.sorted { $0.lowerBound < $1.lowerBound }
    var longest: (from: CalendarDay, to: CalendarDay)?
    var last: CalendarDay?
    for days in held {
      if let last, days.lowerBound.number - last.number > longest.map({ $0.to.number - $0.from.number }) ?? 0 {
        longest = (last, days.lowerBound)
      }
      last = max(last ?? days.upperBound, days.upperBound)
    }
    return longest
  }

  /// Draws up the ledger.
  ///
  /// Reports of the same form and level whose days, places and people do not speak against each other are of one contact: the article that
  /// announces a visit, the one that puts it off, the one that tells of it.
  ///
  /// - Parameters:
  ///   - asOf: The day up to which things are known; `nil` for that of the archive's last article.
  ///   - filter: What else has to hold of the events; parties, days and categories are not looked at.
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of first: PartyFilter, and second: PartyFilter, in store: NewsStore, since: String? = nil, until: String? = nil,
    asOf: CalendarDay? = nil, filter: EventQuery = EventQuery()
  ) throws {
    self.first = first
    self.second = second
    let days = try store.articlesByDay()
    begin = days.first.flatMap { CalendarDay(iso: $0.day) }
    let asOf = asOf ?? days.last.flatMap { CalendarDay(iso: $0.day) }
    self.asOf = asOf
    var query = filter
    query.between = [first, second]
    query.since = since
    query.until = until
    query.categories = [.consult, .reject]
    query.limit = nil
    query.after = nil
    let events = try store.events(query).filter { $0.category == .consult || $0.mode == "meet" }
    let reports = events.compactMap { ContactReport($0, between: first, second) }.sorted { a, b in
      (a.published?.number ?? .max, a.event.article.id, a.event.start)
        < (b.published?.number ?? .max, b.event.article.id, b.event.start)
    }
    var drafts: [ContactDraft] = []
    for report in reports {
      let fits = drafts.indices.filter { drafts[$0].fits(report) }
      // Of several the one of the same happening, then that whose day is nearest, then the last announced.
      let best = fits.min { a, b in
        let (x, y) = (drafts[a].distance(to: report), drafts[b].distance(to: report))
        return (x.isOther ? 1 : 0, x.days, -a) < (y.isOther ? 1 : 0, y.days, -b)
      }
      if let best { drafts[best].add(report) } else { drafts.append(ContactDraft(report)) }
    }
    ContactDraft.findMoved(in: &drafts)
    contacts = drafts.compactMap { $0.contact(asOf: asOf) }.sorted { a, b in
      let (x, y) = (a.days?.lowerBound ?? a.announced, b.days?.lowerBound ?? b.announced)
      return (x?.number ?? .max, a.reports.first ?? "") < (y?.number ?? .max, b.reports.first ?? "")
    }
  }

  /// A row for every contact.
  public var table: Table {
    var table = Table(
      "Contacts of \(first.name) and \(second.name)",
      columns: [
        .init("from"), .init("to"), .init("form"), .init("level"), .init("outcome"), .init("place"), .init("country"),
        .init("people", "who"), .init("announced"), .init("articles"), .init("ids", "happenings by id"),
        .init("reports", "events by key"),
      ])
    for contact in contacts {
      let articles = Set(contact.reports.map { $0.prefix { $0 != "/" } }).count
      table.add([
        .optional(contact.days?.lowerBound.description), .optional(contact.days?.upperBound.description),
        .text(contact.form.rawValue), .optional(contact.level?.name), .text(contact.outcome.rawValue),
        .optional(contact.place), .optional(contact.country), .text(contact.people.joined(separator: ", ")),
        .optional(contact.announced?.description), .count(articles), .list(contact.happenings), .list(contact.reports),
      ])
    }
    return table
  }

  /// How many contacts there are by year, form and outcome.
  public var counts: Table {
    var table = Table(
      "Contacts of \(first.name) and \(second.name) by year",
      columns: [.init("year"), .init("form")]
        + Contact.Outcome.allCases.map {
          .init($0.rawValue.replacing(" ", with: "_"), $0.rawValue)
        })
    let years = Set(contacts.compactMap { ($0.days?.lowerBound ?? $0.announced)?.parts.year }).sorted()
    for year in years {
      for form in Contact.Form.allCases {
        let found = contacts.filter {
          $0.form == form && ($0.days?.lowerBound ?? $0.announced)?.parts.year == year
        }
        guard !found.isEmpty else { continue }
        table.add(
          [.text(String(year)), .text(form.rawValue)]
            + Contact.Outcome.allCases.map { outcome in .count(found.count { $0.outcome == outcome }) })
      }
    }
    return table
  }
}

/// A contact that is being put together.
private struct ContactDraft {
  private var reports: [ContactReport] = []
  /// Whether an article that takes it back tells of a later day for it.
  private var isMoved = false
  // What the reports come to, kept because every later report is held against it.
  private var form: Contact.Form?
  private var level: Contact.Level?
  private var country: String?
  private var people: [String: Set<String>] = [:]
  private var days: ClosedRange<CalendarDay>?
  private var happenings: Set<String> = []
  private var isSettled = false

  init(_ report: ContactReport) { add(report) }

  mutating func add(_ report: ContactReport) {
    reports.append(report)
    form = form ?? Self.form(of: report)
    level = [level, report.level].compactMap(\.self).max()
    country = country ?? report.event.place?.country
    people.merge(report.people) { $0.union($1) }
    if let id = report.event.happening { happenings.insert(id) }
    isSettled = isSettled || [.held, .postponed, .calledOff, .negated].contains(report.fate)
    days = Self.days(of: reports)
  }

  /// How many days an announcement without a day holds good.
  private static let openFor = 90
  /// Reports of one contact may be so many days apart: it lasts, or is told of the day after.
  private static let nearby = 2
  /// What is over is told of for so many days.
  private static let toldFor = 7

  /// Whether a report may be of this contact: nothing about them speaks against it.
  func fits(_ other: ContactReport) -> Bool {
    // Days come first: they rule out most.
    if let mine = days, let theirs = other.days {
      guard theirs.lowerBound.number <= mine.upperBound.number + Self.nearby,
        mine.lowerBound.number <= theirs.upperBound.number + Self.nearby
      else { return false }
    } else if !waits(for: other) {
      return false
    }
    if let form, let theirs = Self.form(of: other), form != theirs { return false }
    if let level, let theirs = other.level, level != theirs { return false }
    if let country, let theirs = other.event.place?.country, country != theirs { return false }
    return !other.people.contains { code, theirs in people[code]?.isDisjoint(with: theirs) ?? false }
  }

  /// Whether a report may be of this contact by its days, where one of them has none.
  private func waits(for other: ContactReport) -> Bool {
    // What is over is told of again only for some days; what is open waits for its day.
    guard let first = reports.first?.published, let next = other.published else { return false }
    if let days, next.number > days.upperBound.number + Self.toldFor { return false }
    if let theirs = other.days, !isSettled {
      return theirs.lowerBound.number - first.number <= Self.openFor && theirs.upperBound >= first
    }
    return next.number - (reports.last?.published ?? first).number <= (isSettled ? Self.toldFor : Self.openFor)
  }

  /// How far a report is from this contact: whether it is of other happenings, and how many days lie between; 0 where either's are not
  /// known.
  func distance(to other: ContactReport) -> (isOther: Bool, days: Int) {
    let isOther = !(other.event.happening.map(happenings.contains) ?? false)
    guard let mine = days, let theirs = other.days else { return (isOther, 0) }
    return (isOther, abs(mine.lowerBound.number - theirs.lowerBound.number))
  }

  /// Finds what was not called off but moved: the article that takes a contact back tells of the same people's for a later day.
  static func findMoved(in drafts: inout [ContactDraft]) {
    for index in drafts.indices {
      let taken = drafts[index].reports.filter { $0.fate == .calledOff || $0.fate == .negated }
      drafts[index].isMoved = taken.contains { report in
        drafts.indices.contains { other in
          other != index
            && drafts[other].reports.contains { planned in
              planned.fate == .planned && planned.event.article.id == report.event.article.id
                && planned.form == report.form
                && (planned.days?.lowerBound.number ?? .min) > (report.days?.upperBound.number ?? .max)
            }
        }
      }
    }
  }

  /// How the two met; `nil` where a report tells no form: "the talks".
  private static func form(of report: ContactReport) -> Contact.Form? {
    report.form != .meeting || report.event.mode == "multilateral" ? report.form : nil
  }

  /// The days that reports tell: those of what was held before those that were planned.
  private static func days(of reports: [ContactReport]) -> ClosedRange<CalendarDay>? {
    let told = reports.filter { $0.days != nil }
    let best = told.filter { $0.fate == .held }
    // Of several the narrowest tells most.
    return (best.isEmpty ? told : best).compactMap(\.days).min {
      $0.upperBound.number - $0.lowerBound.number < $1.upperBound.number - $1.lowerBound.number
    }
  }

  /// The contact; `nil` where there is only talk of one.
  func contact(asOf: CalendarDay?) -> Contact? {
    func tells(_ fate: ContactReport.Fate) -> Bool { reports.contains { $0.fate == fate } }
    let outcome: Contact.Outcome =
      if tells(.denied) {
        .denied
      } else if tells(.held) {
        .held
      } else if tells(.postponed) {
        .postponed
      } else if tells(.calledOff) {
        isMoved ? .postponed : .calledOff
      } else if tells(.refused) {
        .refused
      } else if tells(.negated) {
        isMoved ? .postponed : .calledOff
      } else if let asOf, let last = days?.upperBound ?? reports.last?.published.map({ $0 + Self.openFor }), last < asOf
      {
        .unreported
      } else {
        .planned
      }
    let place =
      reports.lazy.compactMap(\.event.place).first { $0.kind != .country }
      ?? reports.lazy.compactMap(\.event.place).first
    var people: [String] = []
    for report in reports {
      for party in report.event.actors + report.event.recipients where !people.contains(party.actor.name) {
        if party.actor.kind == .person || party.actor.kind == .group { people.append(party.actor.name) }
      }
    }
    var happenings: [String] = []
    for id in reports.compactMap(\.event.happening) where !happenings.contains(id) { happenings.append(id) }
    return Contact(
      form: form ?? reports[0].form, level: level, place: place?.name, country: country,
      days: days,
      outcome: outcome, people: people, happenings: happenings, reports: reports.map(\.event.key),
      announced: reports.first?.published)
  }
}
