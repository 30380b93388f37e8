internal import CKernels
public import Chancery
import Actors

/// All that an archive keeps of one article: the rows that a reading comes to, made apart from the database so that many
/// threads can make them.
public struct Entry: Sendable {
  /// The article.
  public var article: ArticleRow
  /// What tells whether the article has changed.
  public var digest: [UInt8]
  /// What read it.
  public var reader: String
  /// The text, where it is kept.
  public var text: String?
  /// The reading as JSON, compressed by zlib.
  public var reading: [UInt8]
  /// Its events, in the order of the text.
  public var events: [EventRow]
  /// Its statements, in the order of the text.
  public var statements: [StatementRow]
  /// Its figures, in the order of the text.
  public var figures: [FigureRow]
  /// Who acts in it, each with how often it is mentioned.
  public var cast: [(actor: ActorRow, mentions: Int)]
  /// What it tells of people whom the dictionary does not know.
  var people: [Introduction]
  /// What its actors hold out to one another, and the sentences by which that is told again.
  var commitments: [CommitmentTraits]
  var sentences: [SentenceTraits]
  /// The names that the dictionary does not know.
  var unknown: [UnknownRow]
  /// What each event is compared by, and which of them tell one act: an index of its first event for each.
  var traits: [Traits]
  var acts: [Int]
  /// What the article is compared by.
  var sketch: Sketch

  struct UnknownRow: Sendable {
    var name: UnknownName
    var start: Int
    var end: Int
  }

  /// The entry of a reading.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - unknown: The names that the dictionary does not know.
  ///   - reader: What has read it: ``articles`` read by another are read again on demand.
  ///   - keepsText: Whether the archive may keep the article's text.
  public init(_ reading: Reading, unknown: [UnknownMention] = [], reader: String = "", keepsText: Bool = true) {
    let rows = EntryRows(reading)
    article = rows.article
    digest = Self.digest(of: reading.article)
    self.reader = reader
    text = keepsText ? reading.article.text.string : nil
    self.reading = Deflate.compress(Array(reading.json.line.utf8))
    let events = rows.events
    self.events = events
    statements = rows.statements
    figures = rows.figures
    cast = rows.cast
    people = reading.cast.introductions
    commitments = rows.commitments
    sentences = rows.sentences
    self.unknown = unknown.map { mention in
      let (start, end) = rows.codePoints(reading.span(ofSentence: mention.name.sentence))
      return UnknownRow(name: mention.name, start: start, end: end)
    }
    let traits = reading.events.indices.map { Traits(of: $0, in: reading) }
    self.traits = traits
    sketch = Sketch(of: reading, traits)
    acts = ActGrouping.acts(of: events, traits)
  }

  /// What tells whether an article has changed: 16 bytes of SHA-256 over its text and all that is known of it.
  public static func digest(of article: Article) -> [UInt8] {
    var bytes: [UInt8] = []
    let fields = [
      article.text.string, article.title, article.published?.description, article.publisher, article.byline,
      article.url,
      article.language,
    ]
    for field in fields {
      bytes += field.map { Array($0.utf8) + [1] } ?? []
      bytes.append(0)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    chancery_sha256(bytes, bytes.count, &digest)
    return Array(digest.prefix(16))
  }
}

/// The rows of a reading.
private struct EntryRows {
  let reading: Reading
  /// The words that name states.
  let states: Set<String>
  let article: ArticleRow

  init(_ reading: Reading) {
    self.reading = reading
    states = ContentWords.states(in: reading)
    let source = reading.article
    article = ArticleRow(
      id: source.id, url: source.url, title: source.title, publisher: source.publisher, byline: source.byline,
      published: source.published?.description, language: source.language, words: reading.document.tokens.count)
  }

  func codePoints(_ span: Span) -> (start: Int, end: Int) {
    let (start, end) = reading.document.text.codePoints(span)
    return (start.value, end.value)
  }

  private func text(_ span: Span) -> String { reading.document.text[span] }

  private func actor(_ entity: Int) -> ActorRow {
    let entity = reading.cast.entities[entity]
    return ActorRow(
      id: entity.id, name: entity.name, kind: entity.kind, code: entity.code, sectors: entity.sectors,
      office: entity.office, affiliation: entity.affiliation)
  }

  private func party(_ mention: Int) -> PartyRow {
    let mention = reading.cast.mentions[mention]
    let (start, end) = codePoints(mention.span)
    return PartyRow(actor: actor(mention.entity), text: text(mention.span), start: start, end: end)
  }

  private func voucher(_ statement: Int) -> VoucherRow {
    VoucherRow(statement: reading.statements[statement].id, speaker: reading.voucher(statement))
  }

  private func place(_ index: Int) -> PlaceRow {
    let place = reading.places[index]
    return PlaceRow(
      text: text(place.span), name: place.name, kind: place.kind, country: place.country.isEmpty ? nil : place.country,
      location: place.location)
  }

  var events: [EventRow] {
    zip(reading.events, reading.sizes).map { event, size in
      let days = reading.days(of: event)
      let (start, end) = codePoints(event.trigger)
      let (sentenceStart, sentenceEnd) = codePoints(reading.span(ofSentence: event.sentence))
      return EventRow(
        article: article, id: event.id, category: event.category, mode: event.mode, contexts: event.contexts,
        auxiliaries: event.auxiliaries, plover: event.plover, cameo: event.cameo, actors: event.actors.map(party),
        recipients: event.recipients.map(party), day: days?.first.description ?? article.published,
        date: days?.first.description, endDate: days?.last.description,
        dateText: event.date.map { text(reading.dates[$0].span) }, place: event.place.map(place),
        trigger: text(event.trigger), start: start, end: end, sentence: event.sentence + 1,
        sentenceStart: sentenceStart, sentenceEnd: sentenceEnd, text: nil, size: size,
        attributedTo: event.attributedTo.map(voucher), deniedBy: event.deniedBy.map(voucher), rule: event.rule,
        confidence: event.printedConfidence, happening: nil)
    }
  }

  var statements: [StatementRow] {
    reading.statements.map { statement in
      let (start, end) = codePoints(statement.content)
      let venue = reading.venue(of: statement).map { reading.places[$0] }
      return StatementRow(
        article: article, id: statement.id, speaker: statement.speaker?.name,
        actor: statement.speaker?.entity.map(actor), addressee: statement.addressee?.name,
        addresseeActor: statement.addressee?.entity.map(actor), venue: venue?.name,
        venueCountry: venue.flatMap { $0.country.isEmpty ? nil : $0.country }, cue: statement.cue.map(text),
        content: text(statement.content),
        start: start, end: end, quotation: statement.quotation, stance: statement.stance,
        about: statement.about.map(actor), events: reading.events(in: statement).map(\.id), day: article.published)
    }
  }

  var commitments: [CommitmentTraits] {
    // Who promises does not tell what.
    let names = states.union(ContentWords.speakers(in: reading))
    return reading.commitments.map { commitment in
      let (start, end) = codePoints(commitment.content)
      let event = reading.events.first { $0.token == commitment.token }
      let tokens = reading.document.sentences[commitment.sentence].filter {
        reading.document.tokens[$0].span.overlaps(commitment.content)
      }
      return CommitmentTraits(
        id: commitment.id, form: commitment.form, actors: commitment.actors.map(actor),
        recipients: commitment.recipients.map(actor), start: start, end: end, sentence: commitment.sentence,
        due: commitment.due?.date?.description,
        statement: commitment.statement.map { reading.statements[$0].id }, isDenied: commitment.isDenied,
        category: event?.category, words: words(of: tokens, but: names),
        counts: ContentWords.counts(in: tokens + antecedents(of: tokens), of: reading),
        object: commitment.object.map { Terms.number(of: reading.document.tokens[$0].lemma) } ?? 0)
    }
  }

  /// Words that tell something, those that its pronouns stand for among them.
  private func words(of tokens: [Int], but names: Set<String>) -> Terms {
    let own = ContentWords.terms(of: tokens, in: reading, but: names)
    let antecedents = antecedents(of: tokens)
    return antecedents.isEmpty ? own : own.union(ContentWords.terms(of: antecedents, in: reading, but: names))
  }

  /// The words by which those are named or described whom pronouns mean.
  private func antecedents(of tokens: [Int]) -> [Int] {
    let pronouns = Set(tokens.filter { reading.document.tokens[$0].upos == "PRON" })
    guard !pronouns.isEmpty else { return [] }
    let meant = reading.cast.mentions.filter { $0.form == .pronoun && pronouns.contains($0.head) }.map(\.entity)
    return Set(meant).sorted().flatMap { entity in
      reading.cast.mentions.first { $0.entity == entity && $0.form != .pronoun && $0.form != .modifier }
        .map { Array($0.tokens) } ?? []
    }
  }

  var sentences: [SentenceTraits] {
    zip(reading.document.sentences, reading.clauses).map { sentence, clauses in
      let (start, end) = codePoints(reading.document.span(sentence))
      return SentenceTraits(
        start: start, end: end,
        clauses: clauses.map { clause in
          .init(
            phase: clause.phase, words: words(of: clause.tokens, but: states),
            counts: ContentWords.counts(in: clause.tokens, of: reading))
        })
    }
  }

  var figures: [FigureRow] {
    reading.figures.enumerated().map { index, figure in
      let (start, end) = codePoints(figure.span)
      let sentence = reading.document.sentenceIndex(of: figure.tokens.lowerBound)
      let (sentenceStart, sentenceEnd) = codePoints(reading.span(ofSentence: sentence))
      return FigureRow(
        article: article, position: index + 1, value: figure.value, unit: figure.unit, of: figure.of,
        bound: figure.bound, period: figure.period.map { reading.dates[$0].value }, text: text(figure.span),
        start: start, end: end, sentenceStart: sentenceStart, sentenceEnd: sentenceEnd, sentence: nil,
        day: article.published)
    }
  }

  var cast: [(actor: ActorRow, mentions: Int)] {
    var counts = [Int](repeating: 0, count: reading.cast.entities.count)
    for mention in reading.cast.mentions { counts[mention.entity] += 1 }
    return counts.indices.filter { counts[$0] > 0 }.map { (actor($0), counts[$0]) }
  }
}
