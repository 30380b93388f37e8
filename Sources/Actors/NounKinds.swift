import Language

/// What pronouns ask of a noun that is nobody in the cast.
struct NounKind: OptionSet {
  let rawValue: UInt8

  static let plural = NounKind(rawValue: 1)
  static let human = NounKind(rawValue: 2)
  static let female = NounKind(rawValue: 4)
  static let male = NounKind(rawValue: 8)

  /// The kind of each noun of a document; nothing for other words.
  static func kinds(_ tree: DocumentTree, isPlural: (Int) -> Bool) -> [NounKind] {
    (0..<tree.count).map { token in
      guard tree.part[token].isNominal else { return [] }
      var kind: NounKind = []
      if isPlural(token) { kind.insert(.plural) }
      if Vocabulary.humans.contains(tree.lower[token]) { kind.insert(.human) }
      switch Vocabulary.genders[tree.lower[token]] {
      case .female: kind.formUnion([.human, .female])
      case .male: kind.formUnion([.human, .male])
      case nil: break
      }
      return kind
    }
  }
}
