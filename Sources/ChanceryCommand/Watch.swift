import Archive
import ArgumentParser
import Articles
import Chancery
import Events
import Feeds
import Foundation

/// `chancery watch`
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Asks feeds again and again for what is new, and takes it into an archive, until it is stopped.",
    discussion: """
      A feed is asked whether it has changed (ETag, Last-Modified), every quarter of an hour without --every; one that fails, \
      ever more rarely, and as its server wishes (Retry-After). The archive keeps by what to ask, so that nothing is fetched \
      anew after a restart. One is asked at a time. Ctrl-C or SIGTERM ends it when what \
      came is written.
      """)

  @Argument(help: ArgumentHelp("Addresses of feeds, or files that hold one a line.", valueName: "feed"))
  var feeds: [String]

  @Option(
    help: ArgumentHelp("The archive: a SQLite file, which is made where it is missing.", valueName: "file"))
  var archive: String

  @OptionGroup var kind: FormatOptions

  @Option(help: ArgumentHelp("How many minutes lie between two questions for a feed.", valueName: "minutes"))
  var every = 15.0

  @Flag(help: "Ask every feed once, and end.")
  var once = false

  @Flag(help: "Leave the articles' texts out of the archive: no sentences are shown, no words found.")
  var noText = false

  @OptionGroup var engine: EngineOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    guard !feeds.isEmpty else { throw ValidationError("Name a feed: https://example.org/news.xml") }
    guard every >= 1, every <= 10_080 else { throw ValidationError("--every takes minutes, from 1 to 10080.") }
  }

  func run() throws {
    do {
      let addresses = try Self.addresses(feeds)
      let store = try NewsStore(path: archive, access: .write)
      let reader = try Reader.load(model: engine.model, arithmetic: engine.precision, actors: dictionaries.actors)
      DictionaryOptions.report(reader.actorWarnings)
      try watch(addresses, store, reader)
    } catch { throw Failure(error) }
  }

  private func watch(_ addresses: [String], _ store: NewsStore, _ reader: Reader) throws {
    let stop = StopSignal()
    let marks = try store.feedMarks()
    var schedule = FeedSchedule(
      addresses, validators: marks.mapValues { Validator(tag: $0.tag, modified: $0.modified) }, interval: every * 60,
      now: Self.now)
    var asked: Set<Int> = []
    while !stop.isRaised, let next = schedule.next(), !(once && asked.contains(next.index)) {
      guard stop.wait(until: next.at, now: { Self.now }) else { break }
      asked.insert(next.index)
      let feed = schedule.feeds[next.index]
      do {
        guard let fetched = try FetchedArticles.fetcher.fetch(feed.url, since: feed.validator) else {
          schedule.answered(next.index, validator: nil, now: Self.now)
          continue
        }
        let name = "Chancery \(ChanceryCommand.configuration.version), both"
        let run = try IngestRun(
          store, reader: reader, name: name, keepsText: !noText, rereads: false, workers: engine.workerCount)
        var items = FetchedArticles.items(of: fetched, from: feed.url, kind.kind, nil)[...]
        try run.take({ items.popFirst() }, total: nil)
        try run.finish(sources: [feed.url])
        try store.setFeedMarks(
          .init(tag: fetched.validator.tag, modified: fetched.validator.modified), of: feed.url)
        schedule.answered(next.index, validator: fetched.validator, now: Self.now)
        try Console.write(
          "\(feed.url): \(run.counts.added) added, \(run.counts.replaced) replaced, \(run.counts.failed) failed\n")
      } catch let error as FetchError {
        schedule.failed(next.index, retryAfter: error.retryAfter, now: Self.now)
        let wait = Int((schedule.feeds[next.index].due - Self.now) / 60)
        Console.report(error.description + (once ? "" : "; asked again in \(wait) minutes"))
      }
    }
  }

  private static var now: Double { Date().timeIntervalSinceReferenceDate }

  /// The addresses that were given, and those of files.
  private static func addresses(_ feeds: [String]) throws -> [String] {
    var addresses: [String] = []
    for feed in feeds {
      guard !SourceQueue.isAddress(feed) else {
        addresses.append(feed)
        continue
      }
      let lines = try TextFile.contents(of: feed, limit: 1_000_000).split(whereSeparator: \.isNewline)
      for line in lines.map({ $0.trimmingCharacters(in: .whitespaces) }) where !line.isEmpty && !line.hasPrefix("#") {
        guard SourceQueue.isAddress(line) else {
          throw Failure(.data, "\(feed): '\(line.prefix(60))' is no address of the web")
        }
        addresses.append(line)
      }
    }
    return addresses.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// Whether the user or the system has asked the command to end.
final class StopSignal: @unchecked Sendable {
  // Unchecked: `raised` is used with `state` locked.
  private let state = NSCondition()
  private var raised = false
  private var sources: [any DispatchSourceSignal] = []

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in self?.raise() }
      source.resume()
      sources.append(source)
    }
  }

  var isRaised: Bool { state.withLock { raised } }

  private func raise() {
    state.withLock {
      raised = true
      state.broadcast()
    }
  }

  /// Waits until a time, or until the signal; whether the time came.
  func wait(until time: Double, now: () -> Double) -> Bool {
    state.withLock {
      while !raised, now() < time { _ = state.wait(until: Date().addingTimeInterval(min(60, time - now()))) }
      return !raised
    }
  }
}
