import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Requests to a program on this machine. `URLSession` would not do: it refuses chromedriver's fields, which have no space behind
/// their colons.
enum PlainHTTP {
  struct Response: Sendable {
    var status: Int
    var body: Data
  }

  /// Sends a request over a connection of its own.
  ///
  /// - Throws: ``BrowserError`` where no whole answer comes.
  static func send(_ method: String, _ url: URL, _ body: Data?) async throws -> Response {
    guard let host = url.host(), let port = url.port else { throw BrowserError("\(url) names no port") }
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: host, port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
            wrappingChannelSynchronously: channel)
        }
      }
    var head = HTTPRequestHead(version: .http1_1, method: .RAW(value: method), uri: url.path())
    head.headers = [
      "Host": "\(host):\(port)", "Content-Type": "application/json; charset=utf-8",
      "Content-Length": "\(body?.count ?? 0)",
    ]
    return try await channel.executeThenClose { [head] inbound, outbound in
      try await outbound.write(.head(head))
      if let body { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
      try await outbound.write(.end(nil))
      var response = Response(status: 0, body: Data())
      for try await part in inbound {
        switch part {
        case .head(let head): response.status = Int(head.status.code)
        case .body(let buffer): response.body.append(contentsOf: buffer.readableBytesView)
        case .end: return response
        }
      }
      throw BrowserError("\(url) did not answer")
    }
  }
}
