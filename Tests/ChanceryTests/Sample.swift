import Actors
import Articles
import Chancery
import Events
import Language
import Particulars
import Statements

/// A reading made by hand, in which everything occurs: what its forms look like needs no model.
enum Sample {
  static let text = """
    Zagreb denies “shelling” Łódź

    Zagreb on Monday denied “shelling” Łódź 🧨, as Poland, its rival, had alleged. "It is a lie; \
    it would be folly," Ana Horvat said.
    \u{1B}[31mShe may visit Łódź "tomorrow".
    """

  static var reading: Reading {
    let article = Article(
      id: "sample-1", text: text, title: "Zagreb denies “shelling” Łódź", published: CalendarDate("2018-01-05"),
      publisher: "example.org", language: "en")
    let source = article.text
    func span(_ words: String, _ occurrence: Int = 1) -> Span {
      var from = text.startIndex
      var found = from..<from
      for _ in 0..<occurrence {
        guard let range = text[from...].firstRange(of: words) else { return Span(0, 0) }
        found = range
        from = range.upperBound
      }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return Span(start, start + text[found].utf8.count)
    }
    // Words are parted by white space: enough for layout.
    var tokens: [Token] = []
    var start: Int?
    for (index, byte) in (source.utf8 + [0x20]).enumerated() {
      if byte == 0x20 || byte == 0x0A {
        if let begin = start { tokens.append(Token(span: Span(begin, index))) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    func token(_ span: Span) -> Int { tokens.firstIndex { $0.span.overlaps(span) } ?? 0 }
    func tokensOf(_ span: Span) -> Range<Int> { token(span)..<(tokens.lastIndex { $0.span.overlaps(span) } ?? 0) + 1 }
    let ends = [span("Łódź").end, span("alleged.").end, span("said.").end, span("\"tomorrow\".").end]
    var sentences: [Range<Int>] = []
    for end in ends {
      let next = tokens.firstIndex { $0.span.start >= end } ?? tokens.count
      sentences.append((sentences.last?.upperBound ?? 0)..<next)
    }
    let document = Document(text: source, tokens: tokens, sentences: sentences)

    let entities = [
      Entity(id: "HRV", name: "Croatia", kind: .state, code: "HRV"),
      Entity(id: "POL", name: "Poland", kind: .state, code: "POL"),
      Entity(id: "place/lodz", name: "Łódź", kind: .place, code: "POL"),
      Entity(
        id: "HRV/ana-horvat", name: "Ana Horvat", kind: .person, code: "HRV", sectors: ["GOV", "MIL"],
        office: "Minister of Defence"),
      Entity(id: "NGO/rival", name: "Rival", kind: .organization, code: "NGO"),
      Entity(id: "NGO/unused", name: "Unused", kind: .organization, code: "NGO"),
    ]
    func mention(_ words: String, _ occurrence: Int, _ entity: Int, _ form: Mention.Form) -> Mention {
      let span = span(words, occurrence)
      return Mention(tokens: tokensOf(span), head: token(span), entity: entity, form: form, span: span)
    }
    let cast = Cast(
      entities: entities,
      mentions: [
        mention("Zagreb", 2, 0, .name), mention("Łódź", 2, 2, .name), mention("Poland", 1, 1, .name),
        mention("its", 1, 0, .pronoun), mention("rival", 1, 4, .description), mention("Ana Horvat", 1, 3, .name),
        mention("She", 1, 3, .pronoun),
        mention("Łódź", 3, 2, .name),
      ])

    func statement(
      _ id: String, _ speaker: Interlocutor?, _ cue: String?, _ content: String, _ quotation: Statement.Quotation,
      _ stance: Statement.Stance, about: [Int] = []
    ) -> Statement {
      let content = span(content)
      return Statement(
        id: id, speaker: speaker, cue: cue.map { span($0) }, cueToken: cue.map { token(span($0)) }, content: content,
        contentTokens: [tokensOf(content)], quotation: quotation, stance: stance, about: about)
    }
    let statements = [
      statement(
        "s1", Interlocutor(entity: 0, name: "Croatia", span: span("Zagreb", 2)), "denied", "“shelling” Łódź 🧨", .mixed,
        .deny,
        about: [2]),
      statement(
        "s2", Interlocutor(entity: 1, name: "Poland", span: span("Poland")), "alleged", "“shelling” Łódź 🧨", .indirect,
        .assert),
      statement(
        "s3", Interlocutor(entity: 3, name: "Ana Horvat", span: span("Ana Horvat")), "said",
        "\"It is a lie; it would be folly,\"", .direct, .assert),
      statement("s4", nil, nil, "\"tomorrow\"", .direct, .promise),
    ]

    let monday = DateExpression(
      tokens: tokensOf(span("Monday")), span: span("Monday"), kind: .date, value: "2018-01-01")

    let lodz = Place(
      tokens: tokensOf(span("Łódź", 2)), span: span("Łódź", 2), name: "Łódź", kind: .city,
      location: Location(latitude: 51.77, longitude: 19.47), country: "POL")

    func event(
      _ id: String, _ category: Events.Category, _ mode: String, _ auxiliaries: [Auxiliary], _ actors: [Int],
      _ recipients: [Int], _ words: String, _ sentence: Int, cameo: String, by: [Int] = [], denied: [Int] = [],
      rule: String, confidence: Double, contexts: [String] = []
    ) -> Event {
      let span = sentence == 1 && words == "“shelling”" ? span(words, 2) : span(words)
      return Event(
        id: id, category: category, mode: mode, contexts: contexts, auxiliaries: auxiliaries, actors: actors,
        recipients: recipients, trigger: span, token: token(span), sentence: sentence, cameo: cameo, attributedTo: by,
        deniedBy: denied, rule: rule, confidence: confidence)
    }
    return Reading(
      article: article, document: document, cast: cast, dates: [monday], places: [lodz], figures: [],
      statements: statements,
      events: [
        event(
          "e1", .reject, "", [], [0], [2], "denied", 1, cameo: "12", rule: "reject/deny", confidence: 0.9149),
        event(
          "e2", .assault, "heavy-weapons", [], [0], [], "“shelling”", 1, cameo: "194", by: [1], denied: [0],
          rule: "learned", confidence: 0.5, contexts: ["military", "territory"]),
        event(
          "e3", .consult, "", [.negation, .historical], [], [], "folly", 2, cameo: "040", by: [2],
          rule: "a, \"b\"", confidence: 0.123),
        event(
          "e4", .consult, "visit", [.future], [6], [2], "visit", 3, cameo: "042", rule: "consult/visit", confidence: 1),
      ])
  }
}
