import CKernels

/// The numbers in which products are computed.
public enum Arithmetic: String, Sendable, CaseIterable {
  /// Products of 8-bit numbers summed in 32 bits: weights with a scale a row, as they are stored, activations with a scale
  /// a word piece.
  case int8
  /// 32-bit floating point: about a third as fast.
  case float32
}

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

/// What products of 8-bit numbers are made with; all of a model share one.
///
/// Unchecked, because it is changed only while a model is loaded, by one thread.
final class ProductEngine: @unchecked Sendable {
  fileprivate let pointer: OpaquePointer

  init() throws {
    guard let pointer = chancery_engine_create() else { throw Self.noProducts }
    self.pointer = pointer
  }

  deinit { chancery_engine_destroy(pointer) }

  /// Where one thread computes products.
  func seat() -> ProductSeat? { chancery_seat_create(pointer).map { ProductSeat($0, self) } }

  fileprivate static var noProducts: LanguageError {
    LanguageError(
      .damagedModel, place: "oneDNN", reason: "this processor has no products of 8-bit numbers",
      remedy: "read with --precision float32")
  }
}

/// Where one thread computes products of 8-bit numbers.
///
/// Unchecked, because it belongs to a ``Scratch``, which one thread uses at a time.
final class ProductSeat: @unchecked Sendable {
  fileprivate let pointer: OpaquePointer
  /// Kept, because it has to outlive the seat.
  private let engine: ProductEngine

  fileprivate init(_ pointer: OpaquePointer, _ engine: ProductEngine) {
    self.pointer = pointer
    self.engine = engine
  }

  deinit { chancery_seat_destroy(pointer) }
}

/// Weights of 8 bits in the order in which oneDNN reads them.
///
/// Unchecked, because what the pointers lead to is never written after it is made; oneDNN's primitives may be executed by
/// several threads at once.
final class PackedWeights: @unchecked Sendable {
  /// Kept, because it has to outlive the product.
  private let engine: ProductEngine
  private let product: OpaquePointer
  private let input: Int
  private let output: Int
  private let limit: Int32
  /// What a weight of each row is worth.
  let scales: Floats
  /// What each row's sum holds too much, because activations count from `limit + 1`.
  let offsets: [Int32]

  init(_ rows: [Int8], _ scales: Floats, input: Int, output: Int, _ engine: ProductEngine) throws {
    guard let product = chancery_product_create(engine.pointer, rows, output, input) else {
      throw ProductEngine.noProducts
    }
    self.engine = engine
    self.product = product
    self.input = input
    self.output = output
    self.scales = scales
    limit = chancery_activation_limit()
    let zero = limit + 1
    offsets = [Int32](unsafeUninitializedCapacity: output) { offsets, count in
      if let start = offsets.baseAddress { chancery_row_sums(rows, output, input, zero, start) }
      count = output
    }
  }

  deinit { chancery_product_destroy(product) }

  /// The sums of all products of rows of x, block by block: `use` gets a block's first row and number of rows, the sums
  /// `[rows × output]`, and what an activation of each row is worth.
  func blocks(
    _ x: UnsafePointer<Float>, ld: Int, rows: Int, _ scratch: Scratch,
    _ use: (Int, Int, UnsafePointer<Int32>, UnsafePointer<Float>) -> Void
  ) {
    let block = Int(CHANCERY_BLOCK)
    let activations = scratch.numbers(.activations, block * input, of: UInt8.self)
    let worth = scratch.floats(.activationScales, block)
    let sums = scratch.numbers(.sums, block * output, of: Int32.self)
    let space = scratch.numbers(.space, chancery_product_scratch(product), of: UInt8.self)
    guard let seat = scratch.seat else { fatalError("no memory for products of 8-bit numbers") }
    var start = 0
    while start < rows {
      let count = min(block, rows - start)
      chancery_quantise(x + start * ld, count, input, ld, limit, activations, worth)
      guard chancery_product_run(product, seat.pointer, activations, space, sums) == 0 else {
        fatalError("no memory for products of 8-bit numbers")
      }
      use(start, count, sums, worth)
      start += count
    }
  }
}
