import Actors
import Articles
public import Events

/// What a reader makes of a rule's own example.
public struct ExampleReading: Sendable, Hashable {
  /// Whether it is what the rule says.
  public let isRight: Bool
  /// The events that were read, each as rule files write it, with the rule that made it:
  /// `CONSULT/visit USA > CHN (future), by consult/visit`.
  public let events: [String]
}

extension Reader {
  /// Reads a rule's own example as an article of 1 June 2024.
  ///
  /// An example is right where an event of the rule's category has just its parties and auxiliary modes, whatever rule made
  /// that event; one against the rule, where the rule makes none. What a rule does by itself a reader shows that codes by
  /// rules alone.
  public func read(_ example: Rule.Example, of rule: Rule) -> ExampleReading {
    let reading = read(
      Article(id: rule.id, text: example.text, published: CalendarDate(year: 2024, month: 6, day: 1)))
    func codes(_ mentions: [Int]) -> [String] {
      var found: [String] = []
      for code in mentions.map({ reading.entity(of: $0).code }) where !code.isEmpty && !found.contains(code) {
        found.append(code)
      }
      return found
    }
    let isRight =
      if let actors = example.actors {
        reading.events.contains {
          $0.category == rule.category && Set(codes($0.actors)) == Set(actors)
            && Set(codes($0.recipients)) == Set(example.recipients) && Set($0.auxiliaries) == Set(example.auxiliaries)
        }
      } else {
        !reading.events.contains { $0.rule == rule.id }
      }
    let events = reading.events.map { event in
      let kind = ([event.category.rawValue] + event.modes).joined(separator: "/")
      let sides = [event.actors, event.recipients].map(codes).map { $0.isEmpty ? "-" : $0.joined(separator: " + ") }
      let auxiliaries = event.auxiliaries.map(\.rawValue).joined(separator: ", ")
      let told = auxiliaries.isEmpty ? "" : " (\(auxiliaries))"
      return "\(kind) \(sides.joined(separator: " > "))\(told), by \(event.rule)"
    }
    return ExampleReading(isRight: isRight, events: events)
  }
}
