/// How a lemma is made from a word: lower it or not, drop characters from its end, append others.
struct LemmaScript: Sendable {
  private let lowers: Bool
  private let drop: Int
  private let suffix: String

  /// Reads a script: `K` or `L`, a number, the suffix.
  init?(_ script: String) {
    guard let mode = script.first, mode == "K" || mode == "L" else { return nil }
    let digits = script.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let drop = Int(digits) else { return nil }
    lowers = mode == "L"
    self.drop = drop
    suffix = String(script.dropFirst(1 + digits.count))
  }

  /// The lemma of a word.
  func apply(_ form: String) -> String {
    let base = lowers ? form.lowercased() : form
    if drop == 0 { return suffix.isEmpty ? base : base + suffix }
    var scalars = base.unicodeScalars
    scalars.removeLast(min(drop, scalars.count))
    let lemma = String(scalars) + suffix
    return lemma.isEmpty ? form : lemma
  }
}
