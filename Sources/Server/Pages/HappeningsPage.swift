import Archive
import Chancery

/// What happened, the latest first, by filters.
enum HappeningsPage {
  private typealias Parameters = QueryParameters

  static let endpoint = Endpoint(
    "/happenings", name: "happeningsPage", "What happened, the latest first.",
    parameters: Parameters.events + [
      Parameters.reports, Parameters.sources, Parameters.order, Parameters.limit, Parameters.after,
    ],
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    var query = try question.happeningQuery()
    let isEarliestFirst = question.written(Parameters.order.name) == Parameters.Order.earliest.rawValue
    query.isLatestFirst = !isEarliestFirst
    query.limit = (question.written(Parameters.limit.name).isEmpty ? most : question.limit) + 1
    let limit = (query.limit ?? 1) - 1
    let find: @Sendable () throws -> [HappeningRow] = { [query] in
      try isEarliestFirst ? desk.store.happenings(query) : desk.store.latestHappenings(query)
    }
    if question.form == .csv { return .rows(Array(try find().prefix(limit))) }
    var slots: Slots = [
      "csv": question.csvAddress, "isFirst": query.after == nil ? true : nil,
      "first": question.address([(Parameters.after.name, nil)]),
      "states": StateNames.slots(desk.dictionary),
      "categories": Category.allCases.map { category -> Slots in
        [
          "name": category.rawValue,
          "isChosen": question.all(Parameters.category).contains(category),
        ]
      },
      "modalities": Modality.allCases.map { modality -> Slots in
        [
          "name": modality.rawValue, "title": modality.title,
          "isChosen": question.all(Parameters.modality).contains(modality),
        ]
      },
    ]
    for name in ["actor", "recipient", "since", "until", "text", "place"] {
      slots[name + "Given"] = question.written(name)
    }
    var page = Page(title: title(question, desk), template: "happenings", section: .happenings, slots: slots)
    page.parts = [
      .init(template: "happenings-found") {
        let found = try find()
        let rows = Array(found.prefix(limit))
        return [
          "happenings": try desk.slots(rows), "isEmpty": rows.isEmpty,
          "next": found.count > rows.count
            ? rows.last.map { question.address([(Parameters.after.name, $0.id)]) } : nil,
        ]
      }
    ]
    return try page.answer()
  }

  /// How many are shown at a time.
  private static let most = 40

  private static func title(_ question: Question, _ desk: Desk) -> String {
    let names = Names(dictionary: desk.dictionary)
    func list(_ parties: [PartyFilter]) -> String { parties.map(names.name).joined(separator: ", ") }
    let (actors, recipients) = (question.all(Parameters.actor), question.all(Parameters.recipient))
    var title = "What happened"
    if !actors.isEmpty, !recipients.isEmpty {
      title = "What \(list(actors)) did toward \(list(recipients))"
    } else if !actors.isEmpty {
      title = "What \(list(actors)) did"
    } else if !recipients.isEmpty {
      title = "What was done toward \(list(recipients))"
    }
    let (since, until) = (question.written("since"), question.written("until"))
    if !since.isEmpty, since == until { return title + " in \(since)" }
    return title + (since.isEmpty ? "" : " since \(since)") + (until.isEmpty ? "" : " until \(until)")
  }
}

/// Names of states, which fields for actors offer.
enum StateNames {
  static func slots(_ dictionary: ActorDictionary) -> [String] {
    dictionary.records.filter { $0.kind == .state }.map(\.name).sorted()
  }
}
