public import ArgumentParser
import Articles
import Chancery
public import Events

/// `chancery read`
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads articles: their cast, the events with who vouches for them, the statements.",
    discussion: """
      A text file is one article; its name without extension is the article's id, and a first line followed by a blank \
      one its title. A file of JSON Lines holds an article a line: {"id", "text", "title", "published", "publisher", \
      "byline", "url", "language"}, all but id and text optional. Pages, feeds, tables, web archives and folders are \
      taken in as 'chancery articles' prints them. Readings come in the order of the articles. An article that cannot be \
      read is reported on standard error, and the others are read; those in other languages than English are set aside.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, jsonl, plover, csv }

  @OptionGroup var input: InputOptions

  @OptionGroup var kind: FormatOptions

  @Option(
    help: """
      text: for people. json: an indented object an article. jsonl: an article a line. plover: PLOVER records, an event a \
      line. csv: a table of events.
      """)
  var format: Format = .text

  @Option(
    help: ArgumentHelp("The date of publication (2018-01-05) of articles that bring none.", valueName: "date"))
  var published: CalendarDate?

  @Option(help: "Who says which words are which event: the rules alone, the learned event head alone, or both.")
  var coding: Coding = .both

  @OptionGroup var rules: RulesOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func run() throws {
    let reader: Reader
    let rules = try rules.files()
    do {
      reader = try Reader.load(
        model: input.model, arithmetic: input.precision, coding: coding, rules: rules, actors: dictionaries.actors)
    } catch { throw Failure(error) }
    DictionaryOptions.report(reader.actorWarnings)
    let articles = ArticleReader(paths: input.files, format: kind.kind, published: published)
    let view = ReadingView(width: Console.width, colour: Console.hasColour)
    let format = format
    if format == .csv { try Console.write(Reading.csvHeader + "\r\n") }
    try ArticleWork.run(
      articles, workers: input.workerCount,
      separator: format == .text ? "\n" + String(repeating: "─", count: view.width) + "\n\n" : ""
    ) { article, workers in
      let reading = reader.read(article, workers: workers)
      return switch format {
      case .text: view.text(of: reading)
      case .json: reading.json.text + "\n"
      case .jsonl: reading.json.line + "\n"
      case .plover: reading.ploverRecords.map { $0.line + "\n" }.joined()
      case .csv: reading.csvRows.map { $0 + "\r\n" }.joined()
      }
    }
  }
}

extension Coding: ExpressibleByArgument {}
