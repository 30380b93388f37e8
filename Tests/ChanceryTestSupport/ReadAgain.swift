import Archive
import Chancery

extension NewsStore {
  /// Reads articles again with what others tell of the people that they name, as `chancery ingest` does.
  func readAgain(by reader: Reader) throws {
    let entries = try unacquainted().compactMap { one in
      try article(id: one.id).map { Entry(reader.read($0, knowing: one.people)) }
    }
    try add(entries, isAnew: true)
  }
}
