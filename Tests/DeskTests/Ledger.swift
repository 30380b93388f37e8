import Analysis
import Archive
import Chancery
import Foundation

/// What was written down by hand about the invented year of news, before any program had read it (`Examples/desk/README.md`).
struct Ledger: Decodable {
  struct Contact: Decodable {
    let parties: [String]
    let form: String
    let from: String
    let to: String
    let outcome: String
    let articles: [String]
  }

  struct Promise: Decodable {
    let by: [String]
    let what: String
    let category: String
    let due: String?
    let outcome: String
    let promised: [String]

    private enum CodingKeys: String, CodingKey {
      case by, what, category, due, outcome
      case promised = "promised_in"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      // Both sides of a pact are a list.
      by = try (try? values.decode([String].self, forKey: .by)) ?? [values.decode(String.self, forKey: .by)]
      what = try values.decode(String.self, forKey: .what)
      category = try values.decode(String.self, forKey: .category)
      due = try values.decodeIfPresent(String.self, forKey: .due)
      outcome = try values.decode(String.self, forKey: .outcome)
      promised = try values.decode([String].self, forKey: .promised)
    }
  }

  struct Gaps: Decodable {
    let actor: String
    let toward: [String]
  }

  let contacts: [Contact]
  let promises: [Promise]
  /// The demonstration year's alone.
  let gaps: Gaps?
  let wires: [[String]]?
}

extension Year {
  /// Codes of those whom an actor's contacts are with, in the order in which they were written down.
  private func others(than actor: String) -> [String] {
    ledger.contacts.flatMap(\.parties).reduce(into: []) { if $1 != actor, !$0.contains($1) { $0.append($1) } }
  }

  /// An actor's contacts with each of the others.
  func contacts(of actor: String, since: String) throws -> LedgerScore {
    var score = LedgerScore()
    for code in others(than: actor) {
      let contacts = try ContactLedger(of: .code(actor), and: .code(code), in: store, since: since).contacts
      score.add(ledger.contacts.filter { Set($0.parties) == [actor, code] }, contacts)
    }
    return score
  }

  /// The promises of an actor and of each of the others.
  func promises(of actor: String) throws -> LedgerScore {
    var score = LedgerScore()
    for code in [actor] + others(than: actor) {
      score.add(
        ledger.promises.filter { $0.by.first == code }, try PromiseLedger(of: .code(code), in: store).promises)
    }
    return score
  }
}

/// How much of what was written down the program finds.
struct LedgerScore: CustomStringConvertible {
  private(set) var right = 0
  private(set) var found = 0
  private(set) var all = 0
  /// What is missed or wrong, a line each.
  private(set) var misses: [String] = []

  var summary: String { "\(right) of \(all) right, \(found) found" }
  var description: String { summary + "\n" + misses.joined(separator: "\n") }

  /// Contacts: in an article in common, on days that meet, with the same outcome, and the same form but that a visit may be called a meeting.
  mutating func add(_ expected: [Ledger.Contact], _ contacts: [Analysis.Contact]) {
    var used: Set<Int> = []
    for contact in expected {
      let best = contacts.indices.filter { !used.contains($0) }.compactMap { place in
        Self.likeness(contact, contacts[place]).map { (place: place, value: $0) }
      }.max { ($0.value, $1.place) < ($1.value, $0.place) }
      let match = best.map { contacts[$0.place] }
      if let best { used.insert(best.place) }
      let forms = match.map { [$0.form.rawValue, contact.form] } ?? []
      let isForm = !forms.isEmpty && (forms[0] == forms[1] || Set(forms) == ["visit", "meeting"])
      count(
        match != nil, isForm && match?.outcome.rawValue == contact.outcome,
        "\(contact.parties.joined(separator: "–")) \(contact.form) \(contact.from) \(contact.outcome): "
          + (match.map { "\($0.form.rawValue) \($0.outcome.rawValue)" } ?? "not found"))
    }
  }

  private static func likeness(_ expected: Ledger.Contact, _ contact: Analysis.Contact) -> Double? {
    let shared = articles(contact.reports).intersection(expected.articles).count
    guard shared > 0, let from = CalendarDay(iso: expected.from), let to = CalendarDay(iso: expected.to) else {
      return nil
    }
    if let days = contact.days, days.lowerBound.number > to.number + 3 || from.number > days.upperBound.number + 3 {
      return nil
    }
    return Double(shared) / 10 + (contact.form.rawValue == expected.form ? 1 : 0)
      + (contact.outcome.rawValue == expected.outcome ? 2 : 0) + (contact.days == nil ? 0 : 1)
  }

  /// Promises: in an article in common that makes it, with the same outcome; of several the one whose words, day and category agree most.
  mutating func add(_ expected: [Ledger.Promise], _ promises: [Analysis.Promise]) {
    var used: Set<Int> = []
    for promise in expected {
      let best = promises.indices.filter { !used.contains($0) }.compactMap { place in
        Self.likeness(promise, promises[place]).map { (place: place, value: $0) }
      }.max { ($0.value, $1.place) < ($1.value, $0.place) }
      let match = best.map { promises[$0.place] }
      if let best { used.insert(best.place) }
      // What is not yet due was written down as not reported.
      let outcome = match?.outcome == .open ? "nothing reported" : match?.outcome.rawValue
      count(
        match != nil, outcome == promise.outcome,
        "\(promise.by.joined(separator: "+")) \(promise.what), \(promise.outcome): \(outcome ?? "not found")")
    }
  }

  private static func likeness(_ expected: Ledger.Promise, _ promise: Analysis.Promise) -> Double? {
    let shared = articles(promise.promisedIn).intersection(expected.promised).count
    guard shared > 0 else { return nil }
    let due = expected.due.flatMap(CalendarDay.init(iso:))
    let isDue =
      if let due, let other = promise.due { abs(due.number - other.number) <= 3 } else {
        due == nil && promise.due == nil
      }
    let words = Set(expected.what.lowercased().split(separator: " "))
    let told = words.intersection(promise.words.lowercased().split(separator: " ")).count
    return Double(shared) / 10 + (isDue ? 1 : 0) + 2 * Double(told) / Double(max(1, words.count))
      + (promise.category.rawValue == expected.category ? 0.5 : 0)
  }

  private static func articles(_ keys: [String]) -> Set<String> {
    Set(keys.compactMap { key in key.lastIndex(of: "/").map { String(key[..<$0]) } })
  }

  private mutating func count(_ isFound: Bool, _ isRight: Bool, _ miss: String) {
    all += 1
    if isFound { found += 1 }
    if isRight { right += 1 } else { misses.append(miss) }
  }
}
