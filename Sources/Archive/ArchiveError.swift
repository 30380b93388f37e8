internal import GRDB

/// Why an archive cannot be opened, read or written.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Code: Sendable, Hashable {
    /// No such file.
    case missing
    /// A file that is no SQLite database, or one of another program.
    case foreign
    /// An archive that a later version of Chancery has written.
    case newer
    /// A damaged file.
    case corrupt
    /// Another program holds the file.
    case locked
    /// No space is left.
    case full
    /// A file or folder that cannot be read or written.
    case access
    /// A question that cannot be answered as it was put.
    case query
    /// A question that took longer than it may.
    case tooLong
    /// Anything else that SQLite reports.
    case failure
  }

  /// What kind of trouble it is.
  public let code: Code
  /// The archive's file.
  public let path: String
  /// What is wrong and what to do about it.
  public let message: String

  /// Trouble with a file.
  public init(_ code: Code, path: String, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }

  /// `file: what is wrong; what to do`.
  public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

extension ArchiveError {
  /// What SQLite reports, in the user's words.
  init(_ error: any Error, path: String) {
    if let error = error as? ArchiveError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.failure, path: path, "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self.init(.foreign, path: path, Self.noDatabase)
    case .SQLITE_CORRUPT:
      self.init(
        .corrupt, path: path,
        "the archive is damaged; what can be saved: sqlite3 OLD \".recover\" | sqlite3 NEW, then ingest again into NEW")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.locked, path: path, "another program is writing to the archive; try again when it is done")
    case .SQLITE_INTERRUPT: self = .tooLong
    case .SQLITE_FULL:
      self.init(
        .full, path: path,
        "there is no space left on the disk; what was written before is kept: make room, then run the same command again"
      )
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.access, path: path, "the archive cannot be written; check the rights of the file and its folder")
    case .SQLITE_CANTOPEN:
      self.init(.access, path: path, "the archive cannot be opened; check that its folder exists and may be written")
    case .SQLITE_IOERR:
      self.init(
        .access, path: path, "the disk reports an error (\(error.message ?? "I/O")); check the disk and its space")
    default: self.init(.failure, path: path, "SQLite reports: \(error.message ?? "error \(error.resultCode.rawValue)")")
    }
  }

  static let tooLong = ArchiveError(
    .tooLong, path: "", "the question took too long and was broken off; ask for fewer days or actors, or for fewer rows"
  )

  static let noDatabase = "this is no archive of Chancery; give another file, or one that does not exist yet"
}
