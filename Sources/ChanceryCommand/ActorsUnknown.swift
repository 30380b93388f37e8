import Archive
import ArgumentParser
import Articles
import Chancery

/// `chancery actors unknown`
struct ActorsUnknown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unknown",
    abstract:
      "Lists the persons and organisations of articles that the dictionary does not know, the frequent ones first.",
    discussion: """
      'reads as' is what Chancery makes of a name from the text alone. Names that matter can be added in a file of one's \
      own, which 'chancery read --actors' takes.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv }

  @Argument(help: ArgumentHelp("Files of articles; '-' is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("An archive, in place of files.", valueName: "file"))
  var archive: String?

  @OptionGroup var engine: EngineOptions

  @OptionGroup var kind: FormatOptions

  @Option(help: "table: for people. csv: with a whole sentence as example.")
  var format: Format = .table

  @Option(help: ArgumentHelp("How many names are listed; 0 for all.", valueName: "n"))
  var top = 50

  @Option(help: ArgumentHelp("In how many articles a name has to stand.", valueName: "n"))
  var least = 1

  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    guard files.isEmpty != (archive == nil) else {
      throw ValidationError("Name files to read, '-' for standard input, or --archive.")
    }
    guard top >= 0 else { throw ValidationError("--top takes a number from 0 on.") }
    guard least >= 1 else { throw ValidationError("--least takes a number from 1 on.") }
  }

  func run() throws {
    var tally = NameTally()
    let failure = try count(into: &tally)
    let all = tally.rows(least: least)
    let rows = top == 0 ? all : Array(all.prefix(top))
    switch format {
    case .csv: try Console.write(([NameTally.csvHeader] + rows.map(\.csv)).map { $0 + "\r\n" }.joined())
    case .table:
      let view = NameTallyView(width: Console.width, colour: Console.hasColour)
      try Console.write(view.text(of: rows, of: all.count))
    }
    if let failure { throw ExitCode(failure.code.rawValue) }
  }

  /// Counts the names of the archive or the files; the first failure, if there was one.
  private func count(into tally: inout NameTally) throws -> Failure? {
    var counted = NameTally()
    defer { tally = counted }
    let reader: Reader
    do {
      if let archive {
        try NewsStore(path: archive, access: .read).forEachUnknownName { counted.add($0) }
        return nil
      }
      reader = try Reader.load(model: engine.model, arithmetic: engine.precision, actors: dictionaries.actors)
    } catch { throw Failure(error) }
    DictionaryOptions.report(reader.actorWarnings)
    let articles = ArticleReader(paths: files, format: kind.kind)
    return try ArticleWork.run(articles, workers: engine.workerCount) { article, workers in
      reader.unknownNames(article, workers: workers)
    } emit: {
      counted.add($0)
    }
  }
}
