/// Whole files of text.
public enum TextFile {
  /// The text of a file, or of standard input for `-`: UTF-8, or UTF-16 that says so by a byte order mark, which is left
  /// out. All other characters stay, line ends included.
  ///
  /// - Parameter limit: The most bytes of UTF-8 that are taken in.
  /// - Throws: ``ArticleProblem`` where the file is missing, unreadable, too long, or no text.
  public static func contents(of path: String, limit: Int) throws(ArticleProblem) -> String {
    let input = try ByteInput(path: path)
    let most = 2 * limit + 2  // as UTF-16
    var bytes: [UInt8] = []
    while bytes.count <= most {
      guard try input.read(1 << 16, into: &bytes) else { break }
    }
    let isWhole = bytes.count <= most
    if isWhole || bytes.prefix(most).contains(0) {
      let text = try TextDecoding.text(of: bytes.prefix(most), source: input.name)
      if isWhole, text.utf8.count <= limit { return text }
    }
    throw ArticleProblem(
      .size, source: input.name, "the text has more than the \(limit) bytes that are read; divide it")
  }
}
