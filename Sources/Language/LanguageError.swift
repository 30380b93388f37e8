/// What keeps ``Language`` from reading.
public struct LanguageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of trouble.
  public enum Code: Sendable, Hashable {
    /// No model was found where one was looked for.
    case missingModel
    /// The model is of another format version than this program reads.
    case otherVersion
    /// The model's files are incomplete, altered or contradict one another.
    case damagedModel
    /// A text is not CoNLL-U.
    case malformedConllU
  }

  /// The kind of trouble.
  public let code: Code
  /// Where: a path, or a line.
  public let place: String
  /// What was found there, against what was expected.
  public let reason: String
  /// What to do about it.
  public let remedy: String

  /// Describes trouble.
  public init(_ code: Code, place: String, reason: String, remedy: String) {
    self.code = code
    self.place = place
    self.reason = reason
    self.remedy = remedy
  }

  /// Place, reason and remedy in one line.
  public var description: String { "\(place): \(reason); \(remedy)" }
}
