import Actors
import Articles
import Events
import Language
import Particulars
import Statements

extension ReadingView {
  func events(of reading: Reading) -> [String] {
    var out: [String] = []
    var sentence: Int?
    for event in reading.events {
      if event.sentence != sentence {
        sentence = event.sentence
        if !out.isEmpty { out.append("") }
        let marks = reading.events.filter { $0.sentence == event.sentence }.map(\.trigger)
        out += sentenceLines(event.sentence, marking: marks, of: reading)
      }
      out += lines(of: event, in: reading)
    }
    return out
  }

  private func lines(of event: Event, in reading: Reading) -> [String] {
    let quad = Style.quad(event.category.quadClass)
    var deed = StyledText(event.id)
    deed.pad(to: 5)
    deed.append(event.mode.isEmpty ? event.category.rawValue : "\(event.category.rawValue)/\(event.mode)", quad)
    deed.append("  " + parties(event.actors, of: reading), .strong)
    if !event.recipients.isEmpty { deed.append(" → " + parties(event.recipients, of: reading), .strong) }
    var facts = ["“\(reading.document.text[event.trigger])”"]
    facts += event.auxiliaries.map(Self.spelled)
    if event.auxiliaries.isEmpty, event.deniedBy.isEmpty { facts.append("happened") }
    if let date = event.date { facts.append(when(reading.dates[date], in: reading)) }
    if let place = event.place { facts.append("in \(reading.places[place].name)") }
    if !event.attributedTo.isEmpty { facts.append("said by " + vouchers(event.attributedTo, of: reading)) }
    if !event.deniedBy.isEmpty { facts.append("denied by " + vouchers(event.deniedBy, of: reading)) }
    if event.attributedTo.isEmpty, event.deniedBy.isEmpty { facts.append("reported") }
    if event.plover != event.category {
      facts.append(event.plover.map { "\($0.rawValue) in PLOVER" } ?? "left out of PLOVER")
    }
    facts.append("\(Int((event.confidence * 100).rounded())) %")
    facts.append(event.rule)
    return lines(deed, indent: 7, hanging: 5)
      + lines(StyledText(facts.joined(separator: ", "), .faint), indent: 12)
  }

  /// The days that words of time mean, or the words where they mean none.
  private func when(_ date: DateExpression, in reading: Reading) -> String {
    guard let days = date.days, let first = days.lowerBound.date, let last = days.upperBound.date else {
      return "“\(reading.document.text[date.span])”"
    }
    if first == last { return "on " + Self.spelled(first) }
    // Whole years and months go by their names.
    if first.month == 1, first.day == 1, last.month == 12, last.day == 31 {
      return first.year == last.year ? "in \(first.year)" : "\(first.year) to \(last.year)"
    }
    if first.day == 1, first.month == last.month, first.year == last.year, (days.upperBound + 1).parts.day == 1 {
      return "in " + Self.spelled(CalendarDate(year: first.year, month: first.month) ?? first)
    }
    return "\(Self.spelled(first)) to \(Self.spelled(last))"
  }

  func parties(_ mentions: [Int], of reading: Reading) -> String {
    guard !mentions.isEmpty else { return "somebody" }
    return mentions.map { Self.named(reading.entity(of: $0)) }.joined(separator: ", ")
  }

  private func vouchers(_ statements: [Int], of reading: Reading) -> String {
    statements.map { "\(reading.voucher($0)) (\(reading.statements[$0].id))" }.joined(separator: " and ")
  }

  private static func spelled(_ auxiliary: Auxiliary) -> String {
    switch auxiliary {
    case .future: "planned"
    case .hypothetical: "supposed"
    case .negation: "did not happen"
    case .historical: "long past"
    }
  }
}
