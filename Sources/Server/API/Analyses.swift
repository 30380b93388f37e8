import Analysis
import Archive
import Chancery

extension ServedAnalysis {
  /// All analyses.
  static let all: [ServedAnalysis] = [dyad, wordsAndDeeds, contacts, promises, schedule, audiences, network, turns]

  private static let first = QueryParameters.party("first", "One of the two: a name, a code or an id.")
  private static let second = QueryParameters.party("second", "The other.", example: "China")
  private static let actor = QueryParameters.party("actor", "Whose: a name, a code or an id.")
  private static let toward = QueryParameters.party(
    "toward", "Toward whom; any of several. Without it, the eight on whom the actor acts most.", .several,
    example: "China")
  private static let recipient = QueryParameters.party("to", "To whom alone.", .one, example: "China")
  private static let subject = QueryParameters.party("about", "Of whom.", example: "China")
  private static let interval = QueryParameters.choices(
    "by", "Stretches of time.", Interval.allCases, .one, standard: .month
  ) { $0.rawValue }
  private static let detail = QueryParameters.choices(
    "rows", "A row for every counterpart, or for each in every stretch of time.", Detail.allCases, .one,
    standard: .ranking
  ) { $0.rawValue }
  private static let asOf = QueryParameters.day(
    "as_of", "The day up to which things are known, given whole; without it, that of the last article.")
  private static let least = QueryParameters.integer(
    "least", "How many happenings a pair has to have.", 1...1_000_000, standard: 1)

  private enum Detail: String, Sendable, CaseIterable {
    case ranking, periods
  }

  /// What analyses may be narrowed to.
  private static let narrowing: [any ParameterDescription] = [
    QueryParameters.since, QueryParameters.until, QueryParameters.category, QueryParameters.quad, QueryParameters.cameo,
    QueryParameters.modality, QueryParameters.saidBy, QueryParameters.place, QueryParameters.words,
  ]

  private static let dyad = ServedAnalysis(
    name: "dyad", summary: "What two actors do to each other over time, counted by happenings.",
    parameters: [first, second, interval] + narrowing
  ) { question, desk in
    try question.series(first, second, interval, desk).table
  }

  private static let turns = ServedAnalysis(
    name: "turns", summary: "When the relation of two actors changed, and the happenings that made it.",
    parameters: [first, second, interval] + narrowing
  ) { question, desk in
    TurningPoints(try question.series(first, second, interval, desk)).table
  }

  private static let wordsAndDeeds = ServedAnalysis(
    name: "words-and-deeds", summary: "What an actor says about others against what it does to them.",
    parameters: [actor, toward, interval, detail] + narrowing
  ) { question, desk in
    let days = try question.days()
    let result = try WordsAndDeeds(
      of: question.required(actor), toward: question.all(toward), in: desk.store, by: question[interval] ?? .month,
      since: days.since, until: days.until, filter: question.eventQuery())
    return question[detail] == .periods ? result.table : result.ranking
  }

  private static let contacts = ServedAnalysis(
    name: "contacts", summary: "The ledger of visits, calls, meetings and letters between two actors.",
    parameters: [first, second, asOf] + narrowing
  ) { question, desk in
    let days = try question.days()
    return try ContactLedger(
      of: question.required(first), and: question.required(second), in: desk.store, since: days.since,
      until: days.until,
      asOf: question.wholeDay(asOf), filter: question.eventQuery()
    ).table
  }

  private static let promises = ServedAnalysis(
    name: "promises", summary: "What an actor promised or announced, when it was due, and what became of it.",
    parameters: [actor, recipient, asOf] + narrowing
  ) { question, desk in
    let days = try question.days()
    return try PromiseLedger(
      of: question.required(actor), to: question[recipient], in: desk.store, since: days.since, until: days.until,
      asOf: question.wholeDay(asOf), filter: question.eventQuery()
    ).table
  }

  private static let schedule = ServedAnalysis(
    name: "schedule", summary: "What is planned and still to come.",
    parameters: [
      QueryParameters.actor, QueryParameters.recipient, QueryParameters.between, asOf, QueryParameters.until,
      QueryParameters.category, QueryParameters.place, QueryParameters.words,
    ]
  ) { question, desk in
    try Schedule(
      in: desk.store, asOf: question.wholeDay(asOf), until: question.days().until, filter: question.eventQuery()
    ).table
  }

  private static let audiences = ServedAnalysis(
    name: "audiences", summary: "What an actor says on a subject to each of its audiences.",
    parameters: [actor, subject, QueryParameters.since, QueryParameters.until, QueryParameters.words]
  ) { question, desk in
    let days = try question.days()
    return try Audiences(
      of: question.required(actor), about: question.required(subject), in: desk.store, since: days.since,
      until: days.until, text: question[QueryParameters.words]
    ).table
  }

  private static let network = ServedAnalysis(
    name: "network", summary: "Who acts on whom, counted by happenings that an article vouches for itself.",
    parameters: [QueryParameters.since, QueryParameters.until, least]
  ) { question, desk in
    let days = try question.days()
    return try Network(in: desk.store, since: days.since, until: days.until, least: question[least] ?? 1).table
  }
}

extension Question {
  /// The series of a dyad.
  fileprivate func series(
    _ first: Parameter<PartyFilter>, _ second: Parameter<PartyFilter>, _ interval: Parameter<Interval>, _ desk: Desk
  ) throws -> DyadSeries {
    let days = try days()
    return try DyadSeries(
      of: required(first), and: required(second), in: desk.store, by: self[interval] ?? .month, since: days.since,
      until: days.until, filter: eventQuery())
  }

  /// The value of a parameter that has to be there.
  fileprivate func required(_ parameter: Parameter<PartyFilter>) throws -> PartyFilter {
    guard let value = self[parameter] else {
      throw Problem(.badRequest, "\(parameter.name) is missing; give a name, a code or an id")
    }
    return value
  }

  /// A day that is given whole.
  fileprivate func wholeDay(_ parameter: Parameter<CalendarDate>) throws -> CalendarDay? {
    guard let date = self[parameter] else { return nil }
    guard let day = CalendarDay(date) else {
      throw Problem(.badRequest, "\(parameter.name) takes a whole date: 2018-01-05")
    }
    return day
  }
}
