import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery schedule`
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Lists what is planned and still to come.")

  @Option(help: ArgumentHelp("Who acts; may be given again.", valueName: "who"))
  var actor: [String] = []
  @Option(help: ArgumentHelp("The day from which on; else that of the last article.", valueName: "date"))
  var asOf: CalendarDay?
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names(actor)
      var filter = options.filter(names)
      filter.actors = try names.parties(actor)
      let schedule = try Schedule(
        in: options.archive.open(), asOf: asOf ?? options.days.since.flatMap(CalendarDay.init), until: options.until,
        filter: filter)
      try options.print(schedule.table)
    } catch { throw Failure(error) }
  }
}
