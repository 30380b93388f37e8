/// What the encoder's event head saw at each token of a document, before anything is decided.
public struct ActScores: Sendable {
  /// The categories that `category` speaks of, in its order: the sixteen of PLOVER.
  public var categories: [String]
  /// The modes that `mode` speaks of, in its order: `CATEGORY/mode`, or `CATEGORY/` for none.
  public var modes: [String]
  /// `[token × (1 + categories)]`, row by row: the probability that the token tells no act, then of each category.
  public var category: [Float]
  /// `[token]`: the probability that the token begins an act's words, given that it is of one.
  public var begins: [Float]
  /// `[token × modes]`, row by row: logits.
  public var mode: [Float]
  /// `[token × 6]`, row by row: probabilities of future, hypothetical, negation, historical, of hearsay and of denial.
  public var auxiliary: [Float]
  /// Who may be the parties of an act told at a token.
  public var parties: PartyScores

  /// How many numbers `auxiliary` holds a token.
  public static let auxiliaryCount = 6

  /// No scores: of a document that no encoder has seen.
  public static let none = ActScores(
    categories: [], modes: [], category: [], begins: [], mode: [], auxiliary: [], parties: PartyScores())

  /// Scores of a document.
  public init(
    categories: [String], modes: [String], category: [Float], begins: [Float], mode: [Float], auxiliary: [Float],
    parties: PartyScores
  ) {
    self.categories = categories
    self.modes = modes
    self.category = category
    self.begins = begins
    self.mode = mode
    self.auxiliary = auxiliary
    self.parties = parties
  }

  /// The probability that somebody denies an act told at a token; `nil` where no encoder has seen it.
  public func denial(at token: Int) -> Float? {
    let index = token * Self.auxiliaryCount + 5
    return auxiliary.indices.contains(index) ? auxiliary[index] : nil
  }

  /// Whether no encoder has seen the document.
  public var isEmpty: Bool { category.isEmpty }
}
