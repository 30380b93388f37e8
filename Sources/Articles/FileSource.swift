import Foundation

/// A file, opened when the first article is asked for: what it holds tells how it is read.
final class FileSource: ArticleSource {
  private let path: String
  private let intake: Intake
  private var isOpened = false

  init(_ path: String, intake: Intake) {
    self.path = path
    self.intake = intake
  }

  func next() throws(ArticleProblem) -> ArticleStep? {
    guard !isOpened else { return nil }
    isOpened = true
    var status = stat()
    if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return .source(FolderSource(path, intake: intake))
    }
    return try Self.step(ByteInput(path: path), file: path, intake: intake)
  }

  /// What bytes hold: an article, or a source of several.
  ///
  /// - Parameter file: The name that tells the format where the bytes do not, and names an article that has no other.
  static func step(
    _ source: any ByteSource, file: String, intake: Intake, isOnDisk: Bool = true
  ) throws(ArticleProblem) -> ArticleStep? {
    let peeked = try PeekedSource(source) { head in
      head.first == 0x7B || intake.format == .jsonl && !head.isEmpty  // lines are not kept waiting
    }
    switch ContentKind(of: peeked.head[...]) {
    case .zip:
      return .source(try ZipSource(peeked, file: file, isOnDisk: isOnDisk && file != "-", intake: intake))
    case .gzip:
      let unpacked = try PeekedSource(GunzipSource(peeked))
      guard ContentKind(of: unpacked.head[...]) != .gzip else {
        throw ArticleProblem(.damaged, source: source.name, "this is packed twice by gzip; unpack it once")
      }
      if ContentKind(of: unpacked.head[...]) == .zip {
        return .source(try ZipSource(unpacked, file: file, isOnDisk: false, intake: intake))
      }
      return try articles(unpacked, file: file, intake: intake)
    default: return try articles(peeked, file: file, intake: intake)
    }
  }

  private static func articles(
    _ source: PeekedSource, file: String, intake: Intake
  ) throws(ArticleProblem) -> ArticleStep {
    let format = intake.format ?? ArticleFormat(head: source.head[...], name: file)
    let id =
      intake.naming == .place ? intake.address ?? intake.naming.name(ofFile: file) : intake.naming.name(ofFile: file)
    switch format {
    case .text: return try PlainText.article(source, id: id, intake: intake)
    case .html:
      let bytes = try source.all(upTo: ArticleLimits.pageBytes)
      guard !bytes.isEmpty else {
        throw ArticleProblem(.empty, source: source.name, "this is empty; give a page with an article")
      }
      return try HTMLArticle.article(
        bytes, id: id, isOfAddress: intake.naming == .place, url: intake.address, source: source.name, intake: intake)
    case .jsonl: return .source(JSONLinesSource(source, intake: intake))
    case .csv: return .source(try CSVSource(source, stem: id, intake: intake))
    case .feed: return .source(FeedSource(source, intake: intake))
    case .petrarch: return .source(SentencesSource(source, intake: intake))
    case .warc: return .source(WARCSource(source, intake: intake))
    }
  }
}
