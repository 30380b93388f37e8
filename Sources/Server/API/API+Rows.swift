import Archive

extension API {
  private static let forms: [Form] = [.json, .csv, .ndjson]
  private typealias Parameters = QueryParameters

  /// Rows by filters, page by page.
  static let rows: [Endpoint] = [
    Endpoint(
      path + "/events", name: "events", "Events, in the order of their days: who did what to whom, and who says so.",
      parameters: Parameters.events + Parameters.page, forms: forms, schema: .page(of: Schemas.event)
    ) { question, desk in
      .page(try desk.store.events(try question.eventQuery()), to: question)
    },
    Endpoint(
      path + "/statements", name: "statements", "Statements, in the order of their days: who says what, about whom.",
      parameters: [Parameters.saidBy, Parameters.about, Parameters.stance] + Parameters.range + Parameters.page,
      forms: forms, schema: .page(of: Schemas.statement)
    ) { question, desk in
      .page(try desk.store.statements(try question.statementQuery()), to: question)
    },
    Endpoint(
      path + "/figures", name: "figures", "Figures, in the order of their days: money, shares and counts.",
      parameters: [Parameters.unit] + Parameters.range + Parameters.page, forms: forms,
      schema: .page(of: Schemas.figure)
    ) { question, desk in
      .page(try desk.store.figures(try question.figureQuery()), to: question)
    },
    Endpoint(
      path + "/happenings", name: "happenings",
      "Happenings, in the order of their days: each act once, with how many articles and sources report it.",
      parameters: Parameters.events + [Parameters.reports, Parameters.sources, Parameters.order] + Parameters.page,
      forms: forms, schema: .page(of: Schemas.happening)
    ) { question, desk in
      .page(try desk.store.happenings(try question.happeningQuery()), to: question)
    },
    Endpoint(
      path + "/articles", name: "articles", "Articles, in the order of their days.",
      parameters: [Parameters.publisher, Parameters.since, Parameters.until, Parameters.words, Parameters.order]
        + Parameters.page, forms: forms, schema: .page(of: Schemas.article)
    ) { question, desk in
      .page(try desk.store.articles(try question.articleQuery()), to: question)
    },
    Endpoint(
      path + "/search", name: "search", "Articles that hold words, those that speak of them most first.",
      parameters: [Parameters.q] + Parameters.page, forms: forms, schema: .page(of: Schemas.found)
    ) { question, desk in
      let found = try desk.store.search(
        question[Parameters.q] ?? "", limit: question.limit + 1, after: question[Parameters.after])
      return .page(found, to: question)
    },
  ]
}
