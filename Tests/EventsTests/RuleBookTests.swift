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

  private func own(_ text: String, path: String = "ours.rules") -> RuleFile { RuleFile(text: text, path: path) }

  @Test func aUsersRulesStandBeforeTheOthers() throws {
    let book = try RuleBook.load(adding: [own("tour: CONSULT/visit\n  verbs: tour\n")])
    #expect(book.rules.first?.id == "ours/tour")
    #expect(book.rules.count == (try RuleBook.load().rules.count) + 1)
  }

  @Test func aUsersRuleTakesThePlaceOfTheOneWithItsId() throws {
    let book = try RuleBook.load(adding: [own("visit: CONSULT/visit\n  verbs: behold\n", path: "mine/consult.rules")])
    let visits = book.rules.filter { $0.id == "consult/visit" }
    #expect(visits.map(\.file) == ["mine/consult.rules"])
    #expect(book.rules.count == (try RuleBook.load().rules.count))
  }

  @Test func twoRulesOfOneIdAndBrokenFilesAreRefused() throws {
    let one = own("tour: CONSULT/visit\n  verbs: tour\n", path: "a/ours.rules")
    let other = own("# again\ntour: CONSULT/visit\n  verbs: fly to\n", path: "b/ours.rules")
    #expect {
      try RuleBook.load(adding: [one, other])
    } throws: { error in
      (error as? RulesError).map { $0.file == "b/ours.rules" && $0.line == 2 } ?? false
    }
    #expect(throws: RulesError.self) { try RuleBook.load(adding: [own("tour: CONSULTS\n")]) }
  }
}
