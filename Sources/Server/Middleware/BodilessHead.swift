import HTTPTypes
import Hummingbird

/// Answers to HEAD have no body, whatever made them; the length is that of the body that GET gives.
struct BodilessHead: RouterMiddleware {
  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }
}
