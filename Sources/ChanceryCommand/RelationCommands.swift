import Analysis
import Archive
import ArgumentParser
import Chancery

/// `chancery audiences`
struct AudiencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audiences",
    abstract: "Sets side by side what an actor says on a subject to each of its audiences.",
    discussion: """
      What contradicts stands first: support to one audience, denial or criticism to another, in words that are alike. An audience is \
      whom the text names as told; else the country where it was said; else the press.
      """)

  @Argument(help: "Who speaks: a name, a code or an id.")
  var speaker: String
  @Option(help: ArgumentHelp("Of whom.", valueName: "who"))
  var about: String
  @Flag(help: "The contradictions alone.")
  var contradictions = false
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names([speaker, about])
      let parties = try names.parties([speaker, about])
      let result = try Audiences(
        of: parties[0], about: parties[1], in: options.archive.open(), since: options.since, until: options.until,
        text: options.text)
      try options.print(contradictions ? result.contradictionTable : result.table) { Self.view(result, contradictions) }
    } catch { throw Failure(error) }
  }

  private static func view(_ result: Audiences, _ isShort: Bool) -> String {
    func line(_ saying: Audiences.Saying) -> String {
      let row = saying.statement
      let to = row.addressee.map { " to \($0)" } ?? row.venue.map { " in \($0)" } ?? ""
      let head =
        "  \(row.day ?? "          ")  \(saying.leaning.rawValue.padded(10))\(row.speaker ?? "somebody")\(to): "
      return head + "“" + row.content.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”  \(row.key)\n"
    }
    var out = ""
    if !result.contradictions.isEmpty { out += "What does not go together\n\n" }
    for pair in result.contradictions.prefix(isShort ? .max : 10) {
      out +=
        "  \(pair.first.audience.name) and \(pair.second.audience.name), alike by \(Table.Cell.measure(pair.likeness).text)\n"
      out += "  " + line(pair.first) + "  " + line(pair.second) + "\n"
    }
    if isShort { return out.isEmpty ? "none\n" : out }
    var last: String?
    for saying in result.sayings {
      if saying.audience.name != last {
        last = saying.audience.name
        out += (out.isEmpty ? "" : "\n") + "To \(saying.audience.name)\n\n"
      }
      out += line(saying)
    }
    return out.isEmpty ? "none\n" : out
  }
}

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

/// `chancery network`
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Counts who acts on whom, as a table or as a graph.",
    discussion: "Happenings are counted that an article vouches for itself.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv, md, graphml }

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("How many happenings a pair has to have.", valueName: "n"))
  var least = 1
  @Option(help: "table: for people. jsonl, csv, md: a row a pair. graphml: for Gephi, igraph, NetworkX.")
  var format: Format = .table

  func run() throws {
    do {
      let network = try Network(
        in: archive.open(), since: days.since?.description, until: days.until?.description, least: least)
      switch format {
      case .graphml: try Console.write(network.graphML)
      case .table: try Console.write(AnalysisOptions.laidOut(network.table))
      case .jsonl: try Console.write(network.table.jsonLines)
      case .csv: try Console.write(network.table.csv)
      case .md: try Console.write(network.table.markdown)
      }
    } catch { throw Failure(error) }
  }
}

/// `chancery turns`
struct TurnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turns",
    abstract: "Finds when the relation of two actors changed, and the happenings that made it.",
    discussion: "Optimal partitioning of the series of mean scores; Documentation/analysis.md explains it.")

  @Argument(help: "One of the two: a name, a code or an id.")
  var first: String
  @Argument(help: "The other.")
  var second: String
  @Option(help: "Stretches of time: week, month, quarter or year.")
  var by: Interval = .month
  @OptionGroup var options: AnalysisOptions

  func run() throws {
    do {
      let names = try options.names([first, second])
      let parties = try names.parties([first, second])
      let series = try DyadSeries(
        of: parties[0], and: parties[1], in: options.archive.open(), by: by, since: options.since, until: options.until,
        filter: options.filter(names))
      try options.print(TurningPoints(series).table)
    } catch { throw Failure(error) }
  }
}
