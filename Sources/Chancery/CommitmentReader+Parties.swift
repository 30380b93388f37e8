import Actors
import Statements

// Who holds it out, and to whom.
extension CommitmentReader {
  func codes(_ entities: [Int]) -> Set<String> {
    Set(entities.map { cast.entities[$0].code }).subtracting([""])
  }

  /// The statement whose words a token stands in.
  func statement(around token: Int) -> Statement? {
    statementAt[token] >= 0 ? statements[statementAt[token]] : nil
  }

  /// Who makes a statement, where somebody who speaks for a state.
  func speaking(_ statement: Statement?) -> [Int] {
    guard let entity = statement?.speaker?.entity, cast.entities[entity].code.isStateCode else { return [] }
    let isOutside = cast.entities[entity].sectors.contains { ["JRN", "EDU", "CVL", "BUS", "LAB", "REB"].contains($0) }
    return isOutside ? [] : [entity]
  }

  static let telling: Set<String> = ["tell", "say", "inform", "announce", "confirm", "assure", "add", "state"]

  /// Who tells it by the verb above: "Xie told his guest that he would be allowed home".
  func telling(_ token: Int) -> [Int] {
    guard document.tokens[token].relation == "ccomp", let up = document.tokens[token].head.index,
      Self.telling.contains(lemma(up)), let subject = subject(of: up), !subject.isPassive
    else { return [] }
    return entities(of: subject.token, modifiers: true).filter { cast.entities[$0].code.isStateCode }
  }

  /// The entities of a noun and those joined to it; of a noun that is none, those that its modifiers name.
  func entities(of noun: Int, modifiers: Bool) -> [Int] {
    var found: [Int] = []
    for head in [noun] + children(noun, "conj") {
      let own = (entitiesAt[head] ?? []).filter { !cast.entities[$0].code.isEmpty }
      found += own
      if own.isEmpty, modifiers {
        for child in tree.dependents(of: head)
        where ["amod", "compound", "nmod"].contains(String(document.tokens[child].relation)) {
          for named in [child] + children(child, "conj") {
            found += (entitiesAt[named] ?? []).filter { !cast.entities[$0].code.isEmpty }
          }
        }
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The subject of a verb; of one that is joined to another and has none, the other's.
  func subject(of token: Int) -> (token: Int, isPassive: Bool)? {
    var at = token
    for _ in 0..<4 {
      if let subject = tree.dependents(of: at).first(where: { document.tokens[$0].relation == "nsubj" }) {
        return (subject, document.tokens[subject].deprel == "nsubj:pass")
      }
      guard document.tokens[at].relation == "conj", let up = document.tokens[at].head.index else { return nil }
      at = up
    }
    return nil
  }

  /// Who is to do what a verb tells.
  func actors(of token: Int, _ holding: Holding, _ statement: Statement?) -> [Int] {
    let told = telling(token)
    let speaking = told.isEmpty ? speaking(statement) : told
    if let agent = tree.dependents(of: token).first(where: { document.tokens[$0].deprel == "obl:agent" }) {
      let found = entities(of: agent, modifiers: true)
      if !found.isEmpty { return found }
    }
    var subject = subject(of: token)
    if subject == nil, let governor = holding.governor { subject = self.subject(of: governor) }
    if holding.isAllowance { return speaking }
    if let subject {
      let own = entities(of: subject.token, modifiers: false)
      let isPassive =
        subject.isPassive || tree.dependents(of: token).contains { document.tokens[$0].deprel == "aux:pass" }
      // Goods and teams that leave or arrive are sent by who says so.
      let isSent = Self.arriving.contains(lemma(token)) && !own.contains { isWho($0) } && !speaking.isEmpty
      if !own.isEmpty, !isPassive, !isSent { return own }
      // What is done to somebody, or with a thing, is done by who says so.
      let promisers = promisers(above: token)
      if !promisers.isEmpty { return promisers }
      if !speaking.isEmpty { return speaking }
      let modifying = entities(of: subject.token, modifiers: true)
      if !modifying.isEmpty { return modifying }
      return []
    }
    if let governor = holding.governor, document.tokens[governor].upos == "NOUN" {
      let owners = tree.dependents(of: governor).filter {
        ["nmod", "amod", "compound"].contains(String(document.tokens[$0].relation))
      }.flatMap { entitiesAt[$0] ?? [] }.filter { !cast.entities[$0].code.isEmpty }
      if let owner = owners.first { return [owner] }
    }
    let promisers = promisers(above: token)
    return promisers.isEmpty ? speaking : promisers
  }

  static let arriving: Set<String> = [
    "follow", "come", "arrive", "leave", "go", "flow", "sail", "reach", "depart", "run", "begin", "start",
  ]

  func isWho(_ entity: Int) -> Bool { [.person, .state].contains(cast.entities[entity].kind) }

  /// Those who agree or promise, in the clause above or beside.
  func promisers(above token: Int) -> [Int] {
    var words = children(token, "parataxis")
    if let up = document.tokens[token].head.index { words.append(up) }
    for word in words where Self.pledging.contains(lemma(word)) || Self.offering.contains(lemma(word)) {
      if let subject = subject(of: word), !subject.isPassive {
        let found = entities(of: subject.token, modifiers: true)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Those for whom it is: others in the sentence, who is spoken to, others of the sentence before, whom the article speaks of most.
  func recipients(of token: Int, in sentence: Int, but codes: Set<String>, _ statement: Statement?) -> [Int] {
    func others(_ sentence: Int) -> [Int] {
      var found: [Int] = []
      for mention in mentionsIn[sentence] {
        let entity = cast.entities[mention.entity]
        guard entity.code.isStateCode, !codes.contains(entity.code),
          entity.kind != .place || tellsWhere(mention.head),
          !found.contains(where: { cast.entities[$0].code == entity.code })
        else { continue }
        found.append(mention.entity)
      }
      return found
    }
    let own = others(sentence)
    if !own.isEmpty { return Array(own.prefix(3)) }
    if codes.count > 1 { return [] }
    if let addressee = statement?.addressee?.entity, cast.entities[addressee].code.isStateCode,
      !codes.contains(cast.entities[addressee].code)
    {
      return [addressee]
    }
    if sentence > 0, let before = others(sentence - 1).first { return [before] }
    return states.first { !codes.contains(cast.entities[$0].code) }.map { [$0] } ?? []
  }

  /// Whether a place is one that something is done to, not where it is done or said: "to Novorossiysk", "off Crete".
  func tellsWhere(_ token: Int) -> Bool {
    let cases = children(token, "case").map(lemma)
    return !cases.isEmpty && !cases.contains { ["in", "at", "near"].contains($0) }
  }
}
