import Analysis
import Chancery

/// An analysis as it is served: its address, what it is asked with, and what makes its table. Answers in every form and the
/// description follow from it.
struct ServedAnalysis: Sendable {
  /// The last part of its address, and its name in `/openapi.json`.
  let name: String
  /// What it gives.
  let summary: String
  let parameters: [any ParameterDescription]
  /// Makes the table, on a thread that may wait for the archive.
  let table: @Sendable (Question, Desk) throws -> Table

  /// Its address.
  var endpoint: Endpoint {
    Endpoint(
      API.path + "/" + name, name: name, summary, parameters: parameters, forms: [.json, .csv, .ndjson],
      schema: Schemas.table
    ) { [table] question, desk in
      .table(try table(question, desk), in: question.form)
    }
  }
}

extension Answer {
  /// A table.
  static func table(_ table: Table, in form: Form) -> Answer {
    switch form {
    case .csv: Answer(media: Form.csv.media, text: table.csv)
    case .ndjson: Answer(media: Form.ndjson.media, text: table.jsonLines)
    case .json, .html:
      .json(
        .object([
          .init("title", .string(table.title)),
          .init(
            "columns",
            .array(
              table.columns.map { .object([.init("name", .string($0.name)), .init("title", .string($0.title))]) })),
          .init("items", .array(table.rows.map(table.json))),
        ]))
    }
  }
}
