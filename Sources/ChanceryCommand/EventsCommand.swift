import Archive
import ArgumentParser
import Chancery

/// `chancery events`
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Lists the events of an archive: by who, whom, what, when, where, who says so and what became of it.",
    discussion: """
      In the order of their days; a day in brackets is the article's, where that of the act is not known. Questions are \
      joined by 'and', one that is given again by 'or'. A state's name or code means all who act for it.
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var question: EventOptions
  @Option(help: "table: for people. jsonl: an object a line. csv: with a head line.")
  var format: RowFormat = .table

  func run() throws {
    do {
      let store = try archive.open()
      try RowList(format, range: question.range).print(
        try question.query(), all: store.forEachEvent, some: store.events)
    } catch { throw Failure(error) }
  }
}

/// `chancery statements`
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Lists the statements of an archive: who says what, about whom, when.")

  @OptionGroup var archive: ArchiveOptions
  @Option(help: ArgumentHelp("Who speaks: a name, a code or an id; may be given again.", valueName: "who"))
  var saidBy: [String] = []
  @Option(help: ArgumentHelp("Whom it speaks of; may be given again.", valueName: "who"))
  var about: [String] = []
  @Option(help: "assert, deny, question, demand or promise; may be given again.")
  var stance: [Statement.Stance] = []
  @OptionGroup var range: RangeOptions
  @OptionGroup var dictionaries: DictionaryOptions
  @Option(help: "table: for people. jsonl: an object a line. csv: with a head line.")
  var format: RowFormat = .table

  func run() throws {
    do {
      let store = try archive.open()
      let names = try NameResolver(saidBy + about, adding: dictionaries.actors)
      var query = StatementQuery()
      query.saidBy = names.speakers(saidBy)
      query.about = try names.parties(about)
      query.stances = stance
      range.bound(&query)
      try RowList(format, range: range).print(query, all: store.forEachStatement, some: store.statements)
    } catch { throw Failure(error) }
  }
}

/// `chancery figures`
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Lists the figures of an archive: money, shares and counts.")

  @OptionGroup var archive: ArchiveOptions
  @Option(help: ArgumentHelp("A unit: USD, percent, people, rockets; may be given again.", valueName: "unit"))
  var unit: [String] = []
  @OptionGroup var range: RangeOptions
  @Option(help: "table: for people. jsonl: an object a line. csv: with a head line.")
  var format: RowFormat = .table

  func run() throws {
    do {
      let store = try archive.open()
      var query = FigureQuery()
      query.units = unit
      range.bound(&query)
      try RowList(format, range: range).print(query, all: store.forEachFigure, some: store.figures)
    } catch { throw Failure(error) }
  }
}
