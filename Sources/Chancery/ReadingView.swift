import Actors
import Articles
import Events
import Language
import Statements

/// A reading laid out for people: the cast, the events sentence by sentence, what is held out, the figures, the statements.
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
    lines += section("Commitments", commitments(of: reading), none: "none")
    lines += section("Figures", figures(of: reading), none: "none")
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

  /// A sentence after its number, with the parts of it that are spoken of marked.
  func sentenceLines(_ index: Int, marking marks: [Span], of reading: Reading) -> [String] {
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

  func lines(_ text: StyledText, indent: Int = 0, hanging: Int = 0) -> [String] {
    text.lines(width: width, indent: indent, hanging: hanging, colour: colour)
  }

  static func spelled(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let month = date.month.map { months[$0 - 1] }
    return [date.day.map(String.init), month, String(date.year)].compactMap(\.self).joined(separator: " ")
  }
}
