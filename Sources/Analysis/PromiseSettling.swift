import Archive
import Chancery
import Foundation

/// Finds what articles tell of promises.
struct PromiseSettling {
  /// So much of the promise's words has an article to have to be looked at …
  private static let leastOfArticle = 0.2
  /// … and a sentence.
  private static let leastOfSentence = 0.1
  /// So much of what the best sentence has a sentence has to have to tell of the promise, too.
  private static let besideBest = 0.6
  /// What a word of a promise's surroundings counts beside one of its own.
  private static let ofContext = 0.5
  /// Around the day for which it was promised is so many days before and after.
  private static let around = 31

  let rarity: WordRarity

  /// What an article tells of a promise; `nil` where it tells nothing of it.
  ///
  /// - Parameter events: Gives the article's events by sentence; asked where they may decide.
  func evidence(
    in article: ArticleWords, of draft: PromiseDraft, events: () throws -> [Int: [ToldEvent]]
  ) rethrows -> PromiseEvidence? {
    var tellings = tellings(in: article, of: draft)
    func best() -> Double { tellings.map(\.signs.score).max() ?? -.infinity }
    guard best() + TellingSigns.Sign.ownAct.weight > TellingSigns.least else { return nil }
    add(try events(), to: &tellings, draft)
    let score = best()
    guard score > TellingSigns.least else { return nil }
    let most = tellings.map(\.share).max() ?? 0
    return PromiseEvidence(
      article: article.article, score: score, tellings: tellings.filter { $0.share >= Self.besideBest * most })
  }

  /// Adds to sentences the events that they tell.
  func add(_ events: [Int: [ToldEvent]], to tellings: inout [PromiseEvidence.Telling], _ draft: PromiseDraft) {
    for index in tellings.indices {
      let own = events[tellings[index].sentence] ?? []
      tellings[index].events = own
      let isOwn = own.contains {
        $0.hasHappened && $0.isCooperative && !$0.actors.isDisjoint(with: draft.promisers)
      }
      tellings[index].signs[.ownAct] = isOwn ? 1 : 0
    }
  }

  /// The sentences of an article that may tell of a promise, in the order of the text, without their events.
  func tellings(in words: ArticleWords, of draft: PromiseDraft) -> [PromiseEvidence.Telling] {
    let article = words.article
    // What appears at once is news of the promise itself.
    guard article.published >= draft.announced,
      article.published >= draft.announced + 2 || draft.due.map({ $0 <= article.published + 1 }) ?? false,
      isBetweenThem(article, draft), let base = signs(of: words, draft)
    else { return [] }
    // The sentences that make it are none that tell of it.
    let making = Set(
      draft.made.filter { $0.commitment.articleNumber == article.number && $0.day <= draft.announced + 1 }.map(
        \.commitment.sentence))
    let counted = Set(draft.made.flatMap(\.commitment.counts).map(\.word))
    var found: [PromiseEvidence.Telling] = []
    for (index, sentence) in article.sentences.enumerated() where !making.contains(index) {
      let share = most(draft) { rarity.share(of: $0.hint, in: sentence.words) }
      guard share >= Self.leastOfSentence else { continue }
      let (clause, phase) = phase(of: sentence, draft)
      let common = most(draft) {
        rarity.common($0.things, sentence.words) + Self.ofContext * rarity.common($0.context, sentence.words)
      }
      var signs = base
      let own = most(draft) { rarity.share(of: $0.core, in: sentence.words) }
      signs[.sentence] = own
      signs[.common] = common
      signs[.done] = phase.contains(.done) ? 1 : 0
      signs[.missed] = phase.isDisjoint(with: [.missed, .withdrawn]) ? 0 : 1
      let counts = sentence.clauses.flatMap(\.counts)
      signs[.counted] = counts.contains { counted.contains($0.word) } ? 1 : 0
      signs[.lead] = index == 0 ? 1 : 0
      found.append(
        PromiseEvidence.Telling(
          sentence: index, phase: phase, clause: clause, counts: counts,
          share: own, common: common, events: [],
          signs: signs))
    }
    return found
  }

  /// What speaks for an article as a whole; `nil` where it has too few of the promise's words.
  private func signs(of words: ArticleWords, _ draft: PromiseDraft) -> TellingSigns? {
    let article = words.article
    let share = most(draft) { rarity.share(of: $0.hint, in: words.all) }
    guard share >= Self.leastOfArticle else { return nil }
    var signs = TellingSigns()
    signs[.article] = share
    signs[.inTime] = draft.due.map { abs(article.published.number - $0.number) <= Self.around } ?? false ? 1 : 0
    signs[.age] = log(1 + Double(article.published.number - draft.announced.number)) / 6
    signs[.inTitle] = most(draft) { rarity.share(of: $0.hint, in: words.title) }
    return signs
  }

  /// Whether an article mentions those to whom it was promised, where they are known.
  private func isBetweenThem(_ article: ToldArticle, _ draft: PromiseDraft) -> Bool {
    draft.others.isEmpty || draft.others.contains(where: article.codes.contains)
  }

  private func most(_ draft: PromiseDraft, _ value: (PromiseDraft.Making) -> Double) -> Double {
    draft.made.map(value).max() ?? 0
  }

  /// The phase of the clause that has most of a promise's words, and with it what the others say that bears on it.
  private func phase(of sentence: SentenceTraits, _ draft: PromiseDraft) -> (clause: Phase, sentence: Phase) {
    let shares = sentence.clauses.map { clause in most(draft) { rarity.share(of: $0.core, in: clause.words) } }
    // What recalls the promise does not tell what became of it: "twelve of the kits that were promised were unloaded".
    let telling = shares.indices.filter { shares[$0] > 0 && !sentence.clauses[$0].phase.contains(.recalled) }
    let candidates = telling.isEmpty ? Array(shares.indices) : telling
    guard let best = candidates.max(by: { (shares[$0], -$0) < (shares[$1], -$1) }) else { return ([], []) }
    let clause = sentence.clauses[best].phase
    let bearing: Phase = [.recalled, .withdrawn, .entire, .partial, .thanked]
    let phase = zip(sentence.clauses, shares).reduce(clause) { phase, other in
      other.1 > 0 || other.0.phase.contains(.recalled) ? phase.union(other.0.phase.intersection(bearing)) : phase
    }
    return (clause, phase)
  }
}

extension ToldEvent {
  /// Whether it does something for somebody.
  var isCooperative: Bool { [.aid, .cooperate, .retreat, .concede, .support].contains(category) }
  /// Whether it does something against somebody.
  var isHostile: Bool { category.quadClass == 4 && !isCooperative || category == .mobilize }
}
