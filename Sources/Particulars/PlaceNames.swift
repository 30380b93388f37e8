internal import Actors
internal import Articles
internal import Language

/// The words of a document that name places, with what they may mean.
struct PlaceNames {
  struct Name {
    var tokens: Range<Int>
    /// The name folded: equal names are told by it.
    var key: String
    var entries: [Gazetteer.Entry]
    /// The name after it that tells where it lies: "Texas" in "Paris, Texas".
    var holder: Int?
  }

  private let document: Document
  private let cast: Cast
  private let gazetteer: Gazetteer

  init(_ document: Document, _ cast: Cast, _ gazetteer: Gazetteer) {
    self.document = document
    self.cast = cast
    self.gazetteer = gazetteer
  }

  func names() -> [Name] {
    var known: [String: [Gazetteer.Entry]] = [:]
    var names: [Name] = []
    for (tokens, state) in stretches() {
      let key = Gazetteer.folded(document.text(tokens))
      var entries = known[key] ?? self.entries(tokens)
      known[key] = entries
      if let state {
        // What the cast holds to be a state is that state, where the name is its own; a capital may be another city here.
        let itself = entries.filter { $0.country == state && $0.kind == .country }
        let isShared = entries.contains { $0.kind == .region && $0.country != state }
        if !itself.isEmpty, !isShared { entries = itself }
        if entries.isEmpty { entries = [gazetteer.country(state)].compactMap { $0 } }
      }
      names.append(Name(tokens: tokens, key: key, entries: entries))
    }
    for i in names.indices.dropLast() {
      let between = names[i].tokens.upperBound..<names[i + 1].tokens.lowerBound
      let words = between.map { document.form($0).lowercased() }
      let isBeside =
        words == [","] || words == ["("] || words == ["in"] && names[i].entries.contains { $0.kind == .city }
      if isBeside, names[i + 1].entries.contains(where: { $0.kind == .country || $0.kind == .region }) {
        names[i].holder = i + 1
      }
    }
    return names
  }

  /// Stretches of tokens that name places; with the state that the cast holds them to mean by their name alone.
  private func stretches() -> [(tokens: Range<Int>, state: String?)] {
    var stretches: [(tokens: Range<Int>, state: String?)] = []
    // Which tokens are another kind of name's, and which stretch has the others.
    var isOther = [Bool](repeating: false, count: document.tokens.count)
    var owner = [Int?](repeating: nil, count: document.tokens.count)
    func add(_ tokens: Range<Int>, _ state: String?) {
      for token in tokens { owner[token] = stretches.count }
      stretches.append((tokens, state))
    }
    for name in document.names {
      if name.kind == .place, !isPerson(name.tokens) {
        for part in parts(trimmed(name.tokens)) { add(widened(part), nil) }
      } else {
        for token in name.tokens { isOther[token] = true }
      }
    }
    for mention in cast.mentions where mention.form == .name || mention.form == .modifier {
      let entity = cast.entities[mention.entity]
      guard entity.kind == .state || entity.kind == .place else { continue }
      let tokens = trimmed(mention.tokens)
      guard !tokens.isEmpty, tokens.allSatisfy({ document.tokens[$0].upos == "PROPN" && !isOther[$0] }) else {
        continue
      }
      let state = entity.kind == .state ? entity.code : nil
      if let known = tokens.lazy.compactMap({ owner[$0] }).first {
        if let state, stretches[known].tokens == tokens { stretches[known].state = state }
      } else if state != nil || !gazetteer.entries(named: document.text(tokens)).isEmpty {
        add(tokens, state)
      }
    }
    // Of two that overlap the longer.
    var apart: [(tokens: Range<Int>, state: String?)] = []
    for stretch in stretches.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) where !stretch.tokens.isEmpty {
      if let last = apart.last, last.tokens.overlaps(stretch.tokens) {
        if last.tokens.count < stretch.tokens.count { apart[apart.count - 1] = stretch }
      } else {
        apart.append(stretch)
      }
    }
    return apart
  }

  /// Whether a courtesy before a name tells that it is somebody's: "Mr. Washington".
  private func isPerson(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    return before >= 0 && Self.courtesies.contains(document.form(before).lowercased())
  }

  private static let courtesies: Set<String> = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "miss", "sir"]

  /// With the word before it, where both together are a known name: "Western" before "Australia", "United" before "States".
  private func widened(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, first > 0, document.form(first - 1).first?.isUppercase ?? false,
      document.sentenceIndex(of: first - 1) == document.sentenceIndex(of: first)
    else { return tokens }
    let wider = first - 1..<tokens.upperBound
    return gazetteer.entries(named: document.text(wider)).isEmpty ? tokens : wider
  }

  /// Without articles, possessives and punctuation at the ends.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var (first, last) = (tokens.lowerBound, tokens.upperBound)
    func isEdge(_ i: Int) -> Bool {
      ["the", "'s", "’s", "'", "’", ",", "(", ")", "\"", "“", "”"].contains(document.form(i).lowercased())
    }
    while first < last, isEdge(first) { first += 1 }
    while last > first, isEdge(last - 1) { last -= 1 }
    return first..<last
  }

  /// One name of several joined by commas: "Edmonton, Alberta".
  private func parts(_ tokens: Range<Int>) -> [Range<Int>] {
    guard tokens.contains(where: { document.form($0) == "," || document.form($0) == "/" }) else { return [tokens] }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for i in tokens where document.form(i) == "," || document.form(i) == "/" {
      if i > start { parts.append(start..<i) }
      start = i + 1
    }
    if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
    return parts
  }

  private static let sides: Set<String> = [
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeast",
    "northeastern",
    "northwest", "northwestern", "southeast", "southeastern", "southwest", "southwestern", "downtown", "upper", "lower",
    "greater", "mainland", "inner", "outer", "old", "port", "city", "province", "region", "state", "district",
    "governorate",
    "oblast", "prefecture", "area", "town", "village", "of", "the", "metropolitan", "mount", "island", "islands",
    "river", "valley",
  ]

  /// What a name may mean; where it is unknown, what it means without words for a side or a kind of place.
  private func entries(_ tokens: Range<Int>) -> [Gazetteer.Entry] {
    let entries = gazetteer.entries(named: document.text(tokens))
    guard entries.isEmpty, tokens.count > 1 else { return entries }
    let core = tokens.drop { Self.sides.contains(document.form($0).lowercased()) }
    let end = core.lastIndex { !Self.sides.contains(document.form($0).lowercased()) }
    guard let first = core.first, let end, first..<end + 1 != tokens else { return [] }
    return gazetteer.entries(named: document.text(first..<end + 1))
  }
}
