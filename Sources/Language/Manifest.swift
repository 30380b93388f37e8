import CKernels
import Foundation

/// What a model says of itself, in `manifest.json`.
struct Manifest: Decodable {
  /// The form of the files that this program reads.
  static let format = "chancery-encoder"
  static let version = 1

  struct Sizes: Decodable {
    let width: Int
    let heads: Int
    let inner: Int
    let layers: Int
    let vocabulary: Int
    let positions: Int
    let shapes: Int
    let gaps: Int
    let arc: Int
    let relation: Int
    let event: Int
    let attribution: Int
    let link: Int
    let party: Int
    let wordPieces: Int
  }

  struct Labels: Decodable {
    let upos: [String]
    let feats: [String]
    let lemma: [String]
    let deprel: [String]
    let ner: [String]
    let event: [String]
    let mode: [String]
  }

  private struct Head: Decodable {
    let format: String
    let version: Int
  }

  let name: String
  let date: String
  let sha256: String
  let bytes: Int
  let sizes: Sizes
  let labels: Labels

  /// Reads a manifest, of this program's version alone.
  static func read(_ path: String) throws -> Manifest {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LanguageError(.missingModel, place: path, reason: "there is no manifest", remedy: LanguageModel.whereToFind)
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: data) else {
      throw Safetensors.damaged(path, "this is no model's manifest")
    }
    guard head.format == format, head.version == version else {
      throw LanguageError(
        .otherVersion, place: path,
        reason: "the model is of format \(head.format) \(head.version), and this program reads \(format) \(version)",
        remedy: "use the model that came with this program")
    }
    do {
      let manifest = try JSONDecoder().decode(Manifest.self, from: data)
      guard manifest.isPossible else { throw Safetensors.damaged(path, "its sizes and labels contradict one another") }
      return manifest
    } catch is DecodingError {
      throw Safetensors.damaged(path, "sizes or labels are missing")
    }
  }

  private var isPossible: Bool {
    let s = sizes
    let all = [
      s.width, s.heads, s.inner, s.layers, s.vocabulary, s.positions, s.shapes, s.gaps, s.arc, s.relation, s.event,
      s.attribution, s.link, s.party, s.wordPieces,
    ]
    let lists = [labels.upos, labels.feats, labels.lemma, labels.deprel, labels.ner, labels.event, labels.mode]
    return all.allSatisfy { (1...1_000_000).contains($0) } && s.width == s.heads * Int(CHANCERY_HEAD)
      && s.positions >= Windows.pieces + 2
      && s.shapes == WordShape.count && s.gaps == 4 && lists.allSatisfy { !$0.isEmpty } && labels.event.first == "O"
      && labels.ner.first == "O"
  }
}
