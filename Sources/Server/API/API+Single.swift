import Archive
import Chancery

extension API {
  private typealias Parameters = QueryParameters

  /// One thing by its id or name.
  static let single: [Endpoint] = [
    Endpoint(
      path + "/happenings/{id}", name: "happening",
      "A happening with its reports: who claims it, who denies it, and the words that tell it.",
      parameters: [Parameters.id], schema: Schemas.toldHappening
    ) { question, desk in
      let id = question[Parameters.id] ?? ""
      guard let row = try desk.store.happening(id: id) else {
        throw Problem(
          .notFound, "the archive has no happening '\(id)'; \(path)/happenings lists them",
          parameter: Parameters.id.name)
      }
      return .json(row.json(mentions: try desk.store.mentions(of: id), reports: try desk.store.reports(of: id)))
    },
    Endpoint(
      path + "/articles/{id}", name: "article", "An article: its text and its whole reading.",
      parameters: [Parameters.id], schema: Schemas.readArticle
    ) { question, desk in
      let id = question[Parameters.id] ?? ""
      guard let row = try desk.store.articleRow(id: id), let reading = try desk.store.reading(id: id) else {
        throw Problem(
          .notFound, "the archive has no article '\(id)'; \(path)/articles lists them", parameter: Parameters.id.name)
      }
      let text = try desk.store.article(id: id)?.text.string
      // The reading is JSON already.
      return Answer(
        media: Form.json.media,
        text: "{\"article\": \(row.json.line), \"text\": \(JSON.optional(text).line), \"reading\": \(reading)}\n")
    },
    Endpoint(
      path + "/actors", name: "actors", "How a name resolves: who bears it, their codes and offices.",
      parameters: [Parameters.name, Parameters.on], schema: Schemas.actor
    ) { question, desk in
      .json(
        desk.dictionary.explanation(of: question[Parameters.name] ?? "", on: question[Parameters.on]).json)
    },
    Endpoint(path + "/status", name: "status", "How much the archive holds.", schema: Schemas.status) { _, desk in
      let counts = try desk.store.counts()
      return .json(
        .object([
          .init("version", .string(try desk.version())), .init("articles", .integer(counts.articles)),
          .init("failures", .integer(counts.failures)), .init("events", .integer(counts.events)),
          .init("statements", .integer(counts.statements)), .init("figures", .integer(counts.figures)),
          .init("happenings", .integer(counts.happenings)),
        ]))
    },
  ]
}
