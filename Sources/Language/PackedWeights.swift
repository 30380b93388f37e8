import CKernels

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
  func seat() -> ProductSeat {
    guard let seat = chancery_seat_create(pointer) else { Self.endWithoutMemory() }
    return ProductSeat(seat, self)
  }

  /// A model that has been loaded has all products that it needs, so that only memory can run out, whatever the input. Then
  /// the program ends, as it does where Swift itself gets none.
  fileprivate static func endWithoutMemory() -> Never { fatalError("no memory for products of 8-bit numbers") }

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
    var start = 0
    while start < rows {
      let count = min(block, rows - start)
      chancery_quantise(x + start * ld, count, input, ld, limit, activations, worth)
      guard let seat = scratch.seat, chancery_product_run(product, seat.pointer, activations, space, sums) == 0 else {
        ProductEngine.endWithoutMemory()
      }
      use(start, count, sums, worth)
      start += count
    }
  }
}
