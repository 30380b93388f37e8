public import Articles
import CKernels
import Dispatch
import Foundation
import Synchronization

/// The trained encoder with its heads: immutable, and shared by all who read with it.
public final class LanguageModel: Sendable {
  /// The model's name and the day it was made.
  public let name: String
  /// The SHA-256 digest of the weights, in hexadecimal.
  public let digest: String
  let labels: LabelSets
  let encoder: Encoder
  let heads: Heads
  let pieces: WordPieces
  let lexicon: LemmaLexicon
  /// `nil` where products are computed in 32 bits.
  private let engine: ProductEngine?
  private let idle = Mutex<[Scratch]>([])

  init(folder: String, weights: String, arithmetic: Arithmetic) throws {
    let manifest = try Manifest.read(folder + "/manifest.json")
    let file = try Safetensors(path: weights)
    guard file.count == manifest.bytes else {
      throw Safetensors.damaged(weights, "the file has \(file.count) bytes instead of \(manifest.bytes)")
    }
    let vocabularyPath = folder + "/vocabulary.txt"
    guard let vocabulary = FileManager.default.contents(atPath: vocabularyPath),
      let pieces = WordPieces(
        vocabulary: Array(vocabulary), count: manifest.sizes.vocabulary, most: manifest.sizes.wordPieces)
    else {
      throw Safetensors.damaged(vocabularyPath, "this is no vocabulary of \(manifest.sizes.vocabulary) word pieces")
    }
    let lexiconPath = folder + "/lemmas.tsv"
    guard let lemmas = FileManager.default.contents(atPath: lexiconPath), !lemmas.isEmpty else {
      throw Safetensors.damaged(lexiconPath, "there is no lexicon of lemmas")
    }
    let lexicon = Background { LemmaLexicon(String(decoding: lemmas, as: UTF8.self)) }
    let computed = Background { file.digest }
    let engine = arithmetic == .int8 ? try ProductEngine() : nil
    self.engine = engine
    chancery_use_one_thread()
    encoder = try Encoder(file, manifest.sizes, engine)
    heads = try Heads(file, manifest, engine)
    labels = try LabelSets(manifest, path: folder + "/manifest.json")
    self.pieces = pieces
    self.lexicon = try lexicon.value
    name = "\(manifest.name) of \(manifest.date)"
    digest = try computed.value
    guard digest == manifest.sha256 else {
      throw Safetensors.damaged(weights, "its SHA-256 digest is \(digest) instead of \(manifest.sha256)")
    }
  }

  static let whereToFind =
    "give the folder that holds chancery.safetensors and its companions, or put it beside the executable"

  /// Loads a model.
  ///
  /// - Parameter path: The folder that holds `chancery.safetensors`, or that file; where `nil`, the model is looked for
  ///   beside the executable, in a folder `model` or in the package's resources.
  /// - Parameter arithmetic: The numbers in which it is computed.
  /// - Throws: ``LanguageError`` where there is none, or one that this program cannot read.
  public static func load(path: String? = nil, arithmetic: Arithmetic = .int8) throws -> LanguageModel {
    let file = "chancery.safetensors"
    if let path {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw LanguageError(.missingModel, place: path, reason: "there is no model", remedy: whereToFind)
      }
      if isFolder.boolValue {
        return try LanguageModel(folder: path, weights: path + "/" + file, arithmetic: arithmetic)
      }
      return try LanguageModel(
        folder: URL(fileURLWithPath: path).deletingLastPathComponent().path, weights: path, arithmetic: arithmetic)
    }
    let folders = PackageResources.folders(of: "Language")
    for folder in folders where FileManager.default.fileExists(atPath: folder + "/" + file) {
      return try LanguageModel(folder: folder, weights: folder + "/" + file, arithmetic: arithmetic)
    }
    throw LanguageError(
      .missingModel, place: folders.first ?? file, reason: "there is no model", remedy: whereToFind)
  }

  // MARK: Reading

  /// Reads an article's text: sentences, words, and all that the encoder sees in them.
  ///
  /// The result depends on the article alone, whatever the number of workers and what else is being read.
  public func analyze(_ article: Article, workers: Int = 1) -> Document {
    let tokens = Tokenizer.tokens(of: article.text)
    return analyze(Document(text: article.text, tokens: tokens, sentences: []), given: false, workers: workers)
  }

  /// Analyses given words: keeps the document's text, sentences, tokens and comments, and fills in the rest.
  public func analyze(_ document: Document, workers: Int = 1) -> Document {
    analyze(document, given: true, workers: workers)
  }

  private func analyze(_ document: Document, given: Bool, workers: Int) -> Document {
    guard !document.tokens.isEmpty else { return document }
    let plan = BatchPlan(document, given: given, pieces: pieces)
    let count = plan.batches.count
    let results = Mutex([BatchResult?](repeating: nil, count: count))
    let next = Atomic(0)
    let work: @Sendable () -> Void = {
      chancery_use_one_thread()
      let scratch = self.idle.withLock { $0.popLast() } ?? Scratch(seat: self.engine?.seat())
      while true {
        let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard i < count else { break }
        let result = BatchReader(model: self, plan: plan, scratch: scratch).read(plan.batches[i])
        results.withLock { $0[i] = result }
      }
      self.idle.withLock { $0.append(scratch) }
    }
    let threads = max(1, min(workers, count))
    if threads == 1 { work() } else { DispatchQueue.concurrentPerform(iterations: threads) { _ in work() } }
    return plan.merged(results.withLock { $0 }.compactMap { $0 }, labels)
  }
}

/// The model's labels, in the form that reading needs.
struct LabelSets: Sendable {
  let upos: [String]
  let feats: [String]
  let lemma: [LemmaScript]
  let deprel: [String]
  let ner: [String]
  let mode: [String]
  /// The categories, and for each label of the event head its category's number and whether it begins an act.
  let categories: [String]
  let events: [(category: Int, begins: Bool)]

  init(_ manifest: Manifest, path: String) throws {
    upos = manifest.labels.upos
    feats = manifest.labels.feats
    deprel = manifest.labels.deprel
    ner = manifest.labels.ner
    mode = manifest.labels.mode
    lemma = try manifest.labels.lemma.map {
      guard let script = LemmaScript($0) else { throw Safetensors.damaged(path, "“\($0)” makes no lemma") }
      return script
    }
    var categories: [String] = []
    var events: [(category: Int, begins: Bool)] = []
    for label in manifest.labels.event.dropFirst() {
      let category = String(label.dropFirst(2))
      if !categories.contains(category) { categories.append(category) }
      events.append((categories.firstIndex(of: category) ?? 0, label.hasPrefix("B")))
    }
    self.categories = categories
    self.events = events
  }
}
