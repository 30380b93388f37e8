import Archive
import Chancery

/// Rows laid out in columns for people; what is too long is cut, with '…'.
struct RowTable {
  private let titles: [String]
  private let flexible: Int
  private var rows: [[String]] = []

  /// A table of columns.
  ///
  /// - Parameter flexible: The column that takes what the others leave.
  init(_ titles: [String], flexible: Int) {
    self.titles = titles
    self.flexible = flexible
  }

  mutating func add(_ cells: [String]) { rows.append(cells.map(Self.safe)) }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines, no longer than `width` where that leaves the columns room.
  func text(width: Int) -> String {
    let all = [titles] + rows
    var widths = titles.indices.map { column in min(44, all.map { $0[column].count }.max() ?? 0) }
    let others = widths.indices.filter { $0 != flexible }.reduce(0) { $0 + widths[$1] + 2 }
    widths[flexible] = max(20, min(all.map { $0[flexible].count }.max() ?? 0, width - others))
    return all.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        let shown = cell.count > widths[column] ? cell.prefix(widths[column] - 1) + "…" : cell[...]
        line += shown + String(repeating: " ", count: widths[column] - shown.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// What could move the cursor is shown as U+FFFD, line ends as spaces.
  private static func safe(_ text: String) -> String {
    String(
      text.map { character in
        character.isNewline || character == "\t"
          ? " "
          : character.unicodeScalars.contains {
            $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value)
              || (0x2066...0x2069).contains($0.value)
          }
            ? "\u{FFFD}" : character
      })
  }
}

extension EventRow {
  /// The columns of a table of events.
  static let titles = ["date", "event", "who → whom", "what became of it", "words", "key"]

  /// The cells of a table of events.
  var cells: [String] {
    var became = modality == .happened ? "" : modality.rawValue
    if !deniedBy.isEmpty { became += " by " + Self.names(deniedBy.map(\.speaker)) }
    if !attributedTo.isEmpty {
      became += (became.isEmpty ? "" : ", ") + "said by " + Self.names(attributedTo.map(\.speaker))
    }
    let kind = mode.isEmpty ? category.rawValue : "\(category.rawValue)/\(mode)"
    return [
      date ?? (day.map { "(\($0))" } ?? ""), kind,
      Self.names(actors.map(Self.label)) + " → " + Self.names(recipients.map(Self.label)), became,
      "“\(trigger)”", key,
    ]
  }

  private static func label(_ party: PartyRow) -> String {
    let code = ([party.actor.code] + party.actor.sectors).filter { !$0.isEmpty }.joined(separator: " ")
    return party.actor.kind == .state || code.isEmpty ? party.actor.name : "\(party.actor.name) (\(code))"
  }

  private static func names(_ names: [String]) -> String { names.joined(separator: ", ") }
}
