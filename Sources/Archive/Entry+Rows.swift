import Chancery

extension Entry {
  /// An entry of rows that no reading stands behind: for measurements and tests.
  ///
  /// - Parameter text: Its words are what the article and its events are compared by.
  init(
    article: ArticleRow, text: String, events: [EventRow], statements: [StatementRow] = [], figures: [FigureRow] = [],
    reader: String = "", keepsText: Bool = true
  ) {
    self.article = article
    digest = Self.digest(
      of: Article(
        id: article.id, text: text, title: article.title, published: article.published.flatMap { CalendarDate($0) }))
    self.reader = reader
    self.text = keepsText ? text : nil
    reading = Deflate.compress(Array("{\"article\": {\"id\": \"\(article.id)\"}}".utf8))
    self.events = events
    self.statements = statements
    self.figures = figures
    var cast: [(actor: ActorRow, mentions: Int)] = []
    for party in events.flatMap({ $0.actors + $0.recipients }) {
      if let known = cast.firstIndex(where: { $0.actor == party.actor }) {
        cast[known].mentions += 1
      } else {
        cast.append((party.actor, 1))
      }
    }
    self.cast = cast
    people = []
    commitments = events.enumerated().compactMap { CommitmentTraits(of: $1, $0) }
    sentences = events.map(SentenceTraits.init(of:))
    unknown = []
    let traits = events.map(Traits.init(of:))
    self.traits = traits
    acts = ActGrouping.acts(of: events, traits)
    sketch = Sketch(
      words: text, traits, day: article.published.flatMap { CalendarDate($0) }.flatMap { CalendarDay($0) }?.number)
  }
}

extension CommitmentTraits {
  /// What a row alone holds out: a cooperative act that is planned, or an agreement; `nil` for others.
  fileprivate init?(of event: EventRow, _ index: Int) {
    let isAhead = event.auxiliaries == [.future] && [1, 2].contains(event.category.quadClass)
    guard event.category == .agree || isAhead, event.category != .consult else { return nil }
    self.init(
      id: "c\(index + 1)", form: event.category == .agree ? .pledged : .announced, actors: event.actors.map(\.actor),
      recipients: event.recipients.map(\.actor), start: event.sentenceStart, end: event.sentenceEnd, sentence: index,
      due: event.dateText == nil ? nil : event.endDate, statement: nil, isDenied: !event.deniedBy.isEmpty,
      category: event.category == .agree ? nil : event.category, words: Terms(telling: event), counts: [])
  }
}

extension SentenceTraits {
  /// The sentence of a row alone, as one clause.
  fileprivate init(of event: EventRow) {
    let phase: Phase =
      switch event.modality {
      case .happened, .past: event.category == .agree ? .recalled : .done
      case .planned: .ahead
      case .negated, .denied: .negated
      case .feared: []
      }
    self.init(
      start: event.sentenceStart, end: event.sentenceEnd,
      clauses: [Clause(phase: phase, words: Terms(telling: event))])
  }
}

extension Terms {
  /// The longer words of a row's sentence, or of what tells it.
  fileprivate init(telling event: EventRow) {
    let words = (event.text ?? event.trigger).split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 4 }
    self.init(words.map { (Terms.number(of: String($0)), 4) })
  }
}

extension Traits {
  /// The traits of a row alone.
  fileprivate init(of event: EventRow) {
    category = UInt8(Category.allCases.firstIndex(of: event.category) ?? 0)
    mode = event.mode.isEmpty ? 0 : Terms.number(of: event.mode)
    reality = UInt8(truncatingIfNeeded: Reality(event.auxiliaries, isDenied: false).rawValue)
    isDated = event.dateText != nil
    let first = event.date.flatMap { CalendarDate($0) }.flatMap { CalendarDay($0) }.map { Int32($0.number) }
    days = first.map { $0...$0 }
    self.sentence = UInt32(event.sentence)
    place = event.place.map { Terms.number(of: $0.name) } ?? 0
    actors = event.actors.map { Terms.number(of: $0.actor.id) }
    actorCodes = event.actors.map { Terms.number(of: $0.actor.code) }
    recipients = event.recipients.map { Terms.number(of: $0.actor.id) }
    recipientCodes = event.recipients.map { Terms.number(of: $0.actor.code) }
    let told = event.trigger.split(separator: " ").map(String.init)
    let sentence = (event.text ?? "").split { $0 == " " || $0 == "." || $0 == "," }.map(String.init)
    trigger = Terms(told.map { (Terms.number(of: $0), 1) })
    // The words that follow stand in for those that hang on what tells the act.
    let beside = told.last.flatMap(sentence.firstIndex).map { sentence[($0 + 1)...].prefix(4) } ?? []
    near = Terms(beside.map { (Terms.number(of: $0), 4) })
    words = Terms(sentence.map { (Terms.number(of: $0), 4) })
  }
}

extension Sketch {
  /// The sketch of words alone, each as its own lemma.
  fileprivate init(words text: String, _ traits: [Traits], day: Int?) {
    self.day = day
    toldDays = Self.toldDays(traits, day)
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { Terms.number(of: String($0)) }
    var counts: [Terms.Word: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    let pairs = counts.map { (word: $0, weight: UInt8(min(255, 20 * $1))) }
    story = Terms(Array(pairs.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) }.prefix(Self.storyCount)))
    signature = Self.signature(of: words)
  }
}
