extension Article {
  /// The first line of the text, where it repeats the title: a headline, from which nothing is coded.
  public var headline: Span? {
    guard let title else { return nil }
    let bytes = text.utf8
    let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
    guard let start = bytes.firstIndex(where: { !isBreak($0) && $0 != 0x20 && $0 != 0x09 }) else { return nil }
    let end = bytes[start...].firstIndex(where: isBreak) ?? bytes.endIndex
    guard end - start <= 2 * title.utf8.count + 64, end < bytes.endIndex else { return nil }
    let span = Span(start, end)
    return Self.letters(of: text[span]) == Self.letters(of: title) ? span : nil
  }

  /// Letters and digits alone, lowercased: what two settings of a headline have in common.
  private static func letters(of line: String) -> String {
    String(line.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
