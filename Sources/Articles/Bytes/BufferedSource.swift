/// A source that is read by lines and by lengths, and whose last piece can be taken back.
final class BufferedSource {
  let name: String
  /// Bytes read so far.
  private(set) var offset = 0
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  /// What went wrong while the buffer was filled; told when what came before has been read.
  private var flaw: ArticleProblem?

  init(_ source: any ByteSource) {
    self.source = source
    name = source.name
  }

  /// Fills the buffer until it holds `count` bytes, or the source ends.
  private func fill(_ count: Int) {
    guard buffer.count - start < count, !hasEnded else { return }
    buffer.removeSubrange(..<start)
    start = 0
    while buffer.count < count, !hasEnded {
      do throws(ArticleProblem) {
        hasEnded = try !source.read(1 << 16, into: &buffer)
      } catch {
        hasEnded = true
        flaw = error
      }
    }
  }

  private func tellFlaw() throws(ArticleProblem) {
    guard let flaw else { return }
    self.flaw = nil
    throw flaw
  }

  /// The next bytes, without reading them; fewer at the end.
  func peek(_ count: Int) throws(ArticleProblem) -> ArraySlice<UInt8> {
    fill(count)
    if start == buffer.count { try tellFlaw() }
    return buffer[start...].prefix(count)
  }

  /// Reads so many bytes; fewer at the end.
  func take(_ count: Int) throws(ArticleProblem) -> [UInt8] {
    fill(count)
    let piece = Array(buffer[start...].prefix(count))
    start += piece.count
    offset += piece.count
    if piece.count < count { try tellFlaw() }
    return piece
  }

  /// Passes over so many bytes; how many there were.
  func skip(_ count: Int) throws(ArticleProblem) -> Int {
    var left = count
    while left > 0 {
      fill(1)
      let step = min(left, buffer.count - start)
      guard step > 0 else {
        try tellFlaw()
        break
      }
      start += step
      offset += step
      left -= step
    }
    return count - left
  }

  /// Reads a line, with its line feed; at most `limit` bytes of it. `nil` at the end.
  func line(limit: Int) throws(ArticleProblem) -> [UInt8]? {
    var count = min(256, limit)
    while true {
      fill(count)
      let there = buffer[start...].prefix(count)
      if let end = there.firstIndex(of: 0x0A) { return try take(end - start + 1) }
      if there.count < count {
        try tellFlaw()
        return there.isEmpty ? nil : try take(there.count)
      }
      if count == limit { return try take(count) }
      count = min(2 * count, limit)
    }
  }

  /// Puts the bytes back that were read last.
  func unread(_ bytes: [UInt8]) {
    buffer.replaceSubrange(..<start, with: bytes)
    start = 0
    offset -= bytes.count
  }
}
