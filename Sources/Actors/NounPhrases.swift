import Language

/// A noun, or a phrase around it, that makes a sector: "troops", "foreign ministry", "member of parliament".
struct SectorNoun {
  var tokens: Range<Int>
  var sector: String
  var isTitle: Bool
}

/// Finds the nouns and titles that make a sector.
struct NounScanner {
  let dictionary: ActorDictionary
  let document: Document
  let tree: DocumentTree
  let words: DocumentPieces

  /// The longest phrase at each token that governs one.
  func scan() -> [SectorNoun?] {
    var result = [SectorNoun?](repeating: nil, count: tree.count)
    for sentence in document.sentences {
      for first in sentence where words.start[first] < words.start[first + 1] {
        guard let noun = longest(from: first, in: sentence) else { continue }
        let head = tree.head(of: noun.tokens)
        if let earlier = result[head], earlier.tokens.count >= noun.tokens.count { continue }
        result[head] = noun
      }
    }
    return result
  }

  /// Whether each token belongs to one of the phrases.
  func covered(by nouns: [SectorNoun?]) -> [Bool] {
    var covered = [Bool](repeating: false, count: tree.count)
    for noun in nouns {
      for token in noun?.tokens ?? 0..<0 { covered[token] = true }
    }
    return covered
  }

  private func longest(from first: Int, in sentence: Range<Int>) -> SectorNoun? {
    var node: Int32 = 0
    var best: SectorNoun?
    for token in first..<min(sentence.upperBound, first + 8) {
      for at in words.start[token]..<words.start[token + 1] {
        guard let next = dictionary.nouns.child(of: node, words.pieces[at].hash) else { return best }
        node = next
      }
      guard words.start[token] < words.start[token + 1] else { continue }
      var at = dictionary.nouns.first(at: node)
      var found: SectorNoun?
      while at >= 0 {
        let entry = dictionary.nouns.entries[Int(at)]
        let isTitle = entry.role == ActorDictionary.NounRole.title.rawValue
        let begin = words.start[first]
        let isWritten = (0..<min(32, words.start[token + 1] - begin)).allSatisfy { i in
          (entry.capitals >> UInt32(i)) & 1 == 0 || words.pieces[begin + i].isCapitalised
        }
        // Nouns go before titles; the first in the files before later ones.
        if isWritten, found == nil || found?.isTitle == true || !isTitle {
          found = SectorNoun(
            tokens: first..<(token + 1), sector: dictionary.sectorNames[Int(entry.value)], isTitle: isTitle)
        }
        at = entry.next
      }
      if let found { best = found }
    }
    return best
  }
}
