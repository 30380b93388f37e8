import ArgumentParser
import Articles
import Chancery
import Events
import Foundation

/// `chancery candidates`: hidden, for `Training/`.
struct Candidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Prints every act that rules or event head see, undecided, as JSON Lines: what Training/ fits weights on.",
    shouldDisplay: false)

  @OptionGroup var input: InputOptions

  func run() throws {
    let reader: Reader
    do { reader = try Reader.load(model: input.model, arithmetic: input.precision) } catch { throw Failure(error) }
    try ArticleWork.run(ArticleReader(paths: input.files), workers: input.workerCount) { article, _ in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return reader.candidates(article).compactMap { try? encoder.encode($0) }
        .map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
    }
  }
}
