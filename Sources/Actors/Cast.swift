public import Articles

/// Who acts in an article: entities, each with the places that mention it.
public struct Cast: Sendable {
  /// The entities, in the order of their first mention.
  public var entities: [Entity]
  /// Every mention, in the order of the text; a longer one before a shorter within it.
  public var mentions: [Mention]
  /// What the article tells of the people whom the dictionary lacks and it names in full.
  public var introductions: [Introduction]

  /// A cast.
  public init(entities: [Entity] = [], mentions: [Mention] = [], introductions: [Introduction] = []) {
    self.entities = entities
    self.mentions = mentions
    self.introductions = introductions
  }
}

/// One actor, resolved as of the article's date.
public struct Entity: Sendable, Hashable {
  /// What an entity is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A state, or its government as a whole.
    case state
    /// An organisation: of states, of a state, of people.
    case organization
    /// A human being.
    case person
    /// A number of people without an organisation: protesters, troops, officials.
    case group
    /// A place spoken of as a place.
    case place
  }

  /// Stable within the dictionary: `USA`, `USA/antony-blinken`; for those it lacks, made of code and name.
  public var id: String
  /// The name as a reader would give it.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// ISO 3166-1 alpha-3 of the state it belongs to, or UNO, EUR, IGO, NGO, IMG, ISM, MNC; empty where unknown.
  public var code: String
  /// PLOVER sectors: GOV, MIL, …; empty for a state as a whole.
  public var sectors: [String]
  /// The office held at the article's date, where known.
  public var office: String?
  /// What a person belongs to, as the text tells: "Carnegie Endowment for International Peace".
  public var affiliation: String?

  /// An entity.
  public init(
    id: String, name: String, kind: Kind, code: String = "", sectors: [String] = [], office: String? = nil,
    affiliation: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.code = code
    self.sectors = sectors
    self.office = office
    self.affiliation = affiliation
  }
}

/// A place in the text that stands for an entity.
public struct Mention: Sendable, Hashable {
  /// The form that a mention takes.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A proper name: "Antony Blinken", "NATO".
    case name
    /// A description: "the Secretary of State", "Chinese troops".
    case description
    /// A pronoun.
    case pronoun
    /// An adjective or possessive that belongs to another noun: "Turkish" in "Turkish shops".
    case modifier
  }

  /// Its tokens, from the first word of the name or description to the last, determiners included.
  public var tokens: Range<Int>
  /// The token that governs the others: where arcs of the tree arrive.
  public var head: Int
  /// The index of its entity in ``Cast/entities``.
  public var entity: Int
  /// How it mentions.
  public var form: Form
  /// The text it covers.
  public var span: Span

  /// A mention.
  public init(tokens: Range<Int>, head: Int, entity: Int, form: Form, span: Span) {
    self.tokens = tokens
    self.head = head
    self.entity = entity
    self.form = form
    self.span = span
  }
}
