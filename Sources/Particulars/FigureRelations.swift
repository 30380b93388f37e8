internal import Actors
internal import Language

/// What figures say of one another, and whose they are.
struct FigureRelations {
  let document: Document
  let dates: [DateExpression]
  let cast: Cast
  private let tree: DependencyTree
  /// Mentions by the token that governs them.
  private let mentionAt: [Int: Int]

  init(document: Document, dates: [DateExpression], cast: Cast) {
    self.document = document
    self.dates = dates
    self.cast = cast
    tree = DependencyTree(document)
    mentionAt = Dictionary(cast.mentions.indices.map { (cast.mentions[$0].head, $0) }) { first, _ in first }
  }

  /// The figures with whose they are, how they changed, and which say others again. Linear in their number.
  func related(_ figures: [Figure]) -> [Figure] {
    var figures = figures
    for index in figures.indices {
      figures[index].whose = owners(of: figures[index])
      let earlier = index > 0 ? figures[index - 1] : nil
      if let earlier, isBracketed(figures[index], after: earlier) {
        figures[index].equivalent = index - 1
        figures[index].whose = earlier.whose
        (figures[index].of, figures[index].measure) = (earlier.of, earlier.measure)
      }
      guard figures[index].unit == "percent", let change = change(by: figures[index]) else { continue }
      figures[index].change = change
      if let base = base(of: index, in: figures) {
        figures[base].change = change
        if figures[base].period == change.since {
          figures[base].period = dates.nearest(to: figures[base].tokens.lowerBound, in: document, but: change.since)
        }
        if figures[index].of == nil {
          (figures[index].of, figures[index].measure) = (figures[base].of, figures[base].measure)
        }
        if figures[index].whose.isEmpty { figures[index].whose = figures[base].whose }
      }
      if figures[index].period == change.since, change.since != nil {
        figures[index].period = dates.nearest(to: figures[index].tokens.lowerBound, in: document, but: change.since)
      }
    }
    return figures
  }

  // MARK: Whose

  /// Those whom the phrase of what is measured names: its owner, its adjectives, those between whom, of whom, with whom.
  private func owners(of figure: Figure) -> [Int] {
    guard let noun = figure.measure ?? head(of: figure) else { return [] }
    let isCount = !FigureWords.isMoney(figure.unit) && figure.unit != "percent"
    var owners: [Int] = []
    func add(_ token: Int) {
      guard let mention = mentionAt[token], !owners.contains(cast.mentions[mention].entity) else { return }
      owners.append(cast.mentions[mention].entity)
    }
    func collect(_ token: Int, depth: Int) {
      for dependent in tree.dependents(of: token) {
        let relation = document.tokens[dependent].deprel
        switch relation {
        case "nmod:poss", "amod", "compound", "conj": add(dependent)
        case "nmod", "acl":
          let marker = tree.dependents(of: dependent).first { document.tokens[$0].deprel == "case" }
            .map { document.form($0).lowercased() }
          // "Inflation in Turkey" is Turkey's; troops are not of the state that they are in.
          guard let marker, Self.ownership.contains(marker) || marker == "in" && !isCount else { continue }
          add(dependent)
        default: continue
        }
        if depth < 2, relation != "acl" { collect(dependent, depth: depth + 1) }
      }
    }
    collect(noun, depth: 0)
    return owners.sorted()
  }

  private static let ownership: Set<String> = ["between", "of", "with", "by", "from", "among", "for", "to"]

  /// The word of a figure that governs its others.
  private func head(of figure: Figure) -> Int? {
    figure.tokens.first { token in document.tokens[token].head.index.map { !figure.tokens.contains($0) } ?? true }
  }

  // MARK: Again in other money

  /// Whether money stands in brackets, or after a comma with "or", right after other money.
  private func isBracketed(_ figure: Figure, after earlier: Figure) -> Bool {
    guard figure.unit != earlier.unit, FigureWords.isMoney(figure.unit), FigureWords.isMoney(earlier.unit) else {
      return false
    }
    let between = (earlier.tokens.upperBound..<max(earlier.tokens.upperBound, figure.tokens.lowerBound)).map {
      document.form($0).lowercased()
    }
    guard between.count <= 4 else { return false }
    return between.first == "(" || between.contains("or") || between.first == "/"
  }

  // MARK: Rises and falls

  /// The rise or fall that a share tells of: "30 % more than in 2021", "fell by 12 percent", "up 30 %".
  private func change(by figure: Figure) -> Figure.Change? {
    let last = figure.tokens.upperBound - 1
    var sign: Double?
    var around: [Int] = []
    if let head = head(of: figure) {
      around.append(head)
      if let up = document.tokens[head].head.index { around.append(up) }
      around += tree.dependents(of: head)
    }
    // The words right beside it: "up 30 %", "30 % more".
    around += [figure.tokens.lowerBound - 1, last + 1].filter(document.tokens.indices.contains)
    for token in around where sign == nil && !figure.tokens.contains(token) {
      let lemma = document.tokens[token].lemma.lowercased()
      let form = document.form(token).lowercased()
      if FigureWords.rising.contains(lemma) || FigureWords.rising.contains(form) {
        sign = 1
      } else if FigureWords.falling.contains(lemma) || FigureWords.falling.contains(form) {
        sign = -1
      }
    }
    // "rose to 41 %" is a level, "more than 30 %" a bound.
    guard let sign, !isLevel(figure), figure.bound == nil || !isBoundAlone(figure) else { return nil }
    return Figure.Change(share: sign * figure.value / 100, since: since(figure))
  }

  private func isLevel(_ figure: Figure) -> Bool {
    let before = figure.tokens.lowerBound - 1
    return document.tokens.indices.contains(before)
      && ["to", "at", "from"].contains(document.form(before).lowercased())
  }

  /// Whether the only word of a rise or fall beside a share is that of its bound: "more than 30 percent of".
  private func isBoundAlone(_ figure: Figure) -> Bool {
    let last = figure.tokens.upperBound
    return document.tokens.indices.contains(last) && document.form(last).lowercased() == "of"
  }

  /// What a change is counted from: the time after "than", "from", "since", "compared with" behind it.
  private func since(_ figure: Figure) -> Int? {
    let sentence = document.sentences[document.sentenceIndex(of: figure.tokens.lowerBound)]
    let following = dates.indices(in: figure.tokens.upperBound..<max(figure.tokens.upperBound, sentence.upperBound))
    guard let index = following.first else { return nil }
    let date = dates[index].tokens
    guard date.lowerBound - figure.tokens.upperBound <= 8 else { return nil }
    let between = (figure.tokens.upperBound..<date.lowerBound).map { document.form($0).lowercased() }
    let words = document.text(date).lowercased()
    let isCompared =
      between.contains(where: ["than", "since", "compared", "from", "over", "against"].contains)
      || words.hasPrefix("since") || words.hasPrefix("from")
    return isCompared ? index : nil
  }

  /// The sum or count that a rise or fall is told of: the figure before it in its sentence, with no verb of its own between.
  private func base(of index: Int, in figures: [Figure]) -> Int? {
    guard index > 0 else { return nil }
    let earlier = index - 1
    let before = figures[earlier].equivalent ?? earlier
    let (from, to) = (figures[earlier].tokens.upperBound, figures[index].tokens.lowerBound)
    guard figures[before].unit != "percent", to >= from, to - from <= 8,
      document.sentenceIndex(of: from - 1) == document.sentenceIndex(of: to)
    else { return nil }
    let isParted = (from..<to).contains { token in
      document.tokens[token].upos == "VERB" && !FigureWords.amounting.contains(document.tokens[token].lemma)
        || [";", "while", "but"].contains(document.form(token).lowercased())
    }
    return isParted ? nil : before
  }
}
