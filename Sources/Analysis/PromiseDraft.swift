import Archive
import Chancery

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
struct PromiseDrafts {
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
struct PromiseDraft {
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
