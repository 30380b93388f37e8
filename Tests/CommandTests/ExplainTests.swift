import Foundation
import Testing

extension CommandTests {
  @Suite struct Explain {
    @Test func everyEventOfAReadingIsExplained() throws {
      let file = Command.example("sanctions.txt")
      let json = try Command.run("read", file, "--format", "json").output
      let reading = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let events = try #require(reading["events"] as? [[String: Any]])
      let overview = try Command.run("explain", file)
      #expect(overview.status == 0)
      let told = overview.output.split(separator: "\n").filter { $0.wholeMatch(of: /[ ]{2}e[0-9]+ .*/) != nil }
      #expect(told.count == events.count)
      for event in events.prefix(3) {
        let id = try #require(event["id"] as? String)
        let result = try Command.run("explain", file, "--event", id)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("\(id) "))
        for label in ["proposition", "rule", "event head", "confidence", "actor", "reality", "vouched by", "codes"] {
          #expect(result.output.contains("\n  \(label) "), "\(id): \(label)")
        }
        let rule = try #require(event["rule"] as? String)
        #expect(result.output.contains(rule == "learned" ? "none applies" : rule))
      }
    }

    @Test func anEventOfOneOfSeveralArticles() throws {
      let file = Command.example("articles.jsonl")
      let one = try Command.run("explain", file, "--event", "summit/e1")
      #expect(one.status == 0)
      #expect(one.output.hasPrefix("e1 "))
      #expect(one.output.split(separator: "\n").filter { $0.hasPrefix("  proposition") }.count == 1)
      let none = try Command.run("explain", file, "--event", "nowhere/e1")
      #expect(none.status == 65)
      #expect(none.messages == ["chancery: no article is called 'nowhere'; look at the ids in the files"])
    }

    @Test func anEventThatIsNotThere() throws {
      let result = try Command.run("explain", Command.example("summit.txt"), "--event", "e999")
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("chancery: summit: there is no event 'e999'; there are e1 to e"))
    }

    @Test func rulesAlone() throws {
      let result = try Command.run(
        "explain", "-", "--event", "e1", "--coding", "rules", input: "Antony Blinken visited China on Monday.")
      #expect(result.status == 0)
      #expect(result.output.contains("event head   not asked: rules code alone"))
      #expect(result.output.contains("consult/visit, consult.rules:"))
      #expect(result.output.contains("visited ↓nsubj"))
    }
  }
}
