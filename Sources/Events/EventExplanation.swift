/// How an event came about: what its words are in the parse, which witness saw what in them, and how that was weighed.
public struct EventExplanation: Sendable {
  /// When the predicate is, by its form.
  public enum Tense: String, Sendable, Hashable, CaseIterable {
    case past
    case present
    case future
    case infinitive
    case participle
  }

  /// Why an auxiliary mode is there, or is not.
  public struct Reality: Sendable, Hashable {
    /// The mode.
    public var auxiliary: Auxiliary
    /// Whether the event has it.
    public var isTaken: Bool
    /// The token by which syntax tells it; `nil` where syntax does not.
    public var sign: Int?
    /// How probable the event head holds it; `nil` where rules code alone.
    public var learned: Double?
    /// The probability above which it is taken.
    public var least: Double
  }

  /// An arc of the tree on the way from an event's words to a party.
  public struct Step: Sendable, Hashable {
    /// The token that it leads to.
    public var token: Int
    /// The relation.
    public var relation: String
    /// Whether it leads up, to what a word hangs on.
    public var isUp: Bool
  }

  /// How a mention became a party.
  public struct Party: Sendable, Hashable {
    /// The mention's index.
    public var mention: Int
    /// Whether it acts; else it is acted upon.
    public var isActor: Bool
    /// The way from the event's words to the mention; empty where that stands in another sentence.
    public var path: [Step]
    /// Its role in the proposition; `nil` where it has none there.
    public var role: Proposition.Role?
    /// Whether the rule's places name it.
    public var isNamedByRule: Bool
    /// How probable the participant head holds it in this part; `nil` where it stands in another sentence or rules code alone.
    public var learned: Double?
  }

  /// The event.
  public var event: Event
  /// Its words in the parse as predicate and arguments; `nil` where they are none.
  public var proposition: Proposition?
  /// The predicate's tense; `nil` of nouns without a verb.
  public var tense: Tense?
  /// The rule that applies.
  public var rule: Rule?
  /// The tokens that the rule's words are.
  public var ruleTokens: [Int]
  /// What the rule weighs: how much it asks for.
  public var weight: Int?
  /// How probable the event head holds the category, 0 to 1; `nil` where rules code alone.
  public var learned: Double?
  /// The event head's likeliest mode of the category, and its share among the category's modes.
  public var learnedMode: (name: String, share: Double)?
  /// What the confidence would be without the rule.
  public var confidenceWithoutRule: Double
  /// The confidence from which such an event is recorded.
  public var threshold: Double
  /// Whether it names who acts and on whom, by their codes.
  public var hasBothSides: Bool
  /// How probable the event head holds that somebody other than the article vouches for it; `nil` where rules code alone.
  public var hearsay: Double?
  /// The auxiliary modes, those that nothing speaks for left out.
  public var realities: [Reality]
  /// The actors, then the recipients.
  public var parties: [Party]
}
