import Chancery

/// The addresses of the HTTP API; `Documentation/api.md` tells how it is used.
enum API {
  static let path = "/api/v1"

  static let all = rows + single + [reading] + ServedAnalysis.all.map(\.endpoint) + [openAPI]

  /// The description of all others.
  private static let openAPI = Endpoint(
    OpenAPI.path, name: "describe", "This description: OpenAPI 3.1.",
    schema: Schema("Description", .object([.init("type", .string("object"))]))
  ) { _, _ in Answer(media: Form.json.media, text: OpenAPI.text) }
}
