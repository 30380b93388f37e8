import Articles
import CKernels
import Foundation

/// Reads one batch: the encoder over its windows, then the heads' scores, then what they decide.
struct BatchReader {
  let model: LanguageModel
  let plan: BatchPlan
  let scratch: Scratch

  /// Reads a batch of windows.
  func read(_ batch: Range<Int>) -> BatchResult {
    let words = plan.words(batch)
    let scores = scores(batch)
    var result = BatchResult(words: words)
    result.sentences = sentences(scores, batch, words)
    labels(scores, words, &result)
    trees(scores, batch, words, &result)
    names(scores, words, &result)
    acts(scores, words, &result)
    for (k, window) in plan.windows[batch].enumerated() {
      parties(scores, window, words, &result)
      kin(scores, window, k, words, &result)
      attributions(scores, window, batch.lowerBound + k, words, &result)
    }
    return result
  }

  /// The heads' scores of a batch of windows.
  func scores(_ batch: Range<Int>) -> HeadScores {
    let input = plan.input(batch)
    let vectors = model.encoder.words(input, scratch)
    return model.heads.scores(vectors, words: plan.words(batch).count, windows: batch.count, scratch)
  }

  /// Sentences: as given, or from the rules' sure boundaries and the head's judgement of the others.
  private func sentences(_ scores: HeadScores, _ batch: Range<Int>, _ words: Range<Int>) -> [Range<Int>] {
    if plan.given {
      return plan.document.sentences.filter { $0.lowerBound >= words.lowerBound && $0.lowerBound < words.upperBound }
    }
    var sentences: [Range<Int>] = []
    for window in plan.windows[batch] {
      var start = window.lowerBound
      for i in window.dropFirst() {
        let logits = scores.labels + (i - words.lowerBound) * model.heads.labelCount + model.heads.split.lowerBound
        if begins(plan.boundaries[i], logits[1] - logits[0]) {
          sentences.append(start..<i)
          start = i
        }
      }
      sentences.append(start..<window.upperBound)
    }
    return sentences
  }

  /// Whether a sentence begins at a word, by what the rules see and the head's log-odds. The thresholds are those that find
  /// most of EWT's and GUM's sentences in running text.
  private func begins(_ boundary: SentenceSplitter.Boundary, _ odds: Float) -> Bool {
    switch boundary {
    case .paragraph: true
    case .within: false
    case .sure: odds > -3
    case .likely: odds > -2
    case .line: odds > -1
    case .none: odds > 1
    }
  }

  private func labels(_ scores: HeadScores, _ words: Range<Int>, _ result: inout BatchResult) {
    let heads = model.heads
    result.upos.reserveCapacity(words.count)
    result.feats.reserveCapacity(words.count)
    result.lemmas.reserveCapacity(words.count)
    var choices: [Int] = []
    choices.reserveCapacity(LemmaLexicon.choices + 1)
    for (k, i) in words.enumerated() {
      let row = scores.labels + k * heads.labelCount
      let upos = best(row, heads.upos)
      result.upos.append(upos)
      result.feats.append(best(row, heads.feats))
      let form = plan.document.form(i)
      likeliest(row + heads.lemma.lowerBound, heads.lemma.count, &choices)
      result.lemmas.append(
        model.lexicon.lemma(of: form, upos: model.labels.upos[upos], choices: choices, among: model.labels.lemma))
    }
  }

  private func best(_ row: UnsafeMutablePointer<Float>, _ range: Range<Int>) -> Int {
    var best = range.lowerBound
    for i in range where row[i] > row[best] { best = i }
    return best - range.lowerBound
  }

  /// The numbers of the likeliest of a row's labels, in order.
  private func likeliest(_ row: UnsafeMutablePointer<Float>, _ count: Int, _ found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    for i in 0..<count where found.count < LemmaLexicon.choices || row[i] > row[found[found.count - 1]] {
      let at = found.firstIndex { row[i] > row[$0] } ?? found.count
      found.insert(i, at: at)
      if found.count > LemmaLexicon.choices { found.removeLast() }
    }
  }

  private func trees(_ scores: HeadScores, _ batch: Range<Int>, _ words: Range<Int>, _ result: inout BatchResult) {
    // Heads by their number in the batch; a window's mark stands for the root.
    var rows = [Int](repeating: 0, count: words.count)
    var window = batch.lowerBound
    result.heads = Array(repeating: -1, count: words.count)
    for sentence in result.sentences {
      while plan.windows[window].upperBound <= sentence.lowerBound { window += 1 }
      let local = (sentence.lowerBound - words.lowerBound)..<(sentence.upperBound - words.lowerBound)
      let mark = words.count + window - batch.lowerBound
      let (arcs, roots) = model.heads.arcs(scores, local, window: window - batch.lowerBound, scratch)
      let n = local.count
      let heads = TreeDecoder.heads(
        arcs: UnsafeBufferPointer(start: arcs, count: n * n), roots: UnsafeBufferPointer(start: roots, count: n))
      for (k, head) in heads.enumerated() {
        rows[local.lowerBound + k] = head < 0 ? mark : local.lowerBound + head
        result.heads[local.lowerBound + k] = head < 0 ? -1 : sentence.lowerBound + head
      }
    }
    let count = model.labels.deprel.count
    let relations = model.heads.relations(scores, 0..<words.count, heads: { rows[$0] }, scratch)
    let root = model.labels.deprel.firstIndex(of: "root") ?? -1
    for k in 0..<words.count {
      let row = relations + k * count
      if result.heads[k] < 0 {
        result.relations.append(root >= 0 ? root : best(row, 0..<count))
      } else {
        if root >= 0 { row[root] = -.infinity }
        result.relations.append(best(row, 0..<count))
      }
    }
  }

  /// Names: runs of labels that begin with a B or after none, of the kind that all their words together are likeliest to be.
  private func names(_ scores: HeadScores, _ words: Range<Int>, _ result: inout BatchResult) {
    let heads = model.heads
    let labels = model.labels.ner
    for sentence in result.sentences {
      var start: Int?
      var sums: [Name.Kind: Float] = [:]
      func close(_ end: Int) {
        guard let from = start else { return }
        if let kind = Name.Kind.allCases.max(by: { (sums[$0] ?? -.infinity) < (sums[$1] ?? -.infinity) }) {
          result.names.append(Name(tokens: from..<end, kind: kind))
        }
        start = nil
        sums = [:]
      }
      for i in sentence {
        let row = scores.labels + (i - words.lowerBound) * heads.labelCount
        let label = labels[best(row, heads.ner)]
        if label == "O" || label.hasPrefix("B") { close(i) }
        guard label != "O" else { continue }
        if start == nil { start = i }
        for kind in Name.Kind.allCases {
          var most = -Float.infinity
          for (k, label) in labels.enumerated() where label.hasSuffix(kind.rawValue) {
            most = max(most, row[heads.ner.lowerBound + k])
          }
          sums[kind, default: 0] += most
        }
      }
      close(sentence.upperBound)
    }
  }

  private func acts(_ scores: HeadScores, _ words: Range<Int>, _ result: inout BatchResult) {
    let heads = model.heads
    let categories = model.labels.categories.count
    result.category.reserveCapacity(words.count * (categories + 1))
    result.mode.reserveCapacity(words.count * heads.mode.count)
    result.auxiliary.reserveCapacity(words.count * heads.auxiliary.count)
    result.begins.reserveCapacity(words.count)
    for k in 0..<words.count {
      let row = scores.acts + k * heads.actCount
      result.mode.append(contentsOf: UnsafeBufferPointer(start: row + heads.mode.lowerBound, count: heads.mode.count))
      chancery_sigmoid(row + heads.auxiliary.lowerBound, heads.auxiliary.count)
      result.auxiliary.append(
        contentsOf: UnsafeBufferPointer(start: row + heads.auxiliary.lowerBound, count: heads.auxiliary.count))
      chancery_softmax(row + heads.event.lowerBound, 1, heads.event.count, heads.event.count, 1)
      let base = result.category.count
      result.category.append(contentsOf: repeatElement(0, count: categories + 1))
      result.category[base] = row[heads.event.lowerBound]
      var beginning: Float = 0
      var inside: Float = 0
      for (e, event) in model.labels.events.enumerated() {
        let p = row[heads.event.lowerBound + 1 + e]
        result.category[base + 1 + event.category] += p
        if event.begins { beginning += p } else { inside += p }
      }
      result.begins.append(beginning / max(beginning + inside, .leastNormalMagnitude))
    }
  }

  /// A word tells no act for certain, and is given no parties, from this probability that it tells none.
  private static let certainlyNone: Float = 0.99

  /// The parties of what may be acts in a window.
  private func parties(_ scores: HeadScores, _ window: Range<Int>, _ words: Range<Int>, _ result: inout BatchResult) {
    let width = model.labels.categories.count + 1
    let local = (window.lowerBound - words.lowerBound)..<(window.upperBound - words.lowerBound)
    let triggers = local.filter { result.category[$0 * width] < Self.certainlyNone }
    guard !triggers.isEmpty else { return }
    let n = window.count
    let actor = model.heads.parties(scores, triggers: triggers, in: local, recipient: false, scratch)
    let recipient = model.heads.parties(scores, triggers: triggers, in: local, recipient: true, scratch)
    for (i, trigger) in triggers.enumerated() {
      result.parties.add(
        token: words.lowerBound + trigger, window: window,
        actor: UnsafeBufferPointer(start: actor + i * n, count: n),
        recipient: UnsafeBufferPointer(start: recipient + i * n, count: n))
    }
  }

  /// What the nouns and pronouns of a window belong to, of what its capitalised words name.
  private func kin(
    _ scores: HeadScores, _ window: Range<Int>, _ number: Int, _ words: Range<Int>, _ result: inout BatchResult
  ) {
    let local = (window.lowerBound - words.lowerBound)..<(window.upperBound - words.lowerBound)
    let nominal = local.filter { ["NOUN", "PROPN", "PRON"].contains(model.labels.upos[result.upos[$0]]) }
    let named = local.filter { plan.shapes[words.lowerBound + $0].isCapitalised }
    guard !nominal.isEmpty, !named.isEmpty else { return }
    let logits = model.heads.kin(scores, words: nominal, named: named, window: number, scratch)
    result.kin.add(
      words: nominal.map { words.lowerBound + $0 }, named: named.map { words.lowerBound + $0 }, logits: logits)
  }

  private func attributions(
    _ scores: HeadScores, _ window: Range<Int>, _ number: Int, _ words: Range<Int>, _ result: inout BatchResult
  ) {
    let local = (window.lowerBound - words.lowerBound)..<(window.upperBound - words.lowerBound)
    let n = local.count
    var roles: [AttributionGrouper.Tags] = []
    roles.reserveCapacity(n)
    for k in local {
      let row = scores.roles + k * 9
      chancery_softmax(row, 3, 3, 3, 1)
      roles.append(AttributionGrouper.Tags(source: (row[1], row[2]), cue: (row[4], row[5]), content: (row[7], row[8])))
    }
    guard roles.contains(where: { $0.content.begin + $0.content.inside > 0.3 }) else { return }
    let links = model.heads.links(scores, local, scratch)
    let grouper = AttributionGrouper(
      roles: roles, links: UnsafeBufferPointer(start: links, count: n * n), tokens: plan.document.tokens[window],
      text: plan.document.text)
    result.attributions += grouper.attributions().map { $0.shifted(by: window.lowerBound) }
  }
}
