/// Memory that one batch works in, kept for the next.
///
/// Unchecked, because it is handed from thread to thread, one at a time, under the model's lock.
final class Scratch: @unchecked Sendable {
  enum Part: Int, CaseIterable {
    case x, qkv, mixed, wide, scores, words, labels, inner, arcs, pairs, roots, relation, wideRelation, acts, roles
    case links, linkPairs, actor, recipient, triggers, actorPairs, recipientPairs, kin, kinWords, kinStates
    case product, activations, activationScales, space, sums
  }

  /// Where products of 8-bit numbers are computed, in a model that has them.
  let seat: ProductSeat?
  private var parts: [Floats?] = Array(repeating: nil, count: Part.allCases.count)

  init(seat: ProductSeat?) { self.seat = seat }

  /// A part with room for so many numbers, holding anything; valid until the part is asked for with more.
  func floats(_ part: Part, _ count: Int) -> UnsafeMutablePointer<Float> {
    if let floats = parts[part.rawValue], floats.count >= count { return floats.pointer }
    let floats = Floats(count: count + count / 4)
    parts[part.rawValue] = floats
    return floats.pointer
  }

  /// The same for other numbers of at most 32 bits.
  func numbers<Number: BitwiseCopyable>(
    _ part: Part, _ count: Int, of type: Number.Type
  ) -> UnsafeMutablePointer<Number> {
    UnsafeMutableRawPointer(floats(part, (count * MemoryLayout<Number>.size + 3) / 4)).bindMemory(
      to: type, capacity: count)
  }
}
