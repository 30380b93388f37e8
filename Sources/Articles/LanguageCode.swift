/// Codes of languages as ISO 639-1 writes them.
enum LanguageCode {
  /// The two small letters of a tag such as `en-GB`, `EN`, `en_US` or `eng`; `nil` for what is no code of a language.
  static func normal(_ tag: String) -> String? {
    let code = tag.prefix { $0.isASCII && $0.isLetter }.lowercased()
    switch code.count {
    case 2: return old[code] ?? code
    case 3: return long[code] ?? code
    default: return nil
    }
  }

  /// Codes that have been replaced.
  private static let old = [
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "nn": "no", "sh": "sr",
  ]

  /// Languages that are often written in three letters.
  private static let long = [
    "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "tur": "tr", "fas": "fa", "per": "fa", "ukr": "uk",
    "nld": "nl", "dut": "nl", "pol": "pl", "heb": "he", "hin": "hi", "swe": "sv", "nor": "no", "nob": "no", "dan": "da",
  ]
}
