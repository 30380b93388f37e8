import Analysis
import Archive
import Chancery

/// What an actor says on a subject to each audience, side by side.
enum AudiencesPage {
  private typealias Parameters = PageParameters

  private enum Part: String, CaseIterable, Sendable { case statements, contradictions }

  private static let part = QueryParameters.choices(
    "part", "What the CSV holds.", Part.allCases, .one, standard: .statements
  ) { $0.rawValue }

  static let endpoint = Endpoint(
    "/audiences", name: "audiencesPage", "What an actor says on a subject to each audience.",
    parameters: [
      Parameters.actor, Parameters.about, QueryParameters.since, QueryParameters.until, QueryParameters.words, part,
    ], forms: [.html, .csv], schema: .none
  ) { question, desk in
    let names = Names(dictionary: desk.dictionary)
    var slots: Slots = [
      "states": StateNames.slots(desk.dictionary), "actorGiven": question.written("actor"),
      "aboutGiven": question.written("about"), "textGiven": question.written("text"),
      "csv": nil, "isAsked": false,
    ]
    guard let actor = question[Parameters.actor], let subject = question[Parameters.about] else {
      guard question.form != .csv else {
        throw Problem(.missingParameter, "give 'actor' and 'about': whose statements, about whom", parameter: "actor")
      }
      return try Page(title: "Audiences", template: "audiences", section: .audiences, slots: slots).answer()
    }
    let days = try PageDays(question, desk)
    slots = slots.adding(days.slots)
    let find: @Sendable () throws -> Audiences = {
      try Audiences(
        of: actor, about: subject, in: desk.store, since: days.since, until: days.until,
        text: question[QueryParameters.words])
    }
    if question.form == .csv {
      let audiences = try find()
      return .table(
        question[part] == .contradictions ? audiences.contradictionTable : audiences.table, in: .csv)
    }
    slots = slots.adding([
      "isAsked": true, "csv": question.csvAddress,
      "contradictionsCSV": question.address([
        ("part", Part.contradictions.rawValue), (QueryParameters.formName, Form.csv.rawValue),
      ]),
    ])
    var page = Page(
      title: "What \(names.name(actor)) says about \(names.name(subject))", template: "audiences", section: .audiences,
      slots: slots)
    page.parts = [
      .init(template: "audiences-sayings") {
        let audiences = try find()
        return [
          "speaker": names.name(actor), "subject": names.name(subject), "isEmpty": audiences.sayings.isEmpty,
          "pairs": audiences.contradictions.prefix(most).map { pair -> Slots in
            ["sides": [saying(pair.first, names), saying(pair.second, names)]]
          }, "hasPairs": !audiences.contradictions.isEmpty,
          "groups": groups(audiences.sayings, names),
        ]
      }
    ]
    return try page.answer()
  }

  /// So many contradictions are shown.
  private static let most = 12

  /// Sayings by audience, in their order; the latest first in each.
  private static func groups(_ sayings: [Audiences.Saying], _ names: Names) -> [Slots] {
    var order: [String] = []
    var groups: [String: [Audiences.Saying]] = [:]
    for saying in sayings {
      let title = title(saying.audience, names)
      if groups[title] == nil { order.append(title) }
      groups[title, default: []].append(saying)
    }
    return order.enumerated().map { place, title in
      let found = groups[title] ?? []
      return [
        "audience": title, "number": place + 1, "count": counted(found.count, "statement"),
        "leanings": Audiences.Leaning.allCases.compactMap { leaning -> String? in
          let count = found.count { $0.leaning == leaning }
          return count > 0 ? "\(Self.title(leaning)) \(count)" : nil
        }.joined(separator: ", "),
        "sayings": found.reversed().map { saying($0, names) },
      ]
    }
  }

  private static func saying(_ saying: Audiences.Saying, _ names: Names) -> Slots {
    let row = saying.statement
    return [
      "audience": title(saying.audience, names), "leaning": title(saying.leaning), "quad": style(saying.leaning),
      "stance": row.stance.rawValue, "speaker": row.speaker, "addressee": row.addressee, "venue": row.venue,
      "day": row.day, "content": Excerpt.beginning(of: row.content),
      "address": PageAddress.article(row.article.id, event: "t-" + row.id),
      "articleTitle": row.article.title ?? row.article.id, "publisher": row.article.publisher,
    ]
  }

  private static func title(_ audience: Audiences.Audience, _ names: Names) -> String {
    switch audience {
    case .home: "At home"
    case .state(let code): "To \(names.name(code))"
    case .international(let name): name.isEmpty ? "In international bodies" : "To \(name)"
    case .press: "To nobody named"
    }
  }

  private static func title(_ leaning: Audiences.Leaning) -> String {
    switch leaning {
    case .support: "supports"
    case .criticise: "criticises"
    case .deny: "denies"
    case .neutral: "neutral"
    }
  }

  private static func style(_ leaning: Audiences.Leaning) -> String {
    switch leaning {
    case .support: "q1"
    case .criticise: "q3"
    case .deny: "q4"
    case .neutral: ""
    }
  }
}
