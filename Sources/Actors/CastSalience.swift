import Language

// How near at hand those spoken of are, for pronouns that take one of them up. After Lappin and Leass (1994): a mention
// lends weight by its place in the sentence, half as much a sentence further back. The numbers are theirs in spirit;
// none of them moves the measured accuracy much.
extension CastBuilder {
  /// One that a pronoun may mean.
  struct Candidate {
    /// The entity; -1 for a noun that is nobody in the cast.
    var entity: Int
    /// Those that are meant together with it.
    var others: [Int] = []
    /// The noun, where there is no entity.
    var word: UInt64 = 0
    /// How near at hand it is: what its best sentence gives, and a little for each of the others.
    var salience: Float { best + 0.3 * (sum - best) }

    private var best: Float = 0
    private var sum: Float = 0
    private var sentence = -1
    private var share: Float = 0

    init(entity: Int, others: [Int] = [], word: UInt64 = 0) {
      self.entity = entity
      self.others = others
      self.word = word
    }

    /// Takes a mention in; of several in a sentence the weightiest counts.
    mutating func add(_ weight: Float, sentence at: Int) {
      if sentence != at {
        sentence = at
        share = 0
      }
      guard weight > share else { return }
      sum += weight - share
      share = weight
      best = max(best, weight)
    }
  }

  /// What the tree says of a pronoun, or another word that takes somebody up.
  struct Binding {
    let token: Int
    /// The verb of its clause, and the one above that.
    let clause: Int
    let above: Int
    /// What it cannot mean.
    var tokens: [Int] = []
    var entities: [Int] = []
    /// The subject that its phrase announces.
    var announced: Discourse.Referent?
  }

  /// The weight of each word's mention by its place in the tree.
  static func prominence(_ tree: DocumentTree) -> [Float] {
    (0..<tree.count).map { token in
      guard tree.part[token].isNominal || tree.part[token] == .pronoun || tree.part[token] == .adjective else {
        return 30
      }
      var at = token
      var steps = 0
      while steps < 8, tree.parent[at] >= 0, ["conj", "flat", "appos"].contains(tree.relation[at]) {
        at = tree.parent[at]
        steps += 1
      }
      switch tree.relation[at] {
      case "nsubj", "csubj":
        let clause = tree.parent[at]
        return clause >= 0 && ["acl", "advcl"].contains(tree.relation[clause]) ? 65 : 80
      case "obj", "iobj", "root", "parataxis": return 50
      case "obl": return tree.deprel[at] == "obl:agent" ? 55 : 40
      case "nmod": return tree.deprel[at] == "nmod:poss" ? 45 : 30
      case "amod", "compound": return 15
      default: return 30
      }
    }
  }

  /// The weight of a mention for a pronoun: nearer, and in the same place of its clause, is more.
  func weight(_ mention: Int, for binding: Binding) -> Float {
    let token = binding.token
    let distance = tree.sentence[token] - tree.sentence[mention]
    var weight = 60 + prominence[mention]
    if tree.relation[mention] == tree.relation[token] { weight += 15 }
    if distance == 0 {
      if tree.relation[mention] == "nsubj" {
        // Of a clause's possessives its subject is the likeliest owner.
        if tree.deprel[token] == "nmod:poss", tree.parent[mention] == binding.clause { weight += 30 }
        // "Devocht told Montalvo that he would help": the subject of the clause above.
        if tree.relation[token] != "obj", tree.parent[mention] == binding.above { weight += 40 }
      }
      return weight + max(0, 12 - Float(token - mention) / 2)
    }
    for _ in 0..<min(distance, 8) { weight *= 0.5 }
    // What was said aloud is further from what is told, and the other way round.
    return (quotations.quotation[mention] < 0) == (quotations.quotation[token] < 0) ? weight : weight * 0.8
  }

  /// The likeliest of those spoken of in a pronoun's sentence and some before it; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - fit: how well somebody of the cast agrees with the pronoun, 0 to 1.
  ///   - other: how well a noun agrees that is nobody in the cast.
  func likeliest(
    _ binding: Binding, sentences: Int, fit: (Discourse.Referent) -> Float, other: (Int) -> Float
  ) -> Candidate? {
    let first = max(0, tree.sentence[binding.token] - sentences)
    var candidates: [Candidate] = []
    func add(_ referent: Discourse.Referent, _ weight: Float) {
      let fit = fit(referent)
      guard fit > 0, !binding.entities.contains(referent.entity) else { return }
      let index = candidates.lastIndex { $0.entity == referent.entity } ?? candidates.endIndex
      if index == candidates.endIndex { candidates.append(Candidate(entity: referent.entity)) }
      candidates[index].add(fit * weight, sentence: referent.sentence)
    }
    for referent in discourse.since(sentence: first)
    where referent.token < binding.token && referent.sentence >= first && !binding.tokens.contains(referent.token) {
      add(referent, weight(referent.token, for: binding))
    }
    if let announced = binding.announced { add(announced, 170) }
    addOthers(to: &candidates, since: first, binding, other)
    return candidates.max { $0.salience < $1.salience }
  }

  /// Adds nouns that are nobody in the cast: a pronoun that means one of them means none of the cast.
  func addOthers(to candidates: inout [Candidate], since first: Int, _ binding: Binding, _ fit: (Int) -> Float) {
    for at in document.sentences[first].lowerBound..<binding.token
    where isNobody(at) && !binding.tokens.contains(at) {
      let fit = fit(at)
      guard fit > 0 else { continue }
      let word = words.pieces[words.start[at + 1] - 1].hash
      let index = candidates.lastIndex { $0.entity < 0 && $0.word == word } ?? candidates.endIndex
      if index == candidates.endIndex { candidates.append(Candidate(entity: -1, word: word)) }
      candidates[index].add(fit * weight(at, for: binding), sentence: tree.sentence[at])
    }
  }

  /// Whether a token governs a noun phrase of nobody in the cast.
  private func isNobody(_ token: Int) -> Bool {
    guard tree.part[token].isNominal, words.start[token] < words.start[token + 1] else { return false }
    switch resolved[token] {
    case .entities, .busy: return false
    case .open: guard nouns[token] == nil, spanAt[token] < 0 else { return false }
    case .nothing:
      // The other words of a name.
      guard spanAt[token] < 0 || tree.head(of: spans[spanAt[token]].tokens) == token else { return false }
    }
    switch tree.deprel[token] {
    case "compound", "flat", "amod", "fixed", "goeswith", "vocative", "obl:unmarked", "nmod:unmarked", "obl:tmod",
      "obl:npmod":
      return false
    default: return !Vocabulary.times.contains(tree.lower[token])
    }
  }

  /// What the tree says of a pronoun: it is none of its own verb's other arguments, not what its own phrase is about,
  /// and not who speaks it.
  mutating func binding(_ token: Int) -> Binding {
    let clause = tree.clause(of: token)
    var binding = Binding(token: token, clause: clause, above: tree.parent[clause])
    let word = tree.lower[token]
    guard !word.hasSuffix("self"), !word.hasSuffix("selves") else { return binding }
    binding.announced = announced(after: token)
    let up = tree.parent[token]
    if ["obj", "iobj", "obl", "nsubj"].contains(tree.relation[token]), up >= 0 {
      for child in tree.children(up)
      where child != token && ["nsubj", "obj", "iobj"].contains(tree.relation[child]) { binding.tokens.append(child) }
      if tree.relation[token] != "nsubj", tree.child(up, "nsubj") == nil { excludeSubject(above: up, &binding) }
    } else if tree.deprel[token] == "nmod:poss", up >= 0 {
      // "Manju Sam, his wife"; "Putin is its president".
      if tree.relation[up] == "appos", tree.parent[up] >= 0 { binding.tokens.append(tree.parent[up]) }
      if tree.child(up, "cop") != nil, let subject = tree.child(up, "nsubj") { binding.tokens.append(subject) }
    }
    for at in binding.tokens {
      if case .entities(let found) = resolved[at] { binding.entities += found }
    }
    if quotations.quotation[token] >= 0 {
      for speaker in speaker(token) {
        binding.entities.append(speaker)
        if let body = traits[speaker].body { binding.entities.append(body) }
      }
    }
    return binding
  }

  /// The subject that a verb without one of its own has from the verb above: "The army caught and jailed him".
  private func excludeSubject(above verb: Int, _ binding: inout Binding) {
    var at = verb
    var steps = 0
    while ["conj", "xcomp"].contains(tree.relation[at]), tree.parent[at] >= 0, steps < 6 {
      let isControlled = tree.relation[at] == "xcomp"
      at = tree.parent[at]
      if isControlled, let object = tree.child(at, "obj") {
        binding.tokens.append(object)
        return
      }
      if let subject = tree.child(at, "nsubj") {
        binding.tokens.append(subject)
        return
      }
      steps += 1
    }
  }

  /// The subject that a phrase before it announces: "Waters" of "In her opening remarks, Waters said".
  private mutating func announced(after token: Int) -> Discourse.Referent? {
    var at = token
    var steps = 0
    while tree.parent[at] >= 0, steps < 12 {
      if tree.relation[at] == "obl" || tree.relation[at] == "advcl",
        let subject = tree.child(tree.parent[at], "nsubj"), subject > at, subject > token
      {
        guard tree.part[subject].isNominal else { return nil }
        let found = resolve(subject)
        guard found.count == 1, let entity = found.first else { return nil }
        return Discourse.Referent(
          entity: entity, token: subject, sentence: tree.sentence[subject], isSubject: true, form: .name,
          isPlural: traits[entity].isPlural || isPlural(subject), isPlace: entities[entity].kind == .place)
      }
      at = tree.parent[at]
      steps += 1
    }
    return nil
  }
}
