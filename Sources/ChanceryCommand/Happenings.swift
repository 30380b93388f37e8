import Archive
import ArgumentParser
import Chancery

/// `chancery happenings`
struct Happenings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what happened by an archive, each act once, with how many report it.",
    discussion: """
      Reports of the same act come together as a happening: within an article, and between articles of one story. 'sources' \
      counts copies of one text, and all that one publisher brings, once. 'chancery happening ID' shows why.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

  @OptionGroup var archive: ArchiveOptions
  @Option(help: "table: for people. jsonl: a happening a line with all its reports. csv: a line each.")
  var format: Format = .table
  @Option(help: ArgumentHelp("In how many articles it has to be reported.", valueName: "n"))
  var articles = 1
  @Option(help: ArgumentHelp("By how many independent sources.", valueName: "n"))
  var sources = 1

  func run() throws {
    do {
      let store = try archive.open()
      var query = HappeningQuery()
      query.leastArticles = articles
      query.leastSources = sources
      for row in try store.happenings(query) {
        try Console.write(row.json(reports: store.reports(of: row.id)).line + "\n")
      }
    } catch { throw Failure(error) }
  }
}
