import CZlib

/// Bytes in the form of gzip (RFC 1952).
enum Gzip {
  /// Bytes made small. Level 4: of JSON about a sixth is left, at some 100 MB a second.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    // 16 above the size of the window asks for gzip's frame.
    let status = deflateInit2_(
      &stream, 4, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib takes these parameters")
    defer { deflateEnd(&stream) }
    var bytes = bytes
    var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    let count = bytes.withUnsafeMutableBufferPointer { input in
      out.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        let status = deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "the buffer has the size that zlib asks for")
        return output.count - Int(stream.avail_out)
      }
    }
    out.removeLast(out.count - count)
    return out
  }
}
