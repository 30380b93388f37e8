import Archive
import Chancery

/// A row of an archive that can be listed in every form.
protocol ListedRow {
  /// The columns of a table of such rows.
  static var titles: [String] { get }
  /// The column that takes what the others leave.
  static var flexible: Int { get }
  static var csvHeader: String { get }
  var cells: [String] { get }
  var csv: String { get }
  var json: JSON { get }
  var key: String { get }
}

/// Prints what a question finds.
struct RowList {
  private let format: RowFormat
  private let limit: Int

  init(_ format: RowFormat, range: RangeOptions) {
    self.format = format
    limit = range.limit
  }

  /// - Parameters:
  ///   - all: Hands on the rows one after another, which is how lines are printed.
  ///   - some: Gives them at once, as a table needs them.
  func print<Query: RowQuery, Row: ListedRow>(
    _ query: Query, all: (Query, (Row) throws -> Void) throws -> Void, some: (Query) throws -> [Row]
  ) throws {
    if format == .csv { try Console.write(Row.csvHeader + "\r\n") }
    guard format == .table else {
      return try all(query) { row in try Console.write(format == .csv ? row.csv + "\r\n" : row.json.line + "\n") }
    }
    // One more than asked for is looked for, to know whether there are more.
    var query = query
    query.limit = query.limit.map { $0 + 1 }
    let rows = try some(query)
    var table = RowTable(Row.titles, flexible: Row.flexible)
    for row in rows.prefix(limit == 0 ? rows.count : limit) { table.add(row.cells) }
    try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
    guard limit > 0, rows.count > limit else { return }
    Console.report("there are more; go on with --after '\(rows[limit - 1].key)', or take --limit 0 for all")
  }
}

extension EventRow: ListedRow {
  static let titles = ["date", "event", "who → whom", "what became of it", "words", "key"]
  static let flexible = 2

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

extension StatementRow: ListedRow {
  static let titles = ["date", "who", "", "what", "key"]
  static let flexible = 3
  var cells: [String] { [day ?? "", speaker ?? "nobody named", stance.rawValue, content, key] }
}

extension FigureRow: ListedRow {
  static let titles = ["date", "value", "unit", "words", "sentence", "key"]
  static let flexible = 4
  var cells: [String] { [day ?? "", String(value), unit, text, sentence ?? "", key] }
}
