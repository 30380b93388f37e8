extension Reading {
  /// Where a statement is made, as the sentence of its cue tells beside its content: "said in Moscow on Tuesday".
  ///
  /// - Returns: An index of ``places``; `nil` where the sentence names no such place.
  public func venue(of statement: Statement) -> Int? {
    guard let cue = statement.cueToken else { return nil }
    let sentence = document.sentences[document.sentenceIndex(of: cue)]
    return places.indices.first { index in
      let place = places[index]
      guard sentence.contains(place.tokens.lowerBound), !place.span.overlaps(statement.content) else { return false }
      // What stands for a government ("Beijing said") has no preposition of place.
      return place.tokens.contains { token in
        sentence.contains { other in
          document.tokens[other].head.index == token && document.tokens[other].relation == "case"
            && ["in", "at"].contains(document.tokens[other].lemma)
        }
      }
    }
  }
}
