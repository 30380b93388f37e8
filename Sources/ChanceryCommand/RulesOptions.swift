import ArgumentParser
import Articles
import Events

/// A user's own coding rules.
struct RulesOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A file of your own coding rules, which go before those that came with Chancery; may be given again.",
      valueName: "file"))
  var paths: [String] = []

  /// The files; every error in them is reported before this fails.
  func files() throws -> [RuleFile] { try Self.files(paths) }

  /// Files of rules; every error in them is reported before this fails.
  static func files(_ paths: [String]) throws -> [RuleFile] {
    do {
      let files = try paths.map { try RuleFile(path: $0) }
      for error in files.flatMap(\.errors) { Console.report(error.description) }
      if files.contains(where: { !$0.errors.isEmpty }) { throw ExitCode(Failure.Code.data.rawValue) }
      _ = try RuleBook.load(adding: files)
      return files
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Failure(error)
    }
  }
}
