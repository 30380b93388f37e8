import Archive
import Chancery
import Foundation

/// What an article tells of what became of a promise.
struct PromiseEvidence {
  /// A sentence that tells of it.
  struct Telling {
    let sentence: Int
    let phase: Phase
    /// The phase of the clause that tells it.
    let clause: Phase
    let counts: [ContentWords.Count]
    /// How much of the promise's own words it has.
    let share: Double
    /// How rare the words are, together, that it shares with them.
    let common: Double
    let events: [ToldEvent]
  }

  let article: ToldArticle
  /// How likely the article tells of the promise, as a logit.
  let score: Double
  /// Its sentences that do, in the order of the text.
  let tellings: [Telling]
}

/// What speaks for an article's telling of a promise: a logistic regression over its best sentence, fitted on invented news by
/// `Training/settling.py`.
struct PromiseSettling {
  /// The logit from which an article tells of the promise.
  static let least = -1.4
  /// So much of the promise's words has an article to have to be looked at …
  private static let leastOfArticle = 0.2
  /// … and a sentence.
  private static let leastOfSentence = 0.1
  /// So much of what the best sentence has a sentence has to have to tell of it, too.
  private static let besideBest = 0.6
  /// Around the day for which it was promised is so many days before and after.
  private static let around = 31

  private enum Weight {
    static let bias = -7.76
    static let sentence = 0.84
    static let article = 2.30
    static let back = -0.35
    static let common = 0.70
    static let both = 2.04
    static let inTime = 1.33
    static let done = 1.05
    static let recalled = 0.16
    static let missed = 1.04
    static let age = -0.59
    static let ownAct = 0.40
    static let kindOfAct = 0.96
    static let title = 0.77
    static let inTitle = 0.92
    static let lead = 0.90
  }

  let actor: PartyFilter
  let rarity: WordRarity
  let store: NewsStore

  /// What an article tells of a promise; `nil` where it tells nothing of it.
  func evidence(in article: ToldArticle, of draft: PromiseDraft) throws -> PromiseEvidence? {
    let due = draft.due
    guard article.published >= draft.announced,
      article.published >= draft.announced + 2 || due.map { $0 <= article.published + 1 } ?? false
    else { return nil }
    let title = TitleWords.terms(of: article, rarity)
    let whole = article.sentences.reduce(title) { $0.union($1.words) }
    func most(_ value: (PromiseDraft.Making) -> Double) -> Double { draft.made.map(value).max() ?? 0 }
    let ofArticle = most { rarity.share(of: $0.hint, in: whole) }
    guard ofArticle >= Self.leastOfArticle else { return nil }
    let others = Set(draft.others(than: actor))
    var base = Weight.bias + Weight.article * ofArticle
    if !others.isDisjoint(with: article.codes) { base += Weight.both }
    if let due, abs(article.published.number - due.number) <= Self.around { base += Weight.inTime }
    base += Weight.age * log(1 + Double(article.published.number - draft.announced.number)) / 6
    base += Weight.title * most { rarity.share(of: title, in: $0.sentence.union($0.hint)) }
    base += Weight.inTitle * most { rarity.share(of: $0.hint, in: title) }
    // The sentences that make it are none that tell of it.
    let making = Set(
      draft.made.filter { $0.commitment.articleNumber == article.number && $0.day <= draft.announced + 1 }.map(
        \.commitment.sentence))
    var events: [Int: [ToldEvent]]?
    var best = -Double.infinity
    var tellings: [PromiseEvidence.Telling] = []
    for (index, sentence) in article.sentences.enumerated() where !making.contains(index) {
      let share = most { rarity.share(of: $0.hint, in: sentence.words) }
      guard share >= Self.leastOfSentence else { continue }
      let (clause, phase) = Self.phase(of: sentence, draft, rarity)
      let common = most { rarity.common($0.core, sentence.words) }
      var score = base + Weight.sentence * share + Weight.common * common
      score += Weight.back * most { rarity.share(of: sentence.words, in: $0.sentence) }
      if phase.contains(.done) { score += Weight.done }
      if phase.contains(.recalled) { score += Weight.recalled }
      if !phase.isDisjoint(with: [.missed, .withdrawn]) { score += Weight.missed }
      if index == 0 { score += Weight.lead }
      var own: [ToldEvent] = []
      if score > Self.least - Weight.ownAct - Weight.kindOfAct || best > Self.least {
        let known = try events ?? store.toldEvents(of: article.number)
        events = known
        own = known[index] ?? []
        let acts = own.filter { $0.hasHappened && $0.isCooperative }
        if acts.contains(where: { act in !act.actors.isDisjoint(with: draft.promisers) }) { score += Weight.ownAct }
        let kinds = Set(draft.made.compactMap(\.commitment.category).map(Self.kind))
        if acts.contains(where: { kinds.contains(Self.kind($0.category)) }) { score += Weight.kindOfAct }
      }
      best = max(best, score)
      tellings.append(
        PromiseEvidence.Telling(
          sentence: index, phase: phase, clause: clause, counts: sentence.clauses.flatMap(\.counts),
          share: most { rarity.share(of: $0.core, in: sentence.words) }, common: common, events: own))
    }
    guard best > Self.least else { return nil }
    let most = tellings.map(\.share).max() ?? 0
    return PromiseEvidence(
      article: article, score: best, tellings: tellings.filter { $0.share >= Self.besideBest * most })
  }

  /// The phase of the clause that has most of a promise's words, and with it what the others say that bears on it.
  private static func phase(
    of sentence: SentenceTraits, _ draft: PromiseDraft, _ rarity: WordRarity
  ) -> (clause: Phase, sentence: Phase) {
    let shares = sentence.clauses.map { clause in
      draft.made.map { rarity.share(of: $0.hint, in: clause.words) }.max() ?? 0
    }
    guard let best = shares.indices.max(by: { (shares[$0], -$0) < (shares[$1], -$1) }) else { return ([], []) }
    let clause = sentence.clauses[best].phase
    let bearing: Phase = [.recalled, .withdrawn, .entire, .partial, .thanked]
    let phase = zip(sentence.clauses, shares).reduce(clause) { phase, other in
      other.1 > 0 || other.0.phase.contains(.recalled) ? phase.union(other.0.phase.intersection(bearing)) : phase
    }
    return (clause, phase)
  }

  /// Acts that may do what was promised as another.
  private static func kind(_ category: Category) -> Category {
    switch category {
    case .aid: .cooperate
    case .concede: .retreat
    default: category
    }
  }
}

extension ToldEvent {
  /// Whether it does something for somebody.
  var isCooperative: Bool { [.aid, .cooperate, .retreat, .concede, .support].contains(category) }
  /// Whether it does something against somebody.
  var isHostile: Bool { category.quadClass == 4 && !isCooperative || category == .mobilize }
}
