/// A statement in the making: what one witness, or both, saw.
struct Candidate {
  /// The token at the head of the cue; `nil` where a quotation stands alone.
  var cue: Int?
  /// The cue's tokens.
  var cueWords: [Range<Int>] = []
  /// The word that governs the words for the speaker; `nil` where nobody is named.
  var source: Int?
  /// What is said or thought.
  var content: [Range<Int>]
  /// What the speaker does by it.
  var stance = Statement.Stance.assert
  /// Whether syntax alone is enough to believe it.
  var isSure = false
  /// Whether the trees or the quotation marks tell it, rather than the encoder alone.
  var isParsed = true
  /// Whether it is a turn of a transcript or an interview, its cue the colon behind the label.
  var isTurn = false
  /// Whether the encoder saw it.
  var isSeen = false

  /// Whether the cue lies within a range of tokens.
  func cueLies(in range: Range<Int>) -> Bool { cue.map(range.contains) ?? false }
}
