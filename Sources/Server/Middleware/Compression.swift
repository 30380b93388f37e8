import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Sends long texts as gzip to who takes it.
struct Compression: RouterMiddleware {
  let desk: Desk

  /// What is shorter gains nothing, in bytes.
  private static let least = 1024
  /// What is longer is made small on a thread that may take its time, in bytes.
  private static let long = 65_536

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard let length = response.body.contentLength, length >= Self.least, response.headers[.contentEncoding] == nil,
      AcceptedEncodings.includeGzip(request.headers[.acceptEncoding])
    else { return response }
    let collector = BodyCollector()
    try await response.body.write(collector)
    let bytes = collector.bytes
    let small =
      length < Self.long ? Gzip.compress(bytes) : try await desk.ask { _ in Gzip.compress(bytes) }
    response.body = .init(byteBuffer: ByteBuffer(bytes: small))
    response.headers[.contentEncoding] = "gzip"
    return response
  }
}

/// Which encodings a client takes (RFC 9110, 12.5.3).
enum AcceptedEncodings {
  static func includeGzip(_ field: String?) -> Bool {
    for piece in (field ?? "").split(separator: ",") {
      let parts = piece.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard let name = parts.first, name == "gzip" || name == "*" else { continue }
      let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      return quality > 0
    }
    return false
  }
}
