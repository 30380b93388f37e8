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
    query.categories = ContactWords.categories
    query.limit = nil
    query.after = nil
    let events = try store.events(query)
    let reports = ContactReport.telling(events.flatMap { ContactReport.reports(of: $0, between: first, second) }).sorted
    {
      a, b in
      (a.published?.number ?? .max, a.event.article.id, a.event.start)
        < (b.published?.number ?? .max, b.event.article.id, b.event.start)
    }
    var drafts: [ContactDraft] = []
    for report in reports {
      let fits = drafts.indices.filter { drafts[$0].fits(report) }
      // Of several the one of the same happening, then that whose day is nearest, then the last announced.
      let best = fits.min { a, b in
        let (x, y) = (drafts[a].distance(to: report), drafts[b].distance(to: report))
        return (x.isOther ? 1 : 0, x.isStrange ? 1 : 0, x.days, -a) < (
          y.isOther ? 1 : 0, y.isStrange ? 1 : 0, y.days, -b
        )
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
