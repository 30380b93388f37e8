public import Analysis
import Archive
public import ArgumentParser
import Chancery

extension Interval: ExpressibleByArgument {}

/// How an analysis is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl, csv, md
}

/// What all analyses take: an archive, days, which acts, and how the outcome is printed.
struct AnalysisOptions: ParsableArguments {
  @OptionGroup var archive: ArchiveOptions
  @Option(help: "table: for people. jsonl: an object a line. csv: with a head line. md: a table of Markdown.")
  var format: TableFormat = .table
  @OptionGroup var days: DayOptions
  @OptionGroup var acts: ActOptions
  @Option(help: ArgumentHelp("Words that the article holds, as for 'chancery search'.", valueName: "words"))
  var text: String?
  @OptionGroup var dictionaries: DictionaryOptions

  var since: String? { days.since?.description }
  var until: String? { days.until?.description }

  /// Resolves the names of a question; codes and ids are taken as they are.
  func names(_ names: [String]) throws -> NameResolver {
    try NameResolver(names + acts.saidBy, adding: dictionaries.actors)
  }

  /// What has to hold of the events.
  func filter(_ names: NameResolver) -> EventQuery {
    var filter = acts.query(names)
    filter.text = text
    return filter
  }

  /// Prints a table in the form that was asked for.
  ///
  /// - Parameter view: What people are shown; where there is none, the table's columns laid out.
  func print(_ table: Table, view: (() -> String)? = nil) throws {
    switch format {
    case .jsonl: for row in table.rows { try Console.write(table.json(row).line + "\n") }
    case .csv: try Console.write(table.csv)
    case .md: try Console.write(table.markdown)
    case .table: try Console.write(view?() ?? Self.laidOut(table))
    }
  }

  /// A table's columns for people: without lists of ids, and without columns that are empty.
  static func laidOut(_ table: Table) -> String {
    let shown = table.columns.indices.filter { column in
      table.rows.contains { row in
        switch row[column] {
        case .none, .list: false
        default: true
        }
      }
    }
    guard !table.rows.isEmpty else { return "\(table.title): none\n" }
    let longest = shown.max { a, b in Self.width(table, a) < Self.width(table, b) } ?? 0
    var rows = RowTable(shown.map { table.columns[$0].title }, flexible: shown.firstIndex(of: longest) ?? 0)
    for row in table.rows { rows.add(shown.map { row[$0].text }) }
    return table.title + "\n\n" + rows.text(width: Console.width)
  }

  private static func width(_ table: Table, _ column: Int) -> Int {
    table.rows.map { $0[column].text.count }.max() ?? 0
  }
}
