import Mustache

/// Text as it stands in a page: nothing in it is markup, nothing turns the direction of what stands around it, nothing is invisible.
///
/// It works on scalars: a sign with a combining mark behind it is one `Character`, but still a sign to a browser.
struct PageText: MustacheContentType {
  /// How templates name it.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// Text that may stand in an element or in an attribute within quotation marks.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      case "\n", "\t": out.append(scalar)
      case _ where isInvisible(scalar): out.append(contentsOf: visible(scalar).unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Bytes with which begins what may have to be written otherwise.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF, 0xF3: true
    default: false
    }
  }

  /// Controls, and what embeds, overrides or isolates a direction (U+202A–202E, U+2066–2069); tags, which no font shows.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  /// A sign for what has none: Unicode's control pictures, else the number.
  private static func visible(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
    if scalar.value == 0x7F { return "\u{2421}" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩"
  }
}
