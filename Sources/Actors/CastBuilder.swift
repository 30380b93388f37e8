import Articles
import Language

/// Makes the cast of one document: names first, then descriptions and pronouns, sentence by sentence.
struct CastBuilder {
  let dictionary: ActorDictionary
  let document: Document
  let article: Article
  /// People whom other articles introduce.
  let acquaintances: Acquaintances
  let day: CalendarDate?
  let tree: DocumentTree
  let words: DocumentPieces
  /// The names of the document.
  let spans: [NameSpan]
  /// The name that covers each token, by index into ``spans``; -1 where none does.
  let spanAt: [Int]
  /// The sector noun that each token governs.
  let nouns: [SectorNoun?]
  /// The datelines of the text.
  let datelines: [Span]
  /// What is said aloud, and which attribution it belongs to.
  let quotations: Quotations
  /// How much a mention at each token weighs by its place in the tree.
  let prominence: [Float]
  /// What pronouns ask of each noun.
  var kinds: [NounKind] = []

  /// Everybody found so far; what is mentioned nowhere is left out at the end.
  var entities: [Entity] = []
  var traits: [Traits] = []
  var indexOfID: [String: Int] = [:]
  var mentions: [Mention] = []
  /// What each token governs a mention of.
  var resolved: [Resolution]
  var discourse = Discourse()
  /// People of the dictionary that the article names in full.
  var namedInFull: [Int: Int] = [:]
  /// Entities by other names that the article gives them.
  var aliases: [[UInt64]: Int] = [:]
  /// Entities by each word of their names.
  var namesWith: [UInt64: [Int]] = [:]
  /// How often the article speaks of each state, in the order of first mention.
  var stateCounts = StateCounts()
  /// The state of the dateline above each sentence.
  var datelineState: String?
  /// Whether the dateline names the state's capital: whoever reports from there seldom says whose president he means.
  var isDatelineCapital = false
  /// The state that the paper's name tells: "The Manila Sentinel".
  var publisherState: String?
  /// The quotation whose speaker was looked for last.
  var lastQuotation: (number: Int32, sentence: Int, speaker: Int?) = (-1, 0, nil)

  /// Who holds an office of a state, as found so far, by both.
  var holders: [String: Int?] = [:]
  /// How many noun phrases deep the resolution is.
  var depth = 0

  /// What is known of an entity beside what the cast shows.
  struct Traits {
    /// The record it comes from.
    var record: Int?
    /// Which pronouns speak of it.
    var gender: Gender?
    /// Whether it is many.
    var isPlural = false
    /// The words of its name, folded.
    var pieces: [UInt64] = []
    /// Nouns by which it was described, in lower case.
    var nouns: [String] = []
    /// The organisation that a person belongs to or speaks for.
    var body: Int?
    /// Whether the words beside the name tell its code: "Turkish Foreign Minister", "her Turkish counterpart".
    var isCodeTold = false
    /// How a person without a record came by the code.
    var basis = Introduction.Basis.guessed
    /// The sectors and office that words told of such a person.
    var told: (sectors: [String], office: String?) = ([], nil)
  }

  /// What a token was found to stand for.
  enum Resolution {
    case open
    case busy
    case nothing
    case entities([Int])
  }

  init(dictionary: ActorDictionary, document: Document, article: Article, knowing acquaintances: Acquaintances) {
    self.dictionary = dictionary
    self.document = document
    self.article = article
    self.acquaintances = acquaintances
    day = article.published
    tree = DocumentTree(document)
    words = DocumentPieces(document)
    let scanner = NounScanner(dictionary: dictionary, document: document, tree: tree, words: words)
    nouns = scanner.scan()
    spans = NameScanner(
      dictionary: dictionary, document: document, tree: tree, words: words, isInSectorNoun: scanner.covered(by: nouns)
    ).scan()
    datelines = Datelines.find(in: document.text)
    quotations = Quotations(document, tree)
    prominence = Self.prominence(tree)
    var spanAt = [Int](repeating: -1, count: document.tokens.count)
    for (i, span) in spans.enumerated() {
      for token in span.tokens { spanAt[token] = i }
    }
    self.spanAt = spanAt
    resolved = [Resolution](repeating: .open, count: document.tokens.count)
    kinds = NounKind.kinds(tree, isPlural: isPlural)
  }

  /// The cast.
  mutating func cast() -> Cast {
    survey()
    for sentence in document.sentences where !sentence.isEmpty {
      discourse.begin(sentence: tree.sentence[sentence.lowerBound])
      updateDateline(sentence)
      for index in spanIndices(in: sentence) { resolveName(index) }
      for token in sentence { _ = resolve(token) }
    }
    return finished()
  }

  /// The names that begin in a sentence.
  private func spanIndices(in sentence: Range<Int>) -> Range<Int> {
    func first(from token: Int) -> Int {
      var low = 0
      var high = spans.count
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return first(from: sentence.lowerBound)..<first(from: sentence.upperBound)
  }

  /// Looks over the whole article: who is named in full, which states it is about.
  private mutating func survey() {
    for span in spans where dateline(of: span.tokens.lowerBound) == nil {
      for entry in span.entries {
        let record = dictionary.records[Int(entry.value)]
        guard let role = ActorDictionary.Role(rawValue: entry.role), role != .surname, role != .bare else { continue }
        if record.kind == .person, span.tokens.count > 1 {
          namedInFull[Int(entry.value), default: 0] += 1
        }
        if record.code.isStateCode { stateCounts.add(record.code) }
        break
      }
      for inner in span.inner {
        if let entry = inner.entries.first(where: { $0.role <= ActorDictionary.Role.city.rawValue }) {
          stateCounts.add(dictionary.records[Int(entry.value)].code)
        }
      }
    }
    if let title = article.title {
      for code in dictionary.states(named: title) {
        stateCounts.add(code)
        stateCounts.add(code)
      }
    }
    if let dateline = datelines.first { take(dateline) }
    publisherState = article.publisher.flatMap { dictionary.states(named: $0, by: .city).first }
  }

  private mutating func updateDateline(_ sentence: Range<Int>) {
    if let dateline = dateline(of: sentence.lowerBound) { take(dateline) }
  }

  private mutating func take(_ dateline: Span) {
    guard let (code, isCapital) = state(of: dateline) else { return }
    datelineState = code
    isDatelineCapital = isCapital
  }

  /// The dateline that holds a token.
  func dateline(of token: Int) -> Span? {
    let start = document.tokens[token].span.start
    var low = 0
    var high = datelines.count
    while low < high {
      let middle = (low + high) / 2
      if datelines[middle].end <= start { low = middle + 1 } else { high = middle }
    }
    return low < datelines.count && datelines[low].start <= start ? datelines[low] : nil
  }

  private func state(of dateline: Span) -> (code: String, isCapital: Bool)? {
    var last: (code: String, isCapital: Bool)?
    for span in spans where dateline.contains(document.span(span.tokens)) {
      guard let entry = span.entries.first(where: { $0.role <= ActorDictionary.Role.city.rawValue }) else { continue }
      let record = dictionary.records[Int(entry.value)]
      if record.kind == .state { last = (record.code, entry.role == ActorDictionary.Role.capital.rawValue) }
    }
    return last
  }

  /// The index of an entity, made where its id is new.
  mutating func intern(_ entity: Entity, _ traits: Traits = Traits()) -> Int {
    if let index = indexOfID[entity.id] { return index }
    indexOfID[entity.id] = entities.count
    entities.append(entity)
    self.traits.append(traits)
    for piece in traits.pieces { namesWith[piece, default: []].append(entities.count - 1) }
    return entities.count - 1
  }

  /// The index of a record's entity.
  mutating func intern(record: Int) -> Int {
    let known = dictionary.records[record]
    if let index = indexOfID[known.id] {
      if traits[index].record == nil { traits[index].record = record }
      return index
    }
    return intern(
      dictionary.entity(of: record, on: day),
      Traits(record: record, gender: known.gender, pieces: NameFolding.pieces(known.name).map(\.hash)))
  }

  /// The state of a code, as an entity; `nil` where the dictionary has none.
  mutating func state(_ code: String) -> Int? { dictionary.recordIndex(id: code).map { intern(record: $0) } }

  /// Notes a mention and remembers it for what follows.
  mutating func emit(_ tokens: Range<Int>, head: Int, entity: Int, form: Mention.Form, isPlural: Bool? = nil) {
    mentions.append(
      Mention(tokens: tokens, head: head, entity: entity, form: form, span: document.span(tokens)))
    discourse.add(
      Discourse.Referent(
        entity: entity, token: head, sentence: tree.sentence[head], isSubject: isSubject(head), form: form,
        isPlural: isPlural ?? traits[entity].isPlural, isPlace: entities[entity].kind == .place))
  }

  func isSubject(_ token: Int) -> Bool {
    var at = token
    while tree.relation[at] == "conj" || tree.relation[at] == "flat" || tree.relation[at] == "appos",
      tree.parent[at] >= 0
    {
      at = tree.parent[at]
    }
    return tree.relation[at] == "nsubj" || tree.relation[at] == "csubj"
  }

  /// People of whom nothing is told are taken for those of the state that the article is chiefly about.
  private mutating func settle() {
    guard stateCounts.isChiefly(datelineState), let home = stateCounts.first else { return }
    for index in entities.indices where entities[index].kind == .person && traits[index].record == nil {
      guard entities[index].code.isEmpty, entities[index].affiliation == nil,
        !entities[index].sectors.contains(where: { ["EDU", "JRN", "BUS", "NGO"].contains($0) })
      else { continue }
      entities[index].code = home
      if entities[index].sectors.isEmpty { entities[index].sectors = ["CVL"] }
    }
  }

  /// Entities in the order of their first mention, mentions in the order of the text.
  private mutating func finished() -> Cast {
    affiliate()
    joinKin()
    settle()
    var order = Array(mentions.indices)
    order.sort {
      let (a, b) = (mentions[$0].tokens, mentions[$1].tokens)
      return (a.lowerBound, -a.upperBound, $0) < (b.lowerBound, -b.upperBound, $1)
    }
    var number = [Int](repeating: -1, count: entities.count)
    var cast = Cast()
    for index in order {
      var mention = mentions[index]
      if let last = cast.mentions.last, last.tokens == mention.tokens, last.entity == number[mention.entity] {
        continue
      }
      if number[mention.entity] < 0 {
        number[mention.entity] = cast.entities.count
        cast.entities.append(entities[mention.entity])
      }
      mention.entity = number[mention.entity]
      cast.mentions.append(mention)
    }
    cast.introductions = number.indices.filter { number[$0] >= 0 }.compactMap(introduction)
    return cast
  }

  /// What the article tells of a person without a record; `nil` for others, and where no full name is told.
  private func introduction(_ entity: Int) -> Introduction? {
    let (person, traits) = (entities[entity], traits[entity])
    guard person.kind == .person, traits.record == nil, traits.pieces.count > 1 else { return nil }
    return Introduction(
      name: NameFolding.slug(person.name), code: person.code, sectors: traits.told.sectors, office: traits.told.office,
      basis: traits.basis)
  }
}
