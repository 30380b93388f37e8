import CKernels
import Foundation

/// Who may ask: everybody on this machine, or who has the token.
struct Access: Sendable {
  /// The host that the desk is bound to.
  let host: String
  /// A digest of the token that has to be given; `nil` where none has to.
  private let digest: [UInt8]?

  init(host: String, token: String?) {
    self.host = host
    digest = token.map { Self.digest("token", $0) }
  }

  /// Whether a token is asked for.
  var asksToken: Bool { digest != nil }

  /// Whether only this machine reaches the desk.
  var isLoopback: Bool { Self.isLoopback(host) }

  /// Whether an address is this machine's own.
  static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isFour = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil } && parts[0] == "127"
    return isFour || host == "::1" || host.lowercased() == "localhost"
  }

  /// Whether a token is the right one.
  func accepts(token: String) -> Bool { digest.map { Self.isSame($0, Self.digest("token", token)) } ?? true }

  /// Whether a cookie is one that ``cookie`` gave.
  func accepts(cookie: String) -> Bool {
    cookieValue.map { Self.isSame(Array($0.utf8), Array(cookie.utf8)) } ?? true
  }

  /// What a cookie holds that stands for the token: not the token itself. Empty where no token is asked for.
  var cookie: String { cookieValue ?? "" }

  private var cookieValue: String? {
    digest.map { digest in
      Self.digest("cookie", digest.map { String(format: "%02x", $0) }.joined())
        .map { String(format: "%02x", $0) }.joined()
    }
  }

  private static func digest(_ use: String, _ text: String) -> [UInt8] {
    let bytes = Array("chancery desk \(use)\0\(text)".utf8)
    var digest = [UInt8](repeating: 0, count: 32)
    chancery_sha256(bytes, bytes.count, &digest)
    return digest
  }

  /// Compares in a time that does not tell where the two differ.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
