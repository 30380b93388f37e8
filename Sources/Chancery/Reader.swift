public import Actors
public import Articles
public import Events
public import Language
public import Particulars
import Statements

/// Reads articles: what a user of the library starts with.
///
/// ```swift
/// let reader = try Reader.load()
/// let reading = reader.read(Article(id: "1", text: "Antony Blinken will visit Beijing next week."))
/// for event in reading.events { print(event.category, event.plover ?? "–") }
/// ```
///
/// A reader is immutable; any number of threads may read with it at once.
public struct Reader: Sendable {
  private let model: LanguageModel
  private let dictionary: ActorDictionary
  private let places: PlaceReader
  let coder: EventCoder
  let coding: Coding

  /// A reader of parts that are loaded already.
  public init(
    model: LanguageModel, dictionary: ActorDictionary, gazetteer: Gazetteer, coder: EventCoder, coding: Coding = .both
  ) {
    self.model = model
    self.dictionary = dictionary
    places = PlaceReader(gazetteer)
    self.coder = coder
    self.coding = coding
  }

  /// Loads the model, the actor dictionary, the gazetteer and the coding rules.
  ///
  /// - Parameters:
  ///   - model: A model's folder or file; where `nil`, the one that comes with the package.
  ///   - arithmetic: The numbers in which the model is computed.
  ///   - coding: Which witnesses say what a proposition is: the rules, the event head, or both.
  ///   - rules: A user's own coding rules, beside those that come with Chancery: `[try RuleFile(path: "our.rules")]`.
  ///   - actors: Paths of dictionaries of one's own, which win over the one that comes with the package, the last over all:
  ///     files of facts, or PETRARCH's actor and agent files. ``actorWarnings`` tells what was left out of the latter.
  /// - Throws: `LanguageError` where the model is missing or cannot be read, `RulesError` where the rules have errors, `ActorsError`
  ///   where a dictionary cannot be read.
  public static func load(
    model: String? = nil, arithmetic: Arithmetic = .int8, coding: Coding = .both, rules: [RuleFile] = [],
    actors: [String] = []
  ) throws -> Reader {
    let dictionary = Background { try ActorDictionary.load(adding: actors) }
    let coder = Background { try EventCoder.load(adding: rules) }
    return try Reader(
      model: LanguageModel.load(path: model, arithmetic: arithmetic), dictionary: dictionary.value,
      gazetteer: Gazetteer.load(), coder: coder.value,
      coding: coding)
  }

  /// What was left out of dictionaries of one's own, because it says nothing that can be used.
  public var actorWarnings: [FactsFinding] { dictionary.warnings }

  /// The persons and organisations that an article names and the dictionary does not know.
  public func unknownNames(_ article: Article, workers: Int = 1) -> [UnknownMention] {
    let document = model.analyze(article, workers: workers)
    return dictionary.unknownNames(in: document, article: article).map { name in
      let words = document.sentences[name.sentence]
      return UnknownMention(name: name, article: article.id, sentence: document.text(words))
    }
  }

  /// The persons and organisations that a reading's article names and the dictionary does not know.
  public func unknownNames(in reading: Reading, knowing acquaintances: Acquaintances = .none) -> [UnknownMention] {
    dictionary.unknownNames(in: reading.document, article: reading.article, knowing: acquaintances).map { name in
      UnknownMention(name: name, article: reading.article.id, sentence: reading.sentence(name.sentence))
    }
  }

  /// Reads an article.
  ///
  /// The reading depends on the article and those whom it is read with: not on the number of workers, nor on what else is being read.
  ///
  /// - Parameters:
  ///   - acquaintances: People whom other articles introduce; an archive keeps them.
  ///   - workers: How many threads may look at the article's sentences at once.
  public func read(_ article: Article, knowing acquaintances: Acquaintances = .none, workers: Int = 1) -> Reading {
    let document = model.analyze(article, workers: workers)
    let cast = dictionary.cast(of: document, article: article, knowing: acquaintances)
    let statements = Self.withoutHeadline(StatementReader().statements(in: document, cast: cast), of: article)
    let dates = DateReader().dates(in: document, published: article.published)
    let places = places.places(in: document, cast: cast)
    let events = coder.events(
      in: document, cast: cast, dates: dates, places: places, statements: statements, article: article, coding: coding)
    let tied = Denials(document: document, cast: cast, statements: statements).tied(to: events)
    return Reading(
      article: article, document: document, cast: cast, dates: dates, places: places,
      figures: FigureReader().figures(in: document, dates: dates, cast: cast), statements: statements, events: tied,
      commitments: CommitmentReader(
        document: document, cast: cast, dates: dates, statements: statements, events: tied,
        published: article.published
      ).commitments())
  }

  /// Every act that the witnesses see in an article, undecided: what the weights of the deciding are fitted on.
  public func candidates(_ article: Article) -> [CandidateRecord] {
    let document = model.analyze(article)
    let cast = dictionary.cast(of: document, article: article)
    let statements = Self.withoutHeadline(StatementReader().statements(in: document, cast: cast), of: article)
    return coder.candidates(in: document, cast: cast, statements: statements, article: article)
  }

  /// The statements of the text proper, numbered anew: nothing is coded from a headline.
  private static func withoutHeadline(_ statements: [Statement], of article: Article) -> [Statement] {
    guard let headline = article.headline else { return statements }
    return statements.filter { !$0.content.overlaps(headline) }.enumerated().map { index, statement in
      var statement = statement
      statement.id = "s\(index + 1)"
      return statement
    }
  }
}
