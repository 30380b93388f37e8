import Foundation

/// Lemmas of known words: what an edit script alone gets wrong ("companie" of "companies").
struct LemmaLexicon: Sendable {
  /// Lemmas of a form in lower case and a part of speech, the commonest first.
  private var lemmas: [String: [Substring]] = [:]
  /// Lemmas that a part of speech has, as `lemma upos`.
  private var known: Set<String> = []

  /// How many of the lemma head's choices are looked at for a form that is new.
  static let choices = 5

  /// Reads `form TAB upos TAB lemma|lemma` lines. Linear in their number.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      guard cells.count == 3 else { continue }
      let words = cells[2].split(separator: "|")
      lemmas["\(cells[0]) \(cells[1])"] = words
      for word in words { known.insert("\(word) \(cells[1])") }
    }
  }

  /// The lemma of a word.
  ///
  /// - Parameters:
  ///   - form: The word as it stands.
  ///   - upos: Its part of speech.
  ///   - scripts: The lemma head's choices, the likeliest first.
  func lemma(of form: String, upos: String, scripts: [LemmaScript]) -> String {
    guard let first = scripts.first else { return form }
    switch upos {
    case "PROPN", "PUNCT", "SYM", "NUM", "X": return first.apply(form)
    default: break
    }
    if let words = lemmas["\(form.lowercased()) \(upos)"], let commonest = words.first {
      if words.count > 1 {
        for script in scripts.prefix(3) {
          let lemma = script.apply(form)
          if words.contains(Substring(lemma)) { return lemma }
        }
      }
      return String(commonest)
    }
    for script in scripts {
      let lemma = script.apply(form)
      if known.contains("\(lemma) \(upos)") { return lemma }
    }
    return first.apply(form)
  }
}
