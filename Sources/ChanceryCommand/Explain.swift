import ArgumentParser
import Articles
import Chancery
import Events

/// `chancery explain`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how events came about: words, parse, rule, event head, parties, reality, who vouches for it.",
    discussion: """
      Without --event, all events in a line or two each. Take the same --coding, --rules and --published as for \
      'chancery read': its events bear the same ids. Documentation/explain.md goes through an example.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "The event to explain: e3, or ARTICLE/e3 where the files hold several articles.", valueName: "id"))
  var event: String?

  @OptionGroup var kind: FormatOptions

  @Option(
    help: ArgumentHelp("The date of publication (2018-01-05) of articles that bring none.", valueName: "date"))
  var published: CalendarDate?

  @Option(help: "Who says which words are which event: the rules alone, the learned event head alone, or both.")
  var coding: Coding = .both

  @OptionGroup var rules: RulesOptions

  func run() throws {
    let rules = try rules.files()
    let reader: Reader
    do {
      reader = try Reader.load(model: input.model, arithmetic: input.precision, coding: coding, rules: rules)
    } catch { throw Failure(error) }
    let articles = ArticleReader(paths: input.files, format: kind.kind, published: published)
    let view = ReadingView(width: Console.width, colour: Console.hasColour)
    let (article, event) = wanted
    let count = try ArticleWork.run(
      articles, workers: input.workerCount, separator: "\n"
    ) { found, workers in
      if let article, found.id != article { return nil }
      let reading = reader.read(found, workers: workers)
      let explanations = reader.explanations(of: reading)
      guard let event else { return view.overview(of: explanations, in: reading) }
      guard let explanation = explanations.first(where: { $0.event.id == event }) else {
        throw Failure(.data, Self.missing(event, among: reading.events.map(\.id)))
      }
      return view.text(of: explanation, in: reading)
    }
    if count == 0, let article {
      throw Failure(.data, "no article is called '\(article)'; look at the ids in the files")
    }
  }

  /// The article and the event that `--event` names.
  private var wanted: (article: String?, event: String?) {
    guard let event, let slash = event.lastIndex(of: "/") else { return (nil, event) }
    return (String(event[..<slash]), String(event[event.index(after: slash)...]))
  }

  private static func missing(_ event: String, among ids: [String]) -> String {
    guard let first = ids.first, let last = ids.last else { return "there is no event '\(event)'; none was found" }
    return "there is no event '\(event)'; there are \(first) to \(last)"
  }
}
