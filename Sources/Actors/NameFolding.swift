/// A word of a name, or part of one: folded to lower case and plain letters, as a hash, and how it was written.
struct NamePiece: Sendable, Hashable {
  /// A hash of the folded letters, the same on every run.
  var hash: UInt64
  /// Whether it began with a capital, or has no case.
  var isCapitalised: Bool
  /// Whether all its letters are capitals.
  var isUpperCase: Bool
  /// The number of folded bytes.
  var count: Int
}

/// Cuts names and words into pieces that compare equal across spellings: case, accents, hyphens, apostrophes and the
/// points of abbreviations do not count.
enum NameFolding {
  /// Appends the pieces of some UTF-8.
  static func pieces(_ bytes: some Sequence<UInt8>, into pieces: inout [NamePiece]) {
    var piece = NamePiece(hash: offset, isCapitalised: false, isUpperCase: true, count: 0)
    func close() {
      if piece.count > 0 { pieces.append(piece) }
      piece = NamePiece(hash: offset, isCapitalised: false, isUpperCase: true, count: 0)
    }
    func add(_ byte: UInt8) {
      piece.hash = (piece.hash ^ UInt64(byte)) &* prime
      piece.count += 1
    }
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      if byte < 0x80 {
        switch byte {
        case 97...122:  // a–z
          piece.isUpperCase = false
          add(byte)
        case 65...90:
          if piece.count == 0 { piece.isCapitalised = true }
          add(byte | 0x20)
        case 48...57:
          if piece.count == 0 { piece.isCapitalised = true }
          add(byte)
        case 46: break  // the point of an abbreviation
        case 45, 39, 47, 38, 32, 9, 95, 96: close()  // - ' / & white space
        default:
          close()
          add(byte)
          close()
        }
        continue
      }
      let scalar = decode(byte, &iterator)
      switch fold(scalar) {
      case .separator: close()
      case .nothing: break
      case .sign:
        close()
        addScalar(scalar, add)
        close()
      case .letters(let first, let second, let isUpper):
        if isUpper {
          if piece.count == 0 { piece.isCapitalised = true }
        } else {
          piece.isUpperCase = false
        }
        add(first)
        if second != 0 { add(second) }
      case .other:
        if piece.count == 0 { piece.isCapitalised = true }
        addScalar(scalar, add)
      }
    }
    close()
  }

  /// The pieces of a name.
  static func pieces(_ name: String) -> [NamePiece] {
    var result: [NamePiece] = []
    pieces(name.utf8, into: &result)
    return result
  }

  /// A slug: lower-case plain letters and digits, words joined by hyphens.
  static func slug(_ name: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 97...122, 48...57: bytes.append(UInt8(scalar.value))
      case 65...90: bytes.append(UInt8(scalar.value) | 0x20)
      case 46, 39, 0x2018, 0x2019: break
      case ..<128:
        if let last = bytes.last, last != 45 { bytes.append(45) }
      default:
        switch fold(scalar.value) {
        case .letters(let first, let second, _):
          bytes.append(first)
          if second != 0 { bytes.append(second) }
        case .other: bytes += Array(String(scalar).lowercased().utf8)
        case .nothing: break
        case .separator, .sign:
          if let last = bytes.last, last != 45 { bytes.append(45) }
        }
      }
    }
    while bytes.last == 45 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  // FNV-1a, 64 bits.
  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  private enum Fold: Equatable {
    case letters(UInt8, UInt8, isUpper: Bool)
    case separator
    case nothing
    case sign
    case other
  }

  private static func decode(_ first: UInt8, _ rest: inout some IteratorProtocol<UInt8>) -> UInt32 {
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    var value = UInt32(first) & (more == 3 ? 0x07 : more == 2 ? 0x0F : 0x1F)
    for _ in 0..<more { value = value << 6 | UInt32((rest.next() ?? 0x80) & 0x3F) }
    return value
  }

  private static func addScalar(_ scalar: UInt32, _ add: (UInt8) -> Void) {
    for shift in [16, 8, 0] { add(UInt8(truncatingIfNeeded: scalar >> UInt32(shift))) }
  }

  private static func fold(_ scalar: UInt32) -> Fold {
    switch scalar {
    case 0x300...0x36F: return .nothing
    case 0xA0, 0x2018, 0x2019, 0x2BB...0x2BF, 0xB4, 0x2010, 0x2011, 0x200B, 0xAD: return .separator
    case 0x2013, 0x2014, 0x201C, 0x201D, 0xAB, 0xBB, 0x2026: return .sign
    case 0xC0...0x17F:
      let pair = latin[Int(scalar) - 0xC0]
      // Letters alternate upper and lower from U+0100 on, with a shift between U+0139 and U+0148 and after U+0179.
      let isUpper: Bool =
        switch scalar {
        case 0xC0...0xDE: true
        case 0xDF...0xFF: false
        case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1
        default: scalar % 2 == 0
        }
      return .letters(pair.0, pair.1, isUpper: isUpper)
    case 0x18F: return .letters(97, 0, isUpper: true)
    case 0x259: return .letters(97, 0, isUpper: false)
    case 0x218, 0x21A: return .letters(scalar == 0x218 ? 115 : 116, 0, isUpper: true)
    case 0x219, 0x21B: return .letters(scalar == 0x219 ? 115 : 116, 0, isUpper: false)
    case 0x1A0, 0x1A1: return .letters(111, 0, isUpper: scalar == 0x1A0)
    case 0x1AF, 0x1B0: return .letters(117, 0, isUpper: scalar == 0x1AF)
    case 0x1EA0...0x1EF9:
      let letter: UInt8 =
        switch scalar {
        case ...0x1EB7: 97
        case ...0x1EC7: 101
        case ...0x1ECB: 105
        case ...0x1EE3: 111
        case ...0x1EF1: 117
        default: 121
        }
      return .letters(letter, 0, isUpper: scalar % 2 == 0)
    default: return .other
    }
  }

  /// Plain letters for U+00C0 to U+017F, one or two each.
  private static let latin: [(UInt8, UInt8)] = {
    let plain =
      "a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o x o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i "
      + "ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s "
      + "t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
    let pairs = plain.split(separator: " ").map { letters in
      let bytes = Array(letters.utf8)
      return (bytes[0], bytes.count > 1 ? bytes[1] : 0)
    }
    return pairs
  }()
}
