import Testing

@testable import Events

@Suite struct RuleFileTests {
  @Test func aRuleIsReadWithAllItsFields() throws {
    let file = RuleFile(
      text: """
        # talks
        visit: CONSULT/visit, cameo 042, context diplomatic
          verbs: visit; travel/fly to
          nouns: state visit
          recipient: patient, to + in
          object: !museum, zoo
          clause: meet, impose sanction
          needs: recipient
          + Blinken will visit China. => USA > CHN (future)
          - The storm visited the coast.
        """, path: "ours/consult.rules")
    let rule = try #require(file.rules.first)
    #expect(file.rules.count == 1 && file.errors.isEmpty)
    #expect(rule.id == "consult/visit")
    #expect(rule.category == .consult && rule.mode == "visit" && rule.cameo == "042" && rule.contexts == ["diplomatic"])
    #expect(rule.phrases.map(\.heads) == [["visit"], ["travel", "fly"], ["visit"]])
    #expect(rule.phrases[1].adjuncts == [.init(prepositions: ["to"], nouns: [])])
    #expect(rule.phrases[2].modifiers == [["state"]])
    #expect(rule.recipient == [[.role(.patient)], [.role(.oblique("to")), .role(.oblique("in"))]])
    #expect(rule.object == .init(lemmas: ["museum", "zoo"], isForbidden: true))
    #expect(rule.clause?.phrases.map(\.heads) == [["meet"], ["impose"]])
    #expect(rule.file == "ours/consult.rules" && rule.line == 2 && rule.lines.count == 9 && rule.isOwn)
    #expect(rule.needsRecipient && !rule.needsActor)
    #expect(rule.examples[0].actors == ["USA"] && rule.examples[0].auxiliaries == [.future])
    #expect(rule.examples[1].actors == nil)
  }

  @Test func aRuleMayStandAlone() throws {
    let text = "letter: CONSULT\n  verbs: write to\n  stands: alone\nvisit: CONSULT\n  verbs: visit\n"
    #expect(RuleFile(text: text, path: "x.rules").rules.map(\.standsAlone) == [true, false])
  }

  @Test func slashesPartAlternativesOfPrepositionsToo() {
    #expect(
      Phrase("turn down/away", kind: .verb)?.adjuncts == [.init(prepositions: ["down", "away"], nouns: [])])
    #expect(
      Phrase("take to street/square", kind: .verb)?.adjuncts
        == [.init(prepositions: ["to"], nouns: ["street", "square"])])
  }

  @Test(arguments: [
    ("visit: CONSULTS\n  verbs: visit\n", [1]), ("  verbs: visit\n  nouns: visit\n", [1]),
    ("visit: CONSULT\n  verb: visit\n", [2]), ("visit: CONSULT\n  verbs: visit\n  actor: agents, patiens\n", [3, 3]),
    ("visit: CONSULT\n", [1]), ("visit: CONSULT/vist, cameo 4x, contexts\n  verbs: visit\n", [1, 1, 1]),
    ("agree: AGREE/yes\n  verbs: agree\n", [1]), ("my rule: AID\n  verbs: give\n", [1]),
    ("a: AID\n  verbs: give\na: AID\n  verbs: send\n", [3]), ("a: AID\n  verbs: give\n  + He gave. USA\n", [3]),
    ("a: AID\n  verbs: give\n  actor: agent\n  actor: to\n  needs: money\n", [4, 5]),
    ("a: AID\n  verbs:\n  nouns: /\n", [2, 3]), ("a: AID\n  verbs: give\n  object: big dog\n", [3]),
    ("a: AID\n  verbs: give\n  + He gave. => Usa > - > (soon)\n  + => USA\n  - He gave. => USA\n", [3, 3, 3, 3, 4, 5]),
    ("a: AID\n  verbs: give\n  stands: beside\n", [3]),
    ("a: AIDS\r\n  verbs: give\r\nb: AID\r\n  verb: give\r\n", [1, 4]),
  ]) func everyErrorIsTold(text: String, lines: [Int]) {
    let file = RuleFile(text: text, path: "x.rules")
    #expect(file.errors.map(\.line) == lines, "\(file.errors)")
    #expect(file.errors.allSatisfy { $0.file == "x.rules" })
    #expect(file.rules.count <= 1)
  }

  @Test func aBrokenRuleDoesNotTakeTheOthersWithIt() {
    let file = RuleFile(text: "a: AID\n  verb: give\nb: AID\n  verbs: give\n", path: "x.rules")
    #expect(file.rules.map(\.id) == ["x/b"])
    #expect(file.errors.count == 1)
  }
}
