import ArgumentParser
import Articles
import Language

/// `chancery parse`
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the words and dependency trees of articles as CoNLL-U.",
    discussion: """
      With --input conllu, the given sentences, words and comments stay as they are and the other columns are filled in.
      """)

  enum Input: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, html, feed, csv, warc, petrarch, conllu
  }

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("input"),
    help: "What the files hold. Without it, conllu for names that end so, else what their first bytes or names tell.")
  var kind: Input?

  func run() throws {
    let model: LanguageModel
    do { model = try LanguageModel.load(path: input.model, arithmetic: input.precision) } catch { throw Failure(error) }
    var first: ExitCode?
    // Runs of files of one kind are read together, so that those of one article each share the workers.
    var rest = input.files[...]
    while let path = rest.first {
      let isConllU = isConllU(path)
      let run = rest.prefix { self.isConllU($0) == isConllU }
      rest = rest.dropFirst(run.count)
      do {
        if isConllU {
          try parseWords(of: Array(run), with: model)
        } else {
          try parseArticles(of: Array(run), with: model)
        }
      } catch let code as ExitCode {
        if first == nil { first = code }
      }
    }
    if let first { throw first }
  }

  private func isConllU(_ path: String) -> Bool { kind.map { $0 == .conllu } ?? path.hasSuffix(".conllu") }

  private func parseArticles(of files: [String], with model: LanguageModel) throws {
    let articles = ArticleReader(paths: files, format: kind.flatMap { ArticleFormat(rawValue: $0.rawValue) })
    try ArticleWork.run(articles, workers: input.workerCount) { article, workers in
      let name = String(article.id.map { $0.isNewline ? " " : $0 })
      return "# newdoc id = \(name)\n" + ConllU.write(model.analyze(article, workers: workers))
    }
  }

  private func parseWords(of files: [String], with model: LanguageModel) throws {
    var first: ExitCode?
    for path in files {
      do {
        let given = try ConllU.read(try TextFile.contents(of: path, limit: Self.conllULimit))
        try Console.write(ConllU.write(model.analyze(given, workers: input.workerCount)))
      } catch let failure as Failure {
        throw failure
      } catch {
        let failure = Failure(error)
        let isPlaced = error is ArticleProblem
        Console.report(isPlaced ? failure.description : "\(path): \(failure)")
        if first == nil { first = ExitCode(failure.code.rawValue) }
      }
    }
    if let first { throw first }
  }

  /// The longest CoNLL-U file that is read: 64 MB.
  private static let conllULimit = 64_000_000
}
