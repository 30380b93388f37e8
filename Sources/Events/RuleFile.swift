internal import Articles

/// A file of coding rules as it was read: its rules, and all that is wrong with it.
///
/// `Documentation/rules.md` describes the format.
public struct RuleFile: Sendable {
  /// The file as messages name it.
  public let path: String
  /// The first part of its rules' ids: the file's name without folder and extension.
  public let name: String
  /// The rules without errors, in the order of the file.
  public let rules: [Rule]
  /// What is wrong, in the order of the lines.
  public let errors: [RulesError]

  /// Reads what a file holds.
  ///
  /// - Parameters:
  ///   - text: What it holds.
  ///   - path: The file, as messages are to name it.
  ///   - isOwn: Whether a user adds its rules to those that come with Chancery.
  public init(text: String, path: String, isOwn: Bool = true) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    var reader = RuleFileReader(path: path, name: name, isOwn: isOwn)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).enumerated() {
      reader.read(line, number: index + 1)
    }
    reader.finish()
    self.path = path
    self.name = name
    rules = reader.rules
    errors = reader.errors
  }

  /// Reads a file of a user's own rules; `-` is standard input, `stdin` in messages.
  ///
  /// - Throws: `ArticleProblem` where the file is missing, unreadable, no text, or longer than 4 MB. What is wrong with its
  ///   rules is told by ``errors``.
  public init(path: String) throws {
    let text = try TextFile.contents(of: path, limit: ArticleLimits.textBytes)
    self.init(text: text, path: path == "-" ? "stdin" : path)
  }
}

extension Character {
  /// Whether editors end a line here.
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
