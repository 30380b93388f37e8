import Actors
import Language

/// Finds the mentions that an argument's head stands for.
struct PartyFinder {
  let document: Document
  let tree: DependencyTree
  let cast: Cast
  private let byHead: [Int: [Int]]
  private let byToken: [Int: [Int]]

  init(document: Document, tree: DependencyTree, cast: Cast) {
    self.document = document
    self.tree = tree
    self.cast = cast
    var heads: [Int: [Int]] = [:]
    var tokens: [Int: [Int]] = [:]
    for (index, mention) in cast.mentions.enumerated() {
      heads[mention.head, default: []].append(index)
      for token in mention.tokens { tokens[token, default: []].append(index) }
    }
    byHead = heads
    byToken = tokens
  }

  /// Whether a mention can be a party to an act: it has a code, or stands for a body or number of people.
  func isParty(_ mention: Int, allowsPlaces: Bool) -> Bool {
    let entity = cast.entities[cast.mentions[mention].entity]
    if entity.kind == .place { return allowsPlaces && !entity.code.isEmpty }
    return !entity.code.isEmpty || !entity.sectors.isEmpty || entity.kind == .person || entity.kind == .organization
  }

  private static let politicalSectors: Set<String> = [
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "PRM", "PRE",
  ]

  /// Whether a mention is a political actor: it belongs to a state or body of states, or to what governs, fights or opposes.
  func isPolitical(_ mention: Int) -> Bool {
    let entity = cast.entities[cast.mentions[mention].entity]
    return !entity.code.isEmpty || entity.sectors.contains(where: Self.politicalSectors.contains)
  }

  /// The mentions whose head a token is; else those that hold it; else those that own or modify it ("Turkish shops").
  func mentions(at head: Int, allowsPlaces: Bool) -> [Int] {
    let direct = (byHead[head] ?? []).filter { isParty($0, allowsPlaces: allowsPlaces) }
    if !direct.isEmpty { return fullest(direct) }
    let around = (byToken[head] ?? []).filter { isParty($0, allowsPlaces: allowsPlaces) }
    if !around.isEmpty { return [around[0]] }
    // "his Japanese counterpart, Keiichi Arai"
    for d in tree.dependents(of: head) where document.tokens[d].deprel == "appos" {
      let named = (byHead[d] ?? []).filter { isParty($0, allowsPlaces: false) }
      if !named.isEmpty { return fullest(named) }
    }
    let owners = owners(of: head)
    if !owners.isEmpty { return owners }
    // "dozens of protesters", "the two leaders of the coalition"
    for d in tree.dependents(of: head) where document.tokens[d].relation == "nmod" {
      let inner = (byHead[d] ?? []).filter { isParty($0, allowsPlaces: false) }
      if !inner.isEmpty { return fullest(inner) }
    }
    return []
  }

  private static let peers: Set<String> = ["counterpart", "colleague", "homologue", "peer"]

  /// Who owns a thing, by possessive, adjective or compound, or stands after *of*, *by* or *from* behind it.
  func owners(of head: Int) -> [Int] {
    // "His Japanese counterpart" is not his.
    let isPeer = Self.peers.contains(document.tokens[head].lemma.lowercased())
    for relations in isPeer ? [["amod", "compound"]] : [["nmod:poss"], ["amod", "compound", "nmod:desc"]] {
      var found: [Int] = []
      for d in tree.dependents(of: head) where relations.contains(document.tokens[d].deprel) {
        found += (byHead[d] ?? []).filter { isParty($0, allowsPlaces: true) && !found.contains($0) }
      }
      if !found.isEmpty { return fullest(found) }
    }
    for d in tree.dependents(of: head) where document.tokens[d].relation == "nmod" {
      guard
        tree.dependents(of: d).contains(where: {
          document.tokens[$0].deprel == "case" && ["of", "by", "from"].contains(document.form($0).lowercased())
        })
      else { continue }
      let found = (byHead[d] ?? []).filter { isParty($0, allowsPlaces: false) }
      if !found.isEmpty { return fullest(found) }
    }
    return []
  }

  /// All parties named within a stretch, in the order of the text.
  func mentions(within range: Range<Int>) -> [Int] {
    range.flatMap { byHead[$0] ?? [] }.filter { isParty($0, allowsPlaces: false) }.sorted()
  }

  /// Of mentions with one head the longest; two entities that one description stands for ("the two sides") both.
  private func fullest(_ mentions: [Int]) -> [Int] {
    var kept: [Int] = []
    for mention in mentions {
      let range = cast.mentions[mention].tokens
      if kept.contains(where: {
        let other = cast.mentions[$0].tokens
        return cast.mentions[$0].head == cast.mentions[mention].head && other != range && other.count >= range.count
      }) {
        continue
      }
      kept.append(mention)
    }
    return kept
  }
}
