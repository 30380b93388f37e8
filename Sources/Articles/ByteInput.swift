import Foundation

/// The bytes of a file or of standard input, a piece at a time.
final class ByteInput: ByteSource {
  /// The file as it was given, or `standard input`.
  let name: String
  private let descriptor: Int32
  private let owned: Bool

  /// Opens a file, or standard input for `-`.
  init(path: String) throws(ArticleProblem) {
    guard path != "-" else {
      name = "standard input"
      descriptor = STDIN_FILENO
      owned = false
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    owned = true
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw ArticleProblem(.missing, source: path, "there is no such file; check the path")
      }
      throw ArticleProblem(.unreadable, source: path, "the file cannot be opened: \(Self.reason(errno))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ArticleProblem(.unreadable, source: path, "this is a folder; name the files in it")
    }
  }

  deinit { if owned, descriptor >= 0 { close(descriptor) } }

  /// Appends the next bytes, at most `count` of them, to `buffer`; `false` at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    while true {
      let got = buffer.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { Foundation.read(descriptor, $0 + start, count) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      let failure = errno
      buffer.removeLast(count - max(0, got))
      guard got >= 0 else {
        throw ArticleProblem(.unreadable, source: name, "reading failed: \(Self.reason(failure))")
      }
      return got > 0
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// Lines of an input, read a piece at a time.
final class LineInput {
  /// A line.
  enum Line {
    /// Its bytes, without the line feed.
    case bytes([UInt8])
    /// One that is longer than the limit, which was passed over: its length.
    case tooLong(Int)
  }

  /// The lines read so far.
  private(set) var count = 0
  private let input: any ByteSource
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false

  /// Lines of `input` no longer than `limit` bytes.
  init(_ input: any ByteSource, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// The next line; `nil` at the end.
  func next() throws(ArticleProblem) -> Line? {
    var scanned = start
    var dropped = 0
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(buffer[start..<end], after: dropped)
      }
      scanned = buffer.count
      if ended {
        guard start < buffer.count || dropped > 0 else { return nil }
        defer { start = buffer.count }
        return line(buffer[start...], after: dropped)
      }
      if buffer.count - start > limit {
        dropped += buffer.count - start
        start = buffer.count
      }
      buffer.removeSubrange(..<start)
      scanned -= start
      start = 0
      do throws(ArticleProblem) {
        ended = try !input.read(1 << 16, into: &buffer)
      } catch {
        ended = true
        start = buffer.count
        throw error
      }
    }
  }

  private func line(_ bytes: ArraySlice<UInt8>, after dropped: Int) -> Line {
    count += 1
    let length = dropped + bytes.count
    return length > limit ? .tooLong(length) : .bytes(Array(bytes))
  }
}
