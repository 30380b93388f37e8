/// Articles that are plain text files.
enum PlainText {
  /// The article that bytes hold. Its text is all of them, character by character, less a byte order mark.
  static func article(_ source: any ByteSource, id: String, intake: Intake) throws(ArticleProblem) -> ArticleStep {
    let most = 2 * ArticleLimits.textBytes + 2  // as UTF-16
    let bytes = try source.all(upTo: most)
    let isWhole = bytes.count <= most
    guard isWhole || bytes.contains(0) else { throw tooLong(source.name) }
    let (text, warning) = try TextDecoding.sniffed(bytes[...], source: source.name)
    guard isWhole, text.utf8.count <= ArticleLimits.textBytes else { throw tooLong(source.name) }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw ArticleProblem(.empty, source: source.name, "this is empty; give the text of an article")
    }
    let article = Article(
      id: intake.names.unique(id), text: text, title: title(of: text), published: intake.published)
    return .article(article, warnings: warning.map { [$0] } ?? [])
  }

  private static func tooLong(_ name: String) -> ArticleProblem {
    ArticleProblem(
      .size, source: name, "the text has more than the \(ArticleLimits.textBytes) bytes that are read; divide it")
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
