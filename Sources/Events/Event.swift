public import Articles

/// One act of a PLOVER category by a political actor, as one sentence tells it.
public struct Event: Sendable, Hashable {
  /// `e1`, `e2` … in the order of the text.
  public var id: String
  /// The category of the act itself, whatever its modality.
  public var category: Category
  /// PLOVER's mode: `visit`; empty where the category has none, or none is told.
  public var mode: String
  /// PLOVER's contexts: `diplomatic`, `military` …
  public var contexts: [String]
  /// Planned, supposed, not done, long past; empty where it happened or goes on.
  public var auxiliaries: [Auxiliary]
  /// Indices of the mentions (``Cast/mentions``) that act.
  public var actors: [Int]
  /// Indices of the mentions acted upon.
  public var recipients: [Int]
  /// The words that tell the act.
  public var trigger: Span
  /// The token at their head.
  public var token: Int
  /// The index, among the article's expressions of time, of the one that tells when.
  public var date: Int?
  /// The index, among the article's places, of the one that tells where.
  public var place: Int?
  /// The index of its sentence.
  public var sentence: Int
  /// The CAMEO code of the act.
  public var cameo: String
  /// Indices of the statements it rests on; empty where the article itself vouches for it.
  public var attributedTo: [Int]
  /// Indices of the statements that deny it.
  public var deniedBy: [Int]
  /// Whether the actor itself holds the act out: it says, or is said to say, that it may act so.
  public var isHeldOut: Bool
  /// The rule that made it, or `learned`.
  public var rule: String
  /// How likely the coding is right, 0 to 1.
  public var confidence: Double

  /// An event.
  public init(
    id: String = "", category: Category, mode: String = "", contexts: [String] = [], auxiliaries: [Auxiliary] = [],
    actors: [Int] = [], recipients: [Int] = [], trigger: Span, token: Int, date: Int? = nil, place: Int? = nil,
    sentence: Int, cameo: String = "",
    attributedTo: [Int] = [], deniedBy: [Int] = [], isHeldOut: Bool = false, rule: String, confidence: Double
  ) {
    self.id = id
    self.category = category
    self.mode = mode
    self.contexts = contexts
    self.auxiliaries = auxiliaries
    self.actors = actors
    self.recipients = recipients
    self.trigger = trigger
    self.token = token
    self.date = date
    self.place = place
    self.sentence = sentence
    self.cameo = cameo
    self.attributedTo = attributedTo
    self.deniedBy = deniedBy
    self.isHeldOut = isHeldOut
    self.rule = rule
    self.confidence = confidence
  }
}

/// PLOVER 2.0's sixteen categories of acts.
public enum Category: String, Sendable, Hashable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}

/// PLOVER's auxiliary modes: whether and when an act is real.
public enum Auxiliary: String, Sendable, Hashable, CaseIterable {
  /// Planned or expected, not yet happened at publication.
  case future
  /// Conditional, possible, feared, considered.
  case hypothetical
  /// Reported not to have happened.
  case negation
  /// More than twelve months before publication.
  case historical
}
