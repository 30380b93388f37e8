import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery contacts`
struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts",
    abstract: "Draws up the ledger of visits, calls, meetings and letters between two actors.",
    discussion: """
      Each contact stands there once, with what became of it: held, planned, postponed, refused, called off, denied, or nothing reported \
      where its day went by and no article tells of it.
      """)

  @Argument(help: "One of the two: a name, a code or an id.")
  var first: String
  @Argument(help: "The other.")
  var second: String
  @Option(help: ArgumentHelp("The day up to which things are known; else that of the last article.", valueName: "date"))
  var asOf: CalendarDay?
  @Flag(help: "How many there are by year, form and outcome.")
  var counts = false
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names([first, second])
      let parties = try names.parties([first, second])
      let ledger = try ContactLedger(
        of: parties[0], and: parties[1], in: options.archive.open(), since: options.since, until: options.until,
        asOf: asOf,
        filter: options.filter(names))
      try options.print(counts ? ledger.counts : ledger.table) {
        var text = AnalysisOptions.laidOut(counts ? ledger.counts : ledger.table)
        if let silence = ledger.longestSilence {
          let days = silence.to.number - silence.from.number
          text += "\nThe longest silence: \(days) days, from \(silence.from) to \(silence.to).\n"
        }
        return text
      }
    } catch { throw Failure(error) }
  }
}
