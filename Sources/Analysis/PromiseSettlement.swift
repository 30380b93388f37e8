import Archive
import Chancery
import Foundation

/// What became of a promise, by all that articles tell of it.
struct PromiseSettlement {
  private let draft: PromiseDraft
  private var done: Settled?
  private var part: Settled?
  private var takenBack: Settled?
  private var missed: Settled?
  /// Somebody gives thanks for it, which says little of how much has come.
  private var thanked: Settled?

  /// A sentence that settles it.
  private struct Settled {
    let evidence: PromiseEvidence
    let telling: PromiseEvidence.Telling

    var day: CalendarDay { evidence.article.published }

    /// The events of the sentence, or its number where it tells none.
    var keys: [String] {
      let keys = telling.events.map { evidence.article.id + "/" + $0.id }
      return keys.isEmpty ? ["\(evidence.article.id)/n\(telling.sentence + 1)"] : keys
    }
  }

  /// Rarer words than this, together, has a sentence to share with a promise to settle it.
  static let leastCommon = 0.3

  init(_ draft: PromiseDraft, _ evidence: [PromiseEvidence]) {
    self.draft = draft
    var promised: [Terms.Word: Float] = [:]
    for count in draft.made.flatMap(\.commitment.counts) {
      promised[count.word] = max(promised[count.word] ?? 0, count.value)
    }
    var come: [Terms.Word: Float] = [:]
    // The surest first.
    let order = evidence.indices.sorted { (-evidence[$0].score, $0) < (-evidence[$1].score, $1) }
    for article in order.map({ evidence[$0] }) {
      let said = article.tellings.filter { $0.common >= Self.leastCommon }.map { ($0, verdict(on: $0)) }
      // Of an article the sentence counts that has most of the promise.
      guard let (telling, verdict) = said.filter({ $0.1 != .nothing }).max(by: { $0.0.share < $1.0.share }) else {
        continue
      }
      let settled = Settled(evidence: article, telling: telling)
      switch verdict {
      case .takenBack: takenBack = takenBack ?? settled
      case .missed: missed = missed ?? settled
      case .thanked: thanked = thanked ?? settled
      case .done:
        var isShort = telling.phase.contains(.partial) && !telling.phase.contains(.entire)
        for count in telling.counts where !telling.phase.contains(.entire) {
          guard let all = promised[count.word], count.value < all else { continue }
          come[count.word, default: 0] += count.value
          if come[count.word] ?? 0 < all { isShort = true }
        }
        if isShort { part = part ?? settled } else { done = done ?? settled }
      case .nothing: break
      }
    }
  }

  private enum Verdict { case done, thanked, takenBack, missed, nothing }

  private func verdict(on telling: PromiseEvidence.Telling) -> Verdict {
    let (phase, clause) = (telling.phase, telling.clause)
    if phase.isSuperset(of: [.withdrawn, .recalled]) || clause.contains(.refused) { return .takenBack }
    if !phase.isDisjoint(with: [.done, .thanked]), clause.isDisjoint(with: [.negated, .missed, .ahead]) {
      let acts = telling.events.filter { $0.hasHappened && ![.agree, .consult].contains($0.category) }
      // What was done against the others does not do it.
      let isHostile =
        !acts.contains(where: \.isCooperative)
        && acts.contains { $0.isHostile && !$0.actors.isDisjoint(with: draft.promisers) }
      return isHostile ? .nothing : clause.contains(.done) ? .done : .thanked
    }
    return phase.isDisjoint(with: [.negated, .missed]) ? .nothing : .missed
  }

  /// The promise with what became of it.
  func promise(asOf: CalendarDay?) -> Promise {
    var outcome: Promise.Outcome
    var settled: Settled?
    if draft.made.contains(where: \.commitment.isDenied) {
      outcome = .denied
    } else if let takenBack, done.map({ $0.day <= takenBack.day }) ?? true {
      (outcome, settled) = (.calledOff, takenBack)
    } else if let done {
      (outcome, settled) = (.done, done)
    } else if let part {
      (outcome, settled) = (.underWay, part)
    } else if let thanked {
      (outcome, settled) = (.done, thanked)
    } else {
      outcome = draft.due.map { due in asOf.map { due < $0 } ?? false ? .overdue : .open } ?? .unreported
      settled = missed
    }
    let first = draft.made[0]
    let category =
      draft.made.lazy.compactMap(\.commitment.category).first { $0 != .agree && [1, 2].contains($0.quadClass) }
      ?? settled?.telling.events.first(where: \.isCooperative)?.category
    return Promise(
      category: category ?? .agree, recipients: draft.others,
      words: (first.commitment.text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " "),
      announced: first.day, due: draft.due, outcome: outcome, promisedIn: draft.made.map(\.commitment.key),
      settledIn: settled?.keys ?? [], settledBy: settled?.telling.events.lazy.compactMap(\.happening).first,
      likelihood: settled.map { 1 / (1 + exp(-$0.evidence.score)) })
  }
}
