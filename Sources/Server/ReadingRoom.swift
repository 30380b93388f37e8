import Chancery
import NIOPosix
import Synchronization

/// Reads articles that are sent: as many at a time as there are workers, by a reader that is loaded when the first one comes.
final class ReadingRoom: Sendable {
  /// The longest that is taken, in bytes.
  static let mostBytes = 1 << 20
  /// How many articles may wait before others are told to come again.
  private static let mostWaiting = 16

  private let actors: [String]
  private let threads: NIOThreadPool
  private let waiting = Mutex(0)
  private let reader = Mutex<Reader?>(nil)

  init(actors: [String], workers: Int) {
    self.actors = actors
    threads = NIOThreadPool(numberOfThreads: workers)
    threads.start()
  }

  func close() async throws { try await threads.shutdownGracefully() }

  /// Reads an article.
  ///
  /// - Throws: `LanguageError` where there is no model, ``Problem`` where too many articles wait already.
  func read(_ article: Article) async throws -> Reading {
    let isFull = waiting.withLock { waiting in
      if waiting >= Self.mostWaiting { return true }
      waiting += 1
      return false
    }
    guard !isFull else { throw Problem(.busy, "too many articles wait already; send it again in some seconds") }
    defer { waiting.withLock { $0 -= 1 } }
    return try await threads.runIfActive { try self.loaded().read(article) }
  }

  /// The reader. Who comes while it is being loaded waits for it.
  private func loaded() throws -> Reader {
    try reader.withLock { reader in
      if let reader { return reader }
      let new = try Reader.load(actors: actors)
      reader = new
      return new
    }
  }
}
