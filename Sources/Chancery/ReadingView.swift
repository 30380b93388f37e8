import Actors
import Articles
import Events
import Language
import Statements

/// A reading laid out for people: the cast, the events sentence by sentence, the statements.
public struct ReadingView: Sendable {
  /// The number of characters in a line, at least 40.
  public let width: Int
  /// Whether escape sequences set colours and weights; without, brackets mark what a line speaks of.
  public let colour: Bool

  /// A view of a width.
  public init(width: Int = 100, colour: Bool = false) {
    self.width = max(40, width)
    self.colour = colour
  }

  /// The layout of a reading, ended by a line feed.
  public func text(of reading: Reading) -> String {
    var lines = heading(of: reading)
    lines += section("Cast", cast(of: reading), none: "nobody who acts or is acted on")
    lines += section("Events", events(of: reading), none: "none")
    lines += section("Statements", statements(of: reading), none: "none")
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(of reading: Reading) -> [String] {
    let article = reading.article
    let facts = [article.published.map(Self.spelled), article.publisher, article.title == nil ? nil : article.id]
    let line = facts.compactMap(\.self).joined(separator: ", ")
    let title = lines(StyledText(article.title ?? article.id, .strong))
    return line.isEmpty ? title : title + lines(StyledText(line, .faint))
  }

  private func section(_ title: String, _ body: [String], none: String) -> [String] {
    ["", StyledText(title, .strong).lines(width: width, colour: colour).joined(), ""]
      + (body.isEmpty ? lines(StyledText(none, .faint), indent: 2) : body)
  }

  // MARK: Cast

  private func cast(of reading: Reading) -> [String] {
    var counts = [Int](repeating: 0, count: reading.cast.entities.count)
    for mention in reading.cast.mentions { counts[mention.entity] += 1 }
    let speakers = Set(reading.statements.compactMap { $0.speaker?.entity })
    let shown = reading.cast.entities.indices.filter {
      reading.cast.entities[$0].kind != .place && (counts[$0] > 0 || speakers.contains($0))
    }
    func column(after last: Int, _ text: (Entity) -> String) -> Int {
      last + 2 + min(width / 2, shown.map { text(reading.cast.entities[$0]).count }.max() ?? 0)
    }
    let label = column(after: 0, \.name)
    let count = column(after: label, Self.label)
    return shown.flatMap { index in
      let entity = reading.cast.entities[index]
      var line = StyledText(entity.name)
      line.pad(to: label)
      line.append(Self.label(of: entity), .strong)
      line.pad(to: count)
      line.append("\(counts[index])×", .faint)
      if let role = entity.office ?? entity.affiliation {
        line.pad(to: count + 6)
        line.append(role)
      }
      return lines(line, indent: 2, hanging: 4)
    }
  }

  /// Code and sectors: `RUS GOV`.
  private static func label(of entity: Entity) -> String {
    ([entity.code] + entity.sectors).filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Events

  private func events(of reading: Reading) -> [String] {
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
    facts += event.auxiliaries.isEmpty ? ["happened"] : event.auxiliaries.map(Self.spelled)
    facts.append(
      event.attributedTo.isEmpty ? "reported" : "said by " + vouchers(event.attributedTo, of: reading))
    if !event.deniedBy.isEmpty { facts.append("denied by " + vouchers(event.deniedBy, of: reading)) }
    if event.plover != event.category {
      facts.append(event.plover.map { "\($0.rawValue) in PLOVER" } ?? "left out of PLOVER")
    }
    facts.append("\(Int((event.confidence * 100).rounded())) %")
    facts.append(event.rule)
    return lines(deed, indent: 7, hanging: 5)
      + lines(StyledText(facts.joined(separator: ", "), .faint), indent: 12)
  }

  private func parties(_ mentions: [Int], of reading: Reading) -> String {
    guard !mentions.isEmpty else { return "somebody" }
    return mentions.map { mention in
      let entity = reading.entity(of: mention)
      let label = Self.label(of: entity)
      return label.isEmpty ? entity.name : "\(entity.name) (\(label))"
    }.joined(separator: ", ")
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

  // MARK: Statements

  private func statements(of reading: Reading) -> [String] {
    var out: [String] = []
    for statement in reading.statements {
      if !out.isEmpty { out.append("") }
      var line = StyledText(statement.id)
      line.pad(to: 5)
      let entity = statement.speaker?.entity.map { reading.cast.entities[$0] }
      let label = entity.map(Self.label) ?? ""
      let speaker = statement.speaker?.name ?? "nobody named"
      line.append(label.isEmpty ? speaker : "\(speaker) (\(label))", .strong)
      var facts = [statement.cue.map { "“\(reading.document.text[$0])”" }, statement.quotation.rawValue]
      facts.append(Self.spelled(statement.stance))
      let about = statement.about.map { reading.cast.entities[$0].name }
      if !about.isEmpty { facts.append("about " + about.joined(separator: ", ")) }
      let told = reading.events(in: statement).map(\.id)
      if !told.isEmpty { facts.append("tells " + told.joined(separator: ", ")) }
      line.append("  " + facts.compactMap(\.self).joined(separator: ", "), .faint)
      out += lines(line, indent: 2, hanging: 5)
      for index in reading.document.sentences.indices
      where reading.span(ofSentence: index).overlaps(statement.content) {
        out += sentenceLines(index, marking: [statement.content], of: reading)
      }
    }
    return out
  }

  private static func spelled(_ stance: Statement.Stance) -> String {
    switch stance {
    case .assert: "asserts"
    case .deny: "denies"
    case .question: "asks"
    case .demand: "demands"
    case .promise: "promises"
    }
  }

  // MARK: Lines

  /// A sentence after its number, with the parts of it that are spoken of marked.
  private func sentenceLines(_ index: Int, marking marks: [Span], of reading: Reading) -> [String] {
    let sentence = reading.span(ofSentence: index)
    var text = StyledText()
    var at = sentence.start
    for mark in Self.merged(marks.filter(sentence.overlaps)) {
      let start = max(mark.start, sentence.start)
      let end = min(mark.end, sentence.end)
      text.append(reading.document.text[Span(at, start)])
      let words = reading.document.text[Span(start, end)]
      text.append(colour ? words : "[\(words)]", .marked)
      at = end
    }
    text.append(reading.document.text[Span(at, sentence.end)])
    let number = String(index + 1)
    let rows = lines(text, indent: 7)
    return rows.enumerated().map { row, line in
      guard row == 0 else { return line }
      let lead = String(repeating: " ", count: max(1, 5 - number.count)) + number
      return StyledText(lead, .faint).lines(width: width, colour: colour).joined()
        + line.dropFirst(min(lead.count, 7))
    }
  }

  /// Stretches in their order, those that overlap made one.
  private static func merged(_ spans: [Span]) -> [Span] {
    var out: [Span] = []
    for span in spans.sorted() {
      if let last = out.last, last.overlaps(span) || last == span {
        out[out.count - 1] = last.union(span)
      } else {
        out.append(span)
      }
    }
    return out
  }

  private func lines(_ text: StyledText, indent: Int = 0, hanging: Int = 0) -> [String] {
    text.lines(width: width, indent: indent, hanging: hanging, colour: colour)
  }

  private static func spelled(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let month = date.month.map { months[$0 - 1] }
    return [date.day.map(String.init), month, String(date.year)].compactMap(\.self).joined(separator: " ")
  }
}
