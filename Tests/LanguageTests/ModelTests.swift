import Articles
import ChanceryTestSupport
import Foundation
import Testing

@testable import Language

/// What needs the weights.
@Suite struct ModelTests {
  private struct Fixture: Decodable {
    struct Word: Decodable {
      let form: String
      let gap: Int

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        form = try container.decode(String.self)
        gap = try container.decode(Int.self)
      }
    }

    struct Window: Decodable {
      let words: [Word]
      let sentences: [Int]
      let pieces: [Int32]
      let upos: [Float]
      let feats: [Int]
      let lemma: [Int]
      let ner: [Float]
      let split: [Float]
      let arcs: [Float]
      let heads: [Int]
      let relations: [Float]
      let event: [Float]
      let mode: [Int]
      let auxiliary: [Float]
      let attribution: [Float]
      let links: [Float]
      let actor: [Float]
      let recipient: [Float]
      let kin: [Float]
    }

    let sha256: String
    let windows: [Window]
  }

  private static let models = Dictionary(
    uniqueKeysWithValues: Arithmetic.allCases.map { arithmetic in
      (arithmetic, Result { try LanguageModel.load(arithmetic: arithmetic) })
    })

  private func model(_ arithmetic: Arithmetic = .float32) throws -> LanguageModel {
    try #require(Self.models[arithmetic]).get()
  }

  private func document(_ window: Fixture.Window) -> Document {
    var text = ""
    var tokens: [Token] = []
    for word in window.words {
      text += tokens.isEmpty ? "" : ["", " ", "\n", "\n\n"][word.gap]
      let start = text.utf8.count
      text += word.form
      tokens.append(Token(span: Span(start, text.utf8.count)))
    }
    var sentences: [Range<Int>] = []
    for count in window.sentences {
      let start = sentences.last?.upperBound ?? 0
      sentences.append(start..<(start + count))
    }
    return Document(text: SourceText(text), tokens: tokens, sentences: sentences)
  }

  private func same(_ name: String, _ mine: [Float], _ theirs: [Float]) {
    #expect(mine.count == theirs.count, "\(name)")
    let most = zip(mine, theirs).map { abs($0 - $1) }.max() ?? 0
    #expect(most < 1e-3, "\(name)")
  }

  /// Every head's scores are those of PyTorch, from the same weights.
  @Test func scoresAgreeWithTraining() throws {
    let model = try model()
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/scores.json")
    let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
    try #require(fixture.sha256 == model.digest, "run Training/fixtures.py after Training/export.py")
    for window in fixture.windows {
      let document = document(window)
      let plan = BatchPlan(document, given: true, pieces: model.pieces, usual: 40)
      #expect(plan.batches == [0..<1])
      #expect(plan.input(0..<1).pieces == window.pieces)
      let scratch = Scratch(seat: nil)
      let reader = BatchReader(model: model, plan: plan, scratch: scratch)
      let scores = reader.scores(0..<1)
      let heads = model.heads
      let n = document.tokens.count
      func rows(_ base: UnsafeMutablePointer<Float>, _ width: Int, _ columns: Range<Int>) -> [Float] {
        (0..<n).flatMap { row in columns.map { base[row * width + $0] } }
      }
      func best(_ base: UnsafeMutablePointer<Float>, _ width: Int, _ columns: Range<Int>) -> [Int] {
        (0..<n).map { row in
          columns.max { base[row * width + $0] < base[row * width + $1] }.map { $0 - columns.lowerBound } ?? -1
        }
      }
      same("upos", rows(scores.labels, heads.labelCount, heads.upos), window.upos)
      #expect(best(scores.labels, heads.labelCount, heads.feats) == window.feats)
      #expect(best(scores.labels, heads.labelCount, heads.lemma) == window.lemma)
      same("ner", rows(scores.labels, heads.labelCount, heads.ner), window.ner)
      same("split", rows(scores.labels, heads.labelCount, heads.split), window.split)
      same("event", rows(scores.acts, heads.actCount, heads.event), window.event)
      #expect(best(scores.acts, heads.actCount, heads.mode) == window.mode)
      same("auxiliary", rows(scores.acts, heads.actCount, heads.auxiliary), window.auxiliary)
      same("attribution", rows(scores.roles, 9, 0..<9), window.attribution)
      let links = heads.links(scores, 0..<n, scratch)
      same("links", (0..<(n * n)).map { links[$0] }, window.links)
      let relations = heads.relations(
        scores, 0..<n, heads: { window.heads[$0] == 0 ? n : window.heads[$0] - 1 }, scratch)
      same("relations", (0..<(n * model.labels.deprel.count)).map { relations[$0] }, window.relations)
      for sentence in document.sentences {
        let (arcs, roots) = heads.arcs(scores, sentence, window: 0, scratch)
        let size = sentence.count
        for d in 0..<size {
          let row = (sentence.lowerBound + d) * (n + 1)
          #expect(abs(roots[d] - window.arcs[row]) < 1e-3)
          for h in 0..<size where h != d {
            #expect(abs(arcs[d * size + h] - window.arcs[row + sentence.lowerBound + h + 1]) < 1e-3)
          }
        }
      }
      let words = Array(0..<n)
      for (recipient, theirs) in [(false, window.actor), (true, window.recipient)] {
        let mine = heads.parties(scores, triggers: words, in: 0..<n, recipient: recipient, scratch)
        same("parties", (0..<(n * n)).map { mine[$0] }, theirs)
      }
      let kin = heads.kin(scores, words: words, named: words, window: 0, scratch)
      same(
        "kin", words.flatMap { word in (words + [-1]).map { kin[word * (n + 1) + ($0 < 0 ? n : $0)] } },
        words.flatMap { word in (words + [-1]).map { window.kin[word * (n + 1) + $0 + 1] } })
    }
  }

  private let paragraph = """
    Beijing's Foreign Ministry denied on Monday that it had sent troops to the border. "We don't want war," Wang Yi said. \
    The U.S. imposed new sanctions on 17 firms, including Rosneft, and Mr. Smith of the E.U. followed on Jan. 5.
    """

  private func article(_ paragraphs: Int) -> Article {
    Article(id: "a", text: Array(repeating: paragraph, count: paragraphs).joined(separator: "\n\n"))
  }

  @Test(arguments: Arithmetic.allCases) func readsTheSameWithAnyNumberOfWorkers(_ arithmetic: Arithmetic) throws {
    let model = try model(arithmetic)
    let article = article(80)
    let one = model.analyze(article, workers: 1)
    #expect(BatchPlan(one, given: true, pieces: model.pieces).batches.count > 2)
    for workers in [2, 3, 8] {
      let other = model.analyze(article, workers: workers)
      #expect(other.tokens == one.tokens && other.sentences == one.sentences && other.names == one.names)
      #expect(other.attributions == one.attributions)
      #expect(other.acts.category == one.acts.category && other.acts.mode == one.acts.mode)
      #expect(other.acts.parties == one.acts.parties && other.kin == one.kin)
    }
  }

  @Test(arguments: Arithmetic.allCases) func readsTheSameWhateverIsReadBesides(_ arithmetic: Arithmetic) async throws {
    let model = try model(arithmetic)
    let article = article(3)
    let alone = model.analyze(article)
    await withTaskGroup(of: Bool.self) { group in
      for size in 1...8 {
        group.addTask {
          _ = model.analyze(self.article(size))
          let again = model.analyze(article)
          return again.tokens == alone.tokens && again.acts.category == alone.acts.category
        }
      }
      for await same in group { #expect(same) }
    }
  }

  @Test func documentsAreWhole() throws {
    let document = try model().analyze(article(2))
    #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
    #expect(document.sentences.count >= 6)
    let acts = document.acts
    let n = document.tokens.count
    #expect(acts.category.count == n * (acts.categories.count + 1) && acts.mode.count == n * acts.modes.count)
    #expect(
      acts.auxiliary.count == ActScores.auxiliaryCount * n && acts.begins.count == n && acts.categories.count == 16)
    // "imposed", in the second sentence, may tell an act; "firms" may name its recipient, and "Rosneft" belong to Russia.
    let imposed = try #require(document.tokens.indices.first { document.form($0) == "imposed" })
    let window = try #require(acts.parties.window(at: imposed))
    #expect(acts.parties.logit(.recipient, at: imposed, of: window) != nil)
    #expect(document.tokens.indices.contains { document.kin.shares(of: $0, by: { $0 })?.isEmpty == false })
    for sentence in document.sentences {
      #expect(sentence.filter { document.tokens[$0].head == .root }.count == 1)
      #expect(sentence.allSatisfy { document.tokens[$0].head.index.map(sentence.contains) ?? true })
    }
    for row in stride(from: 0, to: acts.category.count, by: 17) {
      #expect(abs(acts.category[row..<(row + 17)].reduce(0, +) - 1) < 1e-4)
    }
    for attribution in document.attributions {
      for range in attribution.source + attribution.cue + attribution.content {
        #expect(!range.isEmpty && range.upperBound <= n)
      }
    }
  }

  @Test func keepsGivenTokens() throws {
    var document = try Document(
      conllu: """
        # sent_id = one
        1  Troops
        2  left
        3  .

        # sent_id = two
        1  Why
        2  ?
        """)
    let comments = document.comments
    document = try model().analyze(document)
    #expect(document.sentences == [0..<3, 3..<5] && document.comments == comments)
    #expect(document.tokens[1].upos == "VERB" && document.tokens[1].head == .root)
    #expect(document.tokens[0].lemma.lowercased() == "troops")
  }

  @Test func survivesOddText() throws {
    let model = try model()
    for text in ["", " ", "\n\n\n", ".", "\u{200B}", "a", String(repeating: "x", count: 5000), "\u{0}\u{1}", "🇺🇸 👩‍🚀"] {
      let document = model.analyze(Article(id: "odd", text: text))
      #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
    }
    let endless = model.analyze(Article(id: "endless", text: String(repeating: "and then ", count: 1500)), workers: 2)
    #expect(endless.tokens.count == 3000 && endless.sentences.allSatisfy { $0.count <= 250 })
    let lines = (1...600).map { "\($0)\tword\t_\t_\t_\t_\t_\t_\t_\t_" }.joined(separator: "\n") + "\n\n"
    let given = model.analyze(try ConllU.read(lines + lines))
    #expect(given.sentences == [0..<600, 600..<1200] && given.tokens.filter { $0.head == .root }.count == 2)
  }

  @Test func cutsWordPieces() throws {
    let pieces = try model().pieces
    func cut(_ word: String) -> [Int32] {
      var out: [Int32] = []
      var scratch: [UInt8] = []
      var word = word
      word.withUTF8 { pieces.append($0, to: &out, scratch: &scratch) }
      return out
    }
    // As BERT's own tokenizer numbers them.
    #expect(cut("The") == [1996])
    #expect(cut("Embeddings") == [7861, 8270, 4667, 2015])
    #expect(cut("café") == cut("cafe") && cut("CAFÉ") == cut("cafe"))
    #expect(cut("U.S.") == [1057, 1012, 1055, 1012])
    #expect(cut("\u{200B}") == [100] && cut("🦑") == [100])
    #expect(cut(String(repeating: "ab", count: 400)).count <= 12)
  }

  @Test func refusesWhatIsNoModel() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chancery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func code() -> LanguageError.Code? {
      do {
        _ = try LanguageModel.load(path: folder.path)
        return nil
      } catch {
        return (error as? LanguageError)?.code
      }
    }
    #expect(code() == .missingModel)
    let manifest = folder.appendingPathComponent("manifest.json")
    try Data("{}".utf8).write(to: manifest)
    #expect(code() == .damagedModel)
    try Data(#"{"format": "chancery-encoder", "version": 99}"#.utf8).write(to: manifest)
    #expect(code() == .otherVersion)
  }
}
