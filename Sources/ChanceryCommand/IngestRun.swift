import Actors
import Archive
import Articles
import Chancery
import Foundation

/// Takes articles into an archive: several are read at once, and written in their order, some together.
final class IngestRun: @unchecked Sendable {
  // Unchecked: `work` uses what is immutable and the store, which is Sendable; everything else is used by `emit` and the
  // caller, never at the same time.

  /// What becomes of the articles.
  struct Counts {
    var added = 0
    var replaced = 0
    var unchanged = 0
    var failed = 0
    /// In a language that is not read.
    var setAside = 0
    /// Pages and entries of feeds without an article, which are not counted among the articles.
    var textless = 0
    var events = 0
    var statements = 0

    var done: Int { added + replaced + unchanged + failed + setAside }
    var read: Int { added + replaced }
  }

  /// What came of reading an item.
  private enum Outcome: Sendable {
    case known(id: String, digest: [UInt8])
    case read(Entry, warnings: [String])
    case failed(ArticleProblem)
    case setAside(ArticleProblem)
  }

  private let store: NewsStore
  private let reader: Reader
  private let name: String
  private let keepsText: Bool
  private let rereads: Bool
  private let workers: Int
  private let run: Int
  private let bar = ProgressBar()

  private(set) var counts = Counts()
  private var textless = TextlessPages()
  private(set) var first: Failure?
  private var batch: [Entry] = []
  /// Entries of articles that were read again.
  private var again: [Entry] = []
  private var failures: [NewsStore.Failed] = []
  private var flushed = ContinuousClock.now
  /// The articles that came in this run: hashes of their ids and of their digests, since there may be millions.
  private var seen: [Int: Int] = [:]

  /// - Parameters:
  ///   - name: What the archive calls the reader, so that another can be told.
  ///   - workers: How many articles are read at once.
  init(_ store: NewsStore, reader: Reader, name: String, keepsText: Bool, rereads: Bool, workers: Int) throws {
    self.store = store
    self.reader = reader
    self.name = name
    self.keepsText = keepsText
    self.rereads = rereads
    self.workers = workers
    run = try store.nextRun()
  }

  /// Takes in all articles of some sources.
  ///
  /// - Parameters:
  ///   - next: The next article; `nil` at the end. Never called by two threads at once.
  ///   - total: How many there are, where that is known.
  func take(_ next: @escaping () -> ArticleItem?, total: Int?) throws {
    try OrderedWork<ArticleItem, Outcome>.run(
      workers: workers, next: next, work: { [self] in work($0) },
      emit: { [self] outcome in
        try emit(outcome)
        bar.show(
          "reading", done: counts.done, fresh: counts.read, of: total,
          note: counts.failed > 0 ? "\(counts.failed) failed" : "")
      })
    try flush()
    bar.clear()
  }

  /// Forgets failures that sources no longer have, reads again what others tell more of, and reckons happenings.
  func finish(sources: [String]) throws {
    if counts.done == 0, let problem = textless.first {
      fail(problem)
      try flush()
    }
    try store.forgetFailures(of: sources, before: run)
    try acquaint()
    let bar = ProgressBar()
    try store.reckonHappenings { bar.show("happenings", done: $0.compared, fresh: $0.compared, of: $0.all) }
    bar.clear()
    try store.settle()
  }

  /// Reads again the articles that name people whom others introduce.
  private func acquaint() throws {
    let articles = try store.unacquainted()
    var rest = articles[...]
    var done = 0
    try OrderedWork<NewsStore.Unacquainted, Result<Entry?, any Error>>.run(
      workers: workers, next: { rest.popFirst() },
      work: { [self] one in
        Result {
          guard let article = try store.article(id: one.id) else { return nil }
          return entry(of: article, knowing: one.people)
        }
      },
      emit: { [self] result in
        done += 1
        bar.show("people", done: done, fresh: done, of: articles.count)
        if let entry = try result.get() { again.append(entry) }
        if again.count >= 64 || done == articles.count {
          try store.add(again, isAnew: true)
          again = []
        }
      })
    bar.clear()
  }

  private func entry(of article: Article, knowing people: Acquaintances = .none) -> Entry {
    let reading = reader.read(article, knowing: people)
    return Entry(
      reading, unknown: reader.unknownNames(in: reading, knowing: people), reader: name, keepsText: keepsText)
  }

  private func work(_ item: ArticleItem) -> Outcome {
    switch item {
    case .failure(let problem): return .failed(problem)
    case .article(let article, let warnings):
      if let problem = article.problem(readingOnly: "en") { return .setAside(problem) }
      let digest = Entry.digest(of: article)
      if let known = try? store.known(id: article.id), known.digest == digest, !rereads || known.reader == name {
        return .known(id: article.id, digest: digest)
      }
      return .read(entry(of: article), warnings: warnings.map { "warning: \($0)" })
    }
  }

  private func emit(_ outcome: Outcome) throws {
    switch outcome {
    case .failed(let problem):
      if textless.take(problem) { counts.textless += 1 } else { fail(problem) }
    case .setAside(let problem):
      counts.setAside += 1
      report("set aside: \(problem)")
    case .known(let id, let digest):
      if isNew(id, digest) { counts.unchanged += 1 }
    case .read(let entry, let warnings):
      for warning in warnings { report(warning) }
      guard isNew(entry.article.id, entry.digest) else { return }
      batch.append(entry)
      counts.events += entry.events.count
      counts.statements += entry.statements.count
    }
    if batch.count + failures.count >= 64 || ContinuousClock.now - flushed >= .seconds(2) { try flush() }
  }

  /// Whether an article may be taken in: of several with one id in a run the first is, others are failures unless they
  /// are the same.
  private func isNew(_ id: String, _ digest: [UInt8]) -> Bool {
    guard let earlier = seen[id.hashValue] else {
      seen[id.hashValue] = digest.hashValue
      return true
    }
    guard earlier != digest.hashValue else {
      counts.unchanged += 1
      return false
    }
    fail(
      ArticleProblem(
        .record, source: id, "another article of this run has the same id and another text; give each an id of its own")
    )
    return false
  }

  private func fail(_ problem: ArticleProblem) {
    counts.failed += 1
    let failure = Failure(problem)
    if first == nil { first = failure }
    report(failure.description)
    failures.append(.init(source: problem.source, line: problem.line, reason: problem.message))
  }

  private func flush() throws {
    defer { flushed = .now }
    if !batch.isEmpty {
      for change in try store.add(batch) {
        switch change {
        case .added: counts.added += 1
        case .replaced: counts.replaced += 1
        case .unchanged: counts.unchanged += 1
        }
      }
      batch = []
    }
    if !failures.isEmpty {
      try store.addFailures(failures, run: run)
      failures = []
    }
  }

  private func report(_ message: String) {
    bar.clear()
    Console.report(message)
  }
}
