/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
  /// White space.
  case space
  /// A letter, the low line, or a number that is no decimal digit.
  case letter
  /// A decimal digit.
  case digit
  /// A punctuation mark or symbol.
  case other
  /// What only changes the character before it: combining marks, joiners, variation selectors.
  case mark

  /// The class of a Unicode scalar beyond ASCII.
  static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .otherNumber:
      return .letter
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
    default: return (0x1F3FB...0x1F3FF).contains(scalar.value) ? .mark : .other
    }
  }

  /// The classes of ASCII.
  static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 9...13, 28...32: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): .letter
    default: .other
    }
  }
}

/// UTF-8 read scalar by scalar. Ill-formed bytes, which no `String` holds, would be read one at a time.
struct Characters {
  let bytes: [UInt8]
  private let ascii = CharacterClass.ascii

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The scalar at a place and its length.
  func scalar(_ i: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = bytes[i]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard i + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for k in 1..<length { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The class of the character at a place, and the place after it.
  @inline(__always)
  func classified(_ i: Int) -> (kind: CharacterClass, next: Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (ascii[Int(byte)], i + 1) }
    let (scalar, length) = scalar(i)
    return (CharacterClass.of(scalar), i + length)
  }

  /// Whether a word could go on at a place.
  func isWord(_ i: Int) -> Bool {
    guard i < bytes.count else { return false }
    switch classified(i).kind {
    case .letter, .digit: return true
    default: return false
    }
  }

  /// Whether a letter stands at a place.
  func isLetter(_ i: Int) -> Bool { i < bytes.count && classified(i).kind == .letter }

  /// Whether an ASCII digit stands at a place.
  func isDigit(_ i: Int) -> Bool { i >= 0 && i < bytes.count && (48...57).contains(bytes[i]) }

  /// Whether the text ends or white space stands at a place.
  func isSpace(_ i: Int) -> Bool { i >= bytes.count || classified(i).kind == .space }

  /// Whether an uppercase letter stands at a place.
  func isUpper(_ i: Int) -> Bool {
    guard i < bytes.count else { return false }
    if bytes[i] < 0x80 { return (65...90).contains(bytes[i]) }
    return scalar(i).value.properties.isUppercase
  }

  /// Whether a lowercase letter stands at a place.
  func isLower(_ i: Int) -> Bool {
    guard i < bytes.count else { return false }
    if bytes[i] < 0x80 { return (97...122).contains(bytes[i]) }
    return scalar(i).value.properties.isLowercase
  }

  /// Whether these ASCII characters stand at a place.
  func has(_ text: StaticString, at i: Int) -> Bool {
    let n = text.utf8CodeUnitCount
    guard i >= 0, i + n <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      for k in 0..<n where bytes[i + k] != wanted[k] { return false }
      return true
    }
  }

  /// A stretch as text with ASCII letters lowered.
  func lowered(_ start: Int, _ end: Int) -> String {
    String(unsafeUninitializedCapacity: end - start) { lowered in
      for (i, byte) in bytes[start..<end].enumerated() { lowered[i] = (65...90).contains(byte) ? byte | 0x20 : byte }
      return end - start
    }
  }

  /// A stretch as text.
  func string(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// The length of an apostrophe at a place, 0 where there is none.
  func apostrophe(_ i: Int) -> Int {
    guard i < bytes.count else { return 0 }
    if bytes[i] == 0x27 { return 1 }
    return bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99 ? 3 : 0
  }
}
