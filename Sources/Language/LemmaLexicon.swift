import Foundation

/// The lemmas of words that training has seen, which the encoder's own guesses must not contradict.
struct LemmaLexicon: Sendable {
  /// The lemmas of a lowered form and a tag, the commonest first; those that hardly ever occur are left out.
  private let lemmas: [String: [String]]
  /// Lemmas with their tags.
  private let known: Set<String>

  /// Reads lines of form, tag and lemmas, parted by tabs; `nil` where one is not of that kind.
  init?(_ bytes: [UInt8]) {
    var lemmas: [String: [String]] = [:]
    var known: Set<String> = []
    for line in bytes.split(separator: 10) {
      let cells = line.split(separator: 9)
      guard cells.count >= 3 else { return nil }
      let tag = String(decoding: cells[1], as: UTF8.self)
      let listed = cells.dropFirst(2).map { String(decoding: $0, as: UTF8.self) }
      lemmas[Self.key(String(decoding: cells[0], as: UTF8.self), tag)] = listed
      for lemma in listed { known.insert(Self.key(lemma, tag)) }
    }
    self.lemmas = lemmas
    self.known = known
  }

  private static func key(_ word: String, _ tag: String) -> String { word + "\t" + tag }

  /// The number of forms.
  var count: Int { lemmas.count }

  /// Tags whose lemmas keep their capitals.
  private static let cased: Set<String> = ["PROPN", "X", "SYM", "PUNCT", "NUM"]

  /// The lemma of a word.
  ///
  /// - Parameter guesses: The encoder's, the likeliest first; not empty.
  func lemma(of form: String, tag: String, guesses: some Sequence<String>) -> String {
    var first: String?
    let seen = lemmas[Self.key(form.lowercased(), tag)]
    for guess in guesses {
      if let seen {
        return seen.contains(guess) ? guess : seen.first ?? guess
      }
      let plain = Self.cased.contains(tag) ? guess : guess.lowercased()
      // Among likely lemmas of an unseen form, one that is a word is better.
      if Self.cased.contains(tag) || known.contains(Self.key(plain, tag)) { return plain }
      if first == nil { first = plain }
    }
    return first ?? form
  }
}
