/// What an article tells of a person whom the dictionary lacks, by the full name.
public struct Introduction: Sendable, Hashable {
  /// How the article comes to the person's code.
  public enum Basis: Int, Sendable, Hashable, CaseIterable {
    /// By what stands around the name: the state that the article is about, its dateline, nothing.
    case guessed
    /// By words beside the name: "Turkish Foreign Minister", "of Egypt", "her Greek counterpart".
    case told
    /// By what other articles tell.
    case acquainted
  }

  /// The name, folded: `selim-aktas`.
  public var name: String
  /// The code; empty where there is none.
  public var code: String
  /// The sectors that words tell.
  public var sectors: [String]
  /// The office that words tell.
  public var office: String?
  /// How the code was come by.
  public var basis: Basis

  /// An introduction.
  public init(name: String, code: String, sectors: [String], office: String? = nil, basis: Basis) {
    self.name = name
    self.code = code
    self.sectors = sectors
    self.office = office
    self.basis = basis
  }
}

/// People whom other articles introduce: whoever read yesterday that Selim Aktas is Turkey's foreign minister knows today whose "Foreign
/// Minister Selim Aktas" is.
///
/// What an article itself tells of a person goes before.
public struct Acquaintances: Sendable, Hashable {
  private var people: [String: Introduction] = [:]

  /// Nobody.
  public static let none = Acquaintances()

  /// Those who are introduced; of several with one name the last.
  public init(_ introductions: some Sequence<Introduction> = []) {
    for person in introductions { people[person.name] = person }
  }

  /// Who bears a name; `nil` for a stranger.
  public subscript(name: String) -> Introduction? { people[name] }
}
