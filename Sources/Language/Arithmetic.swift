/// The numbers in which the encoder's and the heads' products are computed. Decisions that are close may differ between the
/// two, and between kinds of processors; on one machine, either always gives the same.
public enum Arithmetic: String, Sendable, CaseIterable {
  /// Products of 8-bit numbers summed in 32 bits: weights with a scale a row, as they are stored, activations with a scale
  /// a word piece; activations keep to 7 bits where the processor would saturate.
  case int8
  /// 32-bit floating point: about a third as fast.
  case float32
}
