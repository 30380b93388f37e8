import Language

/// What an article has spoken of so far, for those who come back to it.
struct Discourse {
  /// A mention, as later words look back at it.
  struct Referent {
    var entity: Int
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var form: Mention.Form
    var isPlural: Bool
    var isPlace: Bool
  }

  private(set) var referents: [Referent] = []
  private var sentenceStart: [Int] = []
  private var lastToken: [Int?] = []
  private var current = 0

  mutating func begin(sentence: Int) {
    while sentenceStart.count <= sentence { sentenceStart.append(referents.count) }
    current = sentence
  }

  mutating func add(_ referent: Referent) {
    referents.append(referent)
    while lastToken.count <= referent.entity { lastToken.append(nil) }
    lastToken[referent.entity] = referent.token
  }

  /// What was mentioned since a sentence began.
  func since(sentence: Int) -> ArraySlice<Referent> {
    referents[(sentenceStart.indices.contains(sentence) ? sentenceStart[sentence] : referents.count)...]
  }

  /// Referents before a token, from the nearest sentence back: those of one sentence with subjects first, then the
  /// nearer.
  func before(_ token: Int, sentences: Int) -> [Referent] {
    var found: [Referent] = []
    var sentence = current
    var end = referents.count
    while sentence >= 0, sentence >= current - sentences {
      let start = sentenceStart[sentence]
      let part = referents[start..<end].filter { $0.token < token }
      found += part.sorted { a, b in
        if a.isSubject != b.isSubject { return a.isSubject }
        // In earlier sentences the first word counts for more, in this one the nearer.
        return sentence == current ? a.token > b.token : a.token < b.token
      }
      end = start
      sentence -= 1
    }
    return found
  }

  /// The token of an entity's latest mention.
  func latestPosition(of entity: Int) -> Int? { lastToken.indices.contains(entity) ? lastToken[entity] : nil }
}
