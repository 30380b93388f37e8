import CZlib

/// Bytes in the form of zlib (RFC 1950), which Python's `zlib` and R's `memDecompress` read.
enum Deflate {
  /// Bytes made small. Level 3: of readings a tenth to a sixth is left; more effort saves little and costs much.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var out = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&out, &size, bytes, uLong(bytes.count), 3)
    precondition(status == Z_OK, "the buffer has the size that zlib asks for")
    out.removeLast(out.count - Int(size))
    return out
  }

  /// The bytes again; `nil` where they are damaged, or more than `limit`.
  static func expand(_ bytes: [UInt8], limit: Int = 1 << 30) -> [UInt8]? {
    var capacity = max(4096, 12 * bytes.count)
    while capacity <= 4 * limit {
      var out = [UInt8](repeating: 0, count: min(capacity, limit))
      var size = uLong(out.count)
      switch uncompress(&out, &size, bytes, uLong(bytes.count)) {
      case Z_OK:
        out.removeLast(out.count - Int(size))
        return out
      case Z_BUF_ERROR where capacity < limit: capacity *= 4
      default: return nil
      }
    }
    return nil
  }
}
