import Articles

/// How a document is cut into windows and batches. A batch holds windows of one document alone, so that what is read in it
/// depends on nothing else.
struct BatchPlan: Sendable {
  /// The most word pieces of a batch of several windows.
  static let size = 1500

  let document: Document
  /// Whether the document's sentences are given, and not to be found.
  let given: Bool
  let boundaries: [SentenceSplitter.Boundary]
  /// The word pieces of all words, and where each word's begin; one more at the end.
  let pieces: [Int32]
  let starts: [Int32]
  let shapes: [WordShape]
  let gaps: [Gap]
  let marks: (first: Int32, last: Int32)
  /// Windows of words.
  let windows: [Range<Int>]
  /// Batches of windows.
  let batches: [Range<Int>]

  /// Cuts a document; windows of given sentences hold `usual` words, and a whole sentence at least.
  init(_ document: Document, given: Bool, pieces cutter: WordPieces, usual: Int = Windows.usualGiven) {
    self.document = document
    self.given = given
    let bytes = document.text.utf8
    let count = document.tokens.count
    var pieces: [Int32] = []
    pieces.reserveCapacity(count + count / 3)
    var starts: [Int32] = [0]
    starts.reserveCapacity(count + 1)
    var shapes: [WordShape] = []
    shapes.reserveCapacity(count)
    var gaps: [Gap] = []
    gaps.reserveCapacity(count)
    var scratch: [UInt8] = []
    var end = -1
    bytes.withUnsafeBufferPointer { bytes in
      for token in document.tokens {
        let span = token.span
        if var form = token.form {
          form.withUTF8 { form in
            cutter.append(form, to: &pieces, scratch: &scratch)
            shapes.append(WordShape(form))
          }
        } else {
          let form = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
          cutter.append(form, to: &pieces, scratch: &scratch)
          shapes.append(WordShape(form))
        }
        starts.append(Int32(pieces.count))
      }
    }
    for token in document.tokens {
      gaps.append(end < 0 ? .paragraph : Gap(bytes, end, token.span.start))
      end = token.span.end
    }
    let counts = (0..<count).map { starts[$0 + 1] - starts[$0] }
    if given {
      boundaries = []
      windows = Windows.cut(sentences: document.sentences, pieces: counts, usual: usual)
    } else {
      boundaries = SentenceSplitter.boundaries(document.text, document.tokens)
      windows = Windows.cut(boundaries, pieces: counts)
    }
    // A batch ends where a sentence does: a given one may reach over several windows.
    var batches: [Range<Int>] = []
    var first = 0
    var sum = 0
    var begins = Set<Int>()
    if given { begins = Set(document.sentences.map(\.lowerBound)) }
    for (i, window) in windows.enumerated() {
      let size = Int(starts[window.upperBound] - starts[window.lowerBound]) + 2
      if i > first, sum + size > Self.size, !given || begins.contains(window.lowerBound) {
        batches.append(first..<i)
        first = i
        sum = 0
      }
      sum += size
    }
    if first < windows.count { batches.append(first..<windows.count) }
    self.batches = batches
    self.pieces = pieces
    self.starts = starts
    self.shapes = shapes
    self.gaps = gaps
    marks = (cutter.first, cutter.last)
  }

  /// The encoder's input for a batch.
  func input(_ batch: Range<Int>) -> EncoderInput {
    var input = EncoderInput()
    var firsts: [Int32] = []
    func add(_ piece: Int32, _ shape: Int32, _ gap: Int32, _ start: Int) {
      input.positions.append(Int32(input.pieces.count - start))
      input.pieces.append(piece)
      input.shapes.append(shape)
      input.gaps.append(gap)
    }
    for window in windows[batch] {
      let start = input.pieces.count
      firsts.append(Int32(start))
      add(marks.first, -1, -1, start)
      for word in window {
        input.starts.append(Int32(input.pieces.count))
        input.counts.append(starts[word + 1] - starts[word])
        for i in starts[word]..<starts[word + 1] {
          add(pieces[Int(i)], shapes[word].rawValue, gaps[word].rawValue, start)
        }
      }
      add(marks.last, -1, -1, start)
      input.windows.append(start..<input.pieces.count)
    }
    input.starts += firsts
    input.counts += firsts.map { _ in 1 }
    return input
  }

  /// The words of a batch.
  func words(_ batch: Range<Int>) -> Range<Int> {
    windows[batch.lowerBound].lowerBound..<windows[batch.upperBound - 1].upperBound
  }

  /// The document with what was read in its batches.
  func merged(_ results: [BatchResult], _ labels: LabelSets) -> Document {
    var document = document
    if !given { document.sentences = results.flatMap(\.sentences) }
    var acts = ActScores(
      categories: labels.categories, modes: labels.mode, category: [], begins: [], mode: [], auxiliary: [],
      parties: PartyScores())
    let count = document.tokens.count
    acts.category.reserveCapacity(count * (labels.categories.count + 1))
    acts.mode.reserveCapacity(count * labels.mode.count)
    document.names = []
    document.attributions = []
    document.kin = KinScores()
    for result in results {
      for (k, i) in result.words.enumerated() {
        document.tokens[i].upos = labels.upos[result.upos[k]]
        document.tokens[i].feats = labels.feats[result.feats[k]]
        document.tokens[i].lemma = result.lemmas[k]
        document.tokens[i].head = result.heads[k] < 0 ? .root : .token(result.heads[k])
        document.tokens[i].deprel = labels.deprel[result.relations[k]]
      }
      document.names += result.names
      document.attributions += result.attributions
      acts.category += result.category
      acts.begins += result.begins
      acts.mode += result.mode
      acts.auxiliary += result.auxiliary
      acts.parties.add(result.parties)
      document.kin.add(result.kin)
    }
    document.acts = acts
    return document
  }
}

/// What was read in a batch; word numbers are the document's.
struct BatchResult: Sendable {
  var words: Range<Int>
  var sentences: [Range<Int>] = []
  var upos: [Int] = []
  var feats: [Int] = []
  var lemmas: [String] = []
  var heads: [Int] = []
  var relations: [Int] = []
  var names: [Name] = []
  var attributions: [Attribution] = []
  var category: [Float] = []
  var begins: [Float] = []
  var mode: [Float] = []
  var auxiliary: [Float] = []
  var parties = PartyScores()
  var kin = KinScores()
}
