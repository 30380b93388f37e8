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
    var isSameDay = false
    if let mine = days, let theirs = other.days {
      guard theirs.lowerBound.number <= mine.upperBound.number + Self.nearby,
        mine.lowerBound.number <= theirs.upperBound.number + Self.nearby
      else { return false }
      isSameDay = mine.overlaps(theirs)
    } else if !waits(for: other) {
      return false
    }
    if let form, let theirs = Self.form(of: other), form != theirs { return false }
    // Letters are told as such; a call is "the talks" only where it is told.
    if form == .letter || other.form == .letter, form != other.form { return false }
    if (form == .call) != (other.form == .call), !isBeside(other) { return false }
    // Whoever comes that day is the same, whomever else an article has him meet.
    let isShared = sharesPeople(with: other)
    if isSameDay, isShared { return true }
    // What came to nothing was not held, but for the same people.
    if isEnded, other.fate == .held, !isShared, !isBeside(other) { return false }
    if let level, let theirs = other.level, level != theirs { return false }
    if let country, let theirs = other.event.place?.country, country != theirs { return false }
    return !other.people.contains { code, theirs in people[code]?.isDisjoint(with: theirs) ?? false }
  }

  /// Whether a report may be of this contact by its days, where one of them has none.
  private func waits(for other: ContactReport) -> Bool {
    guard let first = reports.first?.published, let last = reports.last?.published, let next = other.published else {
      return false
    }
    // What an article tells beside what it announces is mostly of that.
    let isTogether = isBeside(other)
    switch (days, other.days) {
    case (let days?, nil):
      switch other.fate {
      case .held where isEnded: return isTogether
      case .held, .denied:
        return next.number >= days.lowerBound.number - Self.nearby
          && next.number <= days.upperBound.number + Self.toldFor
          || isTogether
      case .planned: return next < days.lowerBound || isTogether && !hasFate(.held)
      case .refused:
        // Somebody refuses what is asked of him, not what others have agreed.
        return isTogether || sharesPeople(with: other) && next <= days.upperBound
          || hasFate(.refused) && next.number <= days.upperBound.number + Self.toldFor
      case .postponed, .calledOff, .negated:
        return next.number <= days.upperBound.number + Self.toldFor
          || hasFate(other.fate) && next.number - last.number <= Self.openFor
      }
    case (_, let theirs?):
      if isSettled || hasFate(.refused), !isTogether {
        return abs(theirs.lowerBound.number - last.number) <= Self.toldFor
      }
      return theirs.lowerBound.number - first.number <= Self.openFor && theirs.upperBound >= first
    case (nil, nil):
      if other.fate == .planned, hasFate(.held) || hasFate(.refused) && !isTogether { return false }
      // What is over is told of again only for some days; what is open waits for its day.
      if other.fate == .refused, !isTogether, !hasFate(.refused) { return false }
      return next.number - last.number <= (isSettled && !hasFate(other.fate) ? Self.toldFor : Self.openFor)
        && (other.fate != .held || !hasFate(.held) || next.number - last.number <= Self.toldFor)
    }
  }

  /// Whether it came to nothing: what is told as held after that is another.
  private var isEnded: Bool { [.postponed, .calledOff, .refused, .negated].contains(where: hasFate) }

  private func sharesPeople(with other: ContactReport) -> Bool {
    other.people.contains { code, theirs in !(people[code] ?? []).isDisjoint(with: theirs) }
  }

  private func hasFate(_ fate: ContactReport.Fate) -> Bool { reports.contains { $0.fate == fate } }

  /// Whether a report without a day stands beside an announcement: "was expected on Wednesday; nobody would speak of the trip".
  private func isAnnounced(beside report: ContactReport) -> Bool {
    report.days == nil
      && reports.contains { $0.fate == .planned && $0.days != nil && $0.event.article.id == report.event.article.id }
  }

  private func isBeside(_ other: ContactReport) -> Bool {
    reports.contains { $0.event.article.id == other.event.article.id }
  }

  /// How far a report is from this contact: whether it is of other happenings, whether it ends what is not told to be ahead, and how many
  /// days lie between.
  func distance(to other: ContactReport) -> (isOther: Bool, isStrange: Bool, days: Int) {
    let isOther = !(other.event.happening.map(happenings.contains) ?? false)
    guard let mine = days else { return (isOther, !isBeside(other), 0) }
    guard let theirs = other.days ?? other.published.map({ $0...$0 }) else { return (isOther, false, 0) }
    if other.days != nil { return (isOther, false, abs(mine.lowerBound.number - theirs.lowerBound.number)) }
    let isAhead = mine.upperBound >= theirs.lowerBound
    let isStrange = other.fate == .held || other.fate == .denied ? false : !isAhead
    return (isOther, isStrange, mine.overlaps(theirs) ? 0 : abs(mine.lowerBound.number - theirs.lowerBound.number))
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
                && (planned.level == nil || report.level == nil || planned.level == report.level)
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
    // Of several the narrowest tells most.
    func narrowest(_ reports: [ContactReport]) -> ClosedRange<CalendarDay>? {
      reports.compactMap(\.days).min {
        $0.upperBound.number - $0.lowerBound.number < $1.upperBound.number - $1.lowerBound.number
      }
    }
    let held = narrowest(reports.filter { $0.fate == .held })
    if let all = narrowest(reports), held.map({ $0.contains(all.lowerBound) }) ?? true { return all }
    // What is told as done, without a day, is of the days before it is told.
    return held ?? reports.first { $0.fate == .held }?.published.map { $0...$0 }
  }

  /// The contact; `nil` where there is only talk of one.
  func contact(asOf: CalendarDay?) -> Contact? {
    func tells(_ fate: ContactReport.Fate) -> Bool {
      reports.contains { report in
        // What is ahead is not held, whatever the tense: "he looks forward to the trip".
        report.fate == fate && (fate != .held || report.isOver(days) && !isAnnounced(beside: report))
      }
    }
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
