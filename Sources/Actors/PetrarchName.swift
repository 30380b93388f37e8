/// Names as TABARI and PETRARCH write them, `BAN_KI-MOON_`, as a reader would.
enum PetrarchName {
  /// Words with capitals where a text has them: "Ban Ki-moon". What stands in parentheses is left out, and a first "the";
  /// a name that has small letters keeps them.
  static func spelled(_ bytes: ArraySlice<UInt8>) -> String {
    let isMixed = bytes.contains { (97...122).contains($0) }
    var isInParentheses = false
    let plain = bytes.filter { byte in
      if byte == UInt8(ascii: "(") { isInParentheses = true }
      defer { if byte == UInt8(ascii: ")") { isInParentheses = false } }
      return !isInParentheses && byte != UInt8(ascii: ")") && byte != 0
    }
    var words = plain.split { $0 == UInt8(ascii: "_") || $0 <= 32 }
    if words.count > 1, text(words[0]).lowercased() == "the" { words.removeFirst() }
    guard words.contains(where: { $0.contains { isLetter($0) } }) else { return "" }
    if isMixed { return words.map { text($0) }.joined(separator: " ") }
    return words.enumerated().map { i, word in
      capitalised(text(word), isFirst: i == 0, isAlone: words.count == 1)
    }.joined(separator: " ")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
  }

  /// UTF-8; bytes that are none are taken for Latin-1.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func capitalised(_ word: String, isFirst: Bool, isAlone: Bool) -> String {
    let lower = word.lowercased()
    if word.contains(".") || isAlone && word.count <= 3 || abbreviations.contains(word) { return word }
    if lower == "al" || lower == "el" || lower == "ul" || !isFirst && small.contains(lower) { return lower }
    // The parts after a hyphen are written both ways; a capital is asked of none of them but after an article.
    for article in ["al-", "el-", "ul-", "as-", "ash-"] where lower.hasPrefix(article) {
      return article + lower.dropFirst(article.count).capitalisedFirst
    }
    return lower.capitalisedFirst
  }

  /// Whether a name may be that of a human being: two words or more, none that means a body.
  static func isPersonal(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return words.count > 1
      && !words.contains { word in
        Vocabulary.bodies.contains(String(word))
          || word.hasSuffix("s") && Vocabulary.bodies.contains(String(word.dropLast()))
          || notPersonal.contains(String(word))
      }
  }

  /// The regular plural of a noun's last word.
  static func plural(_ noun: String) -> String {
    guard let last = noun.last else { return noun }
    let before = noun.dropLast().last
    if last == "y", let before, !"aeiou".contains(before) { return noun.dropLast() + "ies" }
    if last == "s" || last == "x" || last == "z" || noun.hasSuffix("ch") || noun.hasSuffix("sh") { return noun + "es" }
    return noun + "s"
  }

  private static let small: Set<String> = [
    "of", "the", "and", "for", "in", "on", "at", "to", "with", "by", "de", "del", "della", "di", "da", "das", "do",
    "dos",
    "du", "des", "la", "le", "les", "los", "las", "y", "e", "et", "und", "der", "den", "von", "van", "bin", "bint",
    "ibn", "ben",
    "ou", "ud", "ur", "ter", "ten", "i",
  ]

  private static let abbreviations: Set<String> = [
    "UN", "US", "EU", "UK", "USA", "USSR", "UAE", "PLO", "CIA", "FBI", "NGO", "IRA", "DR",
  ]

  private static let notPersonal: Set<String> = [
    "ministry", "department", "republic", "state", "states", "islands", "people", "rebels", "troops", "province",
    "district",
    "front", "liberation", "revolutionary", "islamic", "national", "democratic", "workers", "brigades", "militants",
  ]
}

extension StringProtocol {
  /// With a capital at its beginning, the rest as it is.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
