import Actors
import ArgumentParser

/// `chancery actors check`
struct ActorsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for what cannot be, or lacks, in dictionaries of actors.",
    discussion: """
      Without files, the facts that came with Chancery. Errors: a name of two records, dates that cannot be, two holders of \
      an office at a time, holders before there was the office, unknown states and sectors, lines that cannot be read. \
      Warnings: times in which nobody held an office, lines that say nothing. Each tells file, line and the mend. The exit \
      code is 65 where there are errors.
      """)

  @Argument(help: ArgumentHelp("Files of facts, or actor and agent files of PETRARCH.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Errors alone.")
  var errorsOnly = false

  func run() throws {
    let result: (dictionary: ActorDictionary, broken: [FactsFinding])
    do { result = try load() } catch { throw Failure(error) }
    let wanted = files.isEmpty ? nil : Set(files)
    let findings = (result.broken + FactsCheck.findings(in: result.dictionary, files: wanted))
    let errors = findings.filter { $0.severity == .error }
    let told = errorsOnly ? errors : findings
    try Console.write(told.map { $0.description + "\n" }.joined())
    try Console.write(
      "\(Self.counted(errors.count, "error")), \(Self.counted(findings.count - errors.count, "warning"))\n")
    if !errors.isEmpty { throw ExitCode(Failure.Code.data.rawValue) }
  }

  /// The dictionary with all files that can be read, and what is wrong with the others.
  private func load() throws -> (ActorDictionary, [FactsFinding]) {
    guard !files.isEmpty else {
      do { return (try ActorDictionary.load(), []) } catch let error as ActorsError where error.code != .missing {
        return (try ActorDictionary(facts: []), [FactsFinding(error)])
      }
    }
    var dictionary = try ActorDictionary.load()
    var broken: [FactsFinding] = []
    for file in files {
      let contents = try FactsFile(path: file)
      do { dictionary = try dictionary.adding([contents]) } catch let error as ActorsError {
        broken.append(FactsFinding(error))
      }
    }
    return (dictionary, broken)
  }

  private static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
