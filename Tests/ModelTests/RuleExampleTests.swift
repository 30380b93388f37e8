import Chancery
import Events
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
    let reading = reader.read(example, of: rule)
    return reading.isRight
      ? nil : "\(rule.id), line \(example.line): \(example.text) \(reading.events.joined(separator: "; "))"
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
