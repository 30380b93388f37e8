import HTTPTypes
import Hummingbird

/// All addresses of the desk, and what stands before them.
struct DeskRouter: Sendable {
  private let desk: Desk
  private let assets: Assets
  private let endpoints: [Endpoint]

  init(_ desk: Desk) {
    self.desk = desk
    assets = Assets.load()
    endpoints = API.all + Pages.all
  }

  /// The router; what stands first sees a request first and its response last.
  func router(access: Access) -> Router<DeskContext> {
    let router = Router(context: DeskContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: BodilessHead())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression(desk: desk))
    router.add(middleware: ProblemResponses(routes: routes))
    router.add(middleware: AddressLimit())
    router.add(middleware: HostCheck(access: access))
    router.add(middleware: TokenCheck(access: access))
    for endpoint in endpoints {
      let responder = EndpointResponder(endpoint: endpoint, desk: desk)
      router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
        try await responder.respond(to: request, context: context)
      }
    }
    router.get(RouterPath(Assets.path + "/{name}")) { [assets] request, context in
      try assets.response(to: request, name: context.parameters.get("name") ?? "")
    }
    return router
  }

  /// Which methods each address takes.
  private var routes: Routes {
    Routes(
      endpoints.map { ($0.path, $0.method) } + [(Assets.path + "/{name}", .get)])
  }
}

/// Which methods each address takes.
struct Routes: Sendable {
  private let patterns: [(segments: [Substring], method: HTTPRequest.Method)]

  init(_ routes: [(path: String, method: HTTPRequest.Method)]) {
    patterns = routes.map { (Substring($0.path).split(separator: "/"), $0.method) }
  }

  /// The methods that an address takes; none where there is no such address.
  func methods(_ path: String) -> [HTTPRequest.Method] {
    let segments = path.split(separator: "/")
    let methods = patterns.filter { pattern in
      pattern.segments.count == segments.count
        && zip(pattern.segments, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }.map(\.method)
    return methods.contains(.get) ? methods + [.head] : methods
  }
}
