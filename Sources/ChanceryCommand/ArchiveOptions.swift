import Archive
import ArgumentParser

/// Which archive.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive: a SQLite file that 'chancery ingest' made.", valueName: "file"))
  var archive: String

  /// The archive, opened for questions.
  func open() throws -> NewsStore {
    do { return try NewsStore(path: archive, access: .read) } catch { throw Failure(error) }
  }
}
