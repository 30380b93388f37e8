public import Language

extension Document {
  /// A document from CoNLL-U, for tests: columns may be separated by any white space, and those at the end left out.
  ///
  /// ```
  /// 1  Troops  troop  NOUN  _  Number=Plur  2  nsubj
  /// 2  left    leave  VERB  _  _            0  root
  /// ```
  public init(conllu literal: String) throws {
    var lines: [String] = []
    for line in literal.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.isEmpty || trimmed.hasPrefix("#") {
        lines.append(String(trimmed))
      } else if trimmed.contains("\t") {
        lines.append(String(trimmed))
      } else {
        var cells = trimmed.split(separator: " ").map(String.init)
        while cells.count < 10 { cells.append("_") }
        lines.append(cells.joined(separator: "\t"))
      }
    }
    self = try ConllU.read(lines.joined(separator: "\n") + "\n")
  }
}
