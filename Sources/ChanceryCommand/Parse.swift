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

  enum Input: String, ExpressibleByArgument, CaseIterable { case text, jsonl, conllu }

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("input"),
    help: "What the files hold. Without it, what their names tell: .jsonl and .conllu, else text.")
  var kind: Input?

  func run() throws {
    let model: LanguageModel
    do { model = try LanguageModel.load(path: input.model, arithmetic: input.precision) } catch { throw Failure(error) }
    var first: ExitCode?
    // Runs of files of one kind are read together, so that those of one article each share the workers.
    var rest = input.files[...]
    while let path = rest.first {
      let kind = kind(of: path)
      let run = rest.prefix { self.kind(of: $0) == kind }
      rest = rest.dropFirst(run.count)
      do {
        switch kind {
        case .conllu: try parseWords(of: Array(run), with: model)
        case .text: try parseArticles(of: Array(run), format: .text, with: model)
        case .jsonl: try parseArticles(of: Array(run), format: .jsonl, with: model)
        }
      } catch let code as ExitCode {
        if first == nil { first = code }
      }
    }
    if let first { throw first }
  }

  private func kind(of path: String) -> Input {
    if let kind { return kind }
    if path.hasSuffix(".conllu") { return .conllu }
    return ArticleFormat(ofFile: path) == .jsonl ? .jsonl : .text
  }

  private func parseArticles(of files: [String], format: ArticleFormat, with model: LanguageModel) throws {
    try ArticleWork.run(
      files.map { ArticleReader(path: $0, format: format) }, isSingle: format == .text && files.count == 1,
      workers: input.workerCount
    ) { article, workers in
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
