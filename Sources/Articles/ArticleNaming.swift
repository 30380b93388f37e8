/// What articles are called that bring no name of their own: texts, pages and rows of tables.
public enum ArticleNaming: Sendable, Hashable {
  /// By the file's name without folder, `.gz` and extension; `stdin` for standard input.
  case file
  /// By the place where they were found, which tells them from all others: a page by its address where that is known,
  /// anything else by the file's path, as it was given and with the folders and archives that it lies in.
  case place

  /// The name of a file.
  func name(ofFile path: String) -> String {
    switch self {
    case .file: Self.stem(of: path.split(separator: "/").last.map(String.init) ?? path)
    case .place:
      Self.stem(
        of: (path.hasPrefix("/") ? "/" : "")
          + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/"))
    }
  }

  private static func stem(of path: String) -> String {
    guard path != "-" else { return "stdin" }
    var path = path[...]
    if path.lowercased().hasSuffix(".gz"), path.dropLast(3).last.map({ $0 != "/" }) == true { path = path.dropLast(3) }
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    guard let dot = path[start...].lastIndex(of: "."), dot != start else { return String(path) }
    return String(path[..<dot])
  }
}
