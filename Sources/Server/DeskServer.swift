import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The desk over HTTP.
public struct DeskServer: Sendable {
  private let desk: Desk
  private let access: Access
  private let port: Int

  /// The longest head of a request that is looked at, in bytes.
  private static let mostHead = 1 << 20
  /// How many connections there may be at once.
  private static let mostConnections = 512

  /// A desk at an address.
  ///
  /// - Parameters:
  ///   - host: The address to bind to.
  ///   - port: The port; 0 for any that is free.
  ///   - token: What who asks has to give; `nil` for nothing.
  /// - Throws: ``DeskServerError/tokenRequired(host:)`` where others than this machine could ask without a token.
  public init(_ desk: Desk, host: String, port: Int, token: String?) throws {
    guard token != nil || Access.isLoopback(host) else { throw DeskServerError.tokenRequired(host: host) }
    self.desk = desk
    self.port = port
    access = Access(host: host, token: token)
  }

  /// Answers until the process is told to end (SIGTERM, SIGINT) or the task is cancelled.
  ///
  /// - Parameter ready: Called with the desk's address, `http://127.0.0.1:8080`, once it answers.
  /// - Throws: ``DeskServerError/cannotBind(host:port:reason:)`` where the address cannot be had.
  public func run(ready: @escaping @Sendable (String) -> Void) async throws {
    var logger = Logger(label: "chancery")
    logger.logLevel = .error
    let application = Application(
      router: DeskRouter(desk).router(access: access),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          // Addresses that are far too long are still read, so that whoever sends one is told.
          httpDecoderConfiguration: .init(maxHeaderFieldSize: Self.mostHead, maxHeaderListSize: Self.mostHead))),
      configuration: .init(
        address: .hostname(access.host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { [host = access.host, port] channel in
        let name = host.contains(":") ? "[\(host)]" : host
        ready("http://\(name):\(channel.localAddress?.port ?? port)")
      }, logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError {
      throw DeskServerError.cannotBind(host: access.host, port: port, reason: "\(error)")
    }
  }
}

/// Why a desk cannot be opened.
public enum DeskServerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Others than this machine could ask without a token.
  case tokenRequired(host: String)
  /// The address cannot be had.
  case cannotBind(host: String, port: Int, reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .tokenRequired(let host):
      "at \(host) others than this machine could ask; give a token with --token or CHANCERY_TOKEN, or leave out --host"
    case .cannotBind(let host, let port, let reason):
      "\(host) port \(port) cannot be had (\(reason)); give another with --port or --host"
    }
  }
}
