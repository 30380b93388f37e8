/// The articles of JSON Lines.
final class JSONLinesSource: ArticleSource {
  private let lines: LineInput
  private let name: String
  private let published: CalendarDate?
  private var isEmpty = true
  private var hasEnded = false

  init(_ source: any ByteSource, intake: Intake) {
    lines = LineInput(source, limit: ArticleLimits.lineBytes)
    name = source.name
    published = intake.published
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    while !hasEnded, let line = try nextLine() {
      switch line {
      case .tooLong(let length):
        isEmpty = false
        throw ArticleProblem(
          .size, source: name, line: lines.count,
          "the line has \(length) bytes, more than the \(ArticleLimits.lineBytes) that are read")
      case .bytes(let bytes) where bytes.allSatisfy(ArticleRecord.isSpace): continue
      case .bytes(let bytes):
        isEmpty = false
        return try ArticleRecord.step(from: bytes, source: name, line: lines.count, published: published)
      }
    }
    let isNews = isEmpty && !hasEnded
    hasEnded = true
    if isNews {
      throw ArticleProblem(.empty, source: name, "this is empty; give an article a line, as JSON")
    }
    return nil
  }

  private func nextLine() throws(ArticleProblem) -> LineInput.Line? {
    do throws(ArticleProblem) { return try lines.next() } catch {
      hasEnded = true
      throw error
    }
  }
}
