import Archive

@testable import ChanceryTestSupport

/// Some articles of made-up news.
enum News {
  /// Twelve articles with an event each, the first of which two tell alike.
  static func archive() throws -> TestArchive {
    try TestArchive(
      (1...12).map { number in
        let article = ArchiveSample.article("a\(number)", day: "2020-03-\(number < 10 ? "0" : "")\(number)")
        return ArchiveSample.entry(
          article, "Talks on the pipeline went on in Geneva.", [ArchiveSample.event(article)],
          [ArchiveSample.statement(article)])
      })
  }
}
