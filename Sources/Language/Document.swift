public import Articles

/// An article's text divided into sentences and words, with all that the encoder saw in them.
///
/// Sentences, names and the rest are ranges of indices into ``tokens``, which are syntactic words: "don't" is two.
public struct Document: Sendable {
  /// The text that all spans count into.
  public let text: SourceText
  /// The words, in the order of the text.
  public var tokens: [Token]
  /// The sentences: ranges of tokens that follow one another and cover all of them.
  public var sentences: [Range<Int>]
  /// Named persons, organisations and places, in the order of the text, none overlapping.
  public var names: [Name]
  /// Who is said to say or think what, by the encoder alone, in the order of the text.
  public var attributions: [Attribution]
  /// What the event head saw at each token; empty where the document was read without an encoder.
  public var acts: ActScores
  /// What belongs to which state or body, as the encoder saw it.
  public var kin = KinScores()
  /// Comment lines of CoNLL-U, sentence by sentence, where the document came from there.
  public var comments: [[String]]

  /// A document of tokens and sentences alone.
  public init(
    text: SourceText, tokens: [Token], sentences: [Range<Int>], names: [Name] = [], attributions: [Attribution] = [],
    acts: ActScores = .none, comments: [[String]] = []
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.names = names
    self.attributions = attributions
    self.acts = acts
    self.comments = comments
  }

  /// The index of the sentence that holds a token. Logarithmic in the number of sentences.
  public func sentenceIndex(of token: Int) -> Int {
    var low = 0
    var high = sentences.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle - 1 }
    }
    return max(0, low)
  }

  /// The stretch of text from the first token of a range to its last.
  public func span(_ range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(0, 0) }
    return tokens[first].span.union(tokens[last].span)
  }

  /// The text of a range of tokens, as it stands.
  public func text(_ range: Range<Int>) -> String { text[span(range)] }

  /// The text of a token, as it stands, or as CoNLL-U gave it where the text does not spell it out.
  public func form(_ token: Int) -> String { tokens[token].form ?? text[tokens[token].span] }
}

/// A syntactic word with its place in the dependency tree.
public struct Token: Sendable, Hashable {
  /// The stretch of text it covers.
  public var span: Span
  /// The dictionary form.
  public var lemma: String
  /// The Universal Dependencies part of speech: `NOUN`, `PROPN`, `VERB` …
  public var upos: String
  /// Morphological features as CoNLL-U writes them: `Mood=Ind|Tense=Past|VerbForm=Fin`, or `_`.
  public var feats: String
  /// What it hangs on.
  public var head: Head
  /// The relation to its head, with its subtype: `nsubj:pass`.
  public var deprel: String
  /// The orthographic token that holds it, where that holds several words ("don't"): the same for each of them.
  public var multiword: Span?
  /// Whether white space, or the text's end, follows.
  public var spaceAfter: Bool
  /// The word, where it is not what its span holds: "de" and "le" of "du", in CoNLL-U.
  public var form: String?

  /// A word with no analysis yet, hanging on the root.
  public init(
    span: Span, lemma: String = "_", upos: String = "_", feats: String = "_", head: Head = .root,
    deprel: String = "_", multiword: Span? = nil, spaceAfter: Bool = true, form: String? = nil
  ) {
    self.span = span
    self.lemma = lemma
    self.upos = upos
    self.feats = feats
    self.head = head
    self.deprel = deprel
    self.multiword = multiword
    self.spaceAfter = spaceAfter
    self.form = form
  }

  /// The relation without its subtype: `nsubj` of `nsubj:pass`.
  public var relation: Substring { deprel.prefix { $0 != ":" } }

  /// The value of a feature: `Past` of `Tense`.
  public func feature(_ name: String) -> Substring? {
    for pair in feats.split(separator: "|") {
      guard let equals = pair.firstIndex(of: "="), pair[..<equals] == name else { continue }
      return pair[pair.index(after: equals)...]
    }
    return nil
  }
}

/// What a word hangs on in the tree.
public enum Head: Sendable, Hashable {
  /// The sentence's root.
  case root
  /// Another token, by its index in the document.
  case token(Int)

  /// The token's index; `nil` at the root.
  public var index: Int? {
    if case .token(let index) = self { index } else { nil }
  }
}

/// A name found in the text.
public struct Name: Sendable, Hashable {
  /// What a name is of.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A human being.
    case person = "PER"
    /// A body of human beings, a firm, a publication.
    case organization = "ORG"
    /// A place.
    case place = "LOC"
  }

  /// Its tokens.
  public var tokens: Range<Int>
  /// What it names.
  public var kind: Kind

  /// A name of a kind.
  public init(tokens: Range<Int>, kind: Kind) {
    self.tokens = tokens
    self.kind = kind
  }
}

/// Words or thoughts laid at somebody's door, as the encoder found them: ranges of tokens, in the order of the text.
public struct Attribution: Sendable, Hashable {
  /// Who says or thinks it; empty where nobody is named.
  public var source: [Range<Int>]
  /// The words that attribute it: "said", "according to"; empty where a quotation stands alone.
  public var cue: [Range<Int>]
  /// What is said or thought.
  public var content: [Range<Int>]
  /// The encoder's mean probability over the content's tokens, 0 to 1.
  public var confidence: Float

  /// An attribution.
  public init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>], confidence: Float = 1) {
    self.source = source
    self.cue = cue
    self.content = content
    self.confidence = confidence
  }
}
