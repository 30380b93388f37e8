import HTTPTypes

/// An address that answers: of the API, or a page.
///
/// What is not among its parameters is refused before it is asked, with a problem that says what there is.
struct Endpoint: Sendable {
  /// `/api/v1/articles/{id}`; what stands in braces is among ``parameters``.
  let path: String
  /// What it is called in `/openapi.json`.
  let name: String
  /// What it gives.
  let summary: String
  let method: HTTPRequest.Method
  let parameters: [any ParameterDescription]
  /// The forms in which it answers, the usual one first.
  let forms: [Form]
  /// What the answer is in JSON, for `/openapi.json`.
  let schema: Schema
  let respond: @Sendable (Question, Desk) async throws -> Answer

  /// An address that is asked by GET.
  ///
  /// - Parameter answer: Runs on a thread that may wait for the archive.
  init(
    _ path: String, name: String, _ summary: String, parameters: [any ParameterDescription] = [],
    forms: [Form] = [.json],
    schema: Schema, answer: @escaping @Sendable (Question, Desk) throws -> Answer
  ) {
    self.path = path
    self.name = name
    self.summary = summary
    method = .get
    self.parameters = forms.count > 1 ? parameters + [QueryParameters.form(forms)] : parameters
    self.forms = forms
    self.schema = schema
    respond = { question, desk in try await desk.ask { desk in try answer(question, desk) } }
  }

  /// An address to which something is sent by POST.
  init(
    posting path: String, name: String, _ summary: String, parameters: [any ParameterDescription] = [],
    forms: [Form] = [.json], schema: Schema, answer: @escaping @Sendable (Question, Desk) async throws -> Answer
  ) {
    self.path = path
    self.name = name
    self.summary = summary
    method = .post
    self.parameters = parameters
    self.forms = forms
    self.schema = schema
    respond = answer
  }
}
