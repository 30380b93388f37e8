internal import Actors
internal import Articles
internal import Language

/// Names who speaks and is spoken to: an entity of the cast, or what is said of somebody unnamed.
struct InterlocutorNamer {
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

  /// Whether a word stands for a person or body, of the cast or unnamed.
  func isSomebody(_ token: Int) -> Bool {
    if let mention = mention(at: subjects.antecedent(of: token)) {
      return cast.entities[mention.entity].kind != .place || mention.form == .name
    }
    return document.tokens[token].upos == "PRON" && ["him", "her", "them", "us", "me"].contains(tree.forms[token])
  }

  private var document: Document { tree.document }

  /// Whom a word stands for.
  func interlocutor(at source: Int) -> Interlocutor {
    if let lettered = lettered(source) { return lettered }
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
      return Interlocutor(entity: mention.entity, name: name(of: mention, at: named, toldBy: source), span: span)
    }
    return Interlocutor(entity: nil, name: unresolvedName(at: named, toldBy: source), span: span)
  }

  /// Who asks and answers behind "Q:" and "A:": the one who answers is the first person whom the text before names.
  private func lettered(_ token: Int) -> Interlocutor? {
    guard token + 1 < tree.forms.count, tree.forms[token + 1] == ":" else { return nil }
    let span = document.span(token..<token + 1)
    switch tree.forms[token] {
    case "q", "question": return Interlocutor(entity: nil, name: "unnamed questioner", span: span)
    case "a", "answer":
      let person = cast.mentions.prefix { $0.tokens.lowerBound < token }.first {
        $0.form == .name && cast.entities[$0.entity].kind == .person
      }
      return Interlocutor(
        entity: person?.entity, name: person.map { cast.entities[$0.entity].name } ?? "unnamed respondent", span: span)
    default: return nil
    }
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

  /// An entity's name, or "unnamed" with what the article says of a person or group that it does not name: here, or where
  /// it said more.
  private func name(of mention: Mention, at token: Int, toldBy source: Int) -> String {
    let entity = cast.entities[mention.entity]
    guard isUnnamed(mention.entity), mention.form != .name else { return entity.name }
    let known = UnnamedPhrase.bare(entity.name)
    guard mention.form == .description else { return UnnamedPhrase.unnamed(known) }
    let words = description(at: token, toldBy: source)
    var here = UnnamedPhrase.bare(phrase(words))
    if let first = words.first, isCommon(first) { here = here.prefix(1).lowercased() + here.dropFirst() }
    let isRicher = here.split(separator: " ").count > known.split(separator: " ").count
    return UnnamedPhrase.unnamed(isRicher || here.lowercased() == known.lowercased() ? here : known)
  }

  /// The words about somebody unnamed: with what follows the noun, where that is short ("people familiar with the matter"), but not
  /// the clause in which they speak ("analysts who say so").
  private func description(at token: Int, toldBy source: Int) -> Range<Int> {
    let words = subjects.phrase(of: token)
    var end = words.upperBound
    for dependent in tree.dependents(of: token) where dependent >= end {
      guard ["acl", "acl:relcl", "amod", "nmod"].contains(document.tokens[dependent].deprel),
        source == token || !tree.lies(source, under: dependent),
        let last = tree.yield(of: dependent).last(where: { !tree.isPunctuation($0) }),
        tree.yield(of: dependent).first == end
      else { break }
      end = last + 1
    }
    return end - words.lowerBound <= Self.longestDescription ? words.lowerBound..<end : words
  }

  private static let longestDescription = 12

  private func phrase(_ words: Range<Int>) -> String {
    document.text(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
    if word.upos == "ADJ", word.lemma.first?.isLowercase ?? false { return true }
    return ["NOUN", "DET", "NUM", "ADV", "ADJ"].contains(word.upos) && tree.sentence(of: token).lowerBound == token
  }

  /// "unnamed senior officials", the words of a name that the cast lacks, or a pronoun as it stands.
  private func unresolvedName(at token: Int, toldBy source: Int) -> String {
    if let name = document.names.first(where: { $0.tokens.contains(token) }) { return document.text(name.tokens) }
    let isUnnamed =
      document.tokens[token].upos == "NOUN" && !UnnamedPhrase.documents.contains(document.tokens[token].lemma)
    let words = isUnnamed ? description(at: token, toldBy: source) : subjects.phrase(of: token)
    var phrase = phrase(words)
    if let first = words.first, isCommon(first) { phrase = phrase.prefix(1).lowercased() + String(phrase.dropFirst()) }
    if isUnnamed { return UnnamedPhrase.unnamed(UnnamedPhrase.bare(phrase)) }
    return ["NOUN", "ADJ", "NUM"].contains(document.tokens[token].upos) ? UnnamedPhrase.bare(phrase) : phrase
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

  /// A phrase marked as no name; whose it is tells enough ("Iran's ambassador").
  static func unnamed(_ phrase: String) -> String {
    let owner = phrase.split(separator: " ").dropLast().contains { $0.hasSuffix("'s") || $0.hasSuffix("’s") }
    return owner ? phrase : "unnamed " + phrase
  }

  /// A phrase without the pointing words that it begins with.
  static func bare(_ phrase: String) -> String {
    var words = phrase.split(separator: " ")
    while words.count > 1, let first = words.first, pointers.contains(first.lowercased()) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
