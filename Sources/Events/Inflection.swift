/// The regular inflected forms of English verbs and nouns, so that a rule finds a word whose lemma was misread.
enum Inflection {
  /// The third person, past and participles of a regular verb, in lower case, without the verb itself.
  static func forms(ofVerb verb: String) -> [String] {
    guard let last = verb.last else { return [] }
    let stem = String(verb.dropLast())
    let before = stem.last
    switch last {
    case "e":
      if before == "e" { return [verb + "s", verb + "d", verb + "ing"] }
      return [verb + "s", verb + "d", stem + "ing"]
    case "y" where before.map { !isVowel($0) } ?? false: return [stem + "ies", stem + "ied", verb + "ing"]
    case "s", "x", "z", "h": return [verb + "es", verb + "s", verb + "ed", verb + "ing"]
    default:
      var found = [verb + "s", verb + "ed", verb + "ing"]
      if let before, isVowel(before), !isVowel(last), !"wxy".contains(last) {
        found += [verb + String(last) + "ed", verb + String(last) + "ing"]
      }
      return found
    }
  }

  /// The plural of a regular noun.
  static func plural(of noun: String) -> String {
    guard let last = noun.last else { return noun }
    if last == "y", let before = noun.dropLast().last, !isVowel(before) { return noun.dropLast() + "ies" }
    if "sxz".contains(last) || noun.hasSuffix("ch") || noun.hasSuffix("sh") { return noun + "es" }
    return noun + "s"
  }

  private static func isVowel(_ c: Character) -> Bool { "aeiou".contains(c) }
}
