/// Articles that are plain text files.
enum PlainText {
  /// The article that a file holds. Its text is all of the file, character by character, less a byte order mark.
  static func article(path: String, published: CalendarDate?) throws(ArticleProblem) -> Article {
    let text = try TextFile.contents(of: path, limit: ArticleLimits.textBytes)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw ArticleProblem(
        .empty, source: path == "-" ? "standard input" : path, "this is empty; give the text of an article")
    }
    return Article(id: identifier(of: path), text: text, title: title(of: text), published: published)
  }

  /// A file's name without folder and extension; `stdin` for standard input.
  static func identifier(of path: String) -> String {
    guard path != "-" else { return "stdin" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The first line, where it looks like a headline: at most 150 characters long, not ended as a sentence is, and parted
  /// from what follows by a blank line.
  static func title(of text: String) -> String? {
    let lines = text.split(maxSplits: 2, omittingEmptySubsequences: false) { $0.isNewline }
    guard lines.count == 3, lines[1].allSatisfy(\.isWhitespace), lines[2].contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    let first = lines[0].trimmed
    guard let last = first.last, first.count <= 150, !".,:;…".contains(last), first.contains(where: \.isLetter) else {
      return nil
    }
    return String(first)
  }
}

extension Substring {
  /// Without white space at either end.
  var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
