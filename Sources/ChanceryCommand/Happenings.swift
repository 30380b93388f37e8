import Archive
import ArgumentParser
import Chancery

/// `chancery happenings`
struct Happenings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what happened by an archive, each act once, with how many articles report it.",
    discussion: """
      What tells the same act comes together as a happening: within an article, and between articles of one story. Each \
      article is one report; 'sources' counts copies of one text, and all that one publisher brings, once. 'chancery happening ID' shows why.
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var question: EventOptions
  @Option(help: "table: for people. jsonl: a happening a line with all its reports. csv: a line each.")
  var format: RowFormat = .table
  @Option(help: ArgumentHelp("How many articles have to report it.", valueName: "n"))
  var reports = 1
  @Option(help: ArgumentHelp("By how many independent sources.", valueName: "n"))
  var sources = 1

  func run() throws {
    do {
      let store = try archive.open()
      var query = HappeningQuery()
      query.report = try question.query()
      query.report.limit = nil
      query.leastReports = reports
      query.leastSources = sources
      query.limit = question.range.limit == 0 ? nil : question.range.limit
      let rows = try store.happenings(query)
      switch format {
      case .jsonl:
        for row in rows {
          try Console.write(
            row.json(mentions: store.mentions(of: row.id), reports: store.reports(of: row.id)).line + "\n")
        }
      case .csv:
        try Console.write(HappeningRow.csvHeader + "\r\n")
        for row in rows { try Console.write(row.csv + "\r\n") }
      case .table:
        var table = RowTable(
          ["date", "event", "who → whom", "reports", "sources", "claimed", "denied", "words", "id"],
          flexible: 2)
        for row in rows {
          let cells = try store.reports(of: row.id).first?.cells ?? []
          guard cells.count == EventRow.titles.count else { continue }
          let counts = [row.reports, row.sources, row.claimed, row.denied].map(String.init)
          table.add([row.day ?? "", cells[1], cells[2]] + counts + [cells[4], row.id])
        }
        try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
      }
    } catch { throw Failure(error) }
  }
}
