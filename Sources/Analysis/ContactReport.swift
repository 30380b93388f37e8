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
  let days: ClosedRange<CalendarDay>?
  let published: CalendarDay?
  /// People of each side by its code.
  let people: [String: Set<String>]

  /// - Returns: `nil` for what is no contact of the two, or only supposed.
  init?(_ event: EventRow, between a: PartyFilter, _ b: PartyFilter) {
    guard let fate = Self.fate(of: event) else { return nil }
    self.event = event
    self.fate = fate
    form = Self.form(of: event, [a.code, b.code].compactMap(\.self))
    let sides = (event.actors + event.recipients).filter { $0.actor.code == a.code || $0.actor.code == b.code }
    level = sides.compactMap(Self.level).max()
    published = event.article.published.flatMap(CalendarDay.init(iso:))
    days =
      if let first = event.date.flatMap(CalendarDay.init(iso:)), event.dateText != nil || fate == .held {
        first...max(first, event.endDate.flatMap(CalendarDay.init(iso:)) ?? first)
      } else {
        nil
      }
    var people: [String: Set<String>] = [:]
    for side in sides where side.actor.kind == .person { people[side.actor.code, default: []].insert(side.actor.id) }
    self.people = people
  }

  private static func fate(of event: EventRow) -> Fate? {
    if event.category == .reject {
      let trigger = event.trigger.lowercased()
      func tells(_ stems: [String]) -> Bool { stems.contains { trigger.contains($0) } }
      guard event.modality == .happened || event.modality == .planned else { return nil }
      if tells(["postpon", "put off", "delay", "reschedul", "push back", "pushed back", "defer"]) { return .postponed }
      if tells(["cancel", "call off", "called off", "calling off", "scrap", "abandon", "drop", "shelv", "scuttl"]) {
        return .calledOff
      }
      return .refused
    }
    return switch event.modality {
    case .denied: .denied
    case .negated: .negated
    case .planned: .planned
    case .happened, .past: .held
    case .feared: nil
    }
  }

  private static func form(of event: EventRow, _ codes: [String]) -> Contact.Form {
    let words = (event.trigger + " " + (event.category == .reject ? "" : event.mode)).lowercased()
    func tells(_ stems: [String]) -> Bool { stems.contains { words.contains($0) } }
    let isCall = tells(["phone", "telephon", "video", "teleconferenc"]) || tells(["called"]) && !tells(["called off"])
    if event.mode == "phone" || isCall { return .call }
    if tells(["letter", "wrote", "written", "write", "cabled", "a note"]) { return .letter }
    if event.mode == "visit" || tells(["visit", "trip", "travel", "flew", "fly to"]) { return .visit }
    if event.mode == "multilateral" || event.mode == "third-party" { return .meeting }
    // Whoever meets in one's country has come, or has been come to.
    if let country = event.place?.country, codes.contains(country) { return .visit }
    return .meeting
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
