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
  /// `[token × 5]`, row by row: probabilities of future, hypothetical, negation, historical, and of hearsay.
  public var auxiliary: [Float]
  /// For each sentence of n tokens, `[trigger × token]`, n × n row by row: the probability that the token names the actor
  /// of an act told at the trigger.
  public var actor: [[Float]]
  /// The same for the recipient.
  public var recipient: [[Float]]

  /// Scores of a document.
  public init(
    categories: [String], modes: [String], category: [Float], begins: [Float], mode: [Float], auxiliary: [Float],
    actor: [[Float]], recipient: [[Float]]
  ) {
    self.categories = categories
    self.modes = modes
    self.category = category
    self.begins = begins
    self.mode = mode
    self.auxiliary = auxiliary
    self.actor = actor
    self.recipient = recipient
  }

  /// No scores: of a document that no encoder has seen.
  public static let none = ActScores(
    categories: [], modes: [], category: [], begins: [], mode: [], auxiliary: [], actor: [], recipient: [])

  /// Whether no encoder has seen the document.
  public var isEmpty: Bool { category.isEmpty }
}
