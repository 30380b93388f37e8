import HTTPTypes
import Hummingbird

/// Refuses addresses that are longer than any question.
struct AddressLimit: RouterMiddleware {
  /// The longest address, in bytes.
  static let most = 16_384

  func handle(
    _ request: Request, context: DeskContext, next: (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let length = request.uri.string.utf8.count
    guard length <= Self.most else {
      throw Problem(
        .addressTooLong,
        "the address has \(length) bytes, more than the \(Self.most) that are taken; ask for less at once")
    }
    return try await next(request, context)
  }
}
