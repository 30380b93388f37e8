import Testing

@testable import Events

@Suite struct RuleFileTests {
  @Test func aRuleIsReadWithAllItsFields() throws {
    let rules = try RuleFile.rules(
      named: "consult",
      text: """
        # talks
        visit: CONSULT/visit, cameo 042, context diplomatic
          verbs: visit; travel/fly to
          nouns: state visit
          recipient: patient, to + in
          object: !museum, zoo
          needs: recipient
          + Blinken will visit China. => USA > CHN (future)
          - The storm visited the coast.
        """)
    let rule = try #require(rules.first)
    #expect(rules.count == 1)
    #expect(rule.id == "consult/visit")
    #expect(rule.category == .consult && rule.mode == "visit" && rule.cameo == "042" && rule.contexts == ["diplomatic"])
    #expect(rule.phrases.map(\.heads) == [["visit"], ["travel", "fly"], ["visit"]])
    #expect(rule.phrases[1].adjuncts == [.init(prepositions: ["to"], nouns: [])])
    #expect(rule.phrases[2].modifiers == [["state"]])
    #expect(rule.recipient == [[.role(.patient)], [.role(.oblique("to")), .role(.oblique("in"))]])
    #expect(rule.object == .init(lemmas: ["museum", "zoo"], isForbidden: true))
    #expect(rule.needsRecipient && !rule.needsActor)
    #expect(rule.examples[0].actors == ["USA"] && rule.examples[0].auxiliaries == [.future])
    #expect(rule.examples[1].actors == nil)
  }

  @Test func slashesPartAlternativesOfPrepositionsToo() {
    #expect(
      Phrase("turn down/away", kind: .verb)?.adjuncts == [.init(prepositions: ["down", "away"], nouns: [])])
    #expect(
      Phrase("take to street/square", kind: .verb)?.adjuncts
        == [.init(prepositions: ["to"], nouns: ["street", "square"])])
  }

  @Test(arguments: [
    ("visit: CONSULTS\n  verbs: visit\n", 1), ("  verbs: visit\n", 1), ("visit: CONSULT\n  verb: visit\n", 2),
    ("visit: CONSULT\n  verbs: visit\n  actor: agents\n", 3), ("visit: CONSULT\n", 1),
    ("a: AID\n  verbs: give\na: AID\n  verbs: send\n", 3), ("a: AID\n  verbs: give\n  + He gave. USA\n", 3),
  ]) func aBrokenLineIsNamed(text: String, line: Int) {
    #expect {
      try RuleFile.rules(named: "x", text: text)
    } throws: { error in
      (error as? RulesError)?.line == line
    }
  }
}
