import HTTPTypes
import Hummingbird

/// Refuses requests that a page of another site has made.
///
/// On this machine a request has to name it: another site's page that has its name resolve to this machine (DNS rebinding) still
/// sends its own. And what is sent by POST has to come from the desk's own pages, where a browser tells.
struct HostCheck: RouterMiddleware {
  let access: Access

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    guard let authority = request.head.authority, !authority.isEmpty else {
      throw Problem(.badRequest, "the request names no host; send the field 'Host'")
    }
    if access.isLoopback {
      let name = Self.name(authority)
      guard Access.isLoopback(name) || name == access.host.lowercased() else {
        throw Problem(.wrongHost, "the desk answers to localhost and \(access.host) alone; use one of these")
      }
    }
    if request.method == .post {
      if let site = request.headers[.fetchSite], site != "same-origin", site != "none" { throw Self.foreign }
      if let origin = request.headers[.origin], !["http://\(authority)", "https://\(authority)"].contains(origin) {
        throw Self.foreign
      }
    }
    return try await next(request, context)
  }

  private static let foreign = Problem(
    .foreignOrigin, "the desk takes what its own pages send; open them and send it there")

  /// The name in `localhost:8080`, `[::1]:8080`.
  private static func name(_ authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return authority.prefix { $0 != ":" }.lowercased()
  }
}

extension HTTPField.Name {
  /// Where a browser says a request comes from (Fetch Metadata).
  fileprivate static var fetchSite: Self { Self("Sec-Fetch-Site") ?? .origin }
}
