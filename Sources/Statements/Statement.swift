public import Articles

/// Words or thoughts that the article attributes to somebody.
public struct Statement: Sendable, Hashable {
  /// How the words are given.
  public enum Quotation: String, Sendable, Hashable, CaseIterable {
    /// All within quotation marks.
    case direct
    /// In the article's own words.
    case indirect
    /// In part within quotation marks.
    case mixed
  }

  /// What the speaker does by saying it.
  public enum Stance: String, Sendable, Hashable, CaseIterable {
    case assert, deny, question, demand, promise
  }

  /// `s1`, `s2` … in the order of the text.
  public var id: String
  /// Who says or thinks it; `nil` where nobody is named ("allegedly", "reportedly").
  public var speaker: Interlocutor?
  /// To whom it is said, where the sentence of the cue tells: "told reporters", "in a letter to the Security Council".
  public var addressee: Interlocutor?
  /// The words that attribute it; `nil` where a quotation stands alone.
  public var cue: Span?
  /// The token at the head of the cue, where there is one.
  public var cueToken: Int?
  /// What is said or thought, without the cue.
  public var content: Span
  /// The content's tokens: one range, or two where the cue parts it.
  public var contentTokens: [Range<Int>]
  /// Direct, indirect or mixed.
  public var quotation: Quotation
  /// Asserts, denies, …
  public var stance: Stance
  /// Indices in the cast of the entities that the content names, in the order of the text, each once.
  public var about: [Int]

  /// A statement.
  public init(
    id: String, speaker: Interlocutor?, addressee: Interlocutor? = nil, cue: Span?, cueToken: Int?, content: Span,
    contentTokens: [Range<Int>], quotation: Quotation, stance: Stance, about: [Int]
  ) {
    self.id = id
    self.speaker = speaker
    self.addressee = addressee
    self.cue = cue
    self.cueToken = cueToken
    self.content = content
    self.contentTokens = contentTokens
    self.quotation = quotation
    self.stance = stance
    self.about = about
  }
}

/// Who speaks or is spoken to, as the text names them there.
public struct Interlocutor: Sendable, Hashable {
  /// The index of the entity in the cast; `nil` where it is none ("sources").
  public var entity: Int?
  /// The resolved name, or what is said of the unnamed: "unnamed analysts".
  public var name: String
  /// The words that name them here.
  public var span: Span

  /// Somebody who speaks or is spoken to.
  public init(entity: Int?, name: String, span: Span) {
    self.entity = entity
    self.name = name
    self.span = span
  }
}
