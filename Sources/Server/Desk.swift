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
  private let threads: NIOThreadPool
  private let waiting = Mutex(0)
  private let standing = Mutex<StandingAnalyses?>(nil)
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
  /// - Throws: `ArchiveError` where the archive cannot be opened, `ActorsError` where a dictionary cannot be read.
  public init(path: String, actors: [String] = [], threads count: Int) throws {
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
    return try await threads.runIfActive { try work(self) }
  }

  /// What the overview shows of the whole archive. It is reckoned once for each state of the archive; who comes meanwhile waits.
  func analyses() throws -> StandingAnalyses {
    try standing.withLock { known in
      let version = try store.version()
      if let known, known.version == version { return known }
      let new = try StandingAnalyses(of: store, version: version)
      known = new
      return new
    }
  }

  /// A tag that is another once the archive has changed, in another run of the desk, and on another day: "still to come" and
  /// "overdue" depend on it.
  func version() throws -> String {
    let today = Date().formatted(.iso8601.year().month().day().dateSeparator(.omitted))
    return "\(String(run, radix: 36)).\(try store.version()).\(today)"
  }
}
