import Testing

@testable import Events

@Suite struct RuleBookTests {
  @Test func everyCategoryHasRules() throws {
    let book = try RuleBook.load()
    for category in Events.Category.allCases {
      #expect(book.rules.contains { $0.category == category })
    }
  }

  @Test func everyRuleHasExamplesForAndAgainst() throws {
    for rule in try RuleBook.load().rules {
      #expect(rule.examples.contains { $0.actors != nil }, "\(rule.id)")
      #expect(rule.examples.contains { $0.actors == nil }, "\(rule.id)")
    }
  }
}
