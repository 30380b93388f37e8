/// A place in a text, counted in UTF-8 code units from its beginning: what everything inside Chancery counts in.
public struct UTF8Offset: Sendable, Hashable, Comparable {
  /// Code units before the place.
  public let value: Int

  /// Wraps a count of UTF-8 code units.
  public init(_ value: Int) { self.value = value }

  /// Orders places as they come in the text.
  public static func < (a: UTF8Offset, b: UTF8Offset) -> Bool { a.value < b.value }
}

/// A place in a text, counted in Unicode code points (scalars) from its beginning, as Python counts: what every exported
/// form counts in.
public struct CodePointOffset: Sendable, Hashable, Comparable {
  /// Code points before the place.
  public let value: Int

  /// Wraps a count of code points.
  public init(_ value: Int) { self.value = value }

  /// Orders places as they come in the text.
  public static func < (a: CodePointOffset, b: CodePointOffset) -> Bool { a.value < b.value }
}

/// A stretch of a text, from its first UTF-8 code unit to the one after its last.
public struct Span: Sendable, Hashable, Comparable {
  /// Where it begins, in UTF-8 code units.
  public let start: Int
  /// Where it ends, in UTF-8 code units, exclusive.
  public let end: Int

  /// The stretch from `start` up to `end`, UTF-8 code units.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The number of UTF-8 code units.
  public var count: Int { end - start }

  /// Whether the two have a code unit in common.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether all of `other` lies within.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// The shortest stretch that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// Orders stretches by their beginning, then the shorter first.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A text with fast access by UTF-8 offset, and the way from there to code points.
public struct SourceText: Sendable, Hashable {
  /// The text.
  public let string: String
  /// The text's UTF-8 code units.
  public let utf8: [UInt8]
  /// Code points before every 64th code unit; empty where the text is ASCII and both counts agree.
  private let codePoints: [Int32]

  /// Takes a text in. Linear in its length.
  public init(_ string: String) {
    self.string = string
    utf8 = Array(string.utf8)
    guard utf8.contains(where: { $0 >= 0x80 }) else {
      codePoints = []
      return
    }
    var counts: [Int32] = []
    counts.reserveCapacity(utf8.count / 64 + 1)
    var count: Int32 = 0
    for (i, byte) in utf8.enumerated() {
      if i % 64 == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    codePoints = counts
  }

  /// The words of a stretch. Linear in its length.
  public subscript(_ span: Span) -> String {
    let start = max(0, min(span.start, utf8.count))
    return String(decoding: utf8[start..<max(start, min(span.end, utf8.count))], as: UTF8.self)
  }

  /// Code points before a place. Constant time.
  public func codePointOffset(_ offset: UTF8Offset) -> CodePointOffset {
    guard !codePoints.isEmpty else { return CodePointOffset(offset.value) }
    let at = min(offset.value, utf8.count)
    let block = min(at / 64, codePoints.count - 1)
    var count = Int(codePoints[block])
    for i in (block * 64)..<at where utf8[i] & 0xC0 != 0x80 { count += 1 }
    return CodePointOffset(count)
  }

  /// A stretch's first code point and the one after its last. Constant time.
  public func codePoints(_ span: Span) -> (start: CodePointOffset, end: CodePointOffset) {
    (codePointOffset(UTF8Offset(span.start)), codePointOffset(UTF8Offset(span.end)))
  }

  /// Compares the texts alone.
  public static func == (a: SourceText, b: SourceText) -> Bool { a.utf8 == b.utf8 }

  /// Hashes the text alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(utf8) }
}
