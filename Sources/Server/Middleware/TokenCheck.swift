import HTTPTypes
import Hummingbird

/// Lets through who has the token, where one is asked for: as `Authorization: Bearer …`, or once as `?token=…`, for which the
/// browser gets a cookie.
struct TokenCheck: RouterMiddleware {
  let access: Access

  private static let cookie = "chancery"
  private static let parameter = "token"

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    guard access.asksToken else { return try await next(request, context) }
    if let field = request.headers[.authorization] {
      let parts = field.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer", access.accepts(token: String(parts[1])) else {
        throw Self.refusal
      }
      return try await next(request, context)
    }
    if let cookie = request.cookies[Self.cookie], access.accepts(cookie: cookie.value) {
      return try await next(request, context)
    }
    let pairs = try AddressEncoding.pairs(request.uri.query ?? "")
    guard let given = pairs.first(where: { $0.name == Self.parameter }), access.accepts(token: given.text) else {
      throw Self.refusal
    }
    // The address is asked again without the token, so that it does not stay in the browser's history.
    let rest = AddressEncoding.query(pairs.filter { $0.name != Self.parameter })
    var response = Response.redirect(to: request.uri.path + (rest.isEmpty ? "" : "?" + rest))
    response.setCookie(
      Cookie(
        name: Self.cookie, value: access.cookie, path: "/", secure: false, httpOnly: true, sameSite: .strict))
    return response
  }

  private static let refusal = Problem(
    .notAllowed, "give the desk's token: as 'Authorization: Bearer TOKEN', or in a browser once as '?token=TOKEN'")
}
