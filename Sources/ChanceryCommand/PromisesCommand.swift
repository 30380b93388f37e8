import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery promises`
struct PromisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises",
    abstract: "Lists what an actor promised or announced, when it was due, and what became of it.",
    discussion: """
      What an actor says it will do for others, promises, offers or signs; visits and talks stand in 'chancery contacts'. Done, under way, \
      overdue, called off, denied, nothing reported, or open where the day is still to come, by what later articles tell.
      """)

  @Argument(help: "Who promised: a name, a code or an id.")
  var actor: String
  @Option(help: ArgumentHelp("To whom alone.", valueName: "who"))
  var to: String?
  @Option(help: ArgumentHelp("The day up to which things are known; else that of the last article.", valueName: "date"))
  var asOf: CalendarDay?
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names([actor] + [to].compactMap(\.self))
      let parties = try names.parties([actor] + [to].compactMap(\.self))
      let ledger = try PromiseLedger(
        of: parties[0], to: parties.dropFirst().first, in: options.archive.open(), since: options.since,
        until: options.until,
        asOf: asOf, filter: options.filter(names))
      try options.print(ledger.table)
    } catch { throw Failure(error) }
  }
}
