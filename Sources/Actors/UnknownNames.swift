public import Articles
public import Language

/// A person or an organisation that an article names and the dictionary does not know.
public struct UnknownName: Sendable, Hashable {
  /// The name, as long as the article gives it.
  public var name: String
  /// Person or organisation, by the encoder.
  public var kind: Name.Kind
  /// The code that the text told; empty where it told none.
  public var code: String
  /// The sectors that the text told.
  public var sectors: [String]
  /// How often the article names it.
  public var count: Int
  /// The sentence that names it first, by place in the document.
  public var sentence: Int

  /// A name.
  public init(name: String, kind: Name.Kind, code: String, sectors: [String], count: Int, sentence: Int) {
    self.name = name
    self.kind = kind
    self.code = code
    self.sectors = sectors
    self.count = count
    self.sentence = sentence
  }
}

extension ActorDictionary {
  /// The persons and organisations that a document names and the dictionary does not know, in the order of the text.
  ///
  /// Shorter names of the same ("Mr. Ortega" after "Luis Ortega") count with the longest. What is a common noun with a state
  /// ("Peru's Foreign Ministry") needs no record and is not told.
  public func unknownNames(
    in document: Document, article: Article, knowing acquaintances: Acquaintances = .none
  ) -> [UnknownName] {
    guard !document.tokens.isEmpty, !document.sentences.isEmpty else { return [] }
    var builder = CastBuilder(dictionary: self, document: document, article: article, knowing: acquaintances)
    _ = builder.cast()
    return builder.unknownNames()
  }
}

extension CastBuilder {
  /// The persons and organisations without a record that the encoder found, after the cast is made.
  fileprivate func unknownNames() -> [UnknownName] {
    var found: [UnknownName] = []
    var indexOfEntity: [Int: Int] = [:]
    for span in spans where span.entries.isEmpty {
      guard let kind = span.kind, kind == .person || kind == .organization else { continue }
      let head = tree.head(of: span.tokens)
      guard case .entities(let indices) = resolved[head], let entity = indices.first, traits[entity].record == nil,
        entities[entity].kind == .person || entities[entity].kind == .organization,
        !isDescription(span)
      else { continue }
      if let index = indexOfEntity[entity] {
        found[index].count += 1
      } else {
        indexOfEntity[entity] = found.count
        found.append(
          UnknownName(
            name: entities[entity].name, kind: kind, code: entities[entity].code, sectors: entities[entity].sectors,
            count: 1, sentence: tree.sentence[head]))
      }
    }
    return found
  }

  /// Whether a name is a state's name or adjective with common nouns: "Peruvian Foreign Ministry".
  private func isDescription(_ span: NameSpan) -> Bool {
    let inner = span.inner.flatMap { Array($0.tokens) }
    return span.tokens.allSatisfy { token in
      inner.contains(token) || span.tokens.contains { nouns[$0]?.tokens.contains(token) == true }
        || !words.isCapitalised(token)
    }
  }
}
