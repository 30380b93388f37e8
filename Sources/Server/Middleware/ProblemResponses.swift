import Chancery
import HTTPTypes
import Hummingbird
import Logging

/// Makes a response of whatever went wrong: problem details, or a page for who asks for pages.
struct ProblemResponses: RouterMiddleware {
  let routes: Routes

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let problem = problem(error, request)
      // What was asked may tell what somebody looks for; the kind of the error and the address's path are enough.
      if problem.isLogged {
        context.logger.error("\(request.method.rawValue) \(request.uri.path): \(error)")
      }
      return response(problem, to: request)
    }
  }

  private func problem(_ error: any Error, _ request: Request) -> Problem {
    let problem = Problem(error)
    guard error is HTTPError, problem.kind == .notFound else { return problem }
    let methods = routes.methods(request.uri.path)
    guard !methods.isEmpty else { return problem }
    let names = methods.map(\.rawValue).joined(separator: ", ")
    return Problem(.wrongMethod, "this address takes \(names)", allowed: methods)
  }

  private func response(_ problem: Problem, to request: Request) -> Response {
    let isPage = !request.uri.path.hasPrefix("/api/") && (request.headers[.accept] ?? "").contains("text/html")
    var answer =
      isPage
      ? Answer.html(Pages.page(of: problem))
      : Answer(media: "application/problem+json", text: problem.json.line + "\n")
    answer.fields = problem.fields
    return answer.response(status: problem.status)
  }
}
