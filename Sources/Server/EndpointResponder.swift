import HTTPTypes
import Hummingbird

/// Answers requests for an endpoint: chooses the form, reads the question, and answers it unless the client has the answer.
struct EndpointResponder: Sendable {
  let endpoint: Endpoint
  let desk: Desk

  func respond(to request: Request, context: DeskContext) async throws -> Response {
    let form = try form(of: request)
    let question = try Question(
      endpoint.parameters, path: request.uri.path, query: request.uri.query ?? "", segments: segments(context),
      ignoresBlank: endpoint.forms.contains(.html),
      form: form, body: try await content(of: request), dictionary: desk.dictionary)
    guard endpoint.method == .get else { return try await endpoint.respond(question, desk).response() }
    // The version is asked first: an answer may be newer than its tag says, never older.
    let version = try await desk.ask { try $0.version() }
    let tag = "W/\"\(version).\(form.rawValue)\""
    var fields: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept, Accept-Encoding"]
    if EntityTags.hold(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: fields) }
    let answer = try await answer(
      to: question, version: version, address: "\(form.rawValue) \(request.uri.string)")
    if answer.isProvisional { fields = [.cacheControl: "no-store", .vary: "Accept, Accept-Encoding"] }
    var response = answer.response()
    response.headers.append(contentsOf: fields)
    return response
  }

  /// The answer, which for a page may have been made before.
  private func answer(to question: Question, version: String, address: String) async throws -> Answer {
    guard endpoint.forms.contains(.html) else { return try await endpoint.respond(question, desk) }
    if let kept = desk.keptAnswers.answer(to: address, version: version) { return kept }
    let answer = try await endpoint.respond(question, desk)
    if !answer.isProvisional { desk.keptAnswers.keep(answer, to: address, version: version) }
    return answer
  }

  /// The form that the parameter `format` names, else the one that the request accepts.
  private func form(of request: Request) throws -> Form {
    if endpoint.forms.count > 1, let query = request.uri.query,
      let named = try AddressEncoding.pairs(query).first(where: { $0.name == QueryParameters.formName })
    {
      // What is no form is refused where the parameters are read.
      return endpoint.forms.first { $0.rawValue == named.text } ?? endpoint.forms[0]
    }
    return try Form.negotiated(endpoint.forms, accept: request.headers[.accept])
  }

  private func segments(_ context: DeskContext) -> [String: String] {
    var segments: [String: String] = [:]
    for parameter in endpoint.parameters where parameter.place == .path {
      segments[parameter.name] = context.parameters.get(parameter.name)
    }
    return segments
  }

  private func content(of request: Request) async throws -> Question.RequestContent? {
    guard endpoint.method == .post else { return nil }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > ReadingRoom.mostBytes {
      throw Problem(.tooLarge, "the body has \(length) bytes, more than the \(ReadingRoom.mostBytes) that are taken")
    }
    let buffer = try await request.body.collect(upTo: ReadingRoom.mostBytes)
    let media = request.headers[.contentType]?.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() ?? ""
    return Question.RequestContent(media: media, bytes: Array(buffer.readableBytesView))
  }
}

/// Tags of answers (RFC 9110, 8.8.3).
enum EntityTags {
  /// Whether a field `If-None-Match` holds a tag; strong and weak ones are alike here.
  static func hold(_ field: String?, _ tag: String) -> Bool {
    guard let field else { return false }
    func opaque(_ tag: some StringProtocol) -> String {
      let tag = tag.trimmingPrefix(while: \.isWhitespace)
      let plain = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
      return String(plain.filter { !$0.isWhitespace })
    }
    return field.split(separator: ",").contains { opaque($0) == "*" || opaque($0) == opaque(tag) }
  }
}
