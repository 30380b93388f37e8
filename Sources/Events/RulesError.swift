/// What is wrong with a rule file.
public struct RulesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// What is wrong and what to do.
  public let message: String

  /// `FILE:LINE: MESSAGE`.
  public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
