import Foundation

/// Lemmas of known words: what an edit script alone gets wrong ("companie" of "companies").
struct LemmaLexicon: Sendable {
  private struct Words {
    /// Lemmas of a form in lower case, the commonest first.
    var lemmas: [String: [String]] = [:]
    var known: Set<String> = []
  }

  /// What is known of each part of speech.
  private var parts: [String: Words] = [:]

  /// How many of the lemma head's choices are looked at for a form that is new.
  static let choices = 5

  /// Reads `form TAB upos TAB lemma|lemma` lines. Linear in their number.
  init(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"))
      guard cells.count == 3 else { continue }
      let lemmas = cells[2].split(separator: UInt8(ascii: "|")).map { String(Substring($0)) }
      parts[String(Substring(cells[1])), default: Words()].lemmas[String(Substring(cells[0]))] = lemmas
      parts[String(Substring(cells[1])), default: Words()].known.formUnion(lemmas)
    }
  }

  /// The lemma of a word.
  ///
  /// - Parameters:
  ///   - form: The word as it stands.
  ///   - upos: Its part of speech.
  ///   - choices: The lemma head's choices among the scripts, the likeliest first.
  func lemma(of form: String, upos: String, choices: [Int], among scripts: [LemmaScript]) -> String {
    guard let first = choices.first.map({ scripts[$0] }) else { return form }
    switch upos {
    case "PROPN", "PUNCT", "SYM", "NUM", "X": return first.apply(form)
    default: break
    }
    guard let words = parts[upos] else { return first.apply(form) }
    if let lemmas = words.lemmas[form.lowercased()], let commonest = lemmas.first {
      if lemmas.count > 1 {
        for choice in choices.prefix(3) {
          let lemma = scripts[choice].apply(form)
          if lemmas.contains(lemma) { return lemma }
        }
      }
      return commonest
    }
    for choice in choices {
      let lemma = scripts[choice].apply(form)
      if words.known.contains(lemma) { return lemma }
    }
    return first.apply(form)
  }
}
