import ArgumentParser
import Articles
import Chancery

/// `chancery articles`
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Prints the articles that are found in pages, feeds, tables and archives.",
    discussion: """
      Takes plain text, HTML, RSS and Atom, JSON Lines, CSV, WARC and PETRARCH's XML, also packed by gzip or zip, and \
      folders of them. What is printed as JSON Lines can be read by 'chancery read'. What cannot be taken in is reported \
      on standard error, and the rest is printed. Documentation/articles.md tells what is taken from where.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text }

  @Argument(help: ArgumentHelp("Files and folders of articles; '-' is standard input.", valueName: "path"))
  var paths: [String]

  @OptionGroup var input: FormatOptions

  @Option(help: "jsonl: an article a line. text: for people.")
  var format: Format = .jsonl

  @Option(
    help: ArgumentHelp("The date of publication (2018-01-05) of articles that bring none.", valueName: "date"))
  var published: CalendarDate?

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name a file or folder, or '-' for standard input.") }
  }

  func run() throws {
    let view = ReadingView(width: Console.width, colour: Console.hasColour)
    let line = "\n" + String(repeating: "─", count: view.width) + "\n\n"
    var isFirst = true
    var failure: Failure?
    var textless = TextlessPages()
    for item in ArticleReader(paths: paths, format: input.kind, published: published) {
      switch item {
      case .failure(let problem) where textless.take(problem): continue
      case .failure(let problem):
        Console.report(problem.description)
        failure = failure ?? Failure(problem)
      case .article(let article, let warnings):
        for warning in warnings { Console.report("warning: \(warning)") }
        switch format {
        case .jsonl: try Console.write(article.json.line + "\n")
        case .text: try Console.write((isFirst ? "" : line) + view.text(of: article))
        }
        isFirst = false
      }
    }
    failure = textless.report(isAlone: isFirst && failure == nil) ?? failure
    if let failure { throw ExitCode(failure.code.rawValue) }
  }
}
