import Analysis
import Archive
import Chancery

/// An actor: whose words and deeds part company, its promises, what it did and said last, who belongs to it.
enum ActorPage {
  private typealias Parameters = PageParameters

  private enum Part: String, CaseIterable, Sendable { case words, promises, events }

  private static let part = QueryParameters.choices(
    "part", "What the CSV holds.", Part.allCases, .one, standard: .words
  ) {
    $0.rawValue
  }

  static let endpoint = Endpoint(
    "/actor", name: "actorPage", "An actor.",
    parameters: [Parameters.actor, QueryParameters.since, QueryParameters.until, part], forms: [.html, .csv],
    schema: .none
  ) { question, desk in
    guard let actor = question[Parameters.actor] else { return try choice(question, desk) }
    let days = try PageDays(question, desk)
    if question.form == .csv { return try csv(of: actor, days, question, desk) }
    return try page(of: actor, days, question, desk).answer()
  }

  private static func csv(
    of actor: PartyFilter, _ days: PageDays, _ question: Question, _ desk: Desk
  ) throws -> Answer {
    switch question[part] ?? .words {
    case .words: .table(try gaps(of: actor, days, desk).ranking, in: .csv)
    case .promises:
      .table(
        try PromiseLedger(of: actor, in: desk.store, since: days.since, until: days.until).table, in: .csv)
    case .events:
      .rows(
        try desk.store.events(
          {
            var query = EventQuery()
            query.actors = [actor]
            (query.since, query.until) = (days.since, days.until)
            query.limit = 10_000
            return query
          }()))
    }
  }

  private static func gaps(
    of actor: PartyFilter, _ days: PageDays, _ desk: Desk
  ) throws -> WordsAndDeeds {
    try WordsAndDeeds(of: actor, toward: [], in: desk.store, by: .quarter, since: days.since, until: days.until)
  }

  /// Where nobody is named: a form, and who acts most.
  private static func choice(_ question: Question, _ desk: Desk) throws -> Answer {
    let names = Names(dictionary: desk.dictionary)
    let busiest = try desk.store.busiestActors(limit: 40, until: desk.store.span()?.last)
    if question.form == .csv {
      var table = Table("Who acts most", columns: [.init("actor"), .init("events")])
      for actor in busiest { table.add([.text(actor.code), .count(actor.events)]) }
      return .table(table, in: .csv)
    }
    return try Page(
      title: "Actors", template: "actor-choice", section: .actor,
      slots: [
        "csv": question.csvAddress, "states": StateNames.slots(desk.dictionary), "actorGiven": "",
        "isEmpty": busiest.isEmpty,
        "actors": busiest.map { actor -> Slots in
          [
            "name": names.name(actor.code), "code": actor.code, "events": actor.events,
            "address": PageAddress.actor(actor.code),
          ]
        },
      ]
    ).answer()
  }

  private static func page(
    of actor: PartyFilter, _ days: PageDays, _ question: Question, _ desk: Desk
  ) throws -> Page {
    let names = Names(dictionary: desk.dictionary)
    let row: ActorRow? = if case .actor(let id) = actor { try desk.store.actor(id: id) } else { nil }
    let name = row?.name ?? names.name(actor)
    guard try desk.store.knows(actor) else {
      throw Problem(
        .notFound,
        "the archive has nothing of '\(actor.pageID)'; write the name of a state or a person, or a code (CHN, USA MIL)")
    }
    let code = actor.code
    let counts = Once { try desk.store.counts(of: actor) }
    var page = Page(
      title: name, template: "actor", section: .actor,
      slots: [
        "csv": question.csvAddress, "name": name, "code": code, "kind": row?.kind.rawValue, "office": row?.office,
        "codeName": code.map(names.name).flatMap { $0 == name ? nil : $0 }, "codeAddress": code.map(PageAddress.actor),
      ], tools: [.chart])
    page.parts = [
      .init(template: "actor-lead") {
        let counts = try counts.value()
        return days.slots.adding([
          "acts": counted(counts.acts, "act"), "received": counted(counts.received, "act received", "acts received"),
          "statements": counted(counts.statements, "statement"), "articles": counted(counts.articles, "article"),
          "states": StateNames.slots(desk.dictionary), "actorGiven": question.written("actor"),
        ])
      },
      .init(template: "actor-words") {
        let found = try gaps(of: actor, days, desk)
        return [
          "name": name, "csv": question.csvAddress, "hasCounterparts": !found.counterparts.isEmpty,
          "counterparts": found.counterparts.map { counterpart -> Slots in
            Slots.balance(counterpart.whole, isEnough: counterpart.isEnough).adding([
              "name": names.name(counterpart.party),
              "address": PageAddress.dyad(actor.pageID, counterpart.party.pageID),
              "wordsTrend": Slots.measure(counterpart.wordsTrend), "deedsTrend": Slots.measure(counterpart.deedsTrend),
              "beside": Slots.beside(counterpart.beside),
            ])
          },
        ]
      },
      .init(template: "actor-latest") {
        [
          "eventsCSV": csv(.events, question), "happenings": try desk.slots(try latest(of: actor, days, desk)),
          "more": PageAddress.page(
            "/happenings", [("actor", actor.pageID), ("since", days.since), ("until", days.until)]),
        ]
      },
      .init(template: "actor-promises") {
        let counts = try counts.value()
        let promises =
          counts.acts + counts.received > mostActs
          ? nil : try PromiseLedger(of: actor, in: desk.store, since: days.since, until: days.until).promises
        return [
          "from": name, "rows": (promises ?? []).suffix(40).reversed().map { Slots.promise($0, names) },
          "hasPromises": promises?.isEmpty == false, "promiseCount": counted(promises?.count ?? 0, "promise"),
          "isTooMuch": promises == nil, "promisesCSV": csv(.promises, question),
        ]
      },
      .init(template: "actor-members") {
        guard case .code(let code, nil) = actor else { return ["hasMembers": false] }
        let members = try desk.store.members(of: code, limit: 16)
        return [
          "name": name, "hasMembers": !members.isEmpty,
          "members": members.map { member -> Slots in
            [
              "name": member.actor.name, "office": member.actor.office, "address": PageAddress.actor(member.actor.id),
              "mentions": member.mentions,
            ]
          },
        ]
      },
    ]
    return page
  }

  private static func latest(of actor: PartyFilter, _ days: PageDays, _ desk: Desk) throws -> [HappeningRow] {
    var latest = HappeningQuery()
    latest.report.actors = [actor]
    (latest.report.since, latest.report.until) = (days.since, days.until)
    // What articles tell as still to come has days after the last of them.
    latest.report.modalities = [.happened]
    latest.limit = 12
    return try desk.store.latestHappenings(latest)
  }

  /// Of who acts and is acted on more often, promises are shown toward one at a time: to match all with all that follows takes its time.
  private static let mostActs = 5000

  private static func csv(_ part: Part, _ question: Question) -> String {
    question.address([("part", part.rawValue), (QueryParameters.formName, Form.csv.rawValue)])
  }
}
