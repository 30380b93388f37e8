import CKernels

/// A linear layer, or several of the same input side by side, computed as one.
struct Linear: Sendable {
  private enum Weights: Sendable {
    case float32(Floats)
    case int8(PackedWeights)
  }

  private let weights: Weights
  private let bias: Floats
  let input: Int
  let output: Int

  /// Reads a layer, or several to be computed as one: in 8 bits where there is an engine for them, else in 32.
  init(
    _ file: Safetensors, _ names: [(name: String, output: Int)], input: Int, _ engine: ProductEngine?
  ) throws {
    self.input = input
    output = names.reduce(0) { $0 + $1.output }
    bias = Floats(count: output)
    var row = 0
    for (name, output) in names {
      try file.read(name + ".bias", [output], into: bias.pointer + row)
      row += output
    }
    row = 0
    guard let engine else {
      let weight = Floats(count: input * output)
      for (name, output) in names {
        try file.read(name + ".weight", [output, input], into: weight.pointer + row * input)
        row += output
      }
      weights = .float32(weight)
      return
    }
    var rows: [Int8] = []
    rows.reserveCapacity(input * output)
    let scales = Floats(count: output)
    for (name, output) in names {
      let part = try file.rows(name + ".weight", [output, input])
      rows += part.rows
      (scales.pointer + row).update(from: part.scales.pointer, count: output)
      row += output
    }
    weights = .int8(try PackedWeights(rows, scales, input: input, output: output, engine))
  }

  /// A layer of weights `[output × input]` that are not stored as one.
  init(weight: Floats, bias: Floats, input: Int, output: Int, _ engine: ProductEngine?) throws {
    self.input = input
    self.output = output
    self.bias = bias
    guard let engine else {
      weights = .float32(weight)
      return
    }
    let scales = Floats(count: output)
    let rows = [Int8](unsafeUninitializedCapacity: input * output) { rows, count in
      if let start = rows.baseAddress {
        chancery_quantise_weights(weight.pointer, output, input, start, scales.pointer)
      }
      count = input * output
    }
    weights = .int8(try PackedWeights(rows, scales, input: input, output: output, engine))
  }

  /// out = x · weightᵀ + bias, `[rows × output]`; rows of x are `ld` numbers apart.
  func apply(
    _ x: UnsafePointer<Float>, ld: Int, rows: Int, _ out: UnsafeMutablePointer<Float>, _ scratch: Scratch
  ) {
    switch weights {
    case .float32(let weight):
      _ = chancery_sgemm(1, rows, output, input, x, ld, weight.pointer, input, 0, out, output)
      chancery_bias(out, rows, output, output, bias.pointer)
    case .int8(let packed):
      packed.blocks(x, ld: ld, rows: rows, scratch) { start, count, sums, scales in
        chancery_rescale(
          sums, count, output, scales, packed.scales.pointer, packed.offsets, bias.pointer, out + start * output)
      }
    }
  }

  /// out = gelu(x · weightᵀ + bias).
  func applyGelu(_ x: UnsafePointer<Float>, rows: Int, _ out: UnsafeMutablePointer<Float>, _ scratch: Scratch) {
    switch weights {
    case .float32(let weight):
      _ = chancery_sgemm(1, rows, output, input, x, input, weight.pointer, input, 0, out, output)
      chancery_bias_gelu(out, rows, output, bias.pointer)
    case .int8(let packed):
      packed.blocks(x, ld: input, rows: rows, scratch) { start, count, sums, scales in
        chancery_rescale_gelu(
          sums, count, output, scales, packed.scales.pointer, packed.offsets, bias.pointer, out + start * output)
      }
    }
  }

  /// sum = norm(sum + x · weightᵀ + bias).
  func add(
    _ x: UnsafePointer<Float>, rows: Int, to sum: UnsafeMutablePointer<Float>, _ norm: Normalisation, _ scratch: Scratch
  ) {
    switch weights {
    case .float32(let weight):
      let product = scratch.floats(.product, rows * output)
      _ = chancery_sgemm(1, rows, output, input, x, input, weight.pointer, input, 0, product, output)
      chancery_add_norm(
        sum, product, bias.pointer, rows, output, norm.gain.pointer, norm.bias.pointer, Normalisation.epsilon)
    case .int8(let packed):
      packed.blocks(x, ld: input, rows: rows, scratch) { start, count, sums, scales in
        chancery_rescale_add_norm(
          sums, count, output, scales, packed.scales.pointer, packed.offsets, bias.pointer, sum + start * output,
          norm.gain.pointer, norm.bias.pointer, Normalisation.epsilon)
      }
    }
  }
}
