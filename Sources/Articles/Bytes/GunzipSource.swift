import CZlib

/// What gzip, or zlib's own format, has packed: a member or several, one after another.
final class GunzipSource: ByteSource {
  let name: String
  private let source: any ByteSource
  /// At an address of its own: zlib checks that its stream has not moved.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var used = 0
  private var read = 0
  private var written = 0
  private var isWithin = false
  private var hasEnded = false

  /// How gzip's, zlib's or bare data are told.
  enum Framing: Int32 {
    /// gzip or zlib, by their first bytes.
    case automatic = 47
    /// No frame at all, as some servers send for `deflate`.
    case none = -15
  }

  init(_ source: any ByteSource, framing: Framing = .automatic) {
    name = source.name
    self.source = source
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    hasEnded =
      inflateInit2_(stream, framing.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func read(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) -> Bool {
    let start = buffer.count
    while !hasEnded, buffer.count == start {
      if used == input.count {
        input.removeAll(keepingCapacity: true)
        used = 0
        guard try more() else {
          hasEnded = true
          guard !isWithin else {
            throw problem("the packed data end too early; fetch or copy the file again")
          }
          break
        }
      }
      if !isWithin, read > 0, written > 0, input[used] != 0x1F {
        hasEnded = true  // what follows the last member is no gzip: padding, mostly
        break
      }
      try inflate(count, into: &buffer)
    }
    return buffer.count > start
  }

  private func more() throws(ArticleProblem) -> Bool {
    do throws(ArticleProblem) {
      return try source.read(1 << 16, into: &input)
    } catch {
      hasEnded = true
      throw error
    }
  }

  private func inflate(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    isWithin = true
    let available = input.count - used
    var left = 0
    let status = input.withUnsafeMutableBytes { input -> Int32 in
      buffer.withUnsafeMutableBytes { output -> Int32 in
        guard let from = input.baseAddress, let to = output.baseAddress else { return Z_STREAM_ERROR }
        stream.pointee.next_in = (from + used).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = (to + start).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        left = Int(stream.pointee.avail_out)
        return status
      }
    }
    let consumed = available - Int(stream.pointee.avail_in)
    used += consumed
    read += consumed
    written += count - left
    buffer.removeLast(left)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isWithin = false
      inflateReset(stream)
    default:
      hasEnded = true
      throw problem("the packed data are damaged; fetch or copy the file again")
    }
    if written > PackingLimits.bytes, written / PackingLimits.ratio > read {
      hasEnded = true
      throw PackingLimits.problem(name)
    }
  }

  private func problem(_ message: String) -> ArticleProblem { ArticleProblem(.damaged, source: name, message) }
}

/// What packed data may grow to, so that a small file cannot keep a reader busy without end.
enum PackingLimits {
  /// Unpacked bytes from which the ratio counts: 64 MB.
  static let bytes = 64_000_000
  /// The most unpacked bytes a packed one.
  static let ratio = 400

  static func problem(_ name: String) -> ArticleProblem {
    ArticleProblem(
      .size, source: name,
      "this unpacks to more than \(ratio) times its size, as only a trap does; unpack it yourself if you trust it")
  }
}
