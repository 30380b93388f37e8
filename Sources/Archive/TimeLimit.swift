internal import GRDB
internal import GRDBSQLite

extension NewsStore {
  /// When questions that are put by now have to be answered.
  @TaskLocal private static var end: ContinuousClock.Instant?

  /// Puts questions that may take some time together; what takes longer is broken off.
  ///
  /// - Throws: ``ArchiveError`` with ``ArchiveError/Code/tooLong`` where it was, else what `work` throws.
  public static func limited<Value>(to time: Duration, _ work: () throws -> Value) throws -> Value {
    try $end.withValue(.now + time, operation: work)
  }

  /// Asks; SQLite looks every some thousand steps whether the time is over.
  static func limited<Value>(
    _ body: @escaping (Database) throws -> Value
  ) throws -> (Database) throws -> Value {
    guard let end else { return body }
    guard .now < end else { throw ArchiveError.tooLong }
    return { db in
      let limit = TimeLimit(end: end)
      let connection = db.sqliteConnection
      sqlite3_progress_handler(
        connection, 10_000, { TimeLimit.isOver($0) ? 1 : 0 }, Unmanaged.passUnretained(limit).toOpaque())
      defer { sqlite3_progress_handler(connection, 0, nil, nil) }
      return try withExtendedLifetime(limit) { try body(db) }
    }
  }
}

/// What SQLite is given to look at.
private final class TimeLimit {
  private let end: ContinuousClock.Instant

  init(end: ContinuousClock.Instant) { self.end = end }

  static func isOver(_ limit: UnsafeMutableRawPointer?) -> Bool {
    limit.map { Unmanaged<TimeLimit>.fromOpaque($0).takeUnretainedValue().end < .now } ?? false
  }
}
