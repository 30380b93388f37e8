import ArgumentParser
import Articles

/// What came of an article.
struct Outcome: Sendable {
  /// What goes to standard output; `nil` where nothing does.
  var text: String?
  /// What goes to standard error.
  var messages: [String] = []
  /// Why the article could not be read.
  var failure: Failure?
}

/// Turns the articles of files into text on standard output, several at a time, in their order.
enum ArticleWork {
  /// Goes on after an article that fails; throws at the end where one did, with the exit code of the first.
  ///
  /// - Parameter render: Turns an article into text, with as many threads as it is given; `nil` leaves it out.
  /// - Returns: How many texts were written.
  @discardableResult static func run(
    _ readers: [ArticleReader], isSingle: Bool, workers: Int, separator: String = "",
    render: @escaping @Sendable (Article, _ workers: Int) throws -> String?
  ) throws -> Int {
    var queue = ArticleQueue(readers)
    var first: Failure?
    var count = 0
    try OrderedWork<ArticleItem, Outcome>.run(
      workers: isSingle ? 1 : workers,
      next: { queue.next() },
      work: { item in
        switch item {
        case .failure(let problem): return Outcome(failure: Failure(problem))
        case .article(let article, let warnings):
          var outcome = Outcome(messages: warnings.map { "warning: \($0)" })
          do {
            outcome.text = try render(article, isSingle ? workers : 1)
          } catch {
            let failure = Failure(error)
            outcome.failure = Failure(failure.code, "\(article.id): \(failure)")
          }
          return outcome
        }
      },
      emit: { outcome in
        for message in outcome.messages { Console.report(message) }
        if let failure = outcome.failure {
          Console.report(failure.description)
          if first == nil { first = failure }
          return
        }
        guard let text = outcome.text else { return }
        try Console.write((count == 0 ? "" : separator) + text)
        count += 1
      })
    if let first { throw ExitCode(first.code.rawValue) }
    return count
  }
}
