/// The articles of a table whose first row names its columns.
final class CSVSource: ArticleSource {
  /// What a column holds.
  enum Field: Int, CaseIterable { case id, text, title, published, publisher, byline, url, language }

  private let name: String
  private let stem: String
  private let published: CalendarDate?
  private var reader: CSVReader
  private var columns: [Field: Int] = [:]
  private var hasHeader = false
  private var hasEnded = false
  private var hasWarned = false
  private var rows = 0

  init(_ source: any ByteSource, stem: String, intake: Intake) throws(ArticleProblem) {
    let buffered = BufferedSource(source)
    if try buffered.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { _ = try buffered.take(3) }
    let head = try buffered.peek(1 << 12)
    reader = CSVReader(buffered, separator: Self.separator(of: head), limit: ArticleLimits.lineBytes)
    name = source.name
    self.stem = stem
    published = intake.published
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    guard !hasEnded else { return nil }
    do throws(ArticleProblem) {
      if !hasHeader { try readHeader() }
    } catch {
      hasEnded = true
      throw error
    }
    guard let row = try reader.next() else {
      hasEnded = true
      if rows == 0 { throw ArticleProblem(.empty, source: name, "the table has no rows; give an article a row") }
      return nil
    }
    rows += 1
    guard case .cells(let cells) = row else {
      throw ArticleProblem(
        .size, source: name, line: reader.line,
        "the row has more than the \(ArticleLimits.lineBytes) bytes that are read; see whether a quote is left open")
    }
    return try article(of: cells)
  }

  private func readHeader() throws(ArticleProblem) {
    hasHeader = true
    guard case .cells(let cells)? = try reader.next() else {
      throw ArticleProblem(.empty, source: name, "the table is empty; name its columns in the first row")
    }
    columns = Self.columns(named: cells)
    guard columns[.text] != nil else {
      throw ArticleProblem(
        .record, source: name, line: 1,
        "no column is named \"text\"; name the columns in the first row: id, text, title, published, publisher, byline, url, language"
      )
    }
  }

  private func article(of cells: [[UInt8]]) throws(ArticleProblem) -> ArticleStep {
    var warnings: [ArticleProblem] = []
    func cell(_ field: Field) throws(ArticleProblem) -> String? {
      guard let index = columns[field], index < cells.count else { return nil }
      let decoded = try TextDecoding.sniffed(cells[index][...], source: name, line: reader.line)
      if let warning = decoded.warning, !hasWarned {
        hasWarned = true
        warnings.append(warning)
      }
      return decoded.text.allSatisfy(\.isWhitespace) ? nil : decoded.text
    }
    guard let text = try cell(.text) else {
      throw ArticleProblem(.empty, source: name, line: reader.line, "the row has no text; give the text of an article")
    }
    guard text.utf8.count <= ArticleLimits.textBytes else {
      throw ArticleProblem(
        .size, source: name, line: reader.line,
        "the text has \(text.utf8.count) bytes, more than the \(ArticleLimits.textBytes) that are read")
    }
    var date: CalendarDate?
    if let written = try cell(.published) {
      date = CalendarDate(written) ?? WrittenDate.date(written)
      if date == nil {
        warnings.append(
          ArticleProblem(
            .date, source: name, line: reader.line,
            "the date \"\(written.prefix(40))\" cannot be read; write 2018-01-05. The article is read without it"))
      }
    }
    let article = Article(
      id: try cell(.id)?.collapsed ?? "\(stem)-\(rows)", text: text, title: try cell(.title)?.collapsed,
      published: date ?? published, publisher: try cell(.publisher)?.collapsed, byline: try cell(.byline)?.collapsed,
      url: try cell(.url)?.collapsed, language: try cell(.language)?.collapsed)
    return .article(article, warnings: warnings)
  }

  /// Whether a text begins with a row that names the columns of articles.
  static func isTable(_ head: ArraySlice<UInt8>) -> Bool {
    let head = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    guard let end = head.firstIndex(of: 0x0A), end - head.startIndex < 2000 else { return false }
    let separator = separator(of: head)
    var reader = CSVReader(
      BufferedSource(MemorySource(Array(head[...end]), name: "")), separator: separator, limit: 4096)
    guard let row = try? reader.next(), case .cells(let cells) = row, cells.count > 1 else { return false }
    let columns = columns(named: cells)
    return columns[.text] != nil && columns.count > 1 && cells.allSatisfy { $0.count <= 40 }
  }

  private static func columns(named cells: [[UInt8]]) -> [Field: Int] {
    var columns: [Field: (index: Int, rank: Int)] = [:]
    for (index, cell) in cells.enumerated() {
      let name = String(decoding: cell, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
      for field in Field.allCases {
        guard let rank = names[field.rawValue].firstIndex(of: name) else { continue }
        if rank < columns[field]?.rank ?? .max { columns[field] = (index, rank) }
      }
    }
    return columns.mapValues(\.index)
  }

  /// The separator that the first line has most of.
  private static func separator(of head: ArraySlice<UInt8>) -> UInt8 {
    let line = head.prefix { $0 != 0x0A }
    var best: (separator: UInt8, count: Int) = (0x2C, line.count { $0 == 0x2C })
    for separator in [UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let count = line.count { $0 == separator }
      if count > best.count { best = (separator, count) }
    }
    return best.separator
  }

  /// Names of columns, by field, the plainest first; letters and digits alone, in small letters.
  private static let names: [[String]] = [
    ["id", "articleid", "docid", "documentid", "storyid", "newsid", "guid", "uuid", "uid", "key"],
    [
      "text", "body", "content", "fulltext", "articletext", "articlebody", "maintext", "bodytext", "plaintext",
      "article",
      "story",
    ],
    ["title", "headline", "articletitle", "head"],
    [
      "published", "date", "publisheddate", "datepublished", "publicationdate", "publishdate", "pubdate",
      "publishedat", "publishedon", "datepublish", "articledate", "datetime", "timestamp",
    ],
    [
      "publisher", "source", "sourcename", "outlet", "publication", "newspaper", "media", "site", "sourcedomain",
      "domain",
    ],
    ["byline", "author", "authors", "creator", "by"],
    ["url", "link", "uri", "permalink", "sourceurl", "articleurl", "weblink"],
    ["language", "lang", "languagecode"],
  ]
}
