import Chancery
import HTTPTypes

/// The description of the API (OpenAPI 3.1), made of what answers it.
enum OpenAPI {
  static let path = "/openapi.json"

  /// The description as it is sent.
  static let text = document.text + "\n"

  static let document: JSON = .object([
    .init("openapi", .string("3.1.0")),
    .init(
      "info",
      .object([
        .init("title", .string("Chancery")), .init("version", .string("1")),
        .init(
          "description",
          .string(
            "News read into events, statements and figures: who did what to whom, who says so, and what became of it.")),
        .init("license", .object([.init("name", .string("Apache-2.0")), .init("identifier", .string("Apache-2.0"))])),
      ])),
    .init("servers", .array([.object([.init("url", .string("/"))])])),
    .init("security", .array([.object([]), .object([.init("token", .array([]))])])),
    .init("paths", .object(API.all.map { .init($0.path, .object([.init($0.verb, operation($0))])) })),
    .init(
      "components",
      .object([
        .init("schemas", .object(schemas.map { .init($0.name, $0.json) })),
        .init("responses", .object([.init("Problem", problem)])),
        .init(
          "securitySchemes",
          .object([
            .init(
              "token",
              .object([
                .init("type", .string("http")), .init("scheme", .string("bearer")),
                .init("description", .string("Asked for where the desk was started with a token.")),
              ]))
          ])),
      ])),
  ])

  /// All schemas, each once.
  private static let schemas: [Schema] = {
    var schemas =
      Schemas.parts + [
        Schemas.event, Schemas.statement, Schemas.figure, Schemas.happening, Schemas.found, Schemas.problem,
      ]
    for endpoint in API.all where !schemas.contains(where: { $0.name == endpoint.schema.name }) {
      schemas.append(endpoint.schema)
    }
    return schemas
  }()

  private static func operation(_ endpoint: Endpoint) -> JSON {
    var members: [JSON.Member] = [
      .init("operationId", .string(endpoint.name)), .init("summary", .string(endpoint.summary)),
    ]
    if !endpoint.parameters.isEmpty { members.append(.init("parameters", .array(endpoint.parameters.map(parameter)))) }
    if endpoint.method == .post { members.append(.init("requestBody", body)) }
    members.append(.init("responses", .object(responses(endpoint))))
    return .object(members)
  }

  private static func parameter(_ parameter: any ParameterDescription) -> JSON {
    var schema = parameter.schema
    if parameter.count.isList {
      let least = parameter.count == .several ? 0 : 2
      schema = .object([
        .init("type", .string("array")), .init("items", schema), .init("minItems", .integer(least)),
        .init("maxItems", .integer(parameter.count.range.upperBound)),
      ])
    }
    var members: [JSON.Member] = [
      .init("name", .string(parameter.name)), .init("in", .string(parameter.place.rawValue)),
      .init("description", .string(parameter.summary)), .init("required", .bool(parameter.count.isRequired)),
      .init("schema", schema),
    ]
    if !parameter.examples.isEmpty {
      let examples = JSON.strings(parameter.examples)
      members.append(.init("example", parameter.count.isList ? examples : .string(parameter.examples[0])))
    }
    if parameter.count.isList {
      members += [.init("style", .string("form")), .init("explode", .bool(true))]
    }
    return .object(members)
  }

  private static let articleID: JSON = .object([
    .init("type", .strings(["string", "integer"])), .init("pattern", .string(#"\S"#)),
  ])

  private static let body: JSON = .object([
    .init("required", .bool(true)),
    .init(
      "content",
      .object([
        .init(
          "application/json",
          .object([
            .init(
              "schema",
              .members(
                [("text", .plainText(most: ReadingRoom.mostBytes))],
                optional: [("id", articleID)]
                  + ["title", "published", "publisher", "byline", "url", "language"].map { ($0, .textOrNull) }))
          ])),
        .init("text/plain", .object([.init("schema", .plainText(most: ReadingRoom.mostBytes))])),
      ])),
  ])

  private static func responses(_ endpoint: Endpoint) -> [JSON.Member] {
    let content = endpoint.forms.map { form in
      JSON.Member(
        form.plainMedia, .object([.init("schema", form == .json ? .reference(endpoint.schema) : .plainText)]))
    }
    var success: [JSON.Member] = [
      .init("description", .string(endpoint.summary)), .init("content", .object(content)),
    ]
    if endpoint.method == .get {
      var fields = [("ETag", "The version of the archive; an answer with another is another.")]
      if endpoint.parameters.contains(where: { $0.name == QueryParameters.after.name }) {
        fields.append(("Link", "Where the next page is, where there is one (rel=\"next\")."))
      }
      success.append(
        .init(
          "headers",
          .object(
            fields.map { name, text in
              .init(name, .object([.init("description", .string(text)), .init("schema", .plainText)]))
            })))
    }
    var kinds: [Problem.Kind] = [
      .badRequest, .notAllowed, .wrongMethod, .noSuchForm, .addressTooLong, .wrongHost, .failure, .busy, .tooLong,
    ]
    if endpoint.parameters.contains(where: { $0.place == .path }) { kinds.append(.notFound) }
    var responses: [JSON.Member] = [.init("200", .object(success))]
    if endpoint.method == .get {
      responses.append(.init("304", .object([.init("description", .string("The client has this answer already."))])))
    } else {
      kinds += [.foreignOrigin, .tooLarge, .wrongMedia, .unreadableArticle]
    }
    let problem: JSON = .object([.init("$ref", .string("#/components/responses/Problem"))])
    return responses + Set(kinds.map(\.status.code)).sorted().map { JSON.Member(String($0), problem) }
  }

  private static let problem: JSON = .object([
    .init("description", .string("Why there is no answer, and what to do about it (RFC 9457).")),
    .init(
      "content",
      .object([.init("application/problem+json", .object([.init("schema", .reference(Schemas.problem))]))])),
  ])
}

extension Endpoint {
  /// The method as OpenAPI names it.
  fileprivate var verb: String { method.rawValue.lowercased() }
}
