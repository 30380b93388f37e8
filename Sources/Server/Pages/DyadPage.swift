import Analysis
import Archive
import Chancery

/// Two actors: their words and deeds toward each other over time, their contacts, their promises.
enum DyadPage {
  private typealias Parameters = PageParameters

  /// What is had as CSV.
  private enum Part: String, CaseIterable, Sendable { case words, acts, contacts, promises }

  private static let part = QueryParameters.choices(
    "part", "What the CSV holds.", Part.allCases, .one, standard: .words
  ) {
    $0.rawValue
  }
  private static let by = QueryParameters.choices(
    "by", "By what time is cut.", Interval.allCases, .one, standard: .month
  ) { $0.rawValue }

  static let endpoint = Endpoint(
    "/dyad", name: "dyadPage", "Words, deeds, contacts and promises of two actors.",
    parameters: [Parameters.a, Parameters.b, by, QueryParameters.since, QueryParameters.until, part],
    forms: [.html, .csv], schema: .none
  ) { question, desk in
    guard let a = question[Parameters.a], let b = question[Parameters.b] else { return try choice(question, desk) }
    guard a != b else { throw Problem(.badValue, "'a' and 'b' are the same actor; give two", parameter: "b") }
    let days = try PageDays(question, desk)
    let ask = Asked(
      a: a, b: b, interval: question[by] ?? .month, since: days.since, until: days.until, store: desk.store)
    if question.form == .csv {
      return .table(
        try ask.table(question[part] ?? .words, names: Names(dictionary: desk.dictionary)), in: .csv)
    }
    return try page(ask, days, question, desk).answer()
  }

  /// What a page asks of the analyses.
  private struct Asked: Sendable {
    let a: PartyFilter
    let b: PartyFilter
    let interval: Interval
    let since: String?
    let until: String?
    let store: NewsStore

    func words(_ actor: PartyFilter, toward other: PartyFilter) throws -> WordsAndDeeds {
      try WordsAndDeeds(of: actor, toward: [other], in: store, by: interval, since: since, until: until)
    }

    func series() throws -> DyadSeries {
      try DyadSeries(of: a, and: b, in: store, by: interval, since: since, until: until)
    }

    func contacts() throws -> ContactLedger {
      try ContactLedger(of: a, and: b, in: store, since: since, until: until)
    }

    func promises(_ actor: PartyFilter, to other: PartyFilter) throws -> PromiseLedger {
      try PromiseLedger(of: actor, to: other, in: store, since: since, until: until)
    }

    /// Whether there is anything between the two but what happened: what is planned, feared or denied, or a contact.
    func hasMore() throws -> Bool {
      let points = try series().points[.both] ?? []
      return try points.contains { !$0.acts.isEmpty || !$0.beside.isEmpty } || !contacts().contacts.isEmpty
    }

    func table(_ part: Part, names: Names) throws -> Table {
      switch part {
      case .acts: try series().table
      case .contacts: try contacts().table
      case .words: try Table.joined([words(a, toward: b).table, words(b, toward: a).table], by: [a.name, b.name])
      case .promises:
        try Table.joined([promises(a, to: b).table, promises(b, to: a).table], by: [a.name, b.name])
      }
    }
  }

  /// Where nobody is named: a form, and who acts on whom most.
  private static func choice(_ question: Question, _ desk: Desk) throws -> Answer {
    let names = Names(dictionary: desk.dictionary)
    let pairs = try desk.store.busiestPairs(limit: 30, until: desk.store.span()?.last)
    if question.form == .csv {
      var table = Table("Who acts on whom most", columns: [.init("source"), .init("target"), .init("events")])
      for pair in pairs { table.add([.text(pair.source), .text(pair.target), .count(pair.events)]) }
      return .table(table, in: .csv)
    }
    return try Page(
      title: "Two actors", template: "dyad-choice", section: .dyad,
      slots: [
        "csv": question.csvAddress, "states": StateNames.slots(desk.dictionary),
        "aGiven": question.written("a"), "bGiven": question.written("b"),
        "pairs": pairs.map { pair -> Slots in
          [
            "source": names.name(pair.source), "target": names.name(pair.target), "events": pair.events,
            "address": PageAddress.dyad(pair.source, pair.target),
          ]
        }, "isEmpty": pairs.isEmpty,
      ]
    ).answer()
  }

  private static func page(_ asked: Asked, _ days: PageDays, _ question: Question, _ desk: Desk) throws -> Page {
    let names = Names(dictionary: desk.dictionary)
    let (a, b) = (names.name(asked.a), names.name(asked.b))
    var latest = HappeningQuery()
    latest.report.between = [asked.a, asked.b]
    latest.report.since = asked.since
    latest.report.until = asked.until
    // What articles tell as still to come has days after the last of them.
    latest.report.modalities = [.happened]
    latest.limit = 12
    let happenings = try desk.store.latestHappenings(latest)
    guard try !happenings.isEmpty || asked.hasMore() else {
      throw Problem(
        .notFound,
        "the archive has nothing between \(a) and \(b)"
          + " on these days"
          + "; look for others, or widen the days")
    }
    let slots: Slots = [
      "a": a, "b": b, "aAddress": PageAddress.actor(asked.a.pageID), "bAddress": PageAddress.actor(asked.b.pageID),
      "states": StateNames.slots(desk.dictionary), "aGiven": question.written("a"), "bGiven": question.written("b"),
      "intervals": Interval.allCases.map {
        ["name": $0.rawValue, "isChosen": $0 == asked.interval] as Slots
      },
      "csv": question.csvAddress,
    ]
    var page = Page(
      title: "\(a) and \(b)", template: "dyad", section: .dyad, slots: slots.adding(days.slots), tools: [.chart])
    page.parts = [
      .init(template: "dyad-words") {
        [
          "wordsCSV": csv(.words, question),
          "directions": [
            try direction(asked, asked.a, asked.b, names), try direction(asked, asked.b, asked.a, names),
          ],
        ]
      },
      .init(template: "dyad-acts") {
        let series = try asked.series()
        return [
          "actsCSV": csv(.acts, question),
          "series": [
            acts(series, .forth, asked.a, asked.b, names), acts(series, .back, asked.b, asked.a, names),
          ],
        ]
      },
      .init(template: "dyad-contacts") {
        let ledger = try asked.contacts()
        return [
          "a": a, "b": b, "contactsCSV": csv(.contacts, question),
          "contacts": ledger.contacts.suffix(most).reversed().map { Slots.contact($0, names) },
          "hasContacts": !ledger.contacts.isEmpty, "contactCount": counted(ledger.contacts.count, "contact"),
          "heldCount": ledger.contacts.count { $0.outcome == .held },
          "silence": ledger.longestSilence.map { silence -> Slots in
            [
              "days": silence.to.number - silence.from.number, "from": silence.from.description,
              "to": silence.to.description,
            ]
          },
        ]
      },
      .init(template: "dyad-promises") {
        [
          "promisesCSV": csv(.promises, question),
          "promises": [
            promises(try asked.promises(asked.a, to: asked.b), from: a, to: b, names),
            promises(try asked.promises(asked.b, to: asked.a), from: b, to: a, names),
          ],
        ]
      },
      .init(template: "dyad-latest") {
        [
          "happenings": try desk.slots(happenings),
          "more": PageAddress.page(
            "/happenings",
            [
              ("between", asked.a.pageID), ("between", asked.b.pageID), ("since", asked.since), ("until", asked.until),
            ]),
        ]
      },
    ]
    return page
  }

  /// One's promises to the other.
  private static func promises(_ ledger: PromiseLedger, from: String, to: String, _ names: Names) -> Slots {
    [
      "from": from, "to": to, "rows": ledger.promises.suffix(most).reversed().map { Slots.promise($0, names) },
      "isEmpty": ledger.promises.isEmpty, "count": counted(ledger.promises.count, "promise"),
    ]
  }

  /// So many contacts and promises are shown, the latest; the CSV holds all.
  private static let most = 60

  private static func csv(_ part: Part, _ question: Question) -> String {
    question.address([("part", part.rawValue), (QueryParameters.formName, Form.csv.rawValue)])
  }

  /// What one says to and does to the other, in all and over time.
  private static func direction(
    _ asked: Asked, _ actor: PartyFilter, _ other: PartyFilter, _ names: Names
  ) throws -> Slots {
    let found = try asked.words(actor, toward: other)
    guard let counterpart = found.counterparts.first else {
      return ["from": names.name(actor), "to": names.name(other)]
    }
    return Slots.balance(counterpart.whole, isEnough: counterpart.isEnough).adding([
      "from": names.name(actor), "to": names.name(other),
      "beside": Slots.beside(counterpart.beside),
      "rows": zip(found.coverage.bins.indices, counterpart.points).map { place, point -> Slots in
        let bin = found.coverage.bins[place]
        return Slots.balance(point, isEnough: true).adding([
          "period": bin.name,
          "isMissing": found.coverage.articles[place] == 0 && point.words.isEmpty && point.deeds.isEmpty,
          "address": happenings(actor, other, bin),
        ])
      },
    ])
  }

  private static func happenings(_ actor: PartyFilter, _ other: PartyFilter, _ bin: TimeBin) -> String {
    PageAddress.page(
      "/happenings",
      [
        ("actor", actor.pageID), ("recipient", other.pageID), ("since", bin.first.description),
        ("until", bin.last.description),
      ])
  }

  /// One's acts on the other by quad class.
  private static func acts(
    _ series: DyadSeries, _ direction: DyadSeries.Direction, _ actor: PartyFilter, _ other: PartyFilter, _ names: Names
  ) -> Slots {
    let points = series.points[direction] ?? []
    return [
      "from": names.name(actor), "to": names.name(other),
      "rows": zip(series.coverage.bins.indices, points).map { place, point -> Slots in
        let bin = series.coverage.bins[place]
        let isMissing = series.coverage.articles[place] == 0 && point.acts.isEmpty
        return [
          "period": bin.name, "isMissing": isMissing, "address": happenings(actor, other, bin),
          "quads": point.quads.enumerated().map { quad, count in
            ["count": count, "signed": quad < 2 ? count : -count] as Slots
          },
          "mean": Slots.measure(point.mean), "articles": series.coverage.articles[place],
        ]
      },
    ]
  }
}
