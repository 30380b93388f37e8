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
      var query = try question.query()
      if format == .csv { try Console.write(EventRow.csvHeader + "\r\n") }
      guard format == .table else {
        return try store.forEachEvent(query) { row in
          try Console.write(format == .csv ? row.csv + "\r\n" : row.json.line + "\n")
        }
      }
      query.limit = query.limit.map { $0 + 1 }
      let rows = try store.events(query)
      var table = RowTable(EventRow.titles, flexible: 2)
      for row in rows.prefix(question.range.shown(rows.count)) { table.add(row.cells) }
      try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
      try question.range.tellRest(rows.map(\.key))
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
      query.since = range.since?.description
      query.until = range.until?.description
      query.text = range.text
      query.article = range.article
      query.after = range.after
      query.limit = range.limit == 0 ? nil : range.limit
      if format == .csv { try Console.write(StatementRow.csvHeader + "\r\n") }
      guard format == .table else {
        return try store.forEachStatement(query) { row in
          try Console.write(format == .csv ? row.csv + "\r\n" : row.json.line + "\n")
        }
      }
      query.limit = query.limit.map { $0 + 1 }
      let rows = try store.statements(query)
      var table = RowTable(["date", "who", "", "what", "key"], flexible: 3)
      for row in rows.prefix(range.shown(rows.count)) {
        table.add([row.day ?? "", row.speaker ?? "nobody named", row.stance.rawValue, row.content, row.key])
      }
      try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
      try range.tellRest(rows.map(\.key))
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
      query.since = range.since?.description
      query.until = range.until?.description
      query.text = range.text
      query.article = range.article
      query.after = range.after
      query.limit = range.limit == 0 ? nil : range.limit
      if format == .csv { try Console.write(FigureRow.csvHeader + "\r\n") }
      guard format == .table else {
        return try store.forEachFigure(query) { row in
          try Console.write(format == .csv ? row.csv + "\r\n" : row.json.line + "\n")
        }
      }
      query.limit = query.limit.map { $0 + 1 }
      let rows = try store.figures(query)
      var table = RowTable(["date", "value", "unit", "words", "sentence", "key"], flexible: 4)
      for row in rows.prefix(range.shown(rows.count)) {
        table.add([row.day ?? "", String(row.value), row.unit, row.text, row.sentence ?? "", row.key])
      }
      try Console.write(table.isEmpty ? "none\n" : table.text(width: Console.width))
      try range.tellRest(rows.map(\.key))
    } catch { throw Failure(error) }
  }
}

extension RangeOptions {
  /// How many of the rows found are shown: one more than asked for is looked for, to know whether there are more.
  func shown(_ found: Int) -> Int { limit == 0 ? found : min(found, limit) }

  /// Tells on standard error how to see the rest.
  func tellRest(_ keys: [String]) throws {
    guard limit > 0, keys.count > limit else { return }
    Console.report("there are more; go on with --after '\(keys[limit - 1])', or take --limit 0 for all")
  }
}
