import Articles
import Chancery
import Events
import Foundation
import Testing

/// Every rule's own examples, read with the rules alone.
@Suite struct RuleExampleTests {
  private static let book = Result { try RuleBook.load() }
  private static let reader = Result { try Reader.load(coding: .rules) }
  /// How many of a hundred examples may fail because the encoder misreads the sentence: short ones without context are its
  /// weak side, and which they are changes with every training.
  private static let misread = 2

  /// What is wrong with the reading of an example; `nil` where nothing is.
  private func complaint(_ example: Rule.Example, of rule: Rule, _ reader: Reader) -> String? {
    let reading = reader.read(
      Article(id: "example", text: example.text, published: CalendarDate(year: 2024, month: 6, day: 1)))
    func codes(_ mentions: [Int]) -> Set<String> {
      Set(mentions.map { reading.cast.entities[reading.cast.mentions[$0].entity].code }.filter { !$0.isEmpty })
    }
    let isRight: Bool
    if let actors = example.actors {
      isRight = reading.events.contains {
        $0.category == rule.category && codes($0.actors) == Set(actors)
          && codes($0.recipients) == Set(example.recipients) && Set($0.auxiliaries) == Set(example.auxiliaries)
      }
    } else {
      isRight = !reading.events.contains { $0.rule == rule.id }
    }
    return isRight ? nil : "\(rule.id), line \(example.line): \(example.text)"
  }

  @Test func nearlyAllExamplesAreCodedAsTheRulesSay() throws {
    let reader = try Self.reader.get()
    let rules = try Self.book.get().rules
    var complaints: [String] = []
    for rule in rules { complaints += rule.examples.compactMap { complaint($0, of: rule, reader) } }
    let count = rules.reduce(0) { $0 + $1.examples.count }
    print("\(complaints.count) of \(count) examples misread")
    #expect(complaints.count * 100 <= Self.misread * count, "\(complaints.joined(separator: "\n"))")
  }

  /// A rule of which no example is coded is broken, whatever the encoder.
  @Test func everyRuleHasAnExampleThatIsCoded() throws {
    let reader = try Self.reader.get()
    for rule in try Self.book.get().rules {
      let positive = rule.examples.filter { $0.actors != nil }
      #expect(
        positive.isEmpty || positive.contains { complaint($0, of: rule, reader) == nil }, "\(rule.id)")
    }
  }
}
