import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes all that the analyses tell of two actors as a document with notes to the articles.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case md, html }

  @Argument(help: "One of the two: a name, a code or an id.")
  var first: String
  @Argument(help: "The other.")
  var second: String
  @Option(help: "Stretches of time: week, month, quarter or year.")
  var by: Interval = .month
  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @Option(help: "md: Markdown with footnotes. html: a page with charts that needs nothing else.")
  var format: Format = .md

  func run() throws {
    do {
      let names = try NameResolver([first, second], adding: dictionaries.actors)
      let parties = try names.parties([first, second])
      let report = try Report(
        of: parties[0], and: parties[1], in: archive.open(), by: by, since: days.since?.description,
        until: days.until?.description)
      try Console.write(format == .html ? report.html : report.markdown)
    } catch { throw Failure(error) }
  }
}
