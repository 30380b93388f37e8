import CKernels

/// The gain and bias of a normalisation.
struct Normalisation: Sendable {
  static let epsilon: Float = 1e-12

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

  init(_ file: Safetensors, _ sizes: Manifest.Sizes, _ engine: ProductEngine?) throws {
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
        qkv: try Linear(file, [(name + "qkv", 3 * width)], input: width, engine),
        out: try Linear(file, [(name + "out", width)], input: width, engine),
        norm1: try Normalisation(file, name + "norm1", width: width),
        up: try Linear(file, [(name + "up", sizes.inner)], input: width, engine),
        down: try Linear(file, [(name + "down", width)], input: sizes.inner, engine),
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
        shape.pointer, gap.pointer, norm.gain.pointer, norm.bias.pointer, Normalisation.epsilon, x)
    }
    for layer in layers {
      let qkv = scratch.floats(.qkv, rows * 3 * width)
      layer.qkv.apply(x, ld: width, rows: rows, qkv, scratch)
      let mixed = scratch.floats(.mixed, rows * width)
      attend(qkv, mixed, input.windows, scratch)
      layer.out.add(mixed, rows: rows, to: x, layer.norm1, scratch)
      var row = 0
      while row < rows {
        let count = min(Self.block, rows - row)
        let wide = scratch.floats(.wide, Self.block * sizes.inner)
        layer.up.applyGelu(x + row * width, rows: count, wide, scratch)
        layer.down.add(wide, rows: count, to: x + row * width, layer.norm2, scratch)
        row += count
      }
    }
    let words = scratch.floats(.words, input.starts.count * width)
    chancery_mean_rows(x, width, input.starts, input.counts, input.starts.count, words)
    return words
  }

  /// Attention within each window.
  private func attend(
    _ qkv: UnsafeMutablePointer<Float>, _ mixed: UnsafeMutablePointer<Float>, _ windows: [Range<Int>],
    _ scratch: Scratch
  ) {
    let width = sizes.width
    for window in windows {
      let n = window.count
      chancery_attend(
        qkv + window.lowerBound * 3 * width, n, sizes.heads, scratch.floats(.scores, chancery_attend_scratch(n)),
        mixed + window.lowerBound * width)
    }
  }
}
