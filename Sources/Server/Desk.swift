public import Archive
public import Chancery
import Foundation
import NIOPosix
import Synchronization

/// What all answers are made from: the archive, the dictionary of actors, a reader of articles, and the threads that ask them.
///
/// Questions block while SQLite works; they run on threads of their own, so that no connection waits for another's question.
public final class Desk: Sendable {
  /// The archive.
  public let store: NewsStore
  /// Who is known by which name.
  public let dictionary: ActorDictionary
  /// Reads articles on the spot.
  let readingRoom: ReadingRoom
  /// Pages that were made before.
  let keptAnswers = KeptAnswers()
  /// So long an answer is waited for before its beginning is sent alone.
  let patience: Duration
  /// How long a question may ask the archive.
  private let limit: Duration
  private let threads: NIOThreadPool
  private let waiting = Mutex(0)
  private let standing = Mutex(Standing())
  /// Parts the versions of one run from those of another.
  private let run = UInt64.random(in: .min ... .max)

  /// How many questions may wait for a thread before others are told to come again.
  private static let mostWaiting = 512

  /// A desk over an archive.
  ///
  /// - Parameters:
  ///   - path: The archive's file.
  ///   - actors: Dictionaries of one's own, as for `ActorDictionary.load(adding:)`.
  ///   - threads: How many questions are answered at once, and how many articles read.
  ///   - patience: So long a page is waited for before its beginning is sent alone, and the rest as it is worked out.
  ///   - limit: How long a question may ask the archive; then it is broken off.
  /// - Throws: `ArchiveError` where the archive cannot be opened, `ActorsError` where a dictionary cannot be read.
  public init(
    path: String, actors: [String] = [], threads count: Int, patience: Duration = .milliseconds(100),
    limit: Duration = .seconds(30)
  ) throws {
    self.patience = patience
    self.limit = limit
    store = try NewsStore(path: path, access: .serve(connections: count))
    dictionary = try ActorDictionary.load(adding: actors)
    readingRoom = ReadingRoom(actors: actors, workers: count)
    threads = NIOThreadPool(numberOfThreads: count)
    threads.start()
  }

  /// Lets the threads go. A desk that has been closed answers nothing more.
  public func close() async throws {
    try await threads.shutdownGracefully()
    try await readingRoom.close()
  }

  /// Works something out on a thread that may wait.
  ///
  /// - Throws: What `work` throws; ``Problem`` where too many questions wait already.
  func ask<Value: Sendable>(_ work: @escaping @Sendable (Desk) throws -> Value) async throws -> Value {
    let isFull = waiting.withLock { waiting in
      if waiting >= Self.mostWaiting { return true }
      waiting += 1
      return false
    }
    guard !isFull else { throw Problem(.busy, "too many questions wait already; ask again in some seconds") }
    defer { waiting.withLock { $0 -= 1 } }
    return try await threads.runIfActive { try NewsStore.limited(to: self.limit) { try work(self) } }
  }

  /// What is known of the whole archive, and whether it is being worked out anew.
  private struct Standing {
    var known: StandingAnalyses?
    var isReckoning = false
  }

  /// Up to so many events the whole archive is gone through while somebody waits.
  private static let waitedFor = 20_000

  /// What the overview shows of the whole archive: reckoned once for each state of it. For a large one that is done beside, and meanwhile
  /// the last there was is given.
  func analyses() throws -> (known: StandingAnalyses?, isCurrent: Bool) {
    let version = try store.version()
    let known = standing.withLock { $0.known }
    if let known, known.version == version { return (known, true) }
    if try !store.hasEvents(moreThan: Self.waitedFor) {
      let new = try StandingAnalyses(of: store, version: version)
      standing.withLock { $0.known = new }
      return (new, true)
    }
    let isReckoning = standing.withLock { standing in
      defer { standing.isReckoning = true }
      return standing.isReckoning
    }
    if !isReckoning {
      // A thread of its own: it would keep others from asking, and nobody waits for it when the desk closes.
      Thread.detachNewThread { [self] in
        let new = try? StandingAnalyses(of: store, version: version)
        standing.withLock { standing in
          standing.isReckoning = false
          if let new { standing.known = new }
        }
      }
    }
    return (known, false)
  }

  /// A tag that is another once the archive has changed, in another run of the desk, and on another day: "still to come" and
  /// "overdue" depend on it.
  func version() throws -> String {
    let today = Date().formatted(.iso8601.year().month().day().dateSeparator(.omitted))
    return "\(String(run, radix: 36)).\(try store.version()).\(today)"
  }
}
