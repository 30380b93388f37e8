import ArgumentParser
import Foundation

/// `chancery`: reads news and keeps the record.
@main
struct ChanceryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chancery",
    abstract: "Reads news and keeps the record: who did what to whom, and who says so.",
    discussion: """
      Try 'chancery read Examples/summit.txt'.

      Exit codes follow sysexits: 0 all was read, 64 wrong usage, 65 an article could not be read, 66 a file is missing, \
      69 there is no model or the address is taken, 70 a part of Chancery is damaged, 74 the output or archive could not be written, 75 another program holds the archive.
      """,
    version: "0.1.0",
    subcommands: [
      Read.self, Explain.self, Parse.self, ArticlesCommand.self, ActorsCommand.self, Rules.self, Ingest.self,
      Watch.self,
      EventsCommand.self, StatementsCommand.self, FiguresCommand.self, SearchCommand.self, Happenings.self,
      HappeningCommand.self, DyadCommand.self, WordsAndDeedsCommand.self, ContactsCommand.self, PromisesCommand.self,
      ScheduleCommand.self, AudiencesCommand.self, NetworkCommand.self, TurnsCommand.self, ReportCommand.self,
      ExportCommand.self, Serve.self, Candidates.self, Tellings.self,
    ])

  static func main() async {
    // Whoever started the command may have had it ignored; a reader that has gone away ends the command quietly.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Console.report(failure.description)
      exit(withError: ExitCode(failure.code.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
