public import ArgumentParser
public import Articles
import Foundation
public import Language

/// What articles are read, and with what.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders of articles; '-' is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var engine: EngineOptions

  var model: String? { engine.model }
  var precision: Arithmetic { engine.precision }
  /// How many threads read.
  var workerCount: Int { engine.workerCount }

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Name a file to read, or '-' for standard input.") }
  }
}

/// What reads.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder or file of a model. Without it, the one that came with Chancery.", valueName: "path"))
  var model: String?

  @Option(
    help: ArgumentHelp("How many articles are read at once. Without it, as many as there are cores.", valueName: "n"))
  var workers: Int?

  @Option(
    help: "The numbers in which the model is computed: int8 is about three times as fast, float32 a little more exact.")
  var precision: Arithmetic = .int8

  /// How many threads read.
  var workerCount: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard (1...1024).contains(workerCount) else { throw ValidationError("--workers takes a number from 1 to 1024.") }
  }
}

/// What the files hold.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("input"),
    help: "What the files hold. Without it, what their first bytes tell, else their names, else text.")
  var kind: ArticleFormat?
}

extension ArticleFormat: ExpressibleByArgument {}
extension Arithmetic: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// Reads ISO 8601.
  public init?(argument: String) { self.init(argument) }
}
