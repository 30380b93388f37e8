import Archive
import Chancery

/// What one event tells of a contact.
struct ContactReport {
  enum Fate { case held, planned, postponed, refused, calledOff, negated, denied }

  let event: EventRow
  let form: Contact.Form
  let level: Contact.Level?
  let fate: Fate
  /// The days that words tell; `nil` where none do.
  private(set) var days: ClosedRange<CalendarDay>?
  let published: CalendarDay?
  /// People of each side by its code.
  let people: [String: Set<String>]

  /// What an event tells: nothing where it is no contact of the two, or only supposed; of what is moved to another day the end of the old
  /// and the new.
  static func reports(of event: EventRow, between a: PartyFilter, _ b: PartyFilter) -> [ContactReport] {
    let words = ContactWords(event)
    guard let fate = words.fate else { return [] }
    var days: ClosedRange<CalendarDay>?
    if event.dateText != nil, let first = event.date.flatMap(CalendarDay.init(iso:)) {
      days = first...max(first, event.endDate.flatMap(CalendarDay.init(iso:)) ?? first)
    }
    let published = event.article.published.flatMap(CalendarDay.init(iso:))
    // "Their first meeting this year" tells no day.
    if fate == .held, let told = days, let published, told.contains(published),
      told.upperBound.number - told.lowerBound.number > 31
    {
      days = nil
    }
    func report(_ fate: Fate, _ days: ClosedRange<CalendarDay>?) -> ContactReport {
      ContactReport(event, fate, days, published, words.form(between: a.code, b.code), [a.code, b.code])
    }
    switch fate {
    case .planned where event.category != .consult:
      // A day that is past is that of the inviting.
      if let days, let published, days.upperBound < published { return [report(fate, nil)] }
    case .held:
      // What is told as done lies ahead where its day does: "the visit on 5 March", in February.
      if let days, let published, days.lowerBound > published { return [report(.planned, days)] }
    case .negated where words.isMoved: return days.map { [report(.planned, $0)] } ?? [report(.postponed, nil)]
    case .postponed where words.isMoved: return [report(.postponed, nil), report(.planned, days)]
    case .postponed, .calledOff, .refused:
      // A day that is past is that of the cancelling.
      if let days, let published, days.upperBound < published { return [report(fate, nil)] }
    default: break
    }
    return [report(fate, days)]
  }

  /// Those that tell of a contact of their own: what is refused or cancelled in the same sentence ("turned down a meeting") was not held,
  /// and its days are those of the refusal ("postponed the talks that were set for Friday").
  static func telling(_ reports: [ContactReport]) -> [ContactReport] {
    func sentence(_ report: ContactReport) -> String { "\(report.event.article.id)/\(report.event.sentence)" }
    let ended = Set(reports.filter { [.refused, .calledOff, .postponed].contains($0.fate) }.map(sentence))
    let dated = Dictionary(
      reports.filter { $0.days != nil && [.negated, .planned].contains($0.fate) }.map { (sentence($0), $0.days) },
      uniquingKeysWith: { first, _ in first })
    return reports.map { report in
      var report = report
      if report.days == nil, [.refused, .calledOff, .postponed].contains(report.fate) {
        report.days = dated[sentence(report)] ?? nil
      }
      return report
    }.filter { report in
      let isPast = report.days.flatMap { days in report.published.map { days.upperBound < $0 } } ?? false
      return report.fate != .held || isPast || !ended.contains(sentence(report))
    }
  }

  private init(
    _ event: EventRow, _ fate: Fate, _ days: ClosedRange<CalendarDay>?, _ published: CalendarDay?, _ form: Contact.Form,
    _ codes: [String?]
  ) {
    self.event = event
    self.fate = fate
    self.days = days
    self.published = published
    self.form = form
    let sides = (event.actors + event.recipients).filter { codes.contains($0.actor.code) }
    level = sides.compactMap(Self.level).max()
    var people: [String: Set<String>] = [:]
    for side in sides where side.actor.kind == .person {
      // Before an article tells whose somebody is, the id is the bare name.
      people[side.actor.code, default: []].insert(side.actor.id.split(separator: "/").last.map(String.init) ?? "")
    }
    self.people = people
  }

  /// Whether a contact of some days can have been held when this was told.
  func isOver(_ days: ClosedRange<CalendarDay>?) -> Bool {
    guard let days, let published else { return true }
    return days.lowerBound <= published
  }

  /// The level of a party, by office, name and the words that mean it.
  static func level(_ party: PartyRow) -> Contact.Level? {
    let words = " " + [party.actor.office ?? "", party.actor.name, party.text].joined(separator: " ").lowercased()
    func tells(_ stems: [String]) -> Bool { stems.contains { words.contains($0) } }
    let isDeputy = tells([" vice president", " vice-president", " deputy", " vice premier", " former", "-elect"])
    if !isDeputy,
      tells([
        " president", " prime minister", " premier", " chancellor", " king", " queen", " emir", " sultan",
        " head of state",
        " heads of state", " supreme leader", " leaders", " taoiseach", " pope",
      ]), !tells([" parliament", " presidential", " chancellor of the exchequer", " of the senate"])
    {
      return .leaders
    }
    if tells([
      " minister", " secretary of", " foreign secretary", " vice president", " vice premier", " chief diplomat",
      " secretaries",
    ]), !tells([" ministry", " deputy", " undersecretary", " assistant"]) {
      return .ministers
    }
    if party.actor.kind == .person || !party.actor.sectors.isEmpty
      || tells([" envoy", " official", " ambassador", " diplomat"])
    {
      return .officials
    }
    return nil
  }
}
