internal import Actors
internal import Articles
internal import Language

/// Names who speaks: an entity of the cast, or what is said of somebody unnamed.
struct SpeakerNamer {
  let tree: WordTree
  let subjects: SubjectFinder
  let cast: Cast
  /// For each token the mention that stands for what the token governs, or -1.
  private let mentionByHead: [Int32]
  /// For each token the shortest mention by name or description that holds it, or -1.
  private let mentionAround: [Int32]

  /// For each entity of the cast whether the article names it anywhere.
  private let isNamed: [Bool]

  init(tree: WordTree, subjects: SubjectFinder, cast: Cast) {
    self.tree = tree
    self.subjects = subjects
    self.cast = cast
    let count = tree.document.tokens.count
    var byHead = [Int32](repeating: -1, count: count)
    var around = [Int32](repeating: -1, count: count)
    var isNamed = [Bool](repeating: false, count: cast.entities.count)
    for mention in cast.mentions where mention.form == .name && isNamed.indices.contains(mention.entity) {
      isNamed[mention.entity] = true
    }
    self.isNamed = isNamed
    for (index, mention) in cast.mentions.enumerated()
    where mention.form != .modifier && cast.entities.indices.contains(mention.entity) {
      if byHead.indices.contains(mention.head), byHead[mention.head] < 0 { byHead[mention.head] = Int32(index) }
      for token in mention.tokens where around.indices.contains(token) { around[token] = Int32(index) }
    }
    mentionByHead = byHead
    mentionAround = around
  }

  /// The speaker that a word stands for.
  func speaker(at source: Int) -> Speaker {
    let named = subjects.antecedent(of: source)
    let words = subjects.phrase(of: source)
    var mention = mention(at: named)
    if mention.map({ $0.form == .description && isUnnamed($0.entity) }) ?? true { mention = beside(named) ?? mention }
    let span: Span
    if let mention, named == source, mention.form == .name, mention.tokens.contains(source) {
      span = mention.span
    } else {
      span = tree.document.span(words)
    }
    if let mention {
      return Speaker(entity: mention.entity, name: name(of: mention), span: span)
    }
    return Speaker(entity: nil, name: unresolvedName(at: named), span: span)
  }

  private func mention(at token: Int) -> Mention? {
    if mentionByHead[token] >= 0 { return cast.mentions[Int(mentionByHead[token])] }
    return mentionAround[token] >= 0 ? cast.mentions[Int(mentionAround[token])] : nil
  }

  /// "A spokesman, Ali Hassan", "the ambassador Ali Hassan": the name beside the description.
  private func beside(_ token: Int) -> Mention? {
    for dependent in tree.dependents(of: token) {
      guard ["appos", "flat", "nmod:desc"].contains(tree.document.tokens[dependent].deprel),
        let named = mention(at: dependent),
        named.form == .name
      else { continue }
      return named
    }
    return nil
  }

  /// An entity's name, or "unnamed" with what the article calls a person or group that it does not name.
  private func name(of mention: Mention) -> String {
    let entity = cast.entities[mention.entity]
    guard isUnnamed(mention.entity), mention.form != .name else { return entity.name }
    let name = UnnamedPhrase.bare(entity.name)
    guard let first = mention.tokens.first, isCommon(first),
      name == UnnamedPhrase.bare(tree.document.text(mention.tokens))
    else { return "unnamed " + name }
    return "unnamed " + name.prefix(1).lowercased() + String(name.dropFirst())
  }

  /// Whether an entity is a person or a group that bears no name: what it is called ends in a common noun.
  private func isUnnamed(_ index: Int) -> Bool {
    let entity = cast.entities[index]
    guard !isNamed[index], !entity.name.hasPrefix("unnamed") else { return false }
    switch entity.kind {
    case .group: return true
    case .person: return entity.name.split(separator: " ").last?.first?.isLowercase ?? false
    case .state, .organization, .place: return false
    }
  }

  /// Whether a word has its capital, if any, from the beginning of the sentence alone.
  private func isCommon(_ token: Int) -> Bool {
    let word = tree.document.tokens[token]
    if ["NOUN", "DET", "NUM"].contains(word.upos) { return tree.sentence(of: token).lowerBound == token }
    return word.upos == "ADJ" && word.lemma.first?.isLowercase ?? false
  }

  /// "unnamed senior officials", the words of a name that the cast lacks, or a pronoun as it stands.
  private func unresolvedName(at token: Int) -> String {
    let document = tree.document
    if let name = document.names.first(where: { $0.tokens.contains(token) }) { return document.text(name.tokens) }
    let words = subjects.phrase(of: token)
    var phrase = document.text(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let first = words.first, isCommon(first) { phrase = phrase.prefix(1).lowercased() + String(phrase.dropFirst()) }
    switch document.tokens[token].upos {
    case "NOUN" where !UnnamedPhrase.documents.contains(document.tokens[token].lemma):
      return "unnamed " + UnnamedPhrase.bare(phrase)
    case "NOUN", "ADJ", "NUM": return UnnamedPhrase.bare(phrase)
    default: return phrase
    }
  }
}

/// Phrases for speakers without a name.
enum UnnamedPhrase {
  /// Nouns for writings and counts, which speak without being anybody.
  static let documents: Set<String> = [
    "account", "advertisement", "analysis", "article", "bulletin", "communique", "communiqué", "document", "editorial",
    "email", "figure", "filing", "letter", "memo", "newspaper", "paper", "poll", "record", "release", "report",
    "statement", "statistic", "study", "survey", "text", "transcript", "tweet", "website",
  ]

  /// Words that only point: "a", "the", "some".
  private static let pointers: Set<String> = [
    "a", "an", "the", "some", "any", "this", "that", "these", "those", "another", "other", "several", "many", "one",
    "two", "three", "most", "certain", "various", "unnamed", "anonymous",
  ]

  /// A phrase without the pointing words that it begins with.
  static func bare(_ phrase: String) -> String {
    var words = phrase.split(separator: " ")
    while words.count > 1, let first = words.first, pointers.contains(first.lowercased()) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
