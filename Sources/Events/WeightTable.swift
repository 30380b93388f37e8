/// Weights by feature and context, both hashes: open addressing, since a reading asks some hundred times a word.
struct WeightTable: Sendable {
  private var keys: [UInt64]
  private var weights: [Float]
  private let mask: Int

  /// A table of no weights.
  init() { self.init([]) }

  init(_ entries: [(key: UInt64, weight: Float)]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    weights = Array(repeating: 0, count: size)
    for (key, weight) in entries {
      var at = Int(truncatingIfNeeded: key) & mask
      while keys[at] != 0 && keys[at] != key { at = (at + 1) & mask }
      keys[at] = key
      weights[at] = weight
    }
  }

  /// The key of a feature in a context; a context of 0 is none.
  static func key(_ feature: UInt64, _ context: UInt64) -> UInt64 {
    let key = feature ^ (context &* 0x9e37_79b9_7f4a_7c15)
    return key == 0 ? 1 : key
  }

  subscript(feature: UInt64, context: UInt64) -> Float {
    let key = Self.key(feature, context)
    var at = Int(truncatingIfNeeded: key) & mask
    while keys[at] != 0 {
      if keys[at] == key { return weights[at] }
      at = (at + 1) & mask
    }
    return 0
  }
}
