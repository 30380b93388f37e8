/// Hashes that are the same in every run.
enum Hash {
  /// What FNV-1a of 64 bits begins with.
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, 64 bits.
  static func fnv(_ bytes: some Sequence<UInt8>, seed: UInt64 = basis) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
