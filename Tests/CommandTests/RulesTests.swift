import Foundation
import Testing

extension CommandTests {
  @Suite struct Rules {
    private let folder = try? Command.Folder()

    private func file(_ name: String, _ text: String) throws -> String {
      try #require(folder).file(name, text.utf8)
    }

    @Test func examplesThatAreMisreadAreShownWithWhatWasRead() throws {
      let rules = try file(
        "ours.rules",
        """
        tour: CONSULT/visit
          verbs: tour
          recipient: patient
          + Antony Blinken toured China. => USA > CHN
          + Antony Blinken toured China. => USA > JPN (future)
          - Antony Blinken toured China.
          - Antony Blinken ate rice.
        """)
      let result = try Command.run("rules", "check", rules)
      #expect(result.status == 1)
      #expect(
        result.output == """
          \(rules): 1 rule, 4 examples, 2 misread
            \(rules):5: 'ours/tour' misreads: Antony Blinken toured China.
                wanted USA > JPN (future)
                read   CONSULT/visit USA > CHN, by ours/tour
            \(rules):6: 'ours/tour' must not apply to: Antony Blinken toured China.
                read   CONSULT/visit USA > CHN, by ours/tour

          """)
      #expect(result.errors.isEmpty)
    }

    @Test func everyErrorOfEveryFileIsReported() throws {
      let bad = try file("bad.rules", "a: AIDS\n  verbs: give\nb: AID\n  verb: give\n")
      let good = try file("good.rules", "tour: CONSULT/visit\n  verbs: tour\n  + Blinken toured Paris. => USA > -\n")
      let result = try Command.run("rules", "check", bad, good, "nowhere.rules")
      #expect(result.status == 66)
      #expect(result.messages.count == 3)
      #expect(result.errors.contains("chancery: \(bad):1: 'AIDS' is none of PLOVER's categories"))
      #expect(result.errors.contains("chancery: \(bad):4: no field is called 'verb'"))
      #expect(result.errors.contains("nowhere.rules: there is no such file"))
      #expect(result.output == "\(good): 1 rule, 1 example, 0 misread\n")
      #expect(try Command.run("rules", "check", bad).status == 65)
      #expect(try Command.run("rules", "check", good).status == 0)
    }

    @Test func articlesAreReadWithAUsersOwnRules() throws {
      let rules = try file("ours.rules", "shadow: COERCE/restrict\n  verbs: shadow\n  recipient: patient\n")
      let text = "Russia shadowed Britain on Monday."
      let codes = { (output: String) in output.split(separator: "\n").map { $0.contains("\"ours/shadow\"") } }
      let own = try Command.run("read", "-", "--format", "jsonl", "--rules", rules, input: text)
      #expect(own.status == 0)
      #expect(codes(own.output) == [true])
      #expect(try codes(Command.run("read", "-", "--format", "jsonl", input: text).output) == [false])
      let bad = try file("bad.rules", "a: AIDS\n  verb: give\n")
      let refused = try Command.run("read", "-", "--rules", rules, "--rules", bad, input: text)
      #expect(refused.status == 65)
      #expect(refused.messages.count == 2)
      #expect(refused.output.isEmpty)
    }
  }
}
