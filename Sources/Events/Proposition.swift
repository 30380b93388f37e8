import Language

/// A predicate with its logical arguments, whatever the surface: the passive, the relative clause, the shared subject, the
/// light verb and the noun that tells an act all give the same.
public struct Proposition: Sendable, Hashable {
  /// What kind of word the predicate is.
  public enum Kind: Sendable, Hashable {
    /// A verb, with its particle.
    case verb
    /// A noun that tells an act.
    case noun
    /// An adjective after a copula.
    case adjective
  }

  /// The part that an argument plays.
  public enum Role: Sendable, Hashable {
    /// Who does it.
    case agent
    /// What it is done to.
    case patient
    /// What stands after a preposition.
    case oblique(String)
    /// The clause that the predicate governs: the head of that clause.
    case clause
  }

  /// An argument: its role and the token at its head.
  public struct Argument: Sendable, Hashable {
    /// Its part.
    public var role: Role
    /// The token at its head.
    public var head: Int
  }

  /// The token of the predicate.
  public var token: Int
  /// Its lemma in lower case, with its particle: `pull out`.
  public var lemma: String
  /// Verb, noun or adjective.
  public var kind: Kind
  /// The light verb that carries a noun predicate ("held" in "held talks").
  public var carrier: Int?
  /// The arguments, those of the predicate itself first.
  public var arguments: [Argument]

  /// The token that bears tense, mood and negation.
  public var finite: Int { carrier ?? token }

  /// The heads of the arguments in a role, in order.
  public func heads(_ role: Role) -> [Int] { arguments.compactMap { $0.role == role ? $0.head : nil } }
}
