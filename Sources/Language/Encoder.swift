import CKernels

/// A linear layer, or several side by side.
struct Linear: Sendable {
  let weight: Floats
  let bias: Floats
  let input: Int
  let output: Int

  /// Reads layers of the same input, to be computed as one.
  init(_ file: Safetensors, _ names: [(name: String, output: Int)], input: Int) throws {
    self.input = input
    output = names.reduce(0) { $0 + $1.output }
    weight = Floats(count: input * output)
    bias = Floats(count: output)
    var row = 0
    for (name, output) in names {
      try file.read(name + ".weight", [output, input], into: weight.pointer + row * input)
      try file.read(name + ".bias", [output], into: bias.pointer + row)
      row += output
    }
  }

  /// out = x · weightᵀ, without the bias.
  func product(_ x: UnsafePointer<Float>, ld: Int, rows: Int, _ out: UnsafeMutablePointer<Float>) {
    _ = chancery_sgemm(1, rows, output, input, x, ld, weight.pointer, input, 0, out, output)
  }

  /// out = x · weightᵀ + bias.
  func apply(_ x: UnsafePointer<Float>, ld: Int, rows: Int, _ out: UnsafeMutablePointer<Float>) {
    product(x, ld: ld, rows: rows, out)
    chancery_bias(out, rows, output, output, bias.pointer)
  }
}

/// The gain and bias of a normalisation.
struct Normalisation: Sendable {
  let gain: Floats
  let bias: Floats

  init(_ file: Safetensors, _ name: String, width: Int) throws {
    gain = try file.floats(name + ".weight", [width])
    bias = try file.floats(name + ".bias", [width])
  }
}

/// Word pieces ready for the encoder: the windows of a batch one after another.
struct EncoderInput {
  var pieces: [Int32] = []
  var positions: [Int32] = []
  var shapes: [Int32] = []
  var gaps: [Int32] = []
  /// Where each window begins and ends among the pieces.
  var windows: [Range<Int>] = []
  /// The first piece and the number of pieces of each word of all windows, then of each window's mark of beginning.
  var starts: [Int32] = []
  var counts: [Int32] = []
}

/// A BERT with two further embeddings.
struct Encoder: Sendable {
  private struct Layer: Sendable {
    let qkv: Linear
    let out: Linear
    let norm1: Normalisation
    let up: Linear
    let down: Linear
    let norm2: Normalisation
  }

  private static let epsilon: Float = 1e-12
  /// Rows that pass through the wide part of a layer together, few enough for the processor's cache.
  private static let block = 256

  let sizes: Manifest.Sizes
  private let piece: [Int8]
  private let pieceScales: Floats
  private let position: Floats
  private let shape: Floats
  private let gap: Floats
  private let norm: Normalisation
  private let layers: [Layer]

  init(_ file: Safetensors, _ sizes: Manifest.Sizes) throws {
    self.sizes = sizes
    let width = sizes.width
    (piece, pieceScales) = try file.rows("encoder.piece.weight", [sizes.vocabulary, width])
    position = try file.floats("encoder.position.weight", [sizes.positions, width])
    shape = try file.floats("encoder.shape.weight", [sizes.shapes, width])
    gap = try file.floats("encoder.gap.weight", [sizes.gaps, width])
    norm = try Normalisation(file, "encoder.norm", width: width)
    layers = try (0..<sizes.layers).map { i in
      let name = "encoder.layers.\(i)."
      return Layer(
        qkv: try Linear(file, [(name + "qkv", 3 * width)], input: width),
        out: try Linear(file, [(name + "out", width)], input: width),
        norm1: try Normalisation(file, name + "norm1", width: width),
        up: try Linear(file, [(name + "up", sizes.inner)], input: width),
        down: try Linear(file, [(name + "down", width)], input: sizes.inner),
        norm2: try Normalisation(file, name + "norm2", width: width))
    }
  }

  /// Word vectors `[words, then windows × width]` of a batch: the mean of each word's pieces, and the windows' marks.
  func words(_ input: EncoderInput, _ scratch: Scratch) -> UnsafeMutablePointer<Float> {
    let rows = input.pieces.count
    let width = sizes.width
    let x = scratch.floats(.x, rows * width)
    piece.withUnsafeBufferPointer { piece in
      guard let piece = piece.baseAddress else { return }
      chancery_embed(
        rows, width, input.pieces, input.positions, input.shapes, input.gaps, piece, pieceScales.pointer,
        position.pointer,
        shape.pointer, gap.pointer, norm.gain.pointer, norm.bias.pointer, Self.epsilon, x)
    }
    let y = scratch.floats(.y, rows * width)
    for layer in layers {
      let qkv = scratch.floats(.qkv, rows * 3 * width)
      layer.qkv.apply(x, ld: width, rows: rows, qkv)
      let mixed = scratch.floats(.mixed, rows * width)
      attend(qkv, mixed, input.windows, scratch)
      layer.out.product(mixed, ld: width, rows: rows, y)
      chancery_add_norm(
        x, y, layer.out.bias.pointer, rows, width, layer.norm1.gain.pointer, layer.norm1.bias.pointer, Self.epsilon)
      var row = 0
      while row < rows {
        let count = min(Self.block, rows - row)
        let wide = scratch.floats(.wide, Self.block * sizes.inner)
        layer.up.product(x + row * width, ld: width, rows: count, wide)
        chancery_bias_gelu(wide, count, sizes.inner, layer.up.bias.pointer)
        layer.down.product(wide, ld: sizes.inner, rows: count, y)
        chancery_add_norm(
          x + row * width, y, layer.down.bias.pointer, count, width, layer.norm2.gain.pointer, layer.norm2.bias.pointer,
          Self.epsilon)
        row += count
      }
    }
    let words = scratch.floats(.words, input.starts.count * width)
    chancery_mean_rows(x, width, input.starts, input.counts, input.starts.count, words)
    return words
  }

  /// Attention within each window, head by head.
  private func attend(
    _ qkv: UnsafeMutablePointer<Float>, _ mixed: UnsafeMutablePointer<Float>, _ windows: [Range<Int>],
    _ scratch: Scratch
  ) {
    let width = sizes.width
    let each = width / sizes.heads
    let scale = 1 / Float(each).squareRoot()
    for window in windows {
      let n = window.count
      let scores = scratch.floats(.scores, n * n)
      for head in 0..<sizes.heads {
        let q = qkv + window.lowerBound * 3 * width + head * each
        _ = chancery_sgemm(1, n, n, each, q, 3 * width, q + width, 3 * width, 0, scores, n)
        chancery_softmax(scores, n, n, n, scale)
        _ = chancery_sgemm(
          0, n, each, n, scores, n, q + 2 * width, 3 * width, 0, mixed + window.lowerBound * width + head * each, width)
      }
    }
  }
}

/// Memory that one batch works in, kept for the next.
///
/// Unchecked, because it is handed from thread to thread, one at a time, under the model's lock.
final class Scratch: @unchecked Sendable {
  enum Part: Int, CaseIterable {
    case x, y, qkv, mixed, wide, scores, words, labels, inner, arcs, pairs, roots, relation, wideRelation, acts, roles,
      links
    case linkPairs, actor, recipient, partyPairs
  }

  private var parts: [Floats?] = Array(repeating: nil, count: Part.allCases.count)

  /// A part with room for so many numbers, holding anything; valid until the part is asked for with more.
  func floats(_ part: Part, _ count: Int) -> UnsafeMutablePointer<Float> {
    if let floats = parts[part.rawValue], floats.count >= count { return floats.pointer }
    let floats = Floats(count: count + count / 4)
    parts[part.rawValue] = floats
    return floats.pointer
  }
}
