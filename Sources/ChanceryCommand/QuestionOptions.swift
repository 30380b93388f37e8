import Archive
import ArgumentParser
import Articles
import Chancery

/// When.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The first day (2018-01-05), or all of a year or month (2018, 2018-01).", valueName: "date"))
  var since: CalendarDate?
  @Option(help: ArgumentHelp("The last day, or all of a year or month.", valueName: "date"))
  var until: CalendarDate?

  func validate() throws {
    if let since, let until, until < since { throw ValidationError("--until lies before --since.") }
  }
}

/// When, and how much of what is found.
struct RangeOptions: ParsableArguments {
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("Words that the article holds, as for 'chancery search'.", valueName: "words"))
  var text: String?
  @Option(help: ArgumentHelp("One article alone, by its id.", valueName: "id"))
  var article: String?
  @Option(help: ArgumentHelp("How many are given; 0 for all.", valueName: "n"))
  var limit = 100
  @Option(help: ArgumentHelp("Go on after this one: the key of the last one shown, ARTICLE/e3.", valueName: "key"))
  var after: String?

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes a number from 0 on.") }
  }

  /// Asks no further than these options say.
  func bound(_ query: inout some RowQuery) {
    query.since = days.since?.description
    query.until = days.until?.description
    query.text = text
    query.article = article
    query.limit = limit == 0 ? nil : limit
    query.after = after
  }
}

/// Which acts, whoever does them.
struct ActOptions: ParsableArguments {
  @Option(
    name: [.customLong("cameo"), .customLong("code")],
    help: ArgumentHelp("A CAMEO code, or its first digits; may be given again.", valueName: "code"))
  var cameo: [String] = []
  @Option(help: ArgumentHelp("A category of PLOVER (CONSULT); may be given again.", valueName: "category"))
  var category: [Category] = []
  @Option(help: ArgumentHelp("A quad class, 1 to 4; may be given again.", valueName: "n"))
  var quad: [Int] = []
  @Option(
    help: ArgumentHelp(
      "What became of it: happened, planned, feared, negated, past, denied; may be given again.", valueName: "what"))
  var modality: [Modality] = []
  @Option(help: ArgumentHelp("Who vouches for it; may be given again.", valueName: "who"))
  var saidBy: [String] = []
  @Option(help: ArgumentHelp("Where: a place's name, or a state's three letters.", valueName: "place"))
  var place: String?

  func validate() throws {
    guard quad.allSatisfy((1...4).contains) else { throw ValidationError("--quad takes 1, 2, 3 or 4.") }
    guard cameo.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
      throw ValidationError("--cameo takes a code such as 042, or its first digits.")
    }
  }

  /// The question for such acts, by anybody at any time.
  ///
  /// - Parameter names: Knows those of ``saidBy``.
  func query(_ names: NameResolver) -> EventQuery {
    var query = EventQuery()
    query.saidBy = names.speakers(saidBy)
    query.cameo = cameo
    query.categories = category
    query.quads = quad
    query.modalities = modality
    query.place = place
    return query
  }
}

/// Which events.
struct EventOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Who acts: a name, a code (USA, 'USA MIL') or an id; may be given again.", valueName: "who"))
  var actor: [String] = []
  @Option(help: ArgumentHelp("Who is acted on; may be given again.", valueName: "who"))
  var recipient: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Two who act on each other, whoever begins.", valueName: "who"))
  var between: [String] = []
  @OptionGroup var acts: ActOptions
  @OptionGroup var range: RangeOptions
  @OptionGroup var dictionaries: DictionaryOptions

  func validate() throws {
    guard between.isEmpty || between.count == 2 else {
      throw ValidationError("--between takes two: --between USA CHN.")
    }
  }

  /// The question; names are resolved by the dictionary, which is loaded only where there are any.
  func query() throws -> EventQuery {
    let names = try NameResolver(actor + recipient + between + acts.saidBy, adding: dictionaries.actors)
    var query = acts.query(names)
    query.actors = try names.parties(actor)
    query.recipients = try names.parties(recipient)
    query.between = try names.parties(between)
    range.bound(&query)
    return query
  }
}

/// Resolves the names of a question.
struct NameResolver {
  private let dictionary: ActorDictionary?

  init(_ names: [String], adding files: [String]) throws {
    dictionary = names.isEmpty ? nil : try ActorDictionary.load(adding: files)
  }

  func parties(_ names: [String]) throws -> [PartyFilter] {
    guard let dictionary else { return [] }
    return try names.map { try PartyFilter($0, dictionary: dictionary) }
  }

  func speakers(_ names: [String]) -> [SpeakerFilter] {
    guard let dictionary else { return [] }
    return names.map { SpeakerFilter($0, dictionary: dictionary) }
  }
}

/// How rows are printed.
enum RowFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl, csv
}
