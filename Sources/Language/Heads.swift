import CKernels

/// A product of two vectors through a matrix whose first vector has a one at its end: `[first + 1, second]`.
struct Biaffine: Sendable {
  /// The matrix without its last row.
  let matrix: UnsafeMutablePointerBox
  let first: Int
  let second: Int

  init(_ floats: Floats, at offset: Int, first: Int, second: Int) {
    matrix = UnsafeMutablePointerBox(floats, offset)
    self.first = first
    self.second = second
  }

  /// out = x · matrix + its last row; `[rows × second]`.
  func apply(_ x: UnsafePointer<Float>, ld: Int, rows: Int, _ out: UnsafeMutablePointer<Float>) {
    _ = chancery_sgemm(0, rows, second, first, x, ld, matrix.pointer, second, 0, out, second)
    chancery_bias(out, rows, second, second, matrix.pointer + first * second)
  }
}

/// A place within weights.
struct UnsafeMutablePointerBox: Sendable {
  private let floats: Floats
  private let offset: Int

  init(_ floats: Floats, _ offset: Int) {
    self.floats = floats
    self.offset = offset
  }

  var pointer: UnsafePointer<Float> { UnsafePointer(floats.pointer + offset) }
}

/// What the heads make of a batch's word vectors. Pointers are into scratch.
struct HeadScores {
  /// `[word × labels]`: the logits of tag, features, lemma, name and beginning, side by side.
  var labels: UnsafeMutablePointer<Float>
  /// `[word, then window × inner]`.
  var inner: UnsafeMutablePointer<Float>
  /// `[word × arc]`: dependents, ready to meet heads.
  var arcs: UnsafeMutablePointer<Float>
  /// `[word × (event + mode + auxiliary)]`.
  var acts: UnsafeMutablePointer<Float>
  /// `[word × 9]`: outside, begin, inside for source, cue, content.
  var roles: UnsafeMutablePointer<Float>
  /// `[word × link]`.
  var links: UnsafeMutablePointer<Float>
  /// `[word × (party + 1)]`.
  var actor: UnsafeMutablePointer<Float>
  /// The same.
  var recipient: UnsafeMutablePointer<Float>
  /// The number of words, after which the windows' marks come.
  var words: Int
}

/// All heads.
struct Heads: Sendable {
  /// Where each head's logits stand among the labels'.
  let upos: Range<Int>
  let feats: Range<Int>
  let lemma: Range<Int>
  let ner: Range<Int>
  let split: Range<Int>
  let labelCount: Int
  /// The same for the acts'.
  let event: Range<Int>
  let mode: Range<Int>
  let auxiliary: Range<Int>
  let actCount: Int
  let innerCount: Int
  private let sizes: Manifest.Sizes
  private let labels: Linear
  private let inner: Linear
  private let acts: Linear
  private let roles: Linear
  private let arc: Biaffine
  private let link: Biaffine
  private let actor: Biaffine
  private let recipient: Biaffine
  private let kin: Biaffine
  /// From a dependent to `[relations × (relation + 1)]`, which its head then meets.
  private let relation: Linear
  private let relations: Int

  init(_ file: Safetensors, _ manifest: Manifest, _ engine: ProductEngine?) throws {
    let s = manifest.sizes
    sizes = s
    var at = 0
    func next(_ count: Int) -> Range<Int> {
      defer { at += count }
      return at..<(at + count)
    }
    upos = next(manifest.labels.upos.count)
    feats = next(manifest.labels.feats.count)
    lemma = next(manifest.labels.lemma.count)
    ner = next(manifest.labels.ner.count)
    split = next(2)
    labelCount = at
    labels = try Linear(
      file,
      [
        ("upos", upos.count), ("feats", feats.count), ("lemma", lemma.count), ("ner", ner.count),
        ("split", split.count),
      ],
      input: s.width, engine)
    let parts = [
      ("arc_head.0", s.arc), ("arc_dep.0", s.arc), ("rel_head.0", s.relation), ("rel_dep.0", s.relation),
      ("event_in.0", s.event), ("attribution_in.0", s.attribution), ("link_head.0", s.link), ("link_dep.0", s.link),
      ("party_event.0", s.party), ("party_word.0", s.party), ("kin_word.0", s.link), ("kin_state.0", s.link),
    ]
    inner = try Linear(file, parts, input: s.width, engine)
    innerCount = inner.output
    at = 0
    event = next(manifest.labels.event.count)
    mode = next(manifest.labels.mode.count)
    auxiliary = next(ActScores.auxiliaryCount)
    actCount = at
    acts = try Linear(
      file, [("event", event.count), ("mode", mode.count), ("auxiliary", auxiliary.count)], input: s.event,
      engine)
    roles = try Linear(file, [("attribution", 9)], input: s.attribution, engine)
    arc = Biaffine(try file.floats("arc", [s.arc + 1, s.arc]), at: 0, first: s.arc, second: s.arc)
    link = Biaffine(try file.floats("link", [s.link + 1, s.link]), at: 0, first: s.link, second: s.link)
    kin = Biaffine(try file.floats("kin", [s.link + 1, s.link]), at: 0, first: s.link, second: s.link)
    let party = try file.floats("party", [2, s.party + 1, s.party + 1])
    actor = Biaffine(party, at: 0, first: s.party, second: s.party + 1)
    recipient = Biaffine(party, at: (s.party + 1) * (s.party + 1), first: s.party, second: s.party + 1)
    relations = manifest.labels.deprel.count
    // From [relations, dependent, head] to [relations, head, dependent]; the last dependent is the bias.
    let stored = try file.floats("rel", [relations, s.relation + 1, s.relation + 1])
    let side = s.relation + 1
    let weight = Floats(count: relations * side * s.relation)
    let bias = Floats(count: relations * side)
    for r in 0..<relations {
      for d in 0..<s.relation {
        let row = stored.pointer + (r * side + d) * side
        for e in 0..<side { weight.pointer[(r * side + e) * s.relation + d] = row[e] }
      }
      (bias.pointer + r * side).update(from: stored.pointer + (r * side + s.relation) * side, count: side)
    }
    relation = try Linear(weight: weight, bias: bias, input: s.relation, output: relations * side, engine)
  }

  private var arcHead: Int { 0 }
  private var arcDependent: Int { sizes.arc }
  private var relationHead: Int { 2 * sizes.arc }
  private var relationDependent: Int { relationHead + sizes.relation }
  private var eventInner: Int { relationDependent + sizes.relation }
  private var roleInner: Int { eventInner + sizes.event }
  private var linkHead: Int { roleInner + sizes.attribution }
  private var linkDependent: Int { linkHead + sizes.link }
  private var partyEvent: Int { linkDependent + sizes.link }
  private var partyWord: Int { partyEvent + sizes.party }
  private var kinWord: Int { partyWord + sizes.party }
  private var kinState: Int { kinWord + sizes.link }

  /// Scores of words one by one.
  func scores(_ vectors: UnsafeMutablePointer<Float>, words n: Int, windows: Int, _ scratch: Scratch) -> HeadScores {
    let width = sizes.width
    let all = n + windows
    let scores = HeadScores(
      labels: scratch.floats(.labels, n * labelCount), inner: scratch.floats(.inner, all * innerCount),
      arcs: scratch.floats(.arcs, n * sizes.arc), acts: scratch.floats(.acts, n * actCount),
      roles: scratch.floats(.roles, n * 9),
      links: scratch.floats(.links, n * sizes.link), actor: scratch.floats(.actor, n * (sizes.party + 1)),
      recipient: scratch.floats(.recipient, n * (sizes.party + 1)), words: n)
    labels.apply(vectors, ld: width, rows: n, scores.labels, scratch)
    inner.applyGelu(vectors, rows: all, scores.inner, scratch)
    arc.apply(scores.inner + arcDependent, ld: innerCount, rows: n, scores.arcs)
    acts.apply(scores.inner + eventInner, ld: innerCount, rows: n, scores.acts, scratch)
    roles.apply(scores.inner + roleInner, ld: innerCount, rows: n, scores.roles, scratch)
    link.apply(scores.inner + linkDependent, ld: innerCount, rows: n, scores.links)
    actor.apply(scores.inner + partyEvent, ld: innerCount, rows: n, scores.actor)
    recipient.apply(scores.inner + partyEvent, ld: innerCount, rows: n, scores.recipient)
    return scores
  }

  /// `[dependent × head]` of a sentence, and each word's score as root; `window` is the number of the sentence's window.
  func arcs(
    _ scores: HeadScores, _ sentence: Range<Int>, window: Int, _ scratch: Scratch
  ) -> (arcs: UnsafeMutablePointer<Float>, roots: UnsafeMutablePointer<Float>) {
    let n = sentence.count
    let pairs = scratch.floats(.pairs, n * n)
    let roots = scratch.floats(.roots, n)
    let dependents = scores.arcs + sentence.lowerBound * sizes.arc
    _ = chancery_sgemm(
      1, n, n, sizes.arc, dependents, sizes.arc, scores.inner + sentence.lowerBound * innerCount + arcHead, innerCount,
      0,
      pairs, n)
    _ = chancery_sgemm(
      1, n, 1, sizes.arc, dependents, sizes.arc, scores.inner + (scores.words + window) * innerCount + arcHead,
      innerCount, 0,
      roots, 1)
    return (pairs, roots)
  }

  /// `[word × relations]` of words, each with its head's number in the batch (a window's mark for a root).
  func relations(
    _ scores: HeadScores, _ words: Range<Int>, heads: (Int) -> Int, _ scratch: Scratch
  ) -> UnsafeMutablePointer<Float> {
    let side = sizes.relation + 1
    let out = scratch.floats(.relation, words.count * relations)
    let block = 64
    var start = words.lowerBound
    while start < words.upperBound {
      let count = min(block, words.upperBound - start)
      let wide = scratch.floats(.wideRelation, block * relations * side)
      let columns = relations * side
      relation.apply(
        scores.inner + start * innerCount + relationDependent, ld: innerCount, rows: count, wide, scratch)
      for i in 0..<count {
        chancery_relations(
          wide + i * columns, scores.inner + heads(start + i) * innerCount + relationHead, relations, side,
          out + (start + i - words.lowerBound) * relations)
      }
      start += count
    }
    return out
  }

  /// `[word × word]` of a window: how far a word belongs to the attribution whose cue begins at the other.
  func links(_ scores: HeadScores, _ window: Range<Int>, _ scratch: Scratch) -> UnsafeMutablePointer<Float> {
    let n = window.count
    let pairs = scratch.floats(.linkPairs, n * n)
    _ = chancery_sgemm(
      1, n, n, sizes.link, scores.links + window.lowerBound * sizes.link, sizes.link,
      scores.inner + window.lowerBound * innerCount + linkHead, innerCount, 0, pairs, n)
    return pairs
  }

  /// `[trigger × word]` of a window: logits that the word names the actor, or the recipient, of an act told at the trigger.
  func parties(
    _ scores: HeadScores, triggers: [Int], in window: Range<Int>, recipient: Bool, _ scratch: Scratch
  ) -> UnsafeMutablePointer<Float> {
    let n = window.count
    let side = sizes.party + 1
    let pairs = scratch.floats(recipient ? .recipientPairs : .actorPairs, triggers.count * n)
    let rows = scratch.floats(.triggers, triggers.count * side)
    for (i, trigger) in triggers.enumerated() {
      let row = (recipient ? scores.recipient : scores.actor) + trigger * side
      (rows + i * side).update(from: row, count: side)
      (pairs + i * n).update(repeating: row[sizes.party], count: n)
    }
    _ = chancery_sgemm(
      1, triggers.count, n, sizes.party, rows, side, scores.inner + window.lowerBound * innerCount + partyWord,
      innerCount, 1, pairs, n)
    return pairs
  }

  /// `[word × (named + 1)]`: logits that what some words tell of belongs to what others name; the last to none. `window` is the number of
  /// their window.
  func kin(
    _ scores: HeadScores, words: [Int], named: [Int], window: Int, _ scratch: Scratch
  ) -> UnsafeMutablePointer<Float> {
    let size = sizes.link
    let width = named.count + 1
    let out = scratch.floats(.kin, words.count * width)
    let from = scratch.floats(.kinWords, words.count * size)
    let inner = scratch.floats(.triggers, words.count * size)
    for (i, word) in words.enumerated() {
      (inner + i * size).update(from: scores.inner + word * innerCount + kinWord, count: size)
    }
    kin.apply(inner, ld: size, rows: words.count, from)
    let to = scratch.floats(.kinStates, width * size)
    for (i, row) in (named + [scores.words + window]).enumerated() {
      (to + i * size).update(from: scores.inner + row * innerCount + kinState, count: size)
    }
    _ = chancery_sgemm(1, words.count, width, size, from, size, to, size, 0, out, width)
    return out
  }
}
