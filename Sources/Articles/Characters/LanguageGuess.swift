import CLanguages

/// The language of a text as Compact Language Detector 2 recognises it.
public struct LanguageGuess: Sendable, Hashable {
  /// The code of ISO 639-1, or of ISO 639-3 for the few languages that have none of the former.
  public let code: String
  /// The part of the text that is of this language, 0 to 1.
  public let share: Double
  /// The part of the text that is English, 0 to 1.
  public let englishShare: Double
  /// Whether the text is long enough, and enough of one language, to rely on it.
  public let isSure: Bool

  /// Recognises the language of running text; `nil` where it looks like none. Linear in the text's length; of
  /// long texts, the first 64 KB are looked at.
  public init?(_ text: SourceText) {
    var end = min(text.utf8.count, 1 << 16)
    while end > 0, end < text.utf8.count, text.utf8[end] & 0xC0 == 0x80 { end -= 1 }
    guard end > 0 else { return nil }
    let result = text.utf8.withUnsafeBytes { bytes in
      chancery_recognise(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(end))
    }
    guard let name = result.code, let code = LanguageCode.normal(String(cString: name)), code != "un", code != "xxx"
    else {
      return nil
    }
    self.code = code
    share = Double(result.percent) / 100
    englishShare = Double(result.english) / 100
    isSure = result.reliable != 0 && result.bytes >= Self.leastBytes && result.percent >= 70
  }

  /// The fewest bytes of letters by which a language is told for sure, some thirty words.
  static let leastBytes = 200
}

extension Article {
  /// Its language: the declared one, unless the text contradicts it for sure; the recognised one where none is declared.
  func withLanguage() -> Article {
    let declared = language.flatMap(LanguageCode.normal)
    let guess = LanguageGuess(text)
    let code = guess.flatMap { $0.isSure ? $0.code : nil } ?? declared
    return code == language ? self : Article(self, language: code)
  }

  /// What keeps it from being read by what reads one language alone: that it is in another; `nil` where it is not, or no
  /// language is known.
  public func problem(readingOnly language: String) -> ArticleProblem? {
    guard let known = self.language, LanguageCode.normal(known) ?? known != language else { return nil }
    return ArticleProblem(
      .language, source: id, "its language is \(known) and only \(language) is read; translate it, or leave it out")
  }
}
