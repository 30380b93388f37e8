public import Chancery
import Foundation

/// What an analysis comes to, as rows: printed in a terminal, written to a file and served alike.
public struct Table: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// Its name in CSV and JSON: `words_mean`.
    public let name: String
    /// What a person is shown over it.
    public let title: String

    /// A column; without a title of its own, its name in words.
    public init(_ name: String, _ title: String? = nil) {
      self.name = name
      self.title = title ?? name.replacing("_", with: " ")
    }
  }

  /// A value in a row.
  public enum Cell: Sendable, Hashable {
    /// Nothing: missing, unknown.
    case none
    /// A text.
    case text(String)
    /// A count.
    case count(Int)
    /// A measure, with how many decimals are shown.
    case measure(Double, decimals: Int = 2)
    /// Yes or no.
    case flag(Bool)
    /// Several texts: ids of happenings, keys of events.
    case list([String])

    /// A text, or nothing.
    public static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .none }
    /// A measure, or nothing.
    public static func optional(_ value: Double?, decimals: Int = 2) -> Cell {
      value.map { .measure($0, decimals: decimals) } ?? .none
    }

    /// As people read it, and as CSV has it: lists are joined by spaces.
    public var text: String {
      switch self {
      case .none: ""
      case .text(let text): text
      case .count(let count): String(count)
      case .measure(let value, let decimals): Self.written(value, decimals)
      case .flag(let flag): flag ? "true" : "false"
      case .list(let texts): texts.joined(separator: " ")
      }
    }

    /// As JSON has it.
    public var json: JSON {
      switch self {
      case .none: .null
      case .text(let text): .string(text)
      case .count(let count): .integer(count)
      case .measure(let value, let decimals): .number(Double(Self.written(value, decimals)) ?? value)
      case .flag(let flag): .bool(flag)
      case .list(let texts): .array(texts.map(JSON.string))
      }
    }

    private static func written(_ value: Double, _ decimals: Int) -> String {
      let text = String(format: "%.\(decimals)f", locale: Locale(identifier: "en_US_POSIX"), value)
      // What rounds to nothing has no sign.
      return text.hasPrefix("-") && !text.contains(where: { ("1"..."9").contains($0) })
        ? String(text.dropFirst()) : text
    }
  }

  /// What it shows, in a few words.
  public let title: String
  /// Its columns.
  public let columns: [Column]
  /// Its rows, each with a cell for every column.
  public private(set) var rows: [[Cell]] = []

  /// A table without rows yet.
  public init(_ title: String, columns: [Column]) {
    self.title = title
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// - Parameter cells: A cell for every column; what lacks is ``Cell/none``.
  public mutating func add(_ cells: [Cell]) {
    rows.append(
      Array(cells.prefix(columns.count)) + Array(repeating: .none, count: max(0, columns.count - cells.count)))
  }

  /// RFC 4180, with a head line.
  public var csv: String {
    ([columns.map(\.name)] + rows.map { $0.map(\.text) })
      .map { $0.map(CSV.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A row as an object.
  public func json(_ row: [Cell]) -> JSON {
    .object(zip(columns, row).map { JSON.Member($0.name, $1.json) })
  }

  /// An object a line.
  public var jsonLines: String { rows.map { json($0).line + "\n" }.joined() }

  /// A table of GitHub's Markdown.
  public var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(columns.map { Self.escaped($0.title) }) + line(columns.map { _ in "---" })
      + rows.map { line($0.map { Self.escaped($0.text) }) }.joined()
  }

  /// Text in which nothing is markup.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "#": out += "\\\(character)"
      case _ where character.isNewline: out += " "
      default: out.append(character)
      }
    }
    return out
  }
}
