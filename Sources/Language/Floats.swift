/// Numbers in memory of their own, aligned for vectors.
///
/// Unchecked, because the compiler cannot see that weights are written before they are shared and never after, and that
/// scratch belongs to one batch at a time.
final class Floats: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Float>
  let count: Int

  /// Room for numbers, which must be written before they are read.
  init(count: Int) {
    self.count = count
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
    pointer = raw.bindMemory(to: Float.self, capacity: max(count, 1))
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }
}
