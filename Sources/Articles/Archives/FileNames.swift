/// What files' names tell in folders and archives, where nobody named each of them.
enum FileNames {
  /// Whether a file may hold articles, and is no picture, script or the like.
  static func mayHoldArticles(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return !name.hasPrefix(".") }
    return !others.contains(name[name.index(after: dot)...].lowercased())
  }

  /// Whether a folder holds the pictures and scripts of a page that a browser saved beside it.
  static func belongsToPage(_ folder: String, among names: Set<String>) -> Bool {
    guard folder.hasSuffix("_files") else { return false }
    let stem = folder.dropLast(6)
    return names.contains("\(stem).html") || names.contains("\(stem).htm")
  }

  private static let others: Set<String> = [
    "css", "js", "mjs", "map", "json", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "tif", "tiff",
    "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "webm", "ogg", "wav", "avi", "mov", "pdf", "doc", "docx",
    "xls", "xlsx", "ppt", "pptx", "db", "sqlite", "exe", "so", "dll", "bin", "pyc", "swp",
  ]
}
