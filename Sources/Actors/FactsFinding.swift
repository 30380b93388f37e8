/// Something that is wrong, or may be, in a file of facts or another dictionary: where, and how to mend it.
public struct FactsFinding: Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// It cannot be so.
    case error
    /// It may be so, or was left out.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// Where it stands.
  public var place: FactPlace
  /// What is wrong.
  public var problem: String
  /// How to mend it.
  public var remedy: String

  /// A finding at a line.
  public init(_ severity: Severity, _ place: FactPlace, problem: String, remedy: String) {
    self.severity = severity
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  /// What an error of reading says, as a finding.
  public init(_ error: ActorsError) {
    self.init(
      .error, FactPlace(file: error.file, line: error.line ?? 1), problem: error.problem, remedy: error.remedy)
  }

  /// `leaders.facts:12: error: problem. Remedy.`
  public var description: String { "\(place): \(severity.rawValue): \(problem). \(remedy)." }
}
