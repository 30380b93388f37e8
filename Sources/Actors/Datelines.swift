package import Articles
import Language

/// The places from which a report was filed: "HONG KONG —", "MOSCOW (Reuters) -" at a paragraph's beginning.
package enum Datelines {
  /// The stretches of a text that are datelines, in order.
  package static func find(in text: SourceText) -> [Span] {
    let bytes = text.utf8
    var found: [Span] = []
    var start = 0
    var paragraphs = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if end > start {
        paragraphs += 1
        if let dateline = dateline(bytes, start, end, isEarly: paragraphs <= 4) { found.append(dateline) }
      }
      start = end + 1
    }
    return found
  }

  private static func dateline(_ bytes: [UInt8], _ start: Int, _ end: Int, isEarly: Bool) -> Span? {
    let limit = min(end, start + 72)
    var dash: Int?
    var at = start
    while at < limit {
      if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94 {
        dash = at
        break
      }
      if bytes[at] == UInt8(ascii: "-"), at > start, bytes[at - 1] == 32, at + 1 < end,
        bytes[at + 1] == 32 || bytes[at + 1] == 45
      {
        dash = at
        break
      }
      at += 1
    }
    guard let dash, dash > start else { return nil }
    // Every word before the dash begins with a capital, a digit or a bracket; the first is all capitals, an agency stands
    // in brackets, or the text has only begun.
    var words = 0
    var hasBracket = false
    var isShouted = false
    var word: [UInt8] = []
    for i in start...dash {
      let byte = bytes[i]
      guard i < dash, byte != 32 else {
        if let first = word.first {
          words += 1
          if first == UInt8(ascii: "(") { hasBracket = true }
          let letters = word.filter { ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 }
          if words == 1 { isShouted = letters.count > 2 && letters.allSatisfy { $0 < 97 } }
          let isCapital = first < 97 || first >= 0x80
          if !isCapital, !hasBracket, !["of", "de", "al", "the", "and"].contains(String(decoding: word, as: UTF8.self))
          {
            return nil
          }
        }
        word = []
        continue
      }
      word.append(byte)
    }
    guard words >= 1, words <= 8, isShouted || hasBracket || (isEarly && words <= 4) else { return nil }
    return Span(start, dash)
  }
}
