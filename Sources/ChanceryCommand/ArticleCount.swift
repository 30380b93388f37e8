import Articles
import Foundation

/// How many articles files hold, without reading them.
enum ArticleCount {
  /// The number of articles; `nil` where it cannot be told beforehand.
  static func articles(in files: [String], _ kind: ArticleFormat?) -> Int? {
    var count = 0
    for path in files {
      guard !SourceQueue.isAddress(path) else { return nil }
      if kind == .text || kind == nil && path.hasSuffix(".txt") {
        count += 1
      } else if kind == .jsonl || kind == nil && (path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson")), path != "-",
        let lines = lines(in: path)
      {
        count += lines
      } else {
        return nil
      }
    }
    return count
  }

  private static func lines(in path: String) -> Int? {
    guard let file = FileHandle(forReadingAtPath: path) else { return 0 }
    defer { try? file.close() }
    var count = 0
    var isOpen = false
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      piece.withUnsafeBytes { bytes in
        count += bytes.count { $0 == 0x0A }
        isOpen = bytes.last != 0x0A
      }
    }
    return count + (isOpen ? 1 : 0)
  }
}
