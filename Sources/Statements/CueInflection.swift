/// Spells the forms of the verbs that attribute.
enum CueInflection {
  /// Past forms and participles that no rule makes.
  private static let irregular: [String: [String]] = [
    "feel": ["felt"], "find": ["found"], "forecast": ["forecast"], "foresee": ["foresaw", "foreseen"],
    "hear": ["heard"], "hold": ["held"], "know": ["knew", "known"], "read": ["read"], "say": ["said"],
    "see": ["saw", "seen"], "seek": ["sought"], "speak": ["spoke", "spoken"], "swear": ["swore", "sworn"],
    "tell": ["told"], "think": ["thought"], "understand": ["understood"], "write": ["wrote", "written"],
  ]

  /// Verbs whose last consonant is doubled before an ending.
  private static let doubling: Set<String> = ["admit", "plan", "quip", "refer", "slam"]

  /// All the forms of a verb, itself included.
  static func forms(of lemma: String) -> [String] {
    let past = irregular[lemma]
    let isShort = doubling.contains(lemma)
    let stem = isShort ? lemma + String(lemma.suffix(1)) : lemma
    let bare = String(lemma.dropLast())
    var forms = [lemma] + (past ?? [])
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee") {
      forms += [lemma + "s", bare + "ing"]
      if past == nil { forms.append(lemma + "d") }
    } else if lemma.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: lemma.hasSuffix) {
      forms += [bare + "ies", lemma + "ing", bare + "ied"]
    } else {
      let isHissing = ["s", "x", "z", "ch", "sh"].contains(where: lemma.hasSuffix)
      forms += [lemma + (isHissing ? "es" : "s"), stem + "ing"]
      if past == nil { forms.append(stem + (lemma.hasSuffix("ee") ? "d" : "ed")) }
    }
    return forms
  }
}
