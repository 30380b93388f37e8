import ArgumentParser
import Articles

/// What came of an article.
struct Outcome<Value: Sendable>: Sendable {
  /// What was made of it.
  var value: Value?
  /// What goes to standard error.
  var messages: [String] = []
  /// Why the article could not be read.
  var failure: Failure?
  /// Why there is no article in what holds many.
  var textless: ArticleProblem?
  /// Whether it is in a language that is not read.
  var isSetAside = false
}

/// Works on the articles of files, several at a time, in their order.
enum ArticleWork {
  /// Turns articles into text on standard output.
  ///
  /// Goes on after an article that fails; throws at the end where one did, with the exit code of the first.
  ///
  /// - Parameter render: Turns an article into text, with as many threads as it is given; `nil` leaves it out.
  /// - Returns: How many texts were written.
  @discardableResult static func run(
    _ articles: ArticleReader, workers: Int, separator: String = "",
    render: @escaping @Sendable (Article, _ workers: Int) throws -> String?
  ) throws -> Int {
    var count = 0
    let failure = try run(articles, workers: workers, work: render) { text in
      guard let text else { return }
      try Console.write((count == 0 ? "" : separator) + text)
      count += 1
    }
    if let failure { throw ExitCode(failure.code.rawValue) }
    return count
  }

  /// Makes something of each article and hands it on, in the order of the articles; the first failure, if there was one.
  ///
  /// Failures are reported, and the others worked on. Articles in other languages than English are set aside, which is no
  /// failure, and counted at the end.
  static func run<Value: Sendable>(
    _ articles: ArticleReader, workers: Int,
    work: @escaping @Sendable (Article, _ workers: Int) throws -> Value, emit: @escaping (Value) throws -> Void
  ) throws -> Failure? {
    var articles = articles
    let isSingle = articles.holdsOneArticle()
    var first: Failure?
    var setAside = 0
    var textless = TextlessPages()
    var count = 0
    try OrderedWork<ArticleItem, Outcome<Value>>.run(
      workers: isSingle ? 1 : workers,
      next: { articles.next() },
      work: { item in
        switch item {
        case .failure(let problem) where problem.kind == .textless: return Outcome(textless: problem)
        case .failure(let problem): return Outcome(failure: Failure(problem))
        case .article(let article, let warnings):
          var outcome = Outcome<Value>(messages: warnings.map { "warning: \($0)" })
          if let problem = article.problem(readingOnly: "en") {
            outcome.messages.append("set aside: \(problem)")
            outcome.isSetAside = true
            return outcome
          }
          do {
            outcome.value = try work(article, isSingle ? workers : 1)
          } catch {
            let failure = Failure(error)
            outcome.failure = Failure(failure.code, "\(article.id): \(failure)")
          }
          return outcome
        }
      },
      emit: { outcome in
        if let problem = outcome.textless, textless.take(problem) { return }
        count += 1
        for message in outcome.messages { Console.report(message) }
        if outcome.isSetAside { setAside += 1 }
        if let failure = outcome.failure {
          Console.report(failure.description)
          if first == nil { first = failure }
          return
        }
        if let value = outcome.value { try emit(value) }
      })
    if setAside > 0 {
      Console.report("\(setAside) \(setAside == 1 ? "article was" : "articles were") set aside, not being in English")
    }
    return textless.report(isAlone: count == 0) ?? first
  }
}
