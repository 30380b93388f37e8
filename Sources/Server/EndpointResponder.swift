import HTTPTypes
import Hummingbird
import Logging

/// Answers requests for an endpoint: chooses the form, reads the question, and answers it unless the client has the answer. Of what takes
/// longer than ``Desk/patience`` the beginning is sent at once, where it has one.
struct EndpointResponder: Sendable {
  let endpoint: Endpoint
  let desk: Desk

  func respond(to request: Request, context: DeskContext) async throws -> Response {
    let start = ContinuousClock.now
    let form = try form(of: request)
    let question = try Question(
      endpoint.parameters, path: request.uri.path, query: request.uri.query ?? "", segments: segments(context),
      ignoresBlank: endpoint.forms.contains(.html),
      form: form, body: try await content(of: request), dictionary: desk.dictionary)
    guard endpoint.method == .get else { return try await endpoint.respond(question, desk).response() }
    // The version is asked first: an answer may be newer than its tag says, never older.
    let version = try await desk.ask { try $0.version() }
    let tag = "W/\"\(version).\(form.rawValue)\""
    let fields: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept, Accept-Encoding"]
    if EntityTags.hold(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: fields) }
    let address = "\(form.rawValue) \(request.uri.string)"
    let isKept = endpoint.forms.contains(.html)
    if isKept, let kept = desk.keptAnswers.answer(to: address, version: version) {
      return response(kept, fields)
    }
    var answer = try await endpoint.respond(question, desk)
    let keep: @Sendable (Answer) -> Void = { [desk] answer in
      desk.keptAnswers.keep(answer, to: address, version: version)
    }
    if !answer.pieces.isEmpty {
      let work = PieceWork(answer.pieces, on: desk)
      answer.pieces = []
      // Who asks for the head alone is told how long the body is.
      if request.method != .head, await !work.isDone(within: desk.patience - (.now - start)) {
        return response(answer, followedBy: work, keep) { problem, error in
          if problem.isLogged { context.logger.error("\(request.method.rawValue) \(request.uri.path): \(error)") }
        }
      }
      for await piece in work.done { answer.text += try piece.get() }
    }
    if isKept, !answer.isProvisional { keep(answer) }
    return response(answer, fields)
  }

  private func response(_ answer: Answer, _ fields: HTTPFields) -> Response {
    var response = answer.response()
    response.headers.append(contentsOf: answer.isProvisional ? Self.passing : fields)
    return response
  }

  /// An answer of which the beginning is sent at once and the rest as it is worked out. It is whole where it comes from ``KeptAnswers``
  /// the next time; browsers keep nothing of it, because it may tell of a problem in the place of a piece.
  private func response(
    _ answer: Answer, followedBy work: PieceWork, _ keep: @escaping @Sendable (Answer) -> Void,
    log: @escaping @Sendable (Problem, any Error) -> Void
  ) -> Response {
    var response = answer.response()
    response.headers.append(contentsOf: Self.passing)
    response.body = .init { writer in
      var answer = answer
      var isWhole = true
      try await writer.write(ByteBuffer(string: answer.text))
      for await piece in work.done {
        let text: String
        do { text = try piece.get() } catch {
          let problem = Problem(error)
          log(problem, error)
          isWhole = false
          text = Pages.part(of: problem)
        }
        answer.text += text
        try await writer.write(ByteBuffer(string: text))
      }
      try await writer.finish(nil)
      if isWhole, !answer.isProvisional { keep(answer) }
    }
    return response
  }

  /// Fields of what nobody is to keep.
  private static let passing: HTTPFields = [.cacheControl: "no-store", .vary: "Accept, Accept-Encoding"]

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
