import Articles
import Chancery
import Events
import Foundation
import Testing

/// Every rule's own examples, read with the rules alone.
@Suite struct RuleExampleTests {
  private static let book = Result { try RuleBook.load() }
  private static let reader = Result { try Reader.load(coding: .rules) }

  @Test(arguments: Events.Category.allCases)
  func examplesAreCodedAsTheRulesSay(category: Events.Category) throws {
    let reader = try Self.reader.get()
    for rule in try Self.book.get().rules where rule.category == category {
      for example in rule.examples {
        let reading = reader.read(
          Article(id: "example", text: example.text, published: CalendarDate(year: 2024, month: 6, day: 1)))
        func codes(_ mentions: [Int]) -> Set<String> {
          Set(mentions.map { reading.cast.entities[reading.cast.mentions[$0].entity].code }.filter { !$0.isEmpty })
        }
        if let actors = example.actors {
          let isCoded = reading.events.contains {
            $0.category == category && codes($0.actors) == Set(actors)
              && codes($0.recipients) == Set(example.recipients)
              && Set($0.auxiliaries) == Set(example.auxiliaries)
          }
          #expect(isCoded, "\(rule.id), line \(example.line): \(example.text)")
        } else {
          #expect(!reading.events.contains { $0.rule == rule.id }, "\(rule.id), line \(example.line): \(example.text)")
        }
      }
    }
  }
}
