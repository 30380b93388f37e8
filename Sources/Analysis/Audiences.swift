public import Archive
import Chancery

/// What an actor says on a subject to each of its audiences.
public struct Audiences: Sendable {
  /// Whom a statement is for.
  public enum Audience: Sendable, Hashable {
    /// The speaker's own: parliament, voters, a crowd at home.
    case home
    /// Another state or its people.
    case state(code: String)
    /// A body of states, by its name: the United Nations, NATO.
    case international(name: String)
    /// Nobody is named: the press.
    case press

    /// Its name: `home`, `RUS`, `international`, `press`.
    public var name: String {
      switch self {
      case .home: "home"
      case .state(let code): code
      case .international: "international"
      case .press: "press"
      }
    }
  }

  /// How a statement leans toward the subject.
  public enum Leaning: String, Sendable, Hashable, CaseIterable {
    /// It tells of cooperation with the subject, or promises it.
    case support
    /// It tells of conflict with the subject, or demands of it.
    case criticise
    /// It denies.
    case deny
    /// Neither.
    case neutral

    func contradicts(_ other: Leaning) -> Bool {
      (self == .support && (other == .deny || other == .criticise))
        || (other == .support && (self == .deny || self == .criticise))
    }
  }

  /// A statement with its audience.
  public struct Saying: Sendable, Hashable {
    /// What is said, by whom, when.
    public let statement: StatementRow
    /// For whom.
    public let audience: Audience
    /// How it leans.
    public let leaning: Leaning
  }

  /// Two sayings to different audiences that do not go together.
  public struct Contradiction: Sendable, Hashable {
    /// The earlier.
    public let first: Saying
    /// The later.
    public let second: Saying
    /// How far they are of the same thing, 0 to 1, by their rare words.
    public let likeness: Double
  }

  /// Who speaks.
  public let speaker: PartyFilter
  /// Of whom.
  public let subject: PartyFilter
  /// What is said, in the order of audiences (home, states, bodies of states, the press), then days.
  public let sayings: [Saying]
  /// What does not go together, the most alike first.
  public let contradictions: [Contradiction]

  /// Sets an actor's statements about a subject side by side.
  ///
  /// - Throws: ``ArchiveError`` where the archive cannot be read.
  public init(
    of speaker: PartyFilter, about subject: PartyFilter, in store: NewsStore, since: String? = nil,
    until: String? = nil,
    text: String? = nil
  ) throws {
    self.speaker = speaker
    self.subject = subject
    var query = StatementQuery()
    query.saidBy = [.party(speaker)]
    query.about = [subject]
    query.since = since
    query.until = until
    query.text = text
    let found = try store.statements(query)
    let sayings = try found.map { statement in
      Saying(
        statement: statement, audience: Self.audience(of: statement, by: speaker),
        leaning: try Self.leaning(of: statement, toward: subject, in: store))
    }
    self.sayings = sayings.enumerated().sorted { a, b in
      let (x, y) = (Self.rank(a.element.audience), Self.rank(b.element.audience))
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    contradictions = Self.contradictions(in: sayings)
  }

  private static func rank(_ audience: Audience) -> (Int, String) {
    switch audience {
    case .home: (0, "")
    case .state(let code): (1, code)
    case .international(let name): (2, name)
    case .press: (3, "")
    }
  }

  // MARK: Audience

  private static func audience(of statement: StatementRow, by speaker: PartyFilter) -> Audience {
    let words = " " + (statement.addressee ?? "").lowercased() + " "
    func tells(_ stems: [String]) -> Bool { stems.contains { words.contains($0) } }
    if tells(["general assembly", "security council", "united nations", " summit", "allies", "nato"]) {
      return .international(name: statement.addressee ?? "")
    }
    if let actor = statement.addresseeActor, !actor.code.isEmpty {
      if actor.code == speaker.code { return .home }
      return isBody(actor.code) ? .international(name: actor.name) : .state(code: actor.code)
    }
    if tells([
      "parliament", "lawmaker", "voter", "supporter", "crowd", "rally", "nation ", "citizen", "party members",
      "assembly",
      "his people", "her people", "congress", "viewers",
    ]) {
      return .home
    }
    if let country = statement.venueCountry, country != speaker.code { return .state(code: country) }
    return .press
  }

  /// Codes of PLOVER that mean no state.
  private static func isBody(_ code: String) -> Bool {
    ["UNO", "IGO", "EUR", "NGO", "IMG", "MNC", "ISM"].contains(code)
  }

  // MARK: Leaning

  private static func leaning(
    of statement: StatementRow, toward subject: PartyFilter, in store: NewsStore
  ) throws -> Leaning {
    if statement.stance == .deny { return .deny }
    var sum = 0.0
    if !statement.events.isEmpty {
      var query = EventQuery()
      query.article = statement.article.id
      let told = Set(statement.events)
      for event in try store.events(query) where told.contains(event.id) {
        let codes = (event.actors + event.recipients).map(\.actor.code)
        guard let code = subject.code, codes.contains(code) else { continue }
        sum += event.auxiliaries.contains(.negation) ? -event.category.scale : event.category.scale
      }
    }
    if sum == 0 {
      switch statement.stance {
      case .promise: return .support
      case .demand: return .criticise
      default: return .neutral
      }
    }
    return sum > 0 ? .support : .criticise
  }

  // MARK: Contradictions

  private static let leastLikeness = 0.12

  private static func contradictions(in sayings: [Saying]) -> [Contradiction] {
    let words = sayings.map { Set(Self.words(of: $0.statement.content)) }
    var counts: [String: Int] = [:]
    for set in words { for word in set { counts[word, default: 0] += 1 } }
    func weight(_ word: String) -> Double {
      let share = Double(counts[word] ?? 1) / Double(max(1, sayings.count))
      return share > 0.5 ? 0 : 1 / (share + 0.02)
    }
    func norm(_ set: Set<String>) -> Double { set.sorted().reduce(0) { $0 + weight($1) * weight($1) }.squareRoot() }
    let norms = words.map(norm)
    var found: [Contradiction] = []
    for (i, a) in sayings.enumerated() {
      for j in sayings.indices[(i + 1)...] {
        let b = sayings[j]
        guard a.leaning.contradicts(b.leaning), a.audience != b.audience, norms[i] > 0, norms[j] > 0 else { continue }
        let shared = words[i].intersection(words[j]).sorted().reduce(0) { $0 + weight($1) * weight($1) }
        let likeness = shared / (norms[i] * norms[j])
        if likeness >= leastLikeness { found.append(Contradiction(first: a, second: b, likeness: likeness)) }
      }
    }
    return found.enumerated().sorted { a, b in
      a.element.likeness == b.element.likeness ? a.offset < b.offset : a.element.likeness > b.element.likeness
    }.map(\.element)
  }

  /// Words of four letters and more, cut to six, so that "missiles" and "missile" are one.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 3 }.map { String($0.prefix(6)) }
      .filter { !idle.contains($0) }
  }

  private static let idle: Set<String> = [
    "that", "this", "with", "from", "would", "will", "have", "been", "were", "their", "they", "which", "about", "there",
    "what",
    "when", "whethe", "other", "than", "also", "never", "said", "more", "some", "into", "only",
  ]

  // MARK: Tables

  /// A row for every statement.
  public var table: Table {
    var table = Table(
      "What \(speaker.name) says about \(subject.name), by audience",
      columns: [
        .init("audience"), .init("date"), .init("speaker", "who"), .init("addressee", "to"), .init("venue", "in"),
        .init("leaning"), .init("stance"), .init("content", "what"), .init("key"),
      ])
    for saying in sayings {
      let row = saying.statement
      table.add([
        .text(saying.audience.name), .optional(row.day), .optional(row.speaker), .optional(row.addressee),
        .optional(row.venue),
        .text(saying.leaning.rawValue), .text(row.stance.rawValue), .text(row.content), .text(row.key),
      ])
    }
    return table
  }

  /// A row for every contradiction.
  public var contradictionTable: Table {
    var table = Table(
      "What \(speaker.name) says about \(subject.name) to one and not to another",
      columns: [
        .init("likeness"), .init("audience"), .init("date"), .init("leaning"), .init("content", "what"), .init("key"),
        .init("other_audience"), .init("other_date"), .init("other_leaning"), .init("other_content", "what else"),
        .init("other_key"),
      ])
    for pair in contradictions {
      let cells = [pair.first, pair.second].map { saying -> [Table.Cell] in
        [
          .text(saying.audience.name), .optional(saying.statement.day), .text(saying.leaning.rawValue),
          .text(saying.statement.content), .text(saying.statement.key),
        ]
      }
      table.add([.measure(pair.likeness)] + cells.flatMap(\.self))
    }
    return table
  }
}
