extension String {
  /// With single spaces and none at the ends; no-break spaces are spaces.
  var collapsed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isGap = false
    var wasC2 = false
    for byte in utf8 {
      if wasC2 {
        wasC2 = false
        if byte == 0xA0 {
          isGap = true
          continue
        }
        Self.append(0xC2, to: &bytes, after: &isGap)
        bytes.append(byte)
      } else if byte == 0xC2 {
        wasC2 = true
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isGap = true
      } else {
        Self.append(byte, to: &bytes, after: &isGap)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8], after isGap: inout Bool) {
    if isGap, !bytes.isEmpty { bytes.append(0x20) }
    isGap = false
    bytes.append(byte)
  }

  /// Without white space at either end.
  var trimmingWhite: String { String(self[...].trimmed) }

  /// Without such characters at either end.
  func trimming(_ isLoose: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isLoose($0) }), let last = lastIndex(where: { !isLoose($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
