import Archive
import Chancery

/// A contact that is being put together.
struct ContactDraft {
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
