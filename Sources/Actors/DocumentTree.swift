import Articles
import Language

/// A document's words as the cast's rules look at them: parents and children in the tree, lower-case forms.
struct DocumentTree {
  /// Each token's parent; -1 at a root.
  let parent: [Int]
  /// Each token's relation, with its subtype.
  let deprel: [String]
  /// Each token's relation, without its subtype.
  let relation: [String]
  /// Each token's form in lower case.
  let lower: [String]
  /// Each token's part of speech.
  let part: [Part]
  /// Each token's sentence.
  let sentence: [Int]

  private let childStart: [Int]
  private let child: [Int]

  /// The parts of speech that the rules tell apart.
  enum Part: UInt8 {
    case noun, proper, adjective, verb, auxiliary, adposition, determiner, pronoun, number, punctuation, particle
    case other
    case unknown

    init(_ upos: String) {
      self =
        switch upos {
        case "NOUN": .noun
        case "PROPN": .proper
        case "ADJ": .adjective
        case "VERB": .verb
        case "AUX": .auxiliary
        case "ADP": .adposition
        case "DET": .determiner
        case "PRON": .pronoun
        case "NUM": .number
        case "PUNCT": .punctuation
        case "PART": .particle
        case "_": .unknown
        default: .other
        }
    }

    var isNominal: Bool { self == .noun || self == .proper }
  }

  init(_ document: Document) {
    let tokens = document.tokens
    parent = Self.withoutCycles(
      tokens.map { token in
        if let index = token.head.index, tokens.indices.contains(index) { index } else { -1 }
      })
    deprel = tokens.map(\.deprel)
    relation = tokens.map { token in
      token.deprel.utf8.contains(UInt8(ascii: ":")) ? String(token.relation) : token.deprel
    }
    lower = tokens.map { document.text[$0.span].lowercased() }
    part = tokens.map { Part($0.upos) }
    var sentence = [Int](repeating: 0, count: tokens.count)
    for (i, range) in document.sentences.enumerated() {
      for token in range where sentence.indices.contains(token) { sentence[token] = i }
    }
    self.sentence = sentence
    var starts = [Int](repeating: 0, count: tokens.count + 1)
    for up in parent where up >= 0 { starts[up + 1] += 1 }
    for i in 0..<tokens.count { starts[i + 1] += starts[i] }
    var next = starts
    var child = [Int](repeating: 0, count: starts.last ?? 0)
    for (i, up) in parent.enumerated() where up >= 0 {
      child[next[up]] = i
      next[up] += 1
    }
    childStart = starts
    self.child = child
  }

  /// Parents as they stand, but for arcs that close a cycle, which become roots: documents may come from anywhere.
  private static func withoutCycles(_ parents: [Int]) -> [Int] {
    var parents = parents
    // The walk that last came by; a walk that meets itself has found a cycle.
    var walk = [Int](repeating: -1, count: parents.count)
    for start in parents.indices {
      var at = start
      while walk[at] < 0 {
        walk[at] = start
        let up = parents[at]
        guard up >= 0 else { break }
        if walk[up] == start {
          parents[at] = -1
          break
        }
        at = up
      }
    }
    return parents
  }

  var count: Int { parent.count }

  /// A token's children, in the order of the text.
  func children(_ token: Int) -> ArraySlice<Int> { child[childStart[token]..<childStart[token + 1]] }

  /// A token's first child of a relation, with or without subtype.
  func child(_ token: Int, _ name: String) -> Int? {
    children(token).first { deprel[$0] == name || relation[$0] == name }
  }

  /// The preposition before a token's phrase, in lower case; of a conjunct without one, its first conjunct's.
  func preposition(_ token: Int) -> String? {
    for c in children(token) where relation[c] == "case" && lower[c] != "'s" && lower[c] != "’s" && lower[c] != "'" {
      return lower[c]
    }
    if relation[token] == "conj", parent[token] >= 0, part[parent[token]].isNominal {
      return preposition(parent[token])
    }
    return nil
  }

  /// The token of a range that governs the others: the first whose parent lies outside.
  func head(of range: Range<Int>) -> Int {
    var best = range.upperBound - 1
    for token in range where !range.contains(parent[token]) && part[token] != .punctuation {
      best = token
      break
    }
    return best
  }

  /// The verb or predicate whose clause holds a token: the nearest ancestor that is no noun's dependent.
  func clause(of token: Int) -> Int {
    var at = token
    var steps = 0
    while parent[at] >= 0, steps < 256 {
      switch relation[at] {
      case "nsubj", "obj", "iobj", "obl", "csubj", "expl", "advmod", "vocative", "dislocated": return parent[at]
      case "ccomp", "xcomp", "advcl", "acl", "parataxis", "root": return at
      default: at = parent[at]
      }
      steps += 1
    }
    return at
  }
}
