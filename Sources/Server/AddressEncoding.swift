import Foundation

/// Addresses as they are sent: RFC 3986, the parameters as forms send them.
enum AddressEncoding {
  /// The names and values after a question mark.
  ///
  /// - Throws: ``Problem`` where they are not written as UTF-8 with percent signs.
  static func pairs(_ query: String) throws -> [(name: String, text: String)] {
    try query.split(separator: "&").map { piece in
      let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = sides.compactMap { decoded($0.replacing("+", with: " ")) }
      guard texts.count == sides.count, let name = texts.first else {
        throw Problem(.badRequest, "the address is not written as UTF-8 with percent signs (RFC 3986)")
      }
      return (name, texts.count > 1 ? texts[1] : "")
    }
  }

  /// A text without percent signs; `nil` where they do not stand for UTF-8.
  static func decoded(_ text: some StringProtocol) -> String? { text.removingPercentEncoding }

  /// Names and values as they stand after a question mark.
  static func query(_ pairs: [(name: String, text: String)]) -> String {
    pairs.map { encoded($0.name) + "=" + encoded($0.text) }.joined(separator: "&")
  }

  /// A text as it may stand between slashes and in parameters: letters, digits and `-._~` as they are.
  static func encoded(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.unicodeScalars.append(.init(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }
}
