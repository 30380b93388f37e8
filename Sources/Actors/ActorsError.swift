/// What is wrong with a file of facts, where, and what to do.
public struct ActorsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of trouble.
  public enum Code: String, Sendable, Hashable {
    /// The dictionary that comes with the program was not found.
    case missing
    /// A file could not be read.
    case unreadable
    /// A line breaks the grammar of facts.
    case malformed
    /// Two records have the same id.
    case duplicate
  }

  /// The kind of trouble.
  public let code: Code
  /// The file's name.
  public let file: String
  /// The line, from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let problem: String
  /// What to do.
  public let remedy: String

  /// An error in a file, at a line.
  public init(code: Code, file: String, line: Int? = nil, problem: String, remedy: String) {
    self.code = code
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// `states.facts:12: problem. Remedy.`
  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(problem). \(remedy)."
  }
}
