public import Chancery

extension PartyFilter {
  /// What a user means: a code (`USA`), one with a sector (`USA GOV`, `USAGOV`), an id (`USA/antony-blinken`), or a name,
  /// which the dictionary resolves: a state's names stand for its code and so for all who act for it, other names for the
  /// one who bears them.
  ///
  /// - Throws: ``ArchiveError`` with ``ArchiveError/Code/query`` where the dictionary knows no such name.
  public init(_ text: String, dictionary: ActorDictionary) throws {
    let words = text.split(separator: " ").map(String.init)
    func isUpper(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy { (65...90).contains($0) } }
    if text.contains("/") {
      self = .actor(id: text)
    } else if words.count == 2, isUpper(words[0]), isUpper(words[1]), words[0].count == 3, words[1].count == 3 {
      self = .code(words[0], sector: words[1])
    } else if isUpper(text), text.count == 6, dictionary.actors(named: text).isEmpty {
      self = .code(String(text.prefix(3)), sector: String(text.suffix(3)))
    } else if isUpper(text), text.count == 3 {
      self = .code(text)
    } else if let entity = dictionary.actor(named: text) {
      self = entity.kind == .state ? .code(entity.code) : .actor(id: entity.id)
    } else {
      let similar = dictionary.explanation(of: text, on: nil).similar.prefix(3).map(\.name)
      let hint =
        similar.isEmpty
        ? "give a code (USA, USA GOV), an id (USA/antony-blinken) or another name"
        : "did you mean \(similar.joined(separator: ", "))?"
      throw ArchiveError(.query, path: "", "the dictionary of actors does not know '\(text)'; \(hint)")
    }
  }
}

extension SpeakerFilter {
  /// Who speaks: whom the dictionary knows, else the name as articles give it.
  public init(_ text: String, dictionary: ActorDictionary) {
    if let party = try? PartyFilter(text, dictionary: dictionary) { self = .party(party) } else { self = .name(text) }
  }
}
