/// Names that the dictionary does not know, as a table for people.
public struct NameTallyView: Sendable {
  /// The number of characters in a line, at least 60.
  public let width: Int
  /// Whether escape sequences set colours and weights.
  public let colour: Bool

  /// A view of a width.
  public init(width: Int = 100, colour: Bool = false) {
    self.width = max(60, width)
    self.colour = colour
  }

  /// The table: a line a name, below it the sentence that has it first, cut where it is too long.
  ///
  /// - Parameter total: How many names there are in all.
  public func text(of rows: [NameTally.Row], of total: Int) -> String {
    var head = StyledText()
    head.append("articles", .faint)
    head.pad(to: 10)
    head.append("times", .faint)
    head.pad(to: 17)
    head.append("kind", .faint)
    head.pad(to: 31)
    head.append("reads as", .faint)
    head.pad(to: 41)
    head.append("name", .faint)
    var lines = [line(head)]
    for row in rows {
      var text = StyledText()
      text.append(String(repeating: " ", count: max(0, 8 - String(row.articles).count)) + String(row.articles))
      text.append(String(repeating: " ", count: max(1, 7 - String(row.count).count)) + String(row.count))
      text.pad(to: 17)
      text.append(row.kind)
      text.pad(to: 31)
      text.append(row.reading.isEmpty ? "–" : row.reading)
      text.pad(to: 41)
      text.append(row.name, .strong)
      lines.append(line(text))
      lines.append(line(example(row)))
    }
    if rows.count < total { lines.append("… and \(total - rows.count) more; --top 0 lists all") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func example(_ row: NameTally.Row) -> StyledText {
    var text = StyledText(String(repeating: " ", count: 17))
    let room = max(20, width - 21 - row.article.count)
    let cut = row.example.count > room ? row.example.prefix(room - 1) + "…" : row.example[...]
    text.append("\(row.article): \(cut)", .faint)
    return text
  }

  /// A line that is not broken.
  private func line(_ text: StyledText) -> String {
    text.lines(width: .max, colour: colour).joined()
  }
}
