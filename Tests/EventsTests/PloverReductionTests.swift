import Articles
import Testing

@testable import Events

@Suite struct PloverReductionTests {
  private func plover(_ category: Events.Category, _ auxiliaries: [Auxiliary], heldOut: Bool = false) -> Events
    .Category?
  {
    Event(
      category: category, auxiliaries: auxiliaries, trigger: Span(0, 1), token: 0, sentence: 0, isHeldOut: heldOut,
      rule: "",
      confidence: 1
    ).plover
  }

  @Test func whatHappenedIsItself() {
    for category in Events.Category.allCases {
      #expect(plover(category, []) == category)
      #expect(plover(category, [.historical]) == category)
    }
  }

  @Test func whatDidNotHappenIsLeftOut() {
    for category in Events.Category.allCases { #expect(plover(category, [.negation]) == nil) }
  }

  @Test func plannedCooperationIsAgreement() {
    for category in [Events.Category.consult, .support, .cooperate, .aid] {
      #expect(plover(category, [.future]) == .agree)
    }
  }

  @Test func plannedConflictIsAThreat() {
    for category in [Events.Category.reject, .protest, .sanction, .mobilize, .coerce, .assault] {
      #expect(plover(category, [.future]) == .threaten)
    }
  }

  @Test func plannedConcessionsKeepTheirCategory() {
    #expect(plover(.retreat, [.future]) == .retreat)
    #expect(plover(.concede, [.future]) == .concede)
  }

  @Test func supposedForceIsAThreatOnlyOfThoseWhoHoldItOut() {
    #expect(plover(.assault, [.hypothetical]) == nil)
    #expect(plover(.assault, [.hypothetical], heldOut: true) == .threaten)
    #expect(plover(.consult, [.hypothetical], heldOut: true) == nil)
  }
}
