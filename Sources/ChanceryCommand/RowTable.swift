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
