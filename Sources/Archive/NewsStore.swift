import Foundation
internal import GRDB

/// An archive: one SQLite file with all readings, their events, statements and figures, and what comes of them together.
///
/// Any number of threads may ask at once, and other programs may read while one writes.
public final class NewsStore: Sendable {
  /// What one may do with an opened archive.
  public enum Access: Sendable, Hashable {
    /// Ask only; the file has to be there.
    case read
    /// Ask only, so many questions at once, as long as a server runs.
    case serve(connections: Int)
    /// Ask and write; a file that is not there is made.
    case write
  }

  /// The file.
  public let path: String
  let database: any DatabaseReader
  private let writer: DatabasePool?
  /// What is asked for the version: always the same connection.
  private let versions: any DatabaseWriter

  /// Opens an archive.
  ///
  /// - Parameter patience: The seconds that are waited while another program writes.
  /// - Throws: ``ArchiveError`` where the file is missing, of another program, of a later version, damaged, held by another
  ///   program or may not be read or written.
  public init(path: String, access: Access, patience: Double = 10) throws {
    self.path = path
    do {
      try Self.check(path, access)
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.prepareDatabase { [memory = Memory(access)] db in
        try db.execute(sql: "PRAGMA cache_size = -\(memory.cache >> 10)")
        try db.execute(sql: "PRAGMA mmap_size = \(memory.mapped)")
        // The journal is moved into the file every 40 MB, not every 4: most pages change again before.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 10000")
      }
      switch access {
      case .write:
        let pool = try DatabasePool(path: path, configuration: configuration)
        try Self.checkOwner(pool, path)
        try Schema.migrator.migrate(pool)
        writer = pool
        database = pool
        versions = pool
      case .read:
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Self.checkOwner(queue, path)
        writer = nil
        database = queue
        versions = queue
      case .serve(let connections):
        configuration.readonly = true
        configuration.maximumReaderCount = connections
        let pool = try DatabasePool(path: path, configuration: configuration)
        try Self.checkOwner(pool, path)
        writer = nil
        database = pool
        versions = pool
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// How much memory a connection may take, in bytes.
  private struct Memory {
    var cache = 64 << 20
    var mapped = 1 << 30

    /// Of a server's many connections each has less, and maps nothing: the system keeps the file's pages for all.
    init(_ access: Access) {
      if case .serve = access {
        cache = 16 << 20
        mapped = 0
      }
    }
  }

  /// Looks at the file itself: SQLite would make a missing one, and names no reason for most others.
  private static func check(_ path: String, _ access: Access) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      guard access == .write else {
        throw ArchiveError(.missing, path: path, "there is no such archive; 'chancery ingest' makes one")
      }
      return
    }
    guard !isFolder.boolValue else { throw ArchiveError(.foreign, path: path, "this is a folder; name a file") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw ArchiveError(.access, path: path, "the file cannot be read; check its rights")
    }
    defer { try? file.close() }
    let head = try file.read(upToCount: 16) ?? Data()
    guard head.isEmpty || head == Data("SQLite format 3\0".utf8) else {
      throw ArchiveError(.foreign, path: path, ArchiveError.noDatabase)
    }
    if head.isEmpty, access != .write { throw ArchiveError(.foreign, path: path, "this file is empty") }
  }

  /// Whose the database is, and of which version.
  private static func checkOwner(_ database: any DatabaseReader, _ path: String) throws {
    try database.read { db in
      let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard owner == Schema.application || owner == 0 && tables == 0 else {
        throw ArchiveError(.foreign, path: path, "this SQLite file belongs to another program; give another file")
      }
      if try Schema.migrator.hasBeenSuperseded(db) {
        throw ArchiveError(
          .newer, path: path, "a later version of Chancery has written this archive; read it with that one")
      }
      if database.configuration.readonly, try !Schema.migrator.hasCompletedMigrations(db) {
        throw ArchiveError(
          .foreign, path: path,
          "an earlier version of Chancery has written this archive; 'chancery ingest' brings it up")
      }
    }
  }

  /// Asks, with errors in the user's words.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try withoutActuallyEscaping(body) { try database.read(Self.limited($0)) }
    } catch { throw ArchiveError(error, path: path) }
  }

  /// A number that is another after each change of the archive, whoever made it; it holds for this ``NewsStore`` alone.
  ///
  /// Some microseconds. A question that is asked after it sees that version or a later one.
  public func version() throws -> Int {
    do {
      return try versions.writeWithoutTransaction { db in
        // The first counts what other connections commit, the second what this one changes.
        try (Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0) + db.totalChangesCount
      }
    } catch { throw ArchiveError(error, path: path) }
  }

  /// Writes, all of it or nothing, with errors in the user's words.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer else {
      throw ArchiveError(.access, path: path, "the archive was opened for reading only")
    }
    do { return try writer.write(body) } catch { throw ArchiveError(error, path: path) }
  }

  /// Moves what stands in the journal beside the file into it.
  public func settle() throws {
    guard let writer else { return }
    do { _ = try writer.writeWithoutTransaction { try $0.checkpoint(.truncate) } } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

extension NewsStore {
  /// Runs SQL as it is.
  func execute(_ sql: String) throws { try write { try $0.execute(sql: sql) } }

  /// The number that SQL gives.
  func int(_ sql: String) throws -> Int? { try read { try Int.fetchOne($0, sql: sql) } }
}
