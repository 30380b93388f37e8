import Analysis
import Archive
import ArgumentParser
import Foundation

/// `chancery tellings`: hidden, for `Training/`.
struct Tellings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Prints every sentence that may tell of an actor's promises, undecided, as JSON Lines: what Training/ fits weights on.",
    shouldDisplay: false)

  @Argument(help: "Who promised: a code.")
  var actor: String
  @OptionGroup var archive: ArchiveOptions

  func run() throws {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for candidate in try PromiseLedger.candidates(of: .code(actor), in: archive.open()) {
        try Console.write(String(decoding: encoder.encode(candidate), as: UTF8.self) + "\n")
      }
    } catch { throw Failure(error) }
  }
}
