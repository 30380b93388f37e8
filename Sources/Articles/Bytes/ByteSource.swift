/// Bytes, a piece at a time.
protocol ByteSource: AnyObject {
  /// What the user is told they come from.
  var name: String { get }

  /// Appends the next bytes, at most `count` of them, to `buffer`; `false` at the end. After an error, the source has ended.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) -> Bool
}

extension ByteSource {
  /// All bytes that are left, or as many as show that there are more than `limit`.
  func all(upTo limit: Int) throws(ArticleProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= limit, try read(1 << 16, into: &bytes) {}
    return bytes
  }
}

/// Bytes that are in memory.
final class MemorySource: ByteSource {
  let name: String
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    rest = bytes[...]
  }

  func read(_ count: Int, into buffer: inout [UInt8]) -> Bool {
    buffer.append(contentsOf: rest.prefix(count))
    defer { rest = rest.dropFirst(count) }
    return !rest.isEmpty
  }
}

/// A source whose beginning can be looked at before it is read.
final class PeekedSource: ByteSource {
  let name: String
  private let source: any ByteSource
  private(set) var head: [UInt8] = []
  private var given = 0
  /// What went wrong while looking ahead; told when it is come to.
  private var flaw: ArticleProblem?

  /// Reads the beginning: `count` bytes where there are so many, fewer where those tell enough.
  init(_ source: any ByteSource, count: Int = 4096, isEnough: ([UInt8]) -> Bool = { _ in false }) throws(ArticleProblem)
  {
    name = source.name
    self.source = source
    do throws(ArticleProblem) {
      while head.count < count, !isEnough(head), try source.read(count - head.count, into: &head) {}
    } catch {
      guard !head.isEmpty else { throw error }
      flaw = error
    }
  }

  func read(_ count: Int, into buffer: inout [UInt8]) throws(ArticleProblem) -> Bool {
    guard given < head.count else {
      if let flaw {
        self.flaw = nil
        throw flaw
      }
      return try source.read(count, into: &buffer)
    }
    let piece = head[given...].prefix(count)
    buffer.append(contentsOf: piece)
    given += piece.count
    if given == head.count { (head, given) = ([], 0) }
    return true
  }
}
