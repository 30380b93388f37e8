import CUchardet
import Foundation

/// Tells what characters bytes stand for.
enum CharacterSets {
  /// What a text of bytes is.
  struct Decoded {
    /// Valid UTF-8, without a byte order mark.
    var utf8: [UInt8]
    /// The character set it was in, as iconv calls it.
    var name: String
    /// Whether nothing declared it, and it is not UTF-8.
    var isGuessed = false
  }

  /// The UTF-8 of bytes in a character set that is declared, or not, or falsely; `nil` where they are no text.
  ///
  /// A byte order mark decides; else bytes that are UTF-8 are that, whatever is declared; else the declared set is taken;
  /// else what the bytes look like. Bytes that stand for nothing become U+FFFD.
  static func decoded(_ bytes: [UInt8], declared: String?) -> Decoded? {
    if bytes.starts(with: [0xFF, 0xFE]) { return iconv(bytes.dropFirst(2), from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return iconv(bytes.dropFirst(2), from: "UTF-16BE") }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if bytes.prefix(1024).contains(0) {
      guard let name = wideName(bytes.prefix(1024)) else { return nil }
      return iconv(bytes[...], from: name)
    }
    if !hasEscapes(bytes, declared: declared), isUTF8(bytes) { return Decoded(utf8: bytes, name: "UTF-8") }
    if let declared = declared.flatMap(canonical), declared != "UTF-8" { return iconv(bytes[...], from: declared) }
    if declared != nil || bytes.count > 64, brokenShare(bytes) < 0.02 {
      return Decoded(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8), name: "UTF-8")
    }
    var decoded = iconv(bytes[...], from: guess(bytes) ?? "WINDOWS-1252")
    decoded?.isGuessed = true
    return decoded
  }

  /// What libxml2 is told of a document's character set; `nil` where its own declaration is right.
  static func ofXML(_ head: ArraySlice<UInt8>) -> String? {
    guard !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]), !head.prefix(4).contains(0) else {
      return nil
    }
    let declared = declaration(in: head)
    if head.contains(where: { $0 >= 0x80 }) {
      if isUTF8(Array(head), mayEndWithin: true) { return "UTF-8" }
      if declared == nil { return "WINDOWS-1252" }
    }
    // What browsers take ISO-8859-1 for.
    return declared.flatMap(canonical) == "WINDOWS-1252" ? "WINDOWS-1252" : nil
  }

  /// The character set that an XML declaration or an HTML `<meta>` names within the first bytes.
  static func declaration(in head: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: head.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    for mark in ["charset", "encoding"] {
      var rest = text[...]
      while let range = rest.range(of: mark) {
        rest = rest[range.upperBound...]
        if let open = text[..<range.lowerBound].lastIndex(of: "<") {
          guard text[open...].hasPrefix("<meta") || text[open...].hasPrefix("<?xml") else { continue }
        }
        let value = rest.drop { $0 == " " }
        guard value.first == "=" else { continue }
        let name = value.dropFirst().drop { " \"'".contains($0) }.prefix {
          $0.isLetter || $0.isNumber || "-_:.+".contains($0)
        }
        if !name.isEmpty { return String(name) }
      }
    }
    return nil
  }

  /// iconv's name for a label, after the WHATWG's Encoding Standard where browsers read more into it; `nil` for labels that
  /// are none.
  static func canonical(_ label: String) -> String? {
    let name = label.trimmingWhite.lowercased()
    switch name {
    case "": return nil
    case "utf-8", "utf8", "unicode-1-1-utf-8": return "UTF-8"
    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "iso88591", "iso_8859-1", "l1", "cp1252",
      "windows-1252", "x-cp1252", "ansi":
      return "WINDOWS-1252"
    case "iso-8859-9", "latin5", "l5": return "WINDOWS-1254"
    case "iso-8859-11", "tis-620": return "WINDOWS-874"
    case "gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese", "euc-cn": return "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j": return "CP932"
    case "euc-kr", "ks_c_5601-1987", "korean", "ksc5601": return "CP949"
    case "big5", "big5-hkscs", "x-x-big5": return "BIG5-HKSCS"
    case "utf-16", "utf-16le", "utf-16be", "unicode": return "UTF-8"  // it would show by zero bytes
    default:
      guard let handle = converter(name) else { return nil }
      iconv_close(handle)
      return name.uppercased()
    }
  }

  private static func converter(_ name: String) -> iconv_t? {
    let handle = iconv_open("UTF-8", name)
    return handle == iconv_t(bitPattern: -1) ? nil : handle
  }

  /// Whether bytes are UTF-8, but for a character cut off at the end where that is allowed.
  static func isUTF8(_ bytes: [UInt8], mayEndWithin: Bool = false) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return true }
    guard mayEndWithin, bytes.count > 4 else { return false }
    return (1...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }

  /// Whether bytes below 0x80 may stand for other characters than ASCII's, as in ISO-2022-JP.
  private static func hasEscapes(_ bytes: [UInt8], declared: String?) -> Bool {
    declared?.lowercased().hasPrefix("iso-2022") == true && bytes.contains(0x1B)
  }

  /// UTF-16 without a byte order mark, by where the zeros are.
  private static func wideName(_ head: ArraySlice<UInt8>) -> String? {
    let zeros = head.indices.filter { head[$0] == 0 }
    guard zeros.count * 3 > head.count else { return nil }
    let odd = zeros.count { $0 % 2 == 1 }
    if odd == zeros.count { return "UTF-16LE" }
    return odd == 0 ? "UTF-16BE" : nil
  }

  /// The part of characters beyond ASCII that are no UTF-8.
  private static func brokenShare(_ bytes: [UInt8]) -> Double {
    var whole = 0
    var broken = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    loop: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { whole += 1 }
      case .error: broken += 1
      case .emptyInput: break loop
      }
    }
    return Double(broken) / Double(max(1, whole + broken))
  }

  /// What the bytes look like, by uchardet.
  private static func guess(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    bytes.prefix(1 << 16).withUnsafeBytes { piece in
      _ = uchardet_handle_data(detector, piece.baseAddress?.assumingMemoryBound(to: CChar.self), piece.count)
    }
    uchardet_data_end(detector)
    return uchardet_get_charset(detector).flatMap { canonical(String(cString: $0)) }.flatMap {
      $0 == "UTF-8" ? nil : $0
    }
  }

  private static func iconv(_ bytes: ArraySlice<UInt8>, from name: String) -> Decoded? {
    guard let handle = converter(name) else { return nil }
    defer { iconv_close(handle) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var input = Array(bytes)
    var used = 0
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while used < input.count {
      let (read, wrote, failure) = input.withUnsafeMutableBytes { from in
        piece.withUnsafeMutableBytes { to -> (Int, Int, Int32) in
          var next = from.baseAddress.map { ($0 + used).assumingMemoryBound(to: CChar.self) }
          var left = from.count - used
          var place = to.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = to.count
          errno = 0
          let status = Foundation.iconv(handle, &next, &left, &place, &room)
          return (
            from.count - used - left, to.count - room,
            status == Int(bitPattern: UInt.max) || status == UInt.max ? errno : 0
          )
        }
      }
      output.append(contentsOf: piece.prefix(wrote))
      used += read
      if failure == EILSEQ || failure == EINVAL {
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        used += 1
      } else if read == 0, wrote == 0 {
        break
      }
    }
    return Decoded(utf8: output, name: name)
  }
}
